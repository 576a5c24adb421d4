// The command line: commands, options, and what is said when they are wrong.
#include "in_process.hpp"

#include <commands.hpp>
#include <options.hpp>

#include <advise/grammar/utf8.hpp>

#include <boost/test/unit_test.hpp>

using namespace advise::cli;
using namespace advise::cli::testing;
using arguments = std::vector<std::string>;

namespace {

options parsed(const arguments& given) {
    options chosen;
    const auto wrong = parse_arguments(given, chosen);
    BOOST_TEST(!wrong.has_value(), (wrong ? wrong->message : std::string()));
    return chosen;
}

std::string complaint(const arguments& given) {
    options chosen;
    const auto wrong = parse_arguments(given, chosen);
    return wrong ? wrong->message + " | " + wrong->help : std::string("no error");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(arguments_of_a_run)

BOOST_AUTO_TEST_CASE(the_first_word_that_names_a_command_is_the_command) {
    BOOST_TEST(parsed({"check", "a.rules"}).command->name == "check");
    BOOST_TEST(parsed({"--lang", "fa", "check", "a.rules"}).command->name == "check");
    BOOST_TEST(parsed({"sara.txt"}).command->name == "");
    BOOST_TEST(parsed({"./check"}).command->name == "");
    BOOST_TEST(parsed({"--", "check"}).command->name == "");
    BOOST_TEST(parsed({"--rules", "check", "sara.txt"}).command->name == "");
    BOOST_TEST((parsed({"--", "check"}).operands == arguments{"check"}));
    BOOST_TEST((parsed({"check", "check"}).operands == arguments{"check"}));
}

BOOST_AUTO_TEST_CASE(options_stand_anywhere) {
    const options chosen = parsed({"sara.txt", "--json", "--rules", "a", "-q", "--rules=b", "-oout", "--closed", "--strict"});
    BOOST_TEST((chosen.operands == arguments{"sara.txt"}));
    BOOST_TEST((chosen.rules == arguments{"a", "b"}));
    BOOST_TEST((chosen.format == output_format::json));
    BOOST_TEST(chosen.output == "out");
    BOOST_TEST(chosen.quiet);
    BOOST_TEST(chosen.closed);
    BOOST_TEST(chosen.strict);
}

BOOST_AUTO_TEST_CASE(of_an_option_that_stands_twice_the_last_counts) {
    BOOST_TEST((parsed({"--format", "json", "--format", "pretty", "x"}).format == output_format::pretty));
    BOOST_TEST((parsed({"--lang", "fa", "--lang", "auto", "x"}).language == std::nullopt));
    BOOST_TEST(parsed({"-o", "a", "-o", "b", "x"}).output == "b");
}

BOOST_AUTO_TEST_CASE(words_are_taken_as_they_stand) {
    const arguments odd = {"[a,b]", "{}", "", "-", "%s", "a b"};
    arguments given = {"check"};
    given.insert(given.end(), odd.begin(), odd.end());
    BOOST_TEST((parsed(given).operands == odd));
    BOOST_TEST((parsed({"--rules", "[a,b]", "x"}).rules == arguments{"[a,b]"}));
    BOOST_TEST((parsed({"--rules", "{}", "x"}).rules == arguments{"{}"}));
    BOOST_TEST((parsed({"--rules", "-", "x"}).rules == arguments{"-"}));
    BOOST_TEST((parsed({"--", "-x", "--help", "--"}).operands == arguments{"-x", "--help", "--"}));
}

BOOST_AUTO_TEST_CASE(the_name_of_the_file_says_the_format_where_no_option_does) {
    BOOST_TEST((parsed({"x", "-o", "page.html"}).format == output_format::html));
    BOOST_TEST((parsed({"explain", "-o", "why.md", "r", "x"}).format == output_format::markdown));
    BOOST_TEST((parsed({"graph", "-o", "rules.svg"}).format == output_format::svg));
    BOOST_TEST((parsed({"x", "-o", "rules.svg"}).format == output_format::pretty));     // it draws no such thing
    BOOST_TEST((parsed({"x", "-o", "page.html", "--format", "json"}).format == output_format::json));
    BOOST_TEST((parsed({"ask", "-o", "me.json"}).format == output_format::pretty));     // there it is the profile that is saved
    BOOST_TEST((parsed({"x", "-o", "advice.txt"}).format == output_format::pretty));
}

BOOST_AUTO_TEST_CASE(wrong_options_are_named_with_a_suggestion) {
    BOOST_TEST(complaint({"--frobnicate"}) == "'advise' has no option '--frobnicate' | 'advise --help' lists the options");
    BOOST_TEST(complaint({"--jsn", "x"}) == "'advise' has no option '--jsn' | did you mean '--json'?");
    BOOST_TEST(complaint({"--FORMAT", "json"}) == "'advise' has no option '--FORMAT' | did you mean '--format'?");
    BOOST_TEST(complaint({"compare", "--depth", "2", "a", "b", "x"}) == "'advise compare' has no option '--depth' | it is an option of: advise explain");
    BOOST_TEST(complaint({"verify", "--within=2", "x"}) == "'advise verify' has no option '--within' | it is an option of: advise plan");
    BOOST_TEST(complaint({"-x"}) == "'advise' has no option '-x' | 'advise --help' lists the options");
    BOOST_TEST(complaint({"-5"}) == "'advise' has no option '-5' | 'advise --help' lists the options");
}

BOOST_AUTO_TEST_CASE(wrong_values_are_named) {
    const std::string missing = "'--rules' needs a value: FILE | a file whose name begins with a dash is written './-name'";
    BOOST_TEST(complaint({"--rules"}) == missing);
    BOOST_TEST(complaint({"--rules=", "x"}) == missing);
    BOOST_TEST(complaint({"--rules", "--json", "x"}) == missing);
    BOOST_TEST(complaint({"--rules", "", "x"}) == missing);
    BOOST_TEST(complaint({"--format=", "x"}) == "'--format' needs a value: pretty|json|markdown|html|dot | ");
    BOOST_TEST(complaint({"--format", "jsn", "x"}) == "'--format' knows pretty|json|markdown|html|dot, not 'jsn' | did you mean '--format json'?");
    BOOST_TEST(complaint({"--json=yes", "x"}) == "'--json' takes no value | ");
    BOOST_TEST(complaint({"-o"}) == "'-o' needs a value: FILE | a file whose name begins with a dash is written './-name'");
    for (const std::string value : {"0", "-1", "2x", "999999999999", "1.5"}) {
        BOOST_TEST(complaint({"explain", "--depth", value, "a", "b"}).starts_with("'--depth' needs a whole number from 1 to 1000"), value);
    }
}

BOOST_AUTO_TEST_CASE(complaints_about_options_speak_the_language_asked_for) {
    BOOST_TEST(complaint({"--jsn", "--lang", "fa"}) == "«advise» گزینه‌ای به نام «--jsn» ندارد | آیا منظورتان «--json» بود؟");
    BOOST_TEST(complaint({"--jsn", "--lang=fa"}) == complaint({"--jsn", "--lang", "fa"}));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(runs)

BOOST_AUTO_TEST_CASE(nothing_asked_is_answered_by_a_short_usage_and_2) {
    const outcome got = run_program({});
    BOOST_TEST(got.code == 2);
    BOOST_TEST(got.out.empty());
    BOOST_TEST(got.err.starts_with("usage: advise [OPTIONS] PROFILE\n"));
    BOOST_TEST(run_program({"--json"}).code == 2);
}

BOOST_AUTO_TEST_CASE(help_and_version_go_to_standard_output) {
    const outcome help = run_program({"--help"});
    BOOST_TEST(help.code == 0);
    BOOST_TEST(help.err.empty());
    BOOST_TEST(help.out.find("Examples") < help.out.find("Usage"));
    for (const command_entry& command : commands()) BOOST_TEST(has(help.out, std::string("\n  ") + std::string(command.name)));
    BOOST_TEST(run_program({"help"}).out == help.out);
    BOOST_TEST(run_program({"-h"}).out == help.out);
    BOOST_TEST(run_program({"--version"}).out.starts_with("advise "));
    BOOST_TEST(run_program({"check", "--help"}).out == run_program({"help", "check"}).out);
    BOOST_TEST(run_program({"help", "chekc"}).code == 2);
    BOOST_TEST(has(run_program({"help", "chekc"}).err, "advise help check"));
}

BOOST_AUTO_TEST_CASE(help_fits_80_columns_in_both_languages) {
    for (const std::string language : {"en", "fa"}) {
        for (const command_entry& command : commands()) {
            const outcome got = run_program({"help", command.name.empty() ? "advise" : std::string(command.name), "--lang", language});
            BOOST_TEST(got.code == 0);
            std::size_t start = 0;
            for (std::size_t end = got.out.find('\n'); end != std::string::npos; start = end + 1, end = got.out.find('\n', start)) {
                const std::string line = got.out.substr(start, end - start);
                BOOST_TEST(advise::grammar::display_width(line) <= 80U, line);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(a_misspelt_command_is_suggested) {
    const folder here;
    const outcome got = run_program({"chekc", "x.rules"});
    BOOST_TEST(got.code == 2);
    BOOST_TEST(got.err == "error: there is no command and no file 'chekc'\nhelp: did you mean the command 'advise check'?\n");
}

BOOST_AUTO_TEST_CASE(a_misspelt_file_is_suggested) {
    const folder here;
    here.write("sara.txt", "");
    BOOST_TEST(run_program({"sarra.txt"}).err == "error: there is no command and no file 'sarra.txt'\nhelp: did you mean the file 'sara.txt'?\n");
    BOOST_TEST(has(run_program({"whatever.txt"}).err, "advise ask --blank"));
    BOOST_TEST(has(run_program({"/no/such/file"}).err, "error[A4001]: cannot read '/no/such/file': there is no such file"));
}

BOOST_AUTO_TEST_CASE(names_in_messages_are_safe_to_print) {
    const folder here;
    for (const std::string name : {"a\nb", "\x1b[31mred", "\xff", "x/\x1b[31mred"}) {
        const outcome got = run_program({name});
        BOOST_TEST(got.code == 2);
        BOOST_TEST(!has(got.err, name));
        BOOST_TEST(!has(got.err, "\x1b"));
        BOOST_TEST(!has(got.err, "\xff"));
    }
    BOOST_TEST(run_program({std::string(5000, 'x')}).err.size() < 1000U);
    BOOST_TEST(run_program({"%s%n"}).code == 2);
}

BOOST_AUTO_TEST_CASE(operands_are_counted) {
    const folder here;
    here.write("a", "");
    BOOST_TEST(has(run_program({"a", "b"}).err, "'b' is one argument too many"));
    BOOST_TEST(has(run_program({"check"}).err, "FILE is missing\nhelp: usage: advise check [OPTIONS] FILE…\n"));
    BOOST_TEST(has(run_program({"explain", "infra"}).err, "PROFILE is missing"));
    BOOST_TEST(has(run_program({"--rules", "-", "-"}).err, "can be read only once"));
    const outcome many = run_program(arguments(20'000, "x"));
    BOOST_TEST(many.code == 2);
    BOOST_TEST(many.err.size() < 1000U);
}

BOOST_AUTO_TEST_SUITE_END()
