#include "plan_blocked.hpp"

#include "fact_cells.hpp"
#include "plan_search.hpp"
#include "witness.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace advise::engine {
namespace {

/// Work for one question "would there be a plan without these?"; what takes more counts as no.
inline constexpr std::uint64_t work_of_a_release = 4'000'000;
/// Work for all such questions.
inline constexpr std::uint64_t work_of_all_releases = 20'000'000;

/// What a fact waits for, directly and through others, itself included.
std::vector<bool> waited_for(const program::data& code, fact_id f) {
    const rule_base& rules = *code.rules;
    std::vector<bool> met(rules.facts.size());
    std::vector<fact_id> open{f};
    met[f] = true;
    while (!open.empty()) {
        const fact_id at = open.back();
        open.pop_back();
        if (rules.facts[at].after == nothing || !is_learnable(rules, at)) continue;
        for (const fact_id g : facts_below(code, {code.class_literal[code.class_of[rules.facts[at].after]]})) {
            if (met[g]) continue;
            met[g] = true;
            open.push_back(g);
        }
    }
    return met;
}

class blocked_by {
public:
    blocked_by(const program& code, const facts& person, conclusion_id role)
        : program_(code), code_(code.code()), rules_(code.rules()), person_(person), role_(role), start_(plan_start(rules_, person)) {}

    void tell(plan& made) {
        made.blocked_by = smallest();
        made.blocked_exact = !cut_;
        const std::vector<fact_id> stuck = facts_never_learnt(program_, start_);
        for (const fact_id f : made.blocked_by)
            made.blocked_why.push_back({learnt_after(f), std::ranges::binary_search(stuck, f), needed(f, made.blocked_by)});
    }

private:
    [[nodiscard]] std::vector<fact_id> smallest() {
        std::vector<fact_id> blocking = candidates();
        if (!possible_without(blocking)) return {};
        for (const fact_id f : blocking)
            if (possible_without({f})) return {f};
        for (std::size_t i = blocking.size(); i-- > 0;) {
            std::vector<fact_id> fewer = blocking;
            fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
            if (possible_without(fewer)) blocking = std::move(fewer);
        }
        std::ranges::sort(blocking);
        return blocking;
    }

    /// Something is known of the fact, or it is to be learnt: it cannot be assumed to be anything.
    [[nodiscard]] bool is_bound(fact_id f) const
    {
        const known_fact whole = whole_domain(rules_, f), &known = start_.known[f];
        return known.from != whole.from || known.to != whole.to || known.options != whole.options;
    }

    [[nodiscard]] literal after_of(fact_id f) const { return code_.class_literal[code_.class_of[rules_.facts[f].after]]; }

    /// What is learnt after a fact and not before it, where that is all that the fact is for.
    [[nodiscard]] std::vector<fact_id> learnt_after(fact_id f) const {
        if (std::ranges::binary_search(facts_below(code_, {code_.conclusions[role_].holds}), f)) return {};
        std::vector<fact_id> found;
        const std::vector<bool> met = facts_met(), waited = waited_for(code_, f);
        for (fact_id g = 0; g < met.size(); ++g)
            if (met[g] && !waited[g] && rules_.facts[g].after != nothing && std::ranges::binary_search(facts_below(code_, {after_of(g)}), f))
                found.push_back(g);
        return found;
    }

    /// The facts below the role, and below the `after`s of these.
    [[nodiscard]] std::vector<bool> facts_met() const {
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
                if (rules_.facts[f].after != nothing) visit(after_of(f));
                continue;
            }
            const circuit_gate& gate = code_.gate(n);
            for (std::uint32_t i = 0; i < gate.size; ++i) visit(code_.inputs[gate.first + i]);
        }
        return met;
    }

    /// Those of them that are not open; those that cannot be learnt first.
    [[nodiscard]] std::vector<fact_id> candidates() const {
        const std::vector<bool> met = facts_met();
        std::vector<fact_id> found;
        for (const bool learnable : {false, true})
            for (fact_id f = 0; f < met.size(); ++f)
                if (met[f] && is_bound(f) && is_learnable(rules_, f) == learnable) found.push_back(f);
        return found;
    }

    /// The values of one fact in the way with which there would be a way if the others could be anything: one question for each cell.
    [[nodiscard]] std::vector<std::pair<std::int64_t, std::int64_t>> needed(fact_id f, const std::vector<fact_id>& blocking) {
        if (rules_.facts[f].type == fact_type::any_of) return {};
        if (!cells_) cells_.emplace(code_);
        std::vector<fact_id> others = blocking;
        std::erase(others, f);
        const std::vector<std::int64_t>& starts = cells_->starts(f);
        const bool cut_before = std::exchange(cut_, false);
        std::vector<std::pair<std::int64_t, std::int64_t>> runs;
        facts person = person_;
        for (std::size_t i = 0; i < starts.size() && !cut_; ++i) {
            person.known[f].from = person.known[f].to = starts[i];
            if (!possible_without(others, person)) continue;
            const std::int64_t last = i + 1 < starts.size() ? starts[i + 1] - 1 : whole_domain(rules_, f).to;
            if (!runs.empty() && runs.back().second + 1 == starts[i]) runs.back().second = last;
            else runs.emplace_back(starts[i], last);
        }
        if (std::exchange(cut_, cut_before)) runs.clear();
        return runs;
    }

    [[nodiscard]] bool possible_without(const std::vector<fact_id>& released) { return possible_without(released, person_); }
    [[nodiscard]] bool possible_without(const std::vector<fact_id>& released, const facts& person)
    {
        if (work_left_ == 0) {
            cut_ = true;
            return false;
        }
        work_left_ -= std::min<std::uint64_t>(work_left_, code_.inputs.size() + code_.node_count());
        const plan_problem problem = make_plan_problem(code_, person, role_, released);
        if (problem.decided) return problem.holds;
        plan_question question;
        question.any = true;
        plan_search search(code_, problem, std::min(work_of_a_release, work_left_));
        const plan_answer answer = search.solve(question);
        work_left_ -= std::min(work_left_, search.work());
        cut_ = cut_ || (!answer.best && (!answer.complete || problem.cut));
        return answer.best.has_value();
    }

    const program& program_;
    const program::data& code_;
    const rule_base& rules_;
    const facts& person_;
    conclusion_id role_;
    facts start_;
    std::uint64_t work_left_ = work_of_all_releases;
    std::optional<fact_cells> cells_;
    bool cut_ = false;                      ///< a question was not answered
};

}  // namespace

void tell_what_blocks(const program& code, const facts& person, plan& made) {
    blocked_by(code, person, made.role).tell(made);
    if (made.blocked_by.empty()) return;
    std::vector<never_learnt> all = never_learnt_from(code, plan_start(code.rules(), person));
    std::vector<std::vector<bool>> waited;
    for (const fact_id f : made.blocked_by) waited.push_back(waited_for(code.code(), f));
    std::erase_if(all, [&](const never_learnt& each) {
        return !each.circle || std::ranges::none_of(waited, [&](const std::vector<bool>& w) -> bool { return w[each.facts.front()]; });
    });
    made.circles = std::move(all);
}

}  // namespace advise::engine
