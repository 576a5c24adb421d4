// What the program prints as JSON is as its schemas say.
#include "in_process.hpp"
#include "json_schema.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

using namespace advise::cli::testing;

namespace {

constexpr const char* rules = R"(fact a: level
    effort 3 weeks
fact b: yes/no
    effort 2.5 weeks
    after a
fact age: number 0..99 years
fact town: one of (here, there)
fact tongues: any of (english, persian)
concept half
    when a >= intermediate or not a and b
role r "The role"
    when half and b and town = here
    unless tongues includes persian
    +2 age in 3..40.5
        because "Good years."
    -1 town = there
role never
    when b and not b
    +1 b
test "one"
    given b
    expect r: unknown
    expect never points 1
    expect first r
test "fails"
    given b: no
    expect r: yes
)";

constexpr const char* person = "a: at least beginner\nage: 20..60\ntongues: includes english\n";

using arguments = std::vector<std::string>;

/// The same checks for every output: it is JSON, and nothing is wrong with it.
void check_output(const std::string& schema, arguments call) {
    const json_schema described(run_program({"schema", schema}).out);
    call.insert(call.end(), {"--json"});
    const outcome got = run_program(call);
    BOOST_TEST_CONTEXT(schema << ": " << got.out << got.err) {
        BOOST_REQUIRE(!got.out.empty());
        for (const std::string& each : described.complaints(got.out)) BOOST_ERROR(each);
    }
}

/// With the shipped rules too, where everything stands in them that rules can say.
void check_about(const std::string& schema, const arguments& ours, const arguments& shipped) {
    const folder here;
    here.write("a.rules", rules);
    here.write("p.txt", person);
    arguments with_rules = ours;
    with_rules.insert(with_rules.end(), {"--rules", "a.rules", "p.txt"});
    check_output(schema, with_rules);
    for (const char* who : {"sara.txt", "nima.txt", "newcomer.txt", "mei.txt"}) {
        arguments about = shipped;
        about.push_back(std::string(ADVISE_SOURCE_DIR) + "/examples/" + who);
        check_output(schema, about);
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(schemas)

BOOST_AUTO_TEST_CASE(results) { check_about("result", {}, {}); }
BOOST_AUTO_TEST_CASE(explanations) { check_about("explain", {"explain", "r"}, {"explain", "infra"}); }
BOOST_AUTO_TEST_CASE(what_if) { check_about("if", {"explain", "r", "--if", "tongues: persian"}, {"explain", "infra", "--if", "c++: expert"}); }
BOOST_AUTO_TEST_CASE(comparisons) { check_about("compare", {"compare", "r", "never"}, {"compare", "infra", "platform"}); }
BOOST_AUTO_TEST_CASE(a_plan) { check_about("plan", {"plan", "r"}, {"plan", "solutions architect"}); }
BOOST_AUTO_TEST_CASE(plans) {
    check_about("plans", {"plan", "--all"}, {"plan", "--all"});
    check_about("plans", {"plan", "--within", "2.5"}, {"plan", "--within", "20"});
}
BOOST_AUTO_TEST_CASE(questions) { check_about("question", {"ask", "--next"}, {"ask", "--next"}); }

BOOST_AUTO_TEST_CASE(checks_and_tests) {
    const folder here;
    here.write("a.rules", rules);
    here.write("wrong.rules", "fact a: level\n    effort 1\n    after b\nfact b: level\n    effort 1\n    after a\na and b or c -> r\n");
    here.write("broken.rules", "fact a: levl\nfact a: level\n(a -> r\n");
    for (const char* file : {"a.rules", "wrong.rules", "broken.rules", "none.rules"}) check_output("check", {"check", file});
    check_output("test", {"test", "a.rules"});
    check_output("test", {"test", "--coverage", "--mutate", "a.rules"});
    check_output("test", {"test", "--coverage", "--mutate", std::string(ADVISE_SOURCE_DIR) + "/examples/scholarship/scholarship.rules"});
    check_output("test", {"test", std::string(ADVISE_SOURCE_DIR) + "/rules/ml_roles.test.rules"});
}

BOOST_AUTO_TEST_CASE(differences) {
    const folder here;
    here.write("a.rules", rules);
    here.write("b.rules", "fact a: level\nfact age: yes/no\nfact town: one of (there, away)\nfact tongues: any of (english)\n"
                          "role never\n    when a\n    +2 b\nrole r\n    when town is there\n    unless tongues includes english\n");
    here.write("all.ndjson", "{\"id\": 1, \"a\": 2}\n{\"town\": \"here\"}\n[]\n{\"name\": \"x\", \"b\": \"yes\", \"town\": \"there\"}\n");
    for (const char* other : {"a.rules", "b.rules"}) {
        check_output("diff", {"diff", "a.rules", other});
        check_output("diff", {"diff", other, "a.rules", "--profiles", "all.ndjson", "--allow-role", "never"});
        check_output("diff", {"diff", other, "a.rules", "--profiles", "all.ndjson"});
    }
}

BOOST_AUTO_TEST_CASE(verifications) {
    const folder here;
    here.write("a.rules", rules);
    here.write("p.txt", person);
    here.write("other.txt", "a: expert\n");
    here.write("r.json", run_program({"--json", "--rules", "a.rules", "p.txt"}).out);
    for (const char* who : {"p.txt", "other.txt"}) check_output("verify", {"verify", "--rules", "a.rules", "r.json", who});
}

BOOST_AUTO_TEST_CASE(the_validator_sees_what_is_wrong) {
    const json_schema check(run_program({"schema", "check"}).out);
    BOOST_TEST(check.complaints(R"({"schema": "advise/check/1", "diagnostics": []})").empty());
    BOOST_TEST(!check.complaints(R"({"schema": "advise/check/2", "diagnostics": []})").empty());
    BOOST_TEST(!check.complaints(R"({"schema": "advise/check/1"})").empty());
    BOOST_TEST(!check.complaints(R"({"schema": "advise/check/1", "diagnostics": [{"code": "X1"}]})").empty());
}

BOOST_AUTO_TEST_SUITE_END()
