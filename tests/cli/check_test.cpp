// `advise check` in its formats, and what it mends.
#include "in_process.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

#include <set>
#include <sys/stat.h>

using namespace advise::cli::testing;

namespace {

namespace json = boost::json;

constexpr std::string_view loose = "fact low-level work: level\nfact sql: level\nlow level work or sql and java -> infra\n";

/// What SARIF 2.1.0 demands of everything that we write (sections 3.13 to 3.33).
void check_result(const json::object& result, const json::array& rules) {
    const auto index = static_cast<std::size_t>(result.at("ruleIndex").as_int64());
    BOOST_TEST_REQUIRE(index < rules.size());
    BOOST_TEST(rules[index].at("id").as_string() == result.at("ruleId").as_string());
    BOOST_TEST((std::set<std::string>{"none", "note", "warning", "error"}.contains(std::string(result.at("level").as_string()))));
    BOOST_TEST(!result.at("message").at("text").as_string().empty());
    for (const json::value& place : result.at("locations").as_array()) {
        const json::object& physical = place.at("physicalLocation").as_object();
        BOOST_TEST(!has(physical.at("artifactLocation").at("uri").as_string(), " "));
        const json::object& region = physical.at("region").as_object();
        const auto number = [&](const char* key) { return region.at(key).as_int64(); };
        BOOST_TEST(number("startLine") >= 1);
        BOOST_TEST(number("startColumn") >= 1);
        BOOST_TEST((std::pair(number("endLine"), number("endColumn")) >= std::pair(number("startLine"), number("startColumn"))));
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(checking)

BOOST_AUTO_TEST_CASE(sarif_has_the_structure_of_version_2_1_0_and_says_how_columns_count) {
    const folder here;
    here.write("یک \U0001F600.rules", "\U0001F600\n\"\U0001F600 a\" or sql and java -> infra # \U0001F600\nsql -> infra\nsql -> infra\n");
    const outcome got = run_program({"check", "--format", "sarif", "یک \U0001F600.rules"});
    const json::value log = json::parse(got.out);
    BOOST_TEST(log.at("version").as_string() == "2.1.0");
    const json::object& run = log.at("runs").as_array().at(0).as_object();
    BOOST_TEST(run.at("columnKind").as_string() == "unicodeCodePoints");
    const json::object& driver = run.at("tool").at("driver").as_object();
    BOOST_TEST(driver.at("name").as_string() == "advise");
    const json::array& results = run.at("results").as_array();
    BOOST_TEST(results.size() > 1U);
    std::set<std::string> prints;
    for (const json::value& one : results) {
        check_result(one.as_object(), driver.at("rules").as_array());
        BOOST_TEST(prints.insert(std::string(one.at("partialFingerprints").at("advise/v1").as_string())).second);
    }
    const json::value& at = results[1].at("locations").as_array().at(0).at("physicalLocation");
    BOOST_TEST(at.at("artifactLocation").at("uri").as_string() == "%DB%8C%DA%A9%20%F0%9F%98%80.rules");
    BOOST_TEST(at.at("region").at("endColumn").as_int64() == 22);  // a code point counts once, outside the first plane too
}

BOOST_AUTO_TEST_CASE(a_fingerprint_stays_when_lines_move) {
    const folder here;
    const auto print = [&](const std::string& text) {
        here.write("my.rules", text);
        const json::value log = json::parse(run_program({"check", "--format", "sarif", "my.rules"}).out);
        return std::string(log.at("runs").as_array().at(0).at("results").as_array().at(0).at("partialFingerprints").at("advise/v1").as_string());
    };
    BOOST_TEST(print("sql or python and java -> infra\n") == print("# one more line\n\nsql or python and java -> infra\n"));
    BOOST_TEST(print("sql or python and java -> infra\n") != print("sql or rust and java -> infra\n"));
}

BOOST_AUTO_TEST_CASE(the_level_decides_the_exit_code) {
    const folder here;
    here.write("note.rules", "fact low-level work: level\nlow level work -> infra\n");
    here.write("warning.rules", "sql or python and java -> infra\n");
    const auto code = [](const char* level, const char* file) { return run_program({"check", "--fail-level", level, file}).code; };
    BOOST_TEST(code("error", "note.rules") == 0);
    BOOST_TEST(code("warning", "note.rules") == 0);
    BOOST_TEST(code("note", "note.rules") == 1);
    BOOST_TEST(code("error", "warning.rules") == 0);
    BOOST_TEST(code("warning", "warning.rules") == 1);
    BOOST_TEST(run_program({"check", "--strict", "warning.rules"}).code == 1);
    BOOST_TEST(run_program({"check", "--strict", "note.rules"}).code == 0);
    BOOST_TEST(code("all", "note.rules") == 2);
}

BOOST_AUTO_TEST_CASE(what_is_safe_is_mended_and_then_nothing_is_left_to_mend) {
    const folder here;
    here.write("my.rules", loose);
    ::chmod("my.rules", 0640);
    const outcome shown = run_program({"check", "--diff", "my.rules"});
    BOOST_TEST(shown.code == 0);
    BOOST_TEST(has(shown.out, "+low-level work or (sql and java) -> infra"));
    BOOST_TEST(here.read("my.rules") == loose);
    const outcome done = run_program({"check", "--fix", "my.rules"});
    BOOST_TEST(has(done.err, "fixed in my.rules: 2 findings"));
    BOOST_TEST(here.read("my.rules") == "fact low-level work: level\nfact sql: level\nlow-level work or (sql and java) -> infra\n");
    struct stat is {};
    ::stat("my.rules", &is);
    BOOST_TEST((is.st_mode & 0777) == 0640);
    BOOST_TEST(run_program({"check", "--diff", "my.rules"}).out.empty());
    BOOST_TEST(here.files() == 1U);
}

BOOST_AUTO_TEST_CASE(what_reading_replaces_stays_where_nothing_is_mended) {
    const folder here;
    here.write("my.rules",
               "\uFEFFlanguage en\r\n\u200Efact low-level work: level\r\nlow level work or (c++ and rust) or it’s or java and c -> infra\r\n");
    BOOST_TEST(run_program({"check", "--fix", "my.rules"}).code == 0);
    BOOST_TEST(here.read("my.rules")
               == "\uFEFFlanguage en\r\n\u200Efact low-level work: level\r\nlow-level work or (c++ and rust) or it’s or (java and c) -> infra\r\n");
}

BOOST_AUTO_TEST_CASE(what_is_unused_goes_with_its_block_but_never_with_a_comment) {
    const folder here;
    here.write("lib.rules", "scale mood: low < high\nfact temper: mood\n");
    here.write("my.rules", "import \"lib.rules\"\nsource a \"A\"\n    url \"https://a\"\nsource b \"B\"  # for later\nscale s: x < y\n    label fa y "
                           "\"ی\"\nsql -> infra\n");
    BOOST_TEST(run_program({"check", "--fix", "my.rules"}).code == 0);
    BOOST_TEST(here.read("my.rules") == "source b \"B\"  # for later\nsql -> infra\n");
}

BOOST_AUTO_TEST_CASE(what_is_allowed_is_not_mended) {
    const folder here;
    const std::string text = "# advise: allow A2002 because it is clear\nsql or python and java -> infra\n";
    here.write("my.rules", text);
    const outcome got = run_program({"check", "--fix", "my.rules"});
    BOOST_TEST(got.code == 0);
    BOOST_TEST(here.read("my.rules") == text);
    BOOST_TEST(has(got.err, "nothing here can be fixed safely"));
    BOOST_TEST(run_program({"check", "--fix", "-"}, "sql -> infra\n").code == 2);
}

BOOST_AUTO_TEST_CASE(files_with_errors_are_left_alone) {
    const folder here;
    here.write("my.rules", "sql or python and java -> infra\nrole\n");
    const outcome got = run_program({"check", "--fix", "my.rules"});
    BOOST_TEST(got.code == 1);
    BOOST_TEST(has(got.err, "nothing was mended"));
    BOOST_TEST(has(run_program({"check", "--fix", "--lang", "fa", "my.rules"}).err, "چیزی درست نشد"));
    BOOST_TEST(!has(run_program({"check", "--fix", "--quiet", "my.rules"}).err, "nothing was mended"));
    BOOST_TEST(run_program({"check", "--diff", "my.rules"}).code == 1);
    BOOST_TEST(here.read("my.rules") == "sql or python and java -> infra\nrole\n");
}

BOOST_AUTO_TEST_SUITE_END()
