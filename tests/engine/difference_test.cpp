// Which facts of two versions are the same, and what the limits leave open. What is found of the change is tested in tests/random.
#include "loading.hpp"

#include <advise/engine/difference.hpp>

#include <boost/test/unit_test.hpp>

namespace {

using namespace advise::engine;
using namespace advise::engine::testing;

/// Two versions and what is said of them.
struct versions {
    load_result old, now;
    program old_code, new_code;
    difference found;

    versions(std::string before, std::string after, const difference_options& options = {})
        : old(load(std::move(before))), now(load(std::move(after))), old_code(*old.rules), new_code(*now.rules),
          found(compare_rules(old_code, new_code, options)) {}
};

bool same(std::string before, std::string after) {
    return versions(std::move(before), std::move(after)).found.outcome() == difference_outcome::equivalent;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(differences)

BOOST_AUTO_TEST_CASE(a_fact_is_the_same_under_another_name_of_either_version) {
    const std::string car = "fact car: yes/no\nrole driver\n    when car\n";
    BOOST_TEST(same(car, "fact vehicle: yes/no\n    aka car\nrole driver\n    when vehicle\n"));
    BOOST_TEST(same("fact vehicle: yes/no\n    aka car\nrole driver\n    when vehicle\n", car));
    BOOST_TEST(!same(car, "fact vehicle: yes/no\nrole driver\n    when vehicle\n"));
    BOOST_TEST(same(car, "fact Car: yes/no\nrole Driver\n    when CAR\n"));
}

BOOST_AUTO_TEST_CASE(values_are_the_same_by_their_terms) {
    const versions choice("fact town: one of (a, b, c)\nrole r\n    when town is a\n", "fact town: one of (d, c, a)\nrole r\n    when town is a\n");
    BOOST_TEST((choice.found.outcome() == difference_outcome::equivalent));
    BOOST_TEST(choice.found.shared_values_only());
    BOOST_TEST((choice.found.facts[0].only_old == std::vector<std::uint32_t>{1}));
    BOOST_TEST((choice.found.facts[0].only_new == std::vector<std::uint32_t>{0}));
    const versions level("scale s: low < high\nfact f: s\nrole r\n    when f >= high\n",
                         "scale s: low < mid < high\nfact f: s\nrole r\n    when f >= mid\n");
    BOOST_TEST((level.found.outcome() == difference_outcome::equivalent));
    BOOST_TEST(level.found.shared_values_only());
    const versions turned("scale s: low < high\nfact f: s\nrole r\n    when f is high\n",
                          "scale s: high < low\nfact f: s\nrole r\n    when f is high\n");
    BOOST_TEST((turned.found.outcome() == difference_outcome::equivalent));
    BOOST_TEST((turned.found.facts[0].kind == joint_kind::choice));
}

BOOST_AUTO_TEST_CASE(facts_of_another_kind_are_two) {
    const versions both("fact age: number 0..99\nrole r\n    when age >= 18\n", "fact age: yes/no\nrole r\n    when age\n");
    BOOST_TEST(both.found.facts.size() == 2U);
    BOOST_TEST(both.found.facts[0].other_kind);
    BOOST_TEST(both.found.groups.size() == 2U);
    BOOST_TEST(!same("fact age: number 0..99 years\nrole r\n    when age >= 2\n", "fact age: number 0..99 months\nrole r\n    when age >= 2\n"));
    BOOST_TEST(!same("fact age: number 0..9\nrole r\n    when age >= 2\n", "fact age: number 20..99\nrole r\n    when age >= 2\n"));
}

BOOST_AUTO_TEST_CASE(numbers_are_cut_where_either_version_asks) {
    const versions both("fact age: number 0..99\nrole r\n    when age >= 18\n", "fact age: number 0..99\nrole r\n    when age > 20.5\n");
    BOOST_TEST_REQUIRE(both.found.groups.size() == 1U);
    const difference_group& lost = both.found.groups[0];
    BOOST_TEST((lost.change == advice_change::loses));
    const joint_fact& age = both.found.facts[0];
    BOOST_TEST(age.values[lost.when[0].from].new_from == 18'000'000);
    BOOST_TEST(age.values[lost.when[0].to].new_to == 20'500'000);
    BOOST_TEST(lost.witness.in_new.known[0].from == 18'000'000);
}

BOOST_AUTO_TEST_CASE(roles_that_come_and_go_make_a_difference) {
    const std::string one = "role r\n    when a\n", two = one + "role s\n    when b\n";
    BOOST_TEST(!same(one, two));
    BOOST_TEST(!same(two, one));
    BOOST_TEST(!same(one, one + "role s\n    when b and not b\n"));
    difference_options options;
    options.allowed = {"S"};
    const versions allowed(one, two, options);
    BOOST_TEST((allowed.found.outcome() == difference_outcome::equivalent));
}

BOOST_AUTO_TEST_CASE(what_the_limits_leave_open_is_said) {
    const std::string before = "role r\n    when a and (b or c)\nrole q\n    when d\n",
                      after = "role r\n    when a and b or a and c\nrole q\n    when d\n";
    BOOST_TEST(same(before, after));
    difference_options none;
    none.work_limit = 0;
    const versions stopped(before, after, none);
    BOOST_TEST((stopped.found.outcome() == difference_outcome::undecided));
    BOOST_TEST(stopped.found.roles[0].undecided);
    BOOST_TEST(!stopped.found.roles[1].undecided);  // it is there once
    difference_options few;
    few.groups = few.counted = 1;
    const versions cut("role r\n    when a or b\n", "role r\n    when c or d\n", few);
    BOOST_TEST(cut.found.groups.size() == 1U);
    BOOST_TEST(cut.found.further == 0U);
    BOOST_TEST(!cut.found.counted_all);
}

BOOST_AUTO_TEST_CASE(a_change_is_told_where_it_begins) {
    const std::string rest = "concept high\n    when low and b\nrole r\n    when high\nrole s\n    when low\nrole t\n    when b\n";
    const versions one("fact a: level\nconcept low\n    when a >= expert\n" + rest, "fact a: level\nconcept low\n    when a >= advanced\n" + rest);
    BOOST_REQUIRE(one.found.concepts.size() == 1U);
    BOOST_TEST(one.now.rules->conclusions[one.found.concepts[0].in_new].term == "low");
    BOOST_TEST(one.found.concepts[0].told_all);
    BOOST_TEST(one.found.concept_groups.size() == 1U);
    const std::vector<std::size_t> through{0};
    BOOST_TEST((one.found.roles[0].through == through && one.found.roles[1].through == through && one.found.roles[2].through.empty()));
    BOOST_TEST((one.found.roles[0].changes && one.found.roles[1].changes && !one.found.roles[2].changes));
}

BOOST_AUTO_TEST_CASE(groups_of_concepts_are_few) {
    std::string before, after;
    for (int i = 0; i < 30; ++i) {
        const std::string n = std::to_string(i), head = "concept c" + n + "\n    when f" + n;
        before += head + " >= expert\n";
        after += head + " >= advanced\n";
    }
    const std::string role = "role r\n    when all of (c0, c29)\n";
    const versions many(before + role, after + role);
    BOOST_TEST(many.found.concept_groups.size() == most_concept_groups);
    BOOST_TEST(many.found.concepts.size() == 30U);
    BOOST_TEST(many.found.concept_groups.back().role == most_concept_groups - 1);
    BOOST_TEST(!many.found.concepts.back().told_all);
    const std::vector<std::size_t> through{0};  // of the last one nothing was found, as it was not asked
    BOOST_TEST((many.found.roles[0].through == through));
}

BOOST_AUTO_TEST_CASE(nothing_at_all) {
    BOOST_TEST(same("", ""));
    BOOST_TEST(!same("", "role r\n"));
    BOOST_TEST(same("role r\n", "role r\n"));
}

BOOST_AUTO_TEST_CASE(concepts_leave_roles_enough_work) {
    std::string facts, before, after, roles;
    for (int i = 0; i < 30; ++i) {
        const std::string n = std::to_string(i);
        facts += "fact f" + n + ": level\n";
        before += "concept c" + n + "\n    when f" + n + " >= expert\n";
        after += "concept c" + n + "\n    when f" + n + " >= advanced or f" + std::to_string((i + 1) % 30) + " = beginner\n";
    }
    for (int i = 0; i < 30; ++i) roles += "role r" + std::to_string(i) + "\n    when c" + std::to_string(i) + "\n";
    difference_options options;
    options.groups = options.counted = 30;
    options.work_limit = 20'000;  // not enough for all: of thirty changes concepts would leave work for five
    const versions short_of_work(facts + before + roles, facts + after + roles, options);
    BOOST_TEST(short_of_work.found.concepts.size() == 30U);
    BOOST_TEST(!short_of_work.found.concepts.back().told_all);
    BOOST_TEST(short_of_work.found.groups.size() > 20U);
}

BOOST_AUTO_TEST_SUITE_END()
