#include "kleene.hpp"

#include <advise/engine/next_step.hpp>
#include <advise/engine/plan.hpp>
#include <advise/grammar/limits.hpp>

#include <algorithm>

namespace advise::engine {
namespace {

/// A test of an ordered fact at one value.
bool holds(const rule_base& rules, const condition& test, std::int64_t value) {
    const auto wanted = [&](std::uint32_t i) { return rules.test_values[test.first + i]; };
    switch (test.op) {
    case test_op::has: return value > 0;
    case test_op::eq: return value == wanted(0);
    case test_op::ne: return value != wanted(0);
    case test_op::lt: return value < wanted(0);
    case test_op::le: return value <= wanted(0);
    case test_op::gt: return value > wanted(0);
    case test_op::ge: return value >= wanted(0);
    case test_op::in:
        if (test.is_range) return value >= wanted(0) && value <= wanted(1);
        for (std::uint32_t i = 0; i < test.size; ++i)
            if (value == wanted(i)) return true;
        return false;
    case test_op::includes: break;
    }
    return false;
}

}  // namespace

step_finder::step_finder(const program& code) : code_(code) {
    const rule_base& rules = code.rules();
    std::vector<std::uint32_t> place(rules.facts.size(), nothing);
    for (fact_id f = 0; f < rules.facts.size(); ++f) {
        if (!is_learnable(rules, f)) continue;
        place[f] = static_cast<std::uint32_t>(facts_.size());
        facts_.push_back({f, rules.facts[f].type == fact_type::number ? grammar::limits::grid : 1, whole_domain(rules, f).to, {}});
        any_after_ = any_after_ || rules.facts[f].after != nothing;
    }
    for (condition_id c = 0; c < rules.conditions.size(); ++c) {
        const condition& test = rules.conditions[c];
        if (test.kind == condition_kind::test && place[test.subject] != nothing) facts_[place[test.subject]].tests.push_back(c);
    }
}

bool step_finder::is_noticed(const learnable& one, std::int64_t from) const {
    const rule_base& rules = code_.rules();
    return std::ranges::any_of(one.tests, [&](condition_id c) {
        return holds(rules, rules.conditions[c], from) != holds(rules, rules.conditions[c], from + one.step);
    });
}

void step_finder::find(const facts& start, std::vector<next_step>& out) const {
    out.clear();
    const program::data& code = code_.code();
    const rule_base& rules = code_.rules();
    const truth_table table = any_after_ ? kleene(code, start) : truth_table();
    for (const learnable& one : facts_) {
        const known_fact& known = start.known[one.fact];
        const condition_id after = rules.facts[one.fact].after;
        if (known.from != known.to || known.from + one.step > one.greatest || !is_noticed(one, known.from)) continue;
        if (after != nothing && bits_of(table, code.class_literal[code.class_of[after]]) != can_be_true) continue;
        out.push_back({one.fact, known.from + one.step});
    }
}

}  // namespace advise::engine
