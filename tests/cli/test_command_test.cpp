// `advise test`: what --mutate proposes can be pasted, and notices what it is for.
#include "in_process.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

#include <set>
#include <string>

using namespace advise::cli::testing;

namespace {

namespace json = boost::json;

constexpr const char* every_kind = R"rules(ruleset "قاعده‌ها"
scale mark: low < middle < high
scale level: none < beginner < intermediate < advanced < expert
    label fa advanced "پیشرفته"
fact a: level
    label fa "الف"
fact "points 3": mark
fact b: yes/no
    label fa "بله‌دار"
fact age: number 18..99 years
fact budget: number 0..1000
fact town: one of (here, "out of town", no)
fact place: one of (north, south)
fact tongues: any of (english, "old persian")
concept half
    when a >= intermediate or (not a and b)
concept first half
    when age in 20..40 and budget > 2.5
role "the \"r\" points" "The role"
    when half and b and town = here
    when at least 2 of (a > beginner, "points 3", b) and place is south
    unless tongues includes "old persian"
    requires at most 1 of (b, first half, a) or exactly 2 of (b, first half, a, half)
    +2 age in 30..40
    -1 town in (here, "out of town")
    +1000 budget
    requires 1 point
role q
none of (a, b) -> q
half -> q (+2)
place is north and a -> not q
)rules";

json::object mutants_of(const folder& here, const std::string& rules, const std::vector<std::string>& more = {}) {
    here.write("all.rules", rules);
    std::vector<std::string> call{"test", "--mutate", "--json", "all.rules"};
    call.insert(call.end(), more.begin(), more.end());
    const outcome got = run_program(call);
    BOOST_TEST_REQUIRE(got.code == 0, got.out + got.err);
    return json::parse(got.out).as_object().at("mutants").as_object();
}

std::string all_tests(const json::object& mutants) {
    std::string all;
    for (const json::value& one : mutants.at("survivors").as_array()) all += one.at("test").as_string().c_str();
    return all;
}

std::set<std::string> changes(const json::object& mutants) {
    std::set<std::string> all;
    for (const json::value& one : mutants.at("survivors").as_array()) {
        const json::value& after = one.at("after");
        all.insert(std::string(one.at("before").as_string()) + " => " + (after.is_null() ? "nothing" : std::string(after.as_string())));
    }
    return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(test_command)

BOOST_AUTO_TEST_CASE(tests_proposed_for_survivors_pass_and_notice_all_of_them) {
    const folder here;
    for (const char* language : {"en", "fa"}) {
        const json::object before = mutants_of(here, every_kind, {"--lang", language});
        BOOST_TEST(before.at("survived").as_int64() > 60);
        BOOST_TEST(before.at("noticed").as_int64() == 0);
        const json::object after = mutants_of(here, every_kind + all_tests(before), {"--lang", language});
        BOOST_TEST(after.at("survived").as_int64() == 0, all_tests(after));
        BOOST_TEST(after.at("noticed").as_int64() == before.at("survived").as_int64());
        BOOST_TEST(after.at("equivalent").as_int64() == before.at("equivalent").as_int64());
    }
}

BOOST_AUTO_TEST_CASE(every_kind_of_slip_is_tried) {
    const folder here;
    const std::set<std::string> made = changes(mutants_of(here, every_kind));
    for (const char* expected : {"a >= intermediate => a > intermediate",
                                 "a >= intermediate => a >= beginner",
                                 "a => not (a)",
                                 "half => nothing",
                                 "a >= intermediate or (not a and b) => a >= intermediate and not a and b",
                                 "age in 20..40 => age in 21..40",
                                 "budget > 2.5 => budget >= 2.5",
                                 "budget > 2.5 => budget > 3.5",
                                 "half and b and town is here => half or b or town is here",
                                 "+2 => +3",
                                 "-1 => -2",
                                 "+1000 => +999",
                                 "requires 1 point => requires 2 points",
                                 "requires 1 point => nothing",
                                 "unless tongues includes old persian => nothing",
                                 R"(at most 1 of (b, "first half", a) => at most 2 of (b, "first half", a))",
                                 "town in (here, out of town) => town in (here)",
                                 "half -> q (+2) => nothing",
                                 "a > beginner => a >= beginner",
                                 "not (a or b) -> q => nothing"})
        BOOST_TEST(made.contains(expected), expected);
    std::string all;
    for (const std::string& one : made) all += one + "\n";
    BOOST_TEST(!made.contains("+1000 => +1001"), all);
}

BOOST_AUTO_TEST_CASE(mutants_wait_for_tests_that_fail) {
    const folder here;
    here.write("all.rules", "role r\n    when a\ntest \"one\"\n    given a: no\n    expect r: yes\n");
    const outcome got = run_program({"test", "--mutate", "--json", "all.rules"});
    BOOST_TEST(got.code == 1);
    BOOST_TEST(json::parse(got.out).as_object().at("mutants").is_null());
}

BOOST_AUTO_TEST_SUITE_END()
