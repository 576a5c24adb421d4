// The checker's search by cases against its table of all states, which is slower and obviously right.
#include "checked.hpp"

#include <verify/cases.hpp>
#include <verify/profile.hpp>
#include <verify/states.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace advise::tests {
namespace {

using namespace verify;

bool matters_in(const state_table& table, const std::vector<std::int64_t>& seen, std::size_t fact) {
    for (std::size_t s = 0; s < table.size(); ++s) {
        std::size_t lowest = s;
        for (std::size_t v = 0; v < table.variables.size(); ++v)
            if (table.variables[v].fact == fact) lowest -= table.digit(s, v) * table.stride(v);
        if (seen[s] != seen[lowest]) return true;
    }
    return false;
}

void check_conclusion(const verify::rules& base, const verify::person& who, std::size_t c) {
    std::vector<possible> left;
    for (const known_fact& f : who.facts) left.push_back(f.left);
    const auto table = all_states(base, c, rests_on(base, c), left, most_states);
    if (!table) return;
    budget work{most_cases};
    const auto stands = standing_of(base, c, left, work);
    BOOST_REQUIRE(stands.has_value());
    const bool some = std::ranges::find(table->holds, true) != table->holds.end(), all = std::ranges::find(table->holds, false) == table->holds.end();
    BOOST_TEST((stands->verdict == (all ? truth::yes : some ? truth::unknown : truth::no)));
    const auto [low, high] = std::ranges::minmax_element(table->points);
    BOOST_TEST((stands->points == interval{*low, *high}));
    const std::vector<std::int64_t> holds(table->holds.begin(), table->holds.end());
    for (std::size_t f = 0; f < left.size(); ++f) {
        budget own{most_cases};
        BOOST_TEST((matters(base, goal_of_truth(base.conclusions[c].node), f, left, own) == matters_in(*table, holds, f)));
        BOOST_TEST((matters(base, goal_of_points(evidence_of(base.conclusions[c])), f, left, own) == matters_in(*table, table->points, f)));
    }
}

}  // namespace

BOOST_AUTO_TEST_CASE(cases_find_what_the_table_of_all_states_has) {
    const std::uint64_t bases = from_environment("ADVISE_VERIFY_BASES", 300), first = from_environment("ADVISE_RANDOM_SEED", 1) * 1'000'000 + 600'000;
    for (std::uint64_t seed = first; seed < first + bases; ++seed) {
        const random_case made = make_random_case(seed, 1);
        const checked_case held(print_rules(made.base), print_profile(made.base, made.profiles.front()));
        one_file files(held.rules_text);
        grammar::diagnostics found;
        std::vector<grammar::source_ptr> keep;
        const verify::rules base = read_rules({"case.rules"}, files, found, keep);
        const verify::person who = read_profile(held.profile, base, false, found);
        BOOST_TEST_CONTEXT("seed " << seed << '\n' << held.rules_text << "---\n" << held.profile_text)
        for (std::size_t c = 0; c < base.conclusions.size(); ++c) check_conclusion(base, who, c);
    }
}

BOOST_AUTO_TEST_CASE(what_takes_too_long_is_left_unanswered) {
    const checked_case held("role r\n    when (a and not b) or (b and not c) or (c and not a)\n", "");
    one_file files(held.rules_text);
    grammar::diagnostics found;
    std::vector<grammar::source_ptr> keep;
    const verify::rules base = read_rules({"case.rules"}, files, found, keep);
    std::vector<possible> left;
    for (const verify::fact& f : base.facts) left.push_back(whole_domain(f));
    budget little{2};
    BOOST_TEST(!truth_by_cases(base, base.conclusions.front().node, left, little).has_value());
    budget enough{most_cases};
    BOOST_TEST((truth_by_cases(base, base.conclusions.front().node, left, enough) == truth::unknown));
}

}  // namespace advise::tests
