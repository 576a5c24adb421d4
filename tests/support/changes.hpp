#pragma once

// What the tests of reasons and comparisons share: random cases with one profile each, and changed facts in the twin's terms.

#include "support/bridge.hpp"

#include <advise/engine/changed_fact.hpp>

#include <boost/test/unit_test.hpp>

namespace advise::tests {

/// The new value of a changed fact, all of whose options are decided.
inline value changed_value(const engine::rule_base& rules, const engine::changed_fact& changed)
{
    engine::fact_value v;
    v.number = changed.to.from;
    for (std::uint32_t o = 0; o < changed.to.options.size(); ++o)
        if (changed.to.options[o] == 1) v.members.push_back(o);
    return value_of(rules, changed.fact, v);
}

/// Calls `check` with each of `count` random cases from a seed on, loaded and bound.
template <class Check>
void for_each_case(std::uint64_t first, std::uint64_t count, const Check& check)
{
    for (std::uint64_t seed = first; seed < first + count; ++seed) {
        const random_case made = make_random_case(seed, 1);
        const std::string rules = print_rules(made.base, {}), text = print_profile(made.base, made.profiles[0], {});
        const loaded base = load(rules);
        BOOST_TEST_CONTEXT("seed " << seed << "\n--- rules\n" << rules << "--- profile\n" << text << "---\n")
        {
            const person who = bind_text(base, text);
            BOOST_REQUIRE(!who.found.has_errors());
            check(made, base, who);
        }
    }
}

}  // namespace advise::tests
