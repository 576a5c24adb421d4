// What LANGUAGE.md §1 says, case by case. The random tests hold the engine to the slow truth; these are for people to read.
#include "support/bridge.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <set>

namespace {

using namespace advise;
using tests::advice_row;
using tests::verdict;

engine::advice advice_for(const tests::loaded& base, const std::string& profile, const engine::advise_options& how = {})
{
    BOOST_REQUIRE_MESSAGE(!base.found.has_errors(), tests::told(base.found));
    const tests::person who = tests::bind_text(base, profile);
    BOOST_REQUIRE_MESSAGE(!who.found.has_errors(), tests::told(who.found));
    return engine::advise(*base.code, who.facts, how);
}

void expect(const std::string& rules, const std::string& profile, const std::vector<advice_row>& expected)
{
    const tests::loaded base = tests::load(rules);
    const std::vector<advice_row> got = tests::rows_of(base, advice_for(base, profile));
    BOOST_TEST((got == expected), rules << profile << tests::compared(expected, got));
}

std::vector<std::string> open_facts(const std::string& rules, const std::string& profile)
{
    const tests::loaded base = tests::load(rules);
    std::vector<std::string> names;
    const engine::advice got = advice_for(base, profile);
    for (const engine::fact_id f : got.roles.front().open) names.push_back(base.rules->facts[f].term);
    return names;
}

/// Parity of many facts: every fact of mixed sign, no case is decided before all are known.
const std::string parity_of_30 = [] {
    std::string rules = "x0 -> p0\n";
    for (int i = 1; i < 30; ++i) {
        const std::string n = std::to_string(i), before = std::to_string(i - 1);
        rules += "(x" + n + " and not p" + before + ") or (not x" + n + " and p" + before + ") -> p" + n + "\n";
    }
    return rules;
}();

/// How many roles of some advice are exact.
std::ptrdiff_t exact_of(const engine::advice& got)
{
    return std::ranges::count_if(got.roles, [](const engine::role_advice& r) { return r.exact; });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(advice)

BOOST_AUTO_TEST_CASE(an_excluded_middle_is_certain_without_knowing) { expect("python or not python -> infra\n", "", {{"infra", verdict::yes, 0, 0}}); }
BOOST_AUTO_TEST_CASE(a_contradiction_is_out_of_the_question) { expect("python and not python -> infra\n", "", {{"infra", verdict::no, 0, 0}}); }
BOOST_AUTO_TEST_CASE(the_excluded_middle_is_seen_through_concepts)
{
    expect("python -> p\nnot python -> q\np or q -> infra\n", "", {{"infra", verdict::yes, 0, 0}});
}
BOOST_AUTO_TEST_CASE(what_is_not_mentioned_is_unknown) { expect("python -> infra\n", "", {{"infra", verdict::unknown, 0, 0}}); }
BOOST_AUTO_TEST_CASE(a_role_without_clauses_is_no_with_no_points) { expect("role infra\n", "", {{"infra", verdict::no, 0, 0}}); }
BOOST_AUTO_TEST_CASE(a_rule_base_without_roles_gives_empty_advice) { expect("fact python: level\n", "", {}); }
BOOST_AUTO_TEST_CASE(points_above_zero_are_enough_where_nothing_else_is_asked)
{
    expect("role a\n    +1 x\n    -1 y\n", "x: expert\ny: none\n", {{"a", verdict::yes, 1, 1}});
    expect("role a\n    +1 x\n    -1 y\n", "x: expert\ny: expert\n", {{"a", verdict::no, 0, 0}});
}
BOOST_AUTO_TEST_CASE(a_requirement_alone_makes_a_role) { expect("role a\n    requires x\n", "x: expert\n", {{"a", verdict::yes, 0, 0}}); }
BOOST_AUTO_TEST_CASE(required_points_count_as_a_requirement) { expect("role a\n    requires 0 points\n", "", {{"a", verdict::yes, 0, 0}}); }
BOOST_AUTO_TEST_CASE(of_several_required_points_the_greatest_counts)
{
    expect("role a\n    requires 1 points\n    requires 3 points\n    +2 x\n", "x: expert\n", {{"a", verdict::no, 2, 2}});
}
BOOST_AUTO_TEST_CASE(an_exclusion_beats_every_way_in) { expect("role a\n    when x\n    unless x >= expert\n", "x: expert\n", {{"a", verdict::no, 0, 0}}); }
BOOST_AUTO_TEST_CASE(the_interval_of_points_is_exact_where_evidence_excludes_evidence)
{
    expect("role a\n    when y or not y\n    +2 x >= expert\n    +3 x < expert\n", "", {{"a", verdict::yes, 2, 3}});
}
BOOST_AUTO_TEST_CASE(two_options_of_a_choice_cannot_both_be_true)
{
    expect("fact s: one of (a, b, c)\nrole r\n    +1 s = a\n    +1 s = b\n    +1 s = c\n", "", {{"r", verdict::yes, 1, 1}});
}
BOOST_AUTO_TEST_CASE(advice_is_ordered_by_verdict_then_low_then_high_then_declaration)
{
    expect("role n\n    requires x and not x\nrole u1\n    when y\nrole u2\n    when y\n    +1 z\nrole y1\n    when x or not x\nrole y2\n    when x or not x\n    +1 x or not x\n", "",
           {{"y2", verdict::yes, 1, 1}, {"y1", verdict::yes, 0, 0}, {"u2", verdict::unknown, 0, 1}, {"u1", verdict::unknown, 0, 0}, {"n", verdict::no, 0, 0}});
}
BOOST_AUTO_TEST_CASE(only_facts_that_can_still_change_something_are_open)
{
    BOOST_TEST(open_facts("role a\n    when x and (y or not y)\n    +1 z\n", "z: none\n") == std::vector<std::string>{"x"});
    BOOST_TEST((open_facts("role a\n    when x and y\n    +1 z\n", "y: none\n") == std::vector<std::string>{"z"}));
}
BOOST_AUTO_TEST_CASE(a_bounded_fact_that_no_longer_matters_is_not_open)
{
    BOOST_TEST(open_facts("role a\n    when x >= beginner and y\n", "x: at least intermediate\n") == std::vector<std::string>{"y"});
}
BOOST_AUTO_TEST_CASE(evidence_too_light_to_matter_is_not_open)
{
    // 3 - 2 and 3 are both above 0, -2 and 0 are not: y changes the points of c, but not whether a holds.
    BOOST_TEST(open_facts("concept c\n    +3 x\n    -2 y\nrole a\n    requires c\n", "") == std::vector<std::string>{"x"});
}
BOOST_AUTO_TEST_CASE(numbers_lie_on_the_grid)
{
    expect("fact n: number 0..10\nrole a\n    when n > 2\n", "n: 2.000001\n", {{"a", verdict::yes, 0, 0}});
    expect("fact n: number 0..10\nrole a\n    when n > 2 and n < 2.000001\n", "", {{"a", verdict::no, 0, 0}});
}
BOOST_AUTO_TEST_CASE(a_role_past_the_work_limit_says_so_and_keeps_kleenes_answer)
{
    const tests::loaded base = tests::load(parity_of_30 + "role a\n    when p29\n    unless p29\n");
    const engine::advice got = advice_for(base, "", {.proof = true, .witnesses = true, .work_limit = 100'000});
    BOOST_TEST(!got.roles.front().exact);
    BOOST_TEST((got.roles.front().verdict == engine::verdict::unknown));
    BOOST_TEST(!got.roles.front().verdict_split.has_value());
    BOOST_TEST(!got.roles.front().yes.has_value());
}
BOOST_AUTO_TEST_CASE(many_hard_roles_share_the_work_of_a_run)
{
    std::string hard;
    for (int i = 0; i < 20; ++i) hard += "role hard" + std::to_string(i) + "\n    when p29\n    unless p29\n    +1 p29\n    +1 x" + std::to_string(i) + "\n";
    std::string easy;
    for (int i = 0; i < 20; ++i) {
        const std::string x = "x" + std::to_string(i);
        easy += "role easy" + std::to_string(i) + "\n    when " + x + " or not " + x + "\n";
    }
    for (const std::string& rules : {hard + easy, easy + hard}) {       // the order starves nobody
        const engine::advice got = advice_for(tests::load(parity_of_30 + rules), "", {.proof = true, .witnesses = true, .run_limit = 2'000'000});
        BOOST_TEST(exact_of(got) == 20);
        for (const engine::role_advice& r : got.roles) BOOST_TEST((r.exact == (r.verdict == engine::verdict::yes)));
    }
}
BOOST_AUTO_TEST_CASE(what_signs_alone_decide_is_exact_without_any_work_left)
{
    const engine::advice got = advice_for(tests::load("role a\n    when x and y\n    +2 z\n"), "", {.work_limit = 0, .run_limit = 0});
    BOOST_TEST(got.roles.front().exact);
    BOOST_TEST((got.roles.front().verdict == engine::verdict::unknown));
    BOOST_TEST((got.roles.front().points == engine::points_interval{0, 2}));
}
BOOST_AUTO_TEST_CASE(proofs_and_witnesses_do_not_change_what_the_work_limit_leaves_exact)
{
    const tests::loaded base = tests::load(parity_of_30 + "role a\n    when p29 or not p9\nrole b\n    when p5\n    +1 p6\n    -1 p6\nrole c\n    when p12\n    unless p12\n");
    for (const std::uint64_t limit : {100U, 1'000U, 10'000U, 100'000U, 1'000'000U}) {
        const engine::advice with = advice_for(base, "", {.proof = true, .witnesses = true, .work_limit = limit, .run_limit = 2 * limit});
        const engine::advice without = advice_for(base, "", {.proof = false, .witnesses = false, .work_limit = limit, .run_limit = 2 * limit});
        BOOST_TEST((tests::rows_of(base, with) == tests::rows_of(base, without)));
        BOOST_TEST(exact_of(with) == exact_of(without));
    }
}
BOOST_AUTO_TEST_CASE(what_cannot_be_shown_within_the_work_limit_is_not_answered)
{
    // Kleene's tables see twelve points at either end, the truth is six; to show both ends at once takes more work than to find them.
    std::string rules = "role a\n";
    for (const std::string name : {"up", "down"})
        for (int i = 0; i < 6; ++i) {
            const std::string a = name + std::to_string(i), b = name + "b" + std::to_string(i), points = name == "up" ? "    +1 " : "    -1 ";
            rules += points + a + " and " + b + "\n" + points + a + " and not " + b + "\n";
        }
    const tests::loaded base = tests::load(rules);
    std::set<bool> seen;
    for (std::uint64_t limit = 10'000; limit < 10'000'000; limit += limit / 8) {
        const engine::role_advice got = advice_for(base, "", {.proof = true, .work_limit = limit}).roles.front();
        seen.insert(got.exact);
        BOOST_TEST((got.points == (got.exact ? engine::points_interval{-6, 6} : engine::points_interval{-12, 12})));
        BOOST_TEST(got.points_split.has_value() == got.exact);
        BOOST_TEST(got.low.has_value() == got.exact);
    }
    BOOST_TEST(seen.size() == 2U);
}
BOOST_AUTO_TEST_CASE(two_thousand_thresholds_of_one_number_are_exact)
{
    std::string rules = "fact n: number\nrole a\n";
    for (int i = 1; i <= 2000; ++i) rules += std::string(i % 2 == 0 ? "    +" : "    -") + "1 n >= " + std::to_string(i) + "\n";
    const engine::advice got = advice_for(tests::load(rules), "", {.proof = true});
    BOOST_TEST(got.roles.front().exact);
    BOOST_TEST((got.roles.front().points == engine::points_interval{-1, 0}));
    BOOST_TEST((got.roles.front().verdict == engine::verdict::no));
}
BOOST_AUTO_TEST_CASE(forty_thousand_facts_that_matter_are_found_at_once)
{
    std::string rules = "role a\n";
    for (int i = 0; i < 20'000; ++i) rules += "    +1 f" + std::to_string(i) + "\n    when g" + std::to_string(i) + "\n";
    BOOST_TEST(open_facts(rules, "").size() == 40'000U);
}
BOOST_AUTO_TEST_CASE(proof_and_no_proof_give_the_same_rows)
{
    const tests::loaded base = tests::load("role a\n    when x or not x and y\n    +1 z\n    -1 not z\n");
    const engine::advice with = advice_for(base, "", {.proof = true}), without = advice_for(base, "", {.proof = false, .witnesses = false});
    BOOST_TEST((tests::rows_of(base, with) == tests::rows_of(base, without)));
    BOOST_TEST(without.nodes.empty());
}

BOOST_AUTO_TEST_SUITE_END()
