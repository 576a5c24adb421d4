// check, schema, ask, advise: streams, exit codes, languages.
#include "in_process.hpp"

#include <boost/test/unit_test.hpp>

#include <sys/stat.h>

using namespace advise::cli;
using namespace advise::cli::testing;

namespace {

constexpr std::string_view one_line = "parallelism AND low-level optimisation → infra\n";
constexpr std::string_view wrong_rules = "fact a: level\nrole r\n    when a >= adanced\n    when b\n";

std::size_t count(std::string_view text, std::string_view part) {
    std::size_t n = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++n;
    return n;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(check_command)

BOOST_AUTO_TEST_CASE(good_rules_are_said_to_be_good_on_standard_output) {
    const folder here;
    here.write("a.rules", one_line);
    const outcome got = run_program({"check", "a.rules"});
    BOOST_TEST(got.code == 0);
    BOOST_TEST(got.out == "no errors found: 1 role, 0 concepts, 2 facts\n");
    BOOST_TEST(got.err.empty());
    BOOST_TEST(run_program({"check", "-q", "a.rules"}).out.empty());
    BOOST_TEST(run_program({"check", "--lang", "fa", "a.rules"}).out == "خطایی یافت نشد: ۱ نقش، ۰ مفهوم، ۲ واقعیت\n");
}

BOOST_AUTO_TEST_CASE(all_errors_are_reported_and_the_answer_is_1) {
    const folder here;
    here.write("a.rules", wrong_rules);
    const outcome got = run_program({"check", "a.rules"});
    BOOST_TEST(got.code == 1);
    BOOST_TEST(got.out.empty());
    BOOST_TEST(has(got.err, "error[A1106]"));
    BOOST_TEST(has(got.err, "--> a.rules:3:15"));
    BOOST_TEST(has(got.err, "warning[A1009]"));
    BOOST_TEST(got.err.ends_with("\n1 error, 1 warning; once it is mended, more is checked\n"));
    const outcome quiet = run_program({"check", "-q", "a.rules"});
    BOOST_TEST(!has(quiet.err, "warning"));
    BOOST_TEST(quiet.code == 1);
}

BOOST_AUTO_TEST_CASE(warnings_fail_only_when_strict) {
    const folder here;
    here.write("a.rules", "a or b and c -> r\n");
    BOOST_TEST(run_program({"check", "a.rules"}).code == 0);
    BOOST_TEST(has(run_program({"check", "a.rules"}).err, "warning[A2002]"));
    BOOST_TEST(run_program({"check", "--strict", "a.rules"}).code == 1);
}

BOOST_AUTO_TEST_CASE(json_goes_to_standard_output_with_the_same_exit_codes) {
    const folder here;
    here.write("a.rules", "fact a: level\nfact a: level\na -> r\n");
    const outcome got = run_program({"check", "--json", "a.rules"});
    BOOST_TEST(got.code == 1);
    BOOST_TEST(got.err.empty());
    BOOST_TEST(got.out.starts_with(
        "{\n  \"schema\": \"advise/check/1\",\n  \"diagnostics\": [\n    {\"code\": \"A1001\", \"severity\": \"error\", \"message\": "));
    BOOST_TEST(has(got.out, "\"file\": \"a.rules\", \"line\": 2, \"column\": 6, \"end_line\": 2, \"end_column\": 7, \"help\": \"delete one of the "
                            "two, or give it another name\", \"notes\": [{"));
    here.write("b.rules", one_line);
    BOOST_TEST(run_program({"check", "--json", "b.rules"}).out == "{\n  \"schema\": \"advise/check/1\",\n  \"diagnostics\": []\n}\n");
}

BOOST_AUTO_TEST_CASE(a_file_that_cannot_be_read_is_2) {
    const folder here;
    const outcome got = run_program({"check", "missing.rules"});
    BOOST_TEST(got.code == 2);
    BOOST_TEST(got.err == "error[A4001]: cannot read 'missing.rules': there is no such file\n");
    const outcome json = run_program({"check", "--json", "missing.rules"});
    BOOST_TEST(json.code == 2);
    BOOST_TEST(has(json.out, "\"file\": null"));
}

BOOST_AUTO_TEST_CASE(several_files_are_one_rule_base) {
    const folder here;
    here.write("a.rules", "fact a: level\na -> r\n");
    here.write("b.rules", "fact a: level\n");
    BOOST_TEST(run_program({"check", "a.rules"}).code == 0);
    BOOST_TEST(has(run_program({"check", "a.rules", "b.rules"}).err, "error[A1001]"));
}

BOOST_AUTO_TEST_CASE(no_more_than_fifty_errors_of_a_file_are_shown) {
    const folder here;
    std::string text;
    for (int i = 0; i < 1000; ++i) text += "role r\n";
    here.write("a.rules", text);
    const outcome got = run_program({"check", "a.rules"});
    BOOST_TEST(count(got.err, "error[A1001]") == 50U);
    BOOST_TEST(has(got.err, "999 errors"));
    BOOST_TEST(got.err.size() < 65'536U);
}

BOOST_AUTO_TEST_CASE(rules_in_persian_are_judged_in_persian) {
    const folder here;
    here.write("a.rules", "language fa\nfact سواد: level\nسواد >= زیاد -> نقش\n");
    const outcome got = run_program({"check", "a.rules"});
    BOOST_TEST(got.err.starts_with("خطا[A1106]: "));
    BOOST_TEST(run_program({"check", "--lang", "en", "a.rules"}).err.starts_with("error[A1106]: "));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(advise_command)

BOOST_AUTO_TEST_CASE(standard_input_is_read_for_a_dash) {
    const folder here;
    here.write("a.rules", one_line);
    const outcome got = run_program({"--rules", "a.rules", "-"}, "parallelism: yes\nlow-level optimisation: yes\n");
    BOOST_TEST(got.code == 0);
    BOOST_TEST(has(got.out, "Infra"), got.out);
    BOOST_TEST(!has(got.out, "advise explain"), "what was read from a pipe is used up");
    const outcome rules = run_program({"--rules", "-", "--json", "p.txt"}, one_line);
    BOOST_TEST(rules.code == 2);
    here.write("p.txt", "parallelism: yes\n");
    BOOST_TEST(has(run_program({"--rules", "-", "--json", "p.txt"}, one_line).out, "{\"path\": \"-\", \"sha256\": "));
    BOOST_TEST(has(run_program({"--rules", "a.rules", "-"}, "parallelism: great\n").err, "--> (standard input):1:14"));
}

BOOST_AUTO_TEST_CASE(an_empty_profile_is_answered) {
    BOOST_TEST(run_program({"-"}).code == 0);
    BOOST_TEST(run_program({"/dev/null"}).code == 0);
}

BOOST_AUTO_TEST_CASE(errors_of_rules_and_of_the_profile_are_reported_together) {
    const folder here;
    here.write("a.rules", "a >= adanced -> r\n");
    here.write("p.txt", "a:\n");
    const outcome got = run_program({"--rules", "a.rules", "p.txt"});
    BOOST_TEST(got.code == 2);
    BOOST_TEST(got.out.empty());
    BOOST_TEST(has(got.err, "a.rules:1:"));
    BOOST_TEST(has(got.err, "p.txt:1:"));
}

BOOST_AUTO_TEST_CASE(warnings_about_the_profile_do_not_stop_the_advice) {
    const folder here;
    here.write("a.rules", one_line);
    here.write("p.txt", "paralelism: yes\n");
    const outcome got = run_program({"--rules", "a.rules", "p.txt"});
    BOOST_TEST(got.code == 0);
    BOOST_TEST(has(got.err, "warning[A3101]"));
    BOOST_TEST(has(got.err, "parallelism"));
    BOOST_TEST(!got.out.empty());
    BOOST_TEST(run_program({"-q", "--rules", "a.rules", "p.txt"}).err.empty());
    BOOST_TEST(run_program({"--strict", "--rules", "a.rules", "p.txt"}).code == 2);
    BOOST_TEST(has(run_program({"--json", "--rules", "a.rules", "p.txt"}).out, "\"code\": \"A3101\", \"severity\": \"warning\""));
}

BOOST_AUTO_TEST_CASE(closed_decides_what_is_not_mentioned) {
    const folder here;
    here.write("a.rules", one_line);
    here.write("p.txt", "parallelism: yes\n");
    BOOST_TEST(has(run_program({"--json", "--rules", "a.rules", "p.txt"}).out, "\"verdict\": \"unknown\""));
    const std::string closed = run_program({"--json", "--closed", "--rules", "a.rules", "p.txt"}).out;
    BOOST_TEST(has(closed, "\"verdict\": \"no\""));
    BOOST_TEST(has(closed, "\"closed\": true"));
}

BOOST_AUTO_TEST_CASE(the_language_is_that_of_the_profile_unless_given) {
    const folder here;
    here.write("fa.txt", "موازی‌سازی: پیشرفته\nنامی‌دیگر: بله\n");
    here.write("en.txt", "parallelism: advanced\n");
    BOOST_TEST(has(run_program({"fa.txt"}).out, "پیشنهاد"));
    BOOST_TEST(run_program({"fa.txt"}).err.starts_with("هشدار[A3101]: "));
    BOOST_TEST(has(run_program({"--lang", "en", "fa.txt"}).out, "Advice"));
    BOOST_TEST(run_program({"--lang", "en", "fa.txt"}).err.starts_with("warning[A3101]: "));
    BOOST_TEST(has(run_program({"en.txt"}).out, "Advice"));
    BOOST_TEST(has(run_program({"--lang", "fa", "en.txt"}).out, "پیشنهاد"));
    BOOST_TEST(has(run_program({"--json", "fa.txt"}).out, "\"label\": \"ML infrastructure engineer\""));
    BOOST_TEST(has(run_program({"--json", "--lang", "fa", "fa.txt"}).out, "\"label\": \"مهندس زیرساخت ML\""));
}

BOOST_AUTO_TEST_CASE(colour_only_where_it_is_wanted) {
    const folder here;
    here.write("p.txt", "x: yes\n");
    BOOST_TEST(!has(run_program({"p.txt"}).err, "\x1b"));
    BOOST_TEST(has(run_program({"--color", "always", "p.txt"}).err, "\x1b["));
    BOOST_TEST(has(run_program({"p.txt"}, "", {false, true, {}}).err, "\x1b["));
    BOOST_TEST(!has(run_program({"p.txt"}, "", {true, false, {}}).err, "\x1b["));
    BOOST_TEST(!has(run_program({"p.txt"}, "", {true, true, {"1", "", "", ""}}).err, "\x1b["));
    BOOST_TEST(!has(run_program({"p.txt"}, "", {true, true, {"", "", "dumb", ""}}).err, "\x1b["));
    BOOST_TEST(!has(run_program({"--color", "never", "p.txt"}, "", {true, true, {"", "1", "", ""}}).err, "\x1b["));
}

BOOST_AUTO_TEST_CASE(the_same_input_gives_the_same_bytes) {
    BOOST_TEST(run_program({"--json", "-"}, "parallelism: expert\n").out == run_program({"--json", "-"}, "parallelism: expert\n").out);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(profiles_that_are_no_text)

BOOST_AUTO_TEST_CASE(they_are_quoted_in_the_messages_of_either_language) {
    const folder here;
    here.write("a.rules", one_line);
    for (const std::string_view profile :
         {"parallelism: yes\rlow-level optimisation: yes\r", "\x89PNG\r\n\x1a\n\xff\xfe parallelism", "{\"py\u202Ethon\": true}"}) {
        here.write("p.txt", profile);
        for (const std::string language : {"en", "fa"}) {
            const outcome got = run_program({"--rules", "a.rules", "--lang", language, "p.txt"});
            BOOST_TEST(got.code == 2);
            BOOST_TEST(got.out == "");
            BOOST_TEST(has(got.err, "--> p.txt:1:"));
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(output_to_a_file)

BOOST_AUTO_TEST_CASE(the_answer_goes_to_the_file_and_nowhere_else) {
    const folder here;
    const outcome got = run_program({"-o", "out.json", "--json", "-"}, "parallelism: expert\n");
    BOOST_TEST(got.code == 0);
    BOOST_TEST(got.out.empty());
    BOOST_TEST(here.read("out.json") == run_program({"--json", "-"}, "parallelism: expert\n").out);
    BOOST_TEST(here.files() == 1U);
}

BOOST_AUTO_TEST_CASE(no_input_is_overwritten) {
    const folder here;
    here.write("p.txt", "parallelism: expert\n");
    here.write("a.rules", one_line);
    fs::create_symlink("p.txt", "link");
    for (const std::string target : {"p.txt", "./p.txt", "link", "a.rules"}) {
        const outcome got = run_program({"--rules", "a.rules", "-o", target, "p.txt"});
        BOOST_TEST(got.code == 2);
        BOOST_TEST(has(got.err, "not overwritten"));
    }
    BOOST_TEST(here.read("p.txt") == "parallelism: expert\n");
    BOOST_TEST(here.read("a.rules") == one_line);
}

BOOST_AUTO_TEST_CASE(a_file_that_cannot_be_written_is_2_and_says_why) {
    const folder here;
    BOOST_TEST(run_program({"-o", "no/such/out", "-"}).code == 2);
    BOOST_TEST(run_program({"-o", "no/such/out", "-"}).err == "error: cannot write to no/such/out: No such file or directory\n");
    BOOST_TEST(run_program({"-o", "/dev/full", "-"}).code == 2);
    BOOST_TEST(run_program({"-o", ".", "-"}).code == 2);
}

BOOST_AUTO_TEST_CASE(an_error_writes_no_file) {
    const folder here;
    BOOST_TEST(run_program({"-o", "out", "missing/p.txt"}).code == 2);
    BOOST_TEST(here.files() == 0U);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(ask_and_schema)

BOOST_AUTO_TEST_CASE(an_empty_profile_is_a_valid_profile_in_both_languages) {
    const folder here;
    for (const std::string language : {"en", "fa"}) {
        const outcome blank = run_program({"ask", "--blank", "--lang", language});
        BOOST_TEST(blank.code == 0);
        BOOST_TEST(blank.err.empty());
        const outcome got = run_program({"--strict", "-"}, blank.out);
        BOOST_TEST(got.code == 0);
        BOOST_TEST(got.err.empty());
        // every question is there, and every value that is offered is one
        BOOST_TEST(count(blank.out, ": ?\n") >= 30U);
    }
}

/// The empty profile with the n-th value of each line that offers some, as it stands there; ranges ("0 to 60 years") give their first.
std::string filled_with(const std::string& blank, std::size_t n) {
    std::string filled, before, offered;
    for (std::size_t start = 0, end = blank.find('\n'); end != std::string::npos; start = end + 1, end = blank.find('\n', start)) {
        const std::string line = blank.substr(start, end - start);
        if (line.starts_with("#   ") && !before.starts_with("#   ")) offered = line.substr(4);
        if (line.ends_with(": ?") && before.starts_with("#   ")) {
            std::vector<std::string> values;
            for (std::size_t at = 0; at < offered.size();) {
                std::size_t comma = offered.size(), length = 0;
                for (const std::string_view stop : {", ", "، "})
                    if (const std::size_t found = offered.find(stop, at); found < comma) comma = found, length = stop.size();
                values.push_back(offered.substr(at, comma - at));
                for (const std::string_view range : {" to ", " تا "}) values.back() = values.back().substr(0, values.back().find(range));
                at = comma + std::max<std::size_t>(length, 1);
            }
            filled += line.substr(0, line.size() - 1) + values.at(n % values.size()) + "\n";
        }
        before = line;
    }
    return filled;
}

BOOST_AUTO_TEST_CASE(every_value_that_an_empty_profile_offers_is_accepted) {
    const folder here;
    for (const std::string language : {"en", "fa"}) {
        const std::string blank = run_program({"ask", "--blank", "--lang", language}).out;
        for (std::size_t n = 0; n != 6; ++n) {
            const outcome got = run_program({"--strict", "-"}, filled_with(blank, n));
            BOOST_TEST(got.err.empty(), got.err);
            BOOST_TEST(got.code == 0);
        }
    }
}

BOOST_AUTO_TEST_CASE(names_that_need_quotes_are_quoted) {
    const folder here;
    here.write("a.rules", "language fa\nfact \"3d printing\": level\n    label en \"3D (printing)\"\nfact x: one of (\"1-2\", more)\n"
                          "\"3d printing\" and x = more -> r\n");
    const std::string fa = run_program({"ask", "--blank", "--rules", "a.rules"}).out;
    BOOST_TEST(has(fa, "\n\"3d printing\": ?\n"));
    BOOST_TEST(has(fa, "\"1-2\""));
    const std::string en = run_program({"ask", "--blank", "--lang", "en", "--rules", "a.rules"}).out;
    BOOST_TEST(has(en, "\n\"3D (printing)\": ?\n"));
    BOOST_TEST(has(en, "advise --rules a.rules me.txt"));
    for (const std::string& blank : {fa, en}) BOOST_TEST(run_program({"--rules", "a.rules", "--strict", "-"}, blank).code == 0);
}

BOOST_AUTO_TEST_CASE(schemas_are_printed) {
    BOOST_TEST(has(run_program({"schema", "result"}).out, "\"title\": \"advise/result/1\""));
    BOOST_TEST(has(run_program({"schema", "profile"}).out, "\"parallelism\": {"));
    BOOST_TEST(has(run_program({"schema", "question"}).out, "\"title\": \"advise/question/1\""));
    BOOST_TEST(run_program({"schema", "resutl"}).code == 2);
    BOOST_TEST(has(run_program({"schema", "resutl"}).err, "advise schema result"));
    const folder here;
    here.write("a.rules", "fact n: number 0.5..2 years\nfact s: any of (a, b)\nn and s includes a -> r\n");
    const std::string own = run_program({"schema", "profile", "--rules", "a.rules"}).out;
    BOOST_TEST(has(own, "\"n\": {\"title\": \"n\", \"anyOf\": [{\"type\": \"number\", \"maximum\": 2}"));
    BOOST_TEST(has(own, "\"s\": {\"title\": \"s\", \"anyOf\": [{\"type\": \"array\", \"items\": {\"enum\": [\"a\", \"b\"]}}"));
}

BOOST_AUTO_TEST_SUITE_END()
