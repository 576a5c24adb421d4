#include "plan_problem.hpp"

#include "plan_cells.hpp"

#include <algorithm>
#include <utility>

namespace advise::engine {
namespace {

inline constexpr std::uint8_t at_the_end = 1;
inline constexpr std::uint8_t while_learning = 2;
/// Each pass follows the chains of `after`s one fact further; what it leaves open the search decides.
inline constexpr unsigned most_passes = 64;

class problem_builder {
public:
    problem_builder(const program::data& code, const facts& person, const std::vector<fact_id>& released)
        : code_(code), rules_(*code.rules), box_(plan_start(rules_, person)), released_(rules_.facts.size())
    {
        for (const fact_id f : released) {
            released_[f] = true;
            box_.known[f] = whole_domain(rules_, f);
        }
        made_.start = box_;
    }

    plan_problem run(conclusion_id role)
    {
        open_the_box();
        made_.goal_whole = code_.conclusions[role].holds;
        const truth_bits goal = bits_of(table_, made_.goal_whole);
        if (goal != is_open) {
            made_.decided = true;
            made_.holds = goal == can_be_true;
            return std::move(made_);
        }
        want(made_.goal_whole, at_the_end);
        walk();
        number_tests();
        copy_gates();
        made_.goal = translated(made_.goal_whole);
        copy_wants();
        make_variables(false);
        if (!made_.ordered_by_need) make_variables(true);
        return std::move(made_);
    }

private:
    [[nodiscard]] bool can_rise(fact_id f) const { return !released_[f] && is_learnable(rules_, f) && box_.known[f].from < box_.known[f].to; }
    [[nodiscard]] literal after_of(fact_id f) const { return code_.class_literal[code_.class_of[rules_.facts[f].after]]; }
    [[nodiscard]] bool has_open_after(fact_id f) const { return rules_.facts[f].after != nothing && bits_of(table_, after_of(f)) == is_open; }

    /// Every value that a plan may lead to; facts whose `after` can never hold stay where they are.
    void open_the_box()
    {
        for (fact_id f = 0; f < rules_.facts.size(); ++f)
            if (!released_[f] && is_learnable(rules_, f)) box_.known[f].to = whole_domain(rules_, f).to;
        bool changed = true;
        for (unsigned pass = 0; changed && pass < most_passes; ++pass) {
            changed = false;
            table_ = kleene(code_, box_);
            for (fact_id f = 0; f < rules_.facts.size(); ++f) {
                if (rules_.facts[f].after == nothing || !can_rise(f) || bits_of(table_, after_of(f)) != can_be_false) continue;
                box_.known[f].to = box_.known[f].from;
                changed = true;
            }
        }
        wants_.assign(std::size_t{2} * code_.node_count(), 0);
    }

    void want(literal l, std::uint8_t when)
    {
        if (bits_of(table_, l) != is_open || (wants_[l] & when) == when) return;
        wants_[l] |= when;
        stack_.emplace_back(l, when);
    }

    /// What is wanted of a gate is wanted of its inputs, with the same sign; what is wanted of a fact that can be learnt needs its `after`.
    void walk()
    {
        while (!stack_.empty()) {
            const auto [l, when] = stack_.back();
            stack_.pop_back();
            const node_id n = node_of(l);
            if (n < code_.test_count()) {
                const fact_id f = code_.tests[n].fact;
                if (can_rise(f) && has_open_after(f)) want(after_of(f), while_learning);
                continue;
            }
            const circuit_gate& gate = code_.gate(n);
            for (std::uint32_t i = 0; i < gate.size; ++i) want(code_.inputs[gate.first + i] ^ (is_negated(l) ? 1U : 0U), when);
        }
    }

    [[nodiscard]] bool is_wanted(node_id n) const { return (wants_[literal_of(n)] | wants_[literal_of(n, true)]) != 0; }

    void number_tests()
    {
        local_.assign(code_.node_count(), nothing);
        for (node_id n = 0; n < code_.test_count(); ++n)
            if (is_wanted(n)) tests_.push_back(n);
        std::ranges::sort(tests_, {}, [&](node_id n) { return std::pair(code_.tests[n].fact, n); });
        for (const node_id n : tests_) {
            const fact_id f = code_.tests[n].fact;
            if (made_.variables.empty() || made_.variables.back().fact != f) {
                plan_variable v;
                v.fact = f;
                v.first_test = made_.tests();
                v.kind = released_[f] ? plan_variable_kind::released : can_rise(f) ? plan_variable_kind::raised : plan_variable_kind::mixed;
                made_.variables.push_back(std::move(v));
            }
            ++made_.variables.back().tests;
            local_[n] = made_.tests();
            made_.variable_of.push_back(static_cast<std::uint32_t>(made_.variables.size() - 1));
        }
    }

