// `advise test`: what --mutate proposes can be pasted, and notices what it is for.
#include "in_process.hpp"

#include <advise/grammar/utf8.hpp>

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <filesystem>
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

BOOST_AUTO_TEST_CASE(titles_are_short_and_unlike_any_other) {
    const folder here;
    for (const char* language : {"en", "fa"}) {
        std::set<std::string> seen;
        std::string rules = every_kind;
        for (int round = 0; round < 2; ++round) {
            const json::object found = mutants_of(here, rules, {"--lang", language});
            for (const json::value& one : found.at("survivors").as_array()) {
                const std::string test(one.at("test").as_string());
                const std::string title = test.substr(0, test.find('\n'));
                BOOST_TEST(seen.insert(title).second, title);
                BOOST_TEST(std::count(title.begin(), title.end(), '"') == 2, title);
                BOOST_TEST(advise::grammar::display_width(title) <= 60 + 5 + 2 + 6, title);  // test "… (123)"
            }
            // Tests of the same titles that notice nothing: the next titles must differ.
            if (round == 0)
                for (const std::string& title : seen) rules += title + "\n    given otherwise: no\n    expect q points 0\n";
        }
        BOOST_TEST(seen.size() > 60U);
    }
}

BOOST_AUTO_TEST_CASE(written_tests_import_the_rules_and_notice_everything) {
    const folder here;
    for (const char* language : {"en", "fa"}) {
        const std::string file = std::string("t-") + language + ".rules";
        here.write("all.rules", every_kind);
        const outcome made = run_program({"test", "--mutate", "--write-tests", file, "--lang", language, "all.rules"});
        BOOST_TEST_REQUIRE(made.code == 0, made.out + made.err);
        BOOST_TEST(has(made.out, file));
        BOOST_TEST(!has(made.out, "given"));
        const outcome ran = run_program({"test", "--mutate", "--json", file});
        BOOST_TEST_REQUIRE(ran.code == 0, ran.out + ran.err);
        BOOST_TEST(ran.err == "");
        BOOST_TEST(json::parse(ran.out).as_object().at("mutants").as_object().at("survived").as_int64() == 0);
    }
}

BOOST_AUTO_TEST_CASE(written_tests_never_cost_a_file) {
    const folder here;
    const std::string rules = "fact a: level\nrole r\n    when a >= beginner";
    here.write("all.rules", rules);
    here.write("other.txt", "mine");
    fs::create_directory("below");
    const outcome refused = run_program({"test", "--mutate", "--write-tests", "other.txt", "all.rules"});
    BOOST_TEST(refused.code == 2);
    BOOST_TEST(has(refused.err, "other.txt"));
    BOOST_TEST(here.read("other.txt") == "mine");
    BOOST_TEST(run_program({"test", "--mutate", "--write-tests", "below/t.rules", "all.rules"}).code == 2);
    BOOST_TEST(!fs::exists("below/t.rules"));
    BOOST_TEST(run_program({"test", "--mutate", "--write-tests", "t.rules", "-"}, rules).code == 2);
    BOOST_TEST(run_program({"test", "--write-tests", "t.rules", "all.rules"}).code == 2);
    BOOST_TEST(!fs::exists("t.rules"));
    BOOST_TEST(run_program({"test", "--mutate", "--write-tests", "all.rules", "all.rules"}).code == 0);
    BOOST_TEST(here.read("all.rules").starts_with(rules + "\n\ntest \""), here.read("all.rules"));
    const std::string once = here.read("all.rules");
    BOOST_TEST(run_program({"test", "--mutate", "--write-tests", "all.rules", "all.rules"}).code == 0);
    BOOST_TEST(here.read("all.rules") == once);
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
                                 "half and b and town = here => half or b or town = here",
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

BOOST_AUTO_TEST_CASE(a_failing_test_counts_its_further_signs_and_names_no_command) {
    const folder here;
    here.write("all.rules", "role r\n    when a\n    +1 b\n    +1 c\n    +1 d\n    +1 e\ntest \"one\"\n    given a\n    given b\n    given c\n    given d\n    given e\n"
                            "    expect r: no\n");
    const outcome got = run_program({"test", "all.rules"});
    BOOST_TEST(has(got.out, "+2 2 further signs."), got.out);
    BOOST_TEST(!has(got.out, "explain"));
}

BOOST_AUTO_TEST_CASE(conditions_are_named_in_the_words_of_the_file) {
    const folder here;
    here.write("all.rules", "fact goal: one of (alone, band)\nrole r\n    when goal = alone\nrole s\n    when goal is band\nrole t\n    when goal != band\nrole u\n    when goal is not band\n");
    for (const char* option : {"--coverage", "--mutate"}) {
        const outcome got = run_program({"test", option, "all.rules"});
        for (const char* words : {"goal = alone", "goal is band", "goal != band", "goal is not band"}) BOOST_TEST(has(got.out, words), got.out);
    }
}

BOOST_AUTO_TEST_CASE(mutants_wait_for_tests_that_fail) {
    const folder here;
    here.write("all.rules", "role r\n    when a\ntest \"one\"\n    given a: no\n    expect r: yes\n");
    const outcome got = run_program({"test", "--mutate", "--json", "all.rules"});
    BOOST_TEST(got.code == 1);
    BOOST_TEST(json::parse(got.out).as_object().at("mutants").is_null());
}

BOOST_AUTO_TEST_SUITE_END()
