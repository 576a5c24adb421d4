#include "states.hpp"

#include <algorithm>
#include <set>

namespace advise::verify {
namespace {

/// Values of an open fact among which its tests can change: all of a level or choice, the ends of every stretch of a number.
std::vector<std::int64_t> candidates(const possible& left, const std::vector<const condition*>& tests) {
    std::set<std::int64_t> values;
    for (std::size_t v = 0; v < left.values.size(); ++v)
        if (left.values[v]) values.insert(static_cast<std::int64_t>(v));
    if (!left.values.empty()) return {values.begin(), values.end()};
    values.insert(left.from);
    const auto add = [&](std::int64_t v) {
        if (left.from <= v && v <= left.to) values.insert(v);
    };
    for (const condition* test : tests) {
        if (test->op == test_op::has) add(1);
        for (const std::int64_t v : test->values) add(v), add(v + 1);
    }
    return {values.begin(), values.end()};
}

/// One value, the lowest, for each way in which the tests see the fact.
std::vector<std::int64_t> distinct(const fact& of, const possible& left, const std::vector<const condition*>& tests) {
    std::vector<std::int64_t> kept;
    std::set<std::vector<truth>> seen;
    for (const std::int64_t v : candidates(left, tests)) {
        possible only = left;
        only.from = only.to = v;
        for (std::size_t i = 0; i < only.values.size(); ++i) only.values[i] = static_cast<std::int64_t>(i) == v;
        std::vector<truth> look;
        for (const condition* test : tests) look.push_back(test_truth(*test, of, only));
        if (seen.insert(look).second) kept.push_back(v);
    }
    return kept;
}

/// Evaluates every state: the first variable counts most.
template <class See>
void for_each_state(const rules& base, const std::vector<variable>& variables, const std::vector<possible>& facts,
                    const std::vector<std::size_t>& order, const See& see) {
    completion one = lowest_completion(base, facts);
    std::vector<std::size_t> digits(variables.size(), 0);
    for (const variable& v : variables) put(one, v, v.values.front());
    facts_of_one holds;
    for (bool more = true; more;) {
        evaluate_plainly(base, one, order, holds);
        see(holds);
        more = false;
        // The next state: the last variable one step on, and so to the front.
        for (std::size_t v = digits.size(); v-- > 0 && !more;) {
            digits[v] = (digits[v] + 1) % variables[v].values.size();
            put(one, variables[v], variables[v].values[digits[v]]);
            more = digits[v] != 0;
        }
    }
}

}  // namespace

std::vector<std::size_t> facts_below(const rules& base, const std::vector<std::size_t>& order) {
    std::set<std::size_t> facts;
    for (const std::size_t c : order)
        if (base.conditions[c].kind == condition_kind::test) facts.insert(base.conditions[c].subject);
    return {facts.begin(), facts.end()};
}

std::vector<variable> variables_below(const rules& base, const std::vector<std::size_t>& order, const std::vector<possible>& facts) {
    std::map<std::size_t, std::vector<const condition*>> tests;
    for (const std::size_t c : order)
        if (base.conditions[c].kind == condition_kind::test) tests[base.conditions[c].subject].push_back(&base.conditions[c]);
    std::vector<variable> made;
    for (const auto& [f, asked] : tests) {
        const possible& left = facts[f];
        if (left.decided()) continue;
        if (base.facts[f].type != fact_type::any_of) {
            made.push_back({f, none, distinct(base.facts[f], left, asked)});
            continue;
        }
        for (std::size_t o = 0; o < left.options.size(); ++o) {
            if (left.options[o] != truth::unknown) continue;
            const bool tested = std::any_of(asked.begin(), asked.end(), [&](const condition* t) { return t->values.front() == static_cast<std::int64_t>(o); });
            made.push_back({f, o, tested ? std::vector<std::int64_t>{0, 1} : std::vector<std::int64_t>{0}});
        }
    }
    return made;
}

std::uint64_t count_states(const std::vector<variable>& variables, std::uint64_t limit) {
    std::uint64_t states = 1;
    for (const variable& v : variables) {
        states *= v.values.size();
        if (states > limit) return limit + 1;
    }
    return states;
}

completion lowest_completion(const rules& base, const std::vector<possible>& facts) {
    completion made;
    made.values.resize(facts.size(), 0);
    made.sets.resize(facts.size());
    for (std::size_t f = 0; f < facts.size(); ++f) {
        const possible& left = facts[f];
        for (const truth option : left.options) made.sets[f].push_back(option == truth::yes);
        made.values[f] = base.facts[f].type == fact_type::number ? left.from : left.options.empty() ? static_cast<std::int64_t>(left.first()) : 0;
    }
    return made;
}

void put(completion& into, const variable& v, std::int64_t value) {
    if (v.option != none) into.sets[v.fact][v.option] = value != 0;
    else into.values[v.fact] = value;
}

std::size_t state_table::stride(std::size_t of) const {
    std::size_t step = 1;
    for (std::size_t v = of + 1; v < variables.size(); ++v) step *= variables[v].values.size();
    return step;
}

std::size_t state_table::digit(std::size_t state, std::size_t of) const { return state / stride(of) % variables[of].values.size(); }

std::optional<truth> exact_truth(const rules& base, std::size_t condition, const std::vector<possible>& facts, std::uint64_t limit) {
    const std::vector<std::size_t> order = deciding(base, {condition});
    truths known;
    evaluate_kleene(base, facts, order, known);
    if (known[condition] != truth::unknown) return known[condition];
    const std::vector<variable> variables = variables_below(base, order, facts);
    if (count_states(variables, limit) > limit) return std::nullopt;
    bool some_true = false, some_false = false;
    for_each_state(base, variables, facts, order, [&](const facts_of_one& holds) { (holds[condition] ? some_true : some_false) = true; });
    return some_true && some_false ? truth::unknown : some_true ? truth::yes : truth::no;
}

std::optional<state_table> all_states(const rules& base, std::size_t conclusion, const std::vector<std::size_t>& order,
                                      const std::vector<possible>& facts, std::uint64_t limit) {
    state_table table;
    table.variables = variables_below(base, order, facts);
    const std::uint64_t states = count_states(table.variables, limit);
    if (states > limit) return std::nullopt;
    const verify::conclusion& about = base.conclusions[conclusion];
    for_each_state(base, table.variables, facts, order, [&](const facts_of_one& holds) {
        table.holds.push_back(holds[about.node]);
        table.points.push_back(plain_points(about, holds));
    });
    return table;
}

}  // namespace advise::verify