    [[nodiscard]] literal translated(literal l) const { return literal_of(local_[node_of(l)], is_negated(l)); }

    void copy_gates()
    {
        for (node_id n = code_.test_count(); n < code_.node_count(); ++n)
            if (is_wanted(n)) copy_gate(n);
    }

    void copy_gate(node_id n)
    {
        const auto translate = [this](literal l) { return translated(l); };
        const residual_gate copy = open_part_of(code_.gate(n), code_, table_, translate, made_.inputs, made_.weights);
        local_[n] = made_.nodes();
        made_.gates.push_back(copy);
    }

    void copy_wants()
    {
        made_.wanted.assign(std::size_t{2} * made_.nodes(), 0);
        for (node_id n = 0; n < code_.node_count(); ++n) {
            if (local_[n] == nothing) continue;
            for (const bool negated : {false, true}) made_.wanted[literal_of(local_[n], negated)] = wants_[literal_of(n, negated)];
        }
    }

    /// Where something may be lost on the way, each step counts by itself: which of equal orders is the first may hang on it.
    void make_variables(bool each_step)
    {
        made_.truths.clear();
        made_.parts = 0;
        const std::int64_t effort_left = greatest_effort / static_cast<std::int64_t>(made_.variables.size());
        for (plan_variable& v : made_.variables) {
            v.cells.clear();
            v.other_values.clear();
            if (v.kind == plan_variable_kind::assumed) v.kind = plan_variable_kind::mixed;
            std::vector<wanted_test> wanted;
            for (std::uint32_t t = 0; t < v.tests; ++t) {
                const node_id n = tests_[v.first_test + t];
                wanted.push_back({n, wants_[literal_of(n)] != 0, wants_[literal_of(n, true)] != 0});
            }
            make_plan_cells(made_, v, code_, wanted, box_.known[v.fact], effort_left, each_step);
            v.first_part = made_.parts;
            made_.parts += v.kind == plan_variable_kind::raised ? static_cast<std::uint32_t>(v.cells.size()) - 1 : 1;
            if (v.kind != plan_variable_kind::raised) continue;
            check_order(v);
            v.has_after = has_open_after(v.fact);
            if (!v.has_after) continue;
            v.after_whole = after_of(v.fact);
            v.after = translated(v.after_whole);
        }
    }

    /// Whether something that an `after` wants is lost on the way up.
    void check_order(const plan_variable& v)
    {
        for (std::uint32_t t = 0; t < v.tests; ++t)
            for (const bool negated : {false, true}) {
                if ((made_.wanted[literal_of(v.first_test + t, negated)] & while_learning) == 0) continue;
                const truth_bits wanted = negated ? can_be_false : can_be_true;
                for (std::uint32_t c = 1; c < v.cells.size(); ++c)
                    if (made_.truth(v, c - 1, t) == wanted && made_.truth(v, c, t) != wanted) made_.ordered_by_need = false;
            }
    }

    const program::data& code_;
    const rule_base& rules_;
    facts box_;
    std::vector<bool> released_;
    truth_table table_;
    std::vector<std::uint8_t> wants_;
    std::vector<std::pair<literal, std::uint8_t>> stack_;
    std::vector<node_id> tests_;
    std::vector<std::uint32_t> local_;
    plan_problem made_;
};

bool is_unknown(const rule_base& rules, const facts& person, fact_id f)
{
    const known_fact whole = whole_domain(rules, f);
    const known_fact& known = person.known[f];
    return known.from == whole.from && known.to == whole.to && known.options == whole.options && (!known.mentioned || known.never_ask);
}

}  // namespace

bool is_learnable(const rule_base& rules, fact_id f)
{
    if (rules.facts[f].effort) return true;
    return rules.facts[f].type == fact_type::level && rules.effort_unit.empty();   // a unit is told with every effort
}

std::int64_t step_effort(const rule_base& rules, fact_id f)
{
    return rules.facts[f].effort ? rules.facts[f].effort->micro : 1'000'000;
}

facts plan_start(const rule_base& rules, const facts& person)
{
    facts start = person;
    for (fact_id f = 0; f < rules.facts.size(); ++f) {
        known_fact& known = start.known[f];
        if (known.decided() || !is_learnable(rules, f)) continue;
        known.from = known.to = is_unknown(rules, person, f) ? at_its_no(rules, f).from : known.from;
    }
    return start;
}

plan_problem make_plan_problem(const program::data& code, const facts& person, conclusion_id role, const std::vector<fact_id>& released)
{
    return problem_builder(code, person, released).run(role);
}

}  // namespace advise::engine
