// Coverage and mutants: what the limits leave open is said.
#include "loading.hpp"

#include <advise/engine/coverage.hpp>
#include <advise/engine/mutants.hpp>

#include <boost/test/unit_test.hpp>

namespace advise::engine {
namespace {

struct loaded_tests {
    explicit loaded_tests(std::string text) : loaded(testing::load(std::move(text))), code(*loaded.rules) {
        grammar::diagnostics found;
        for (const test_block& test : loaded.rules->tests) tests.push_back(bind_test(test, *loaded.rules, found));
    }
    load_result loaded;
    program code;
    std::vector<bound_test> tests;
};

constexpr const char* small = R"(role r
    when a >= intermediate and b
    unless c and not c
test "both"
    given a: expert
    given b: advanced
    expect r: yes
test "fails"
    given a: none
    expect r: yes
)";

}  // namespace

BOOST_AUTO_TEST_SUITE(testing_of_rules)

BOOST_AUTO_TEST_CASE(a_test_that_fails_tries_nothing) {
    const loaded_tests all(small);
    BOOST_TEST(passes(all.code, all.tests[0]));
    BOOST_TEST(!passes(all.code, all.tests[1]));
    const coverage found = cover(all.code, all.tests);
    BOOST_TEST_REQUIRE(found.conditions.size() == 6U);
    const condition_trial& a = found.conditions[1];
    BOOST_TEST((a.is_true == trial::seen && a.decides_true == trial::seen));
    BOOST_TEST((a.is_false == trial::missing && a.decides_false == trial::missing));
    BOOST_TEST(a.lacking());
}

BOOST_AUTO_TEST_CASE(what_no_profile_can_show_is_not_asked_for) {
    const coverage found = cover(loaded_tests(small).code, {});
    const condition_trial& never = found.conditions[3];
    BOOST_TEST((never.is_true == trial::impossible && never.decides_true == trial::impossible));
    BOOST_TEST(never.excused());
}

BOOST_AUTO_TEST_CASE(what_the_limit_leaves_open_is_told) {
    const loaded_tests all(small);
    trial_options options;
    options.work_limit = 0;
    for (const condition_trial& c : cover(all.code, all.tests, options).conditions) BOOST_TEST(c.open());
    for (const mutant& m : try_mutants(all.code, all.tests, options)) BOOST_TEST((m.fate == mutant_fate::untried));
    options.work_limit = 600;
    std::size_t untried = 0, tried = 0;
    for (const mutant& m : try_mutants(all.code, std::span(all.tests).first(1), options)) ++(m.fate == mutant_fate::untried ? untried : tried);
    BOOST_TEST(untried > 0U);
    BOOST_TEST(tried > 0U);
}

BOOST_AUTO_TEST_CASE(sets_of_many_options_are_shown_as_they_are) {
    std::string options, evidence;
    for (int i = 0; i < 80; ++i) {
        options += (i == 0 ? "o" : ", o") + std::to_string(i);
        evidence += "    +" + std::to_string(i + 1) + " t includes o" + std::to_string(i) + "\n";
    }
    const loaded_tests all("fact t: any of (" + options + ")\nrole a\n    when t includes o79 and not t includes o0\n" + evidence);
    std::size_t survivors = 0;
    for (const mutant& m : try_mutants(all.code, {})) {
        if (!m.witness) continue;
        ++survivors;
        const std::vector<std::uint32_t>& in = m.witness->profile.at(0).second.members;
        std::int64_t points = 0;
        for (const std::uint32_t option : in) points += option + 1;
        BOOST_TEST(m.witness->right.points == points);
        BOOST_TEST(m.witness->right.holds == (std::ranges::binary_search(in, 79U) && !std::ranges::binary_search(in, 0U)));
        BOOST_TEST((m.witness->wrong.holds != m.witness->right.holds || m.witness->wrong.points != m.witness->right.points));
    }
    BOOST_TEST(survivors > 200U);
}

BOOST_AUTO_TEST_CASE(an_equivalent_mutant_is_proved_to_be_one) {
    const loaded_tests all(small);
    std::size_t equivalent = 0;
    for (const mutant& m : try_mutants(all.code, {}))
        if (m.fate == mutant_fate::equivalent) ++equivalent;
    BOOST_TEST(equivalent == 2U);  // the `unless` that never holds, left out, or with a first `c` that is harder to reach
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace advise::engine
