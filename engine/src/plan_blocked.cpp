#include "plan_blocked.hpp"

#include "plan_search.hpp"

#include <algorithm>

namespace advise::engine {
namespace {

/// Work for one question "would there be a plan without these?"; what takes more counts as no.
inline constexpr std::uint64_t work_of_a_release = 4'000'000;
/// Work for all such questions.
inline constexpr std::uint64_t work_of_all_releases = 20'000'000;

class blocked_by {
public:
    blocked_by(const program::data& code, const facts& person, conclusion_id role)
        : code_(code), rules_(*code.rules), person_(person), role_(role), start_(plan_start(rules_, person))
    {
    }

    std::vector<fact_id> run()
    {
        std::vector<fact_id> blocking = candidates();
        if (!possible_without(blocking)) return {};
        for (std::size_t i = 0; i < blocking.size() && work_left_ > 0; ++i)
            if (possible_without({blocking[i]})) return {blocking[i]};
        for (std::size_t i = blocking.size(); i-- > 0 && work_left_ > 0;) {
            std::vector<fact_id> fewer = blocking;
            fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
            if (possible_without(fewer)) blocking = std::move(fewer);
        }
        std::ranges::sort(blocking);
        return blocking;
    }

private:
    /// Something is known of the fact, or it is to be learnt: it cannot be assumed to be anything.
    [[nodiscard]] bool is_bound(fact_id f) const
    {
        const known_fact whole = whole_domain(rules_, f), &known = start_.known[f];
        return known.from != whole.from || known.to != whole.to || known.options != whole.options;
    }

    /// The facts below the role, and below the `after`s of these; those that cannot be learnt first.
    [[nodiscard]] std::vector<fact_id> candidates() const
    {
        std::vector<bool> seen(code_.node_count()), met(rules_.facts.size());
        std::vector<node_id> stack;
        const auto visit = [&](literal l) {
            if (seen[node_of(l)]) return;
            seen[node_of(l)] = true;
            stack.push_back(node_of(l));
        };
        visit(code_.conclusions[role_].holds);
        while (!stack.empty()) {
            const node_id n = stack.back();
            stack.pop_back();
            if (n < code_.test_count()) {
                const fact_id f = code_.tests[n].fact;
                met[f] = true;
                if (rules_.facts[f].after != nothing) visit(code_.class_literal[code_.class_of[rules_.facts[f].after]]);
                continue;
            }
            const circuit_gate& gate = code_.gate(n);
            for (std::uint32_t i = 0; i < gate.size; ++i) visit(code_.inputs[gate.first + i]);
        }
        std::vector<fact_id> found;
        for (const bool learnable : {false, true})
            for (fact_id f = 0; f < met.size(); ++f)
                if (met[f] && is_bound(f) && is_learnable(rules_, f) == learnable) found.push_back(f);
        return found;
    }

    [[nodiscard]] bool possible_without(const std::vector<fact_id>& released)
    {
        if (work_left_ == 0) return false;
        work_left_ -= std::min<std::uint64_t>(work_left_, code_.inputs.size() + code_.node_count());
        const plan_problem problem = make_plan_problem(code_, person_, role_, released);
        if (problem.decided) return problem.holds;
        plan_question question;
        question.any = true;
        plan_search search(code_, problem, std::min(work_of_a_release, work_left_));
        const bool found = search.solve(question).best.has_value();
        work_left_ -= std::min(work_left_, search.work());
        return found;
    }

    const program::data& code_;
    const rule_base& rules_;
    const facts& person_;
    conclusion_id role_;
    facts start_;
    std::uint64_t work_left_ = work_of_all_releases;
};

}  // namespace

std::vector<fact_id> blocking_facts(const program& code, const facts& person, conclusion_id role)
{
    return blocked_by(code.code(), person, role).run();
}

}  // namespace advise::engine
