// What `advise __complete` offers, in the shells' own words, and the manual.
#include "commands.hpp"
#include "complete.hpp"
#include "man_page.hpp"
#include "shell_quotes.hpp"

#include "in_process.hpp"

#include <boost/test/unit_test.hpp>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

using namespace advise::cli;
using namespace advise::cli::testing;

namespace {

using words = std::vector<std::string>;

/// The candidates without their meanings.
words offered(words typed, const std::string& shell = "zsh") {
    typed.insert(typed.begin(), shell);
    words found;
    std::string rest = completion_lines(typed);
    for (std::size_t end = 0; (end = rest.find('\n')) != std::string::npos; rest.erase(0, end + 1))
        found.push_back(rest.substr(0, std::min(end, rest.find('\t'))));
    return found;
}

bool offers(const words& typed, const std::string& word) {
    const words all = offered(typed);
    return std::find(all.begin(), all.end(), word) != all.end();
}

words only(const char* word) { return {word}; }

constexpr const char* rules = "fact a: level\nrole \"big role\"\n    label \"The big one\"\n    label fa \"نقش بزرگ\"\n    when a\nrole biscuit\n    "
                              "when middle\nconcept middle\n    when a\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(completion)

BOOST_AUTO_TEST_CASE(commands_options_and_words_come_from_the_table) {
    BOOST_TEST(offered({"comp"}) == (words{"compare", "compile", "completion", ":files"}), boost::test_tools::per_element());
    BOOST_TEST(offered({"--stri"}) == only("--strict"), boost::test_tools::per_element());
    BOOST_TEST(offered({"plan", "--w"}) == only("--within"), boost::test_tools::per_element());
    BOOST_TEST(!offers({"explain", "--"}, "--within"));
    BOOST_TEST(offered({"--lang", ""}) == (words{"en", "fa", "auto"}), boost::test_tools::per_element());
    BOOST_TEST(offered({"--lang=f"}) == only("--lang=fa"), boost::test_tools::per_element());
    BOOST_TEST(offered({"graph", "--format", "m"}) == only("mermaid"), boost::test_tools::per_element());
    BOOST_TEST(offered({"check", "--format", ""}) == (words{"pretty", "concise", "json", "github", "sarif", "junit"}),
               boost::test_tools::per_element());
    BOOST_TEST(offered({"check", ""}) == only(":files"), boost::test_tools::per_element());
    BOOST_TEST(offered({"--depth", ""}).empty());
    BOOST_TEST(offered({"-o", ""}) == only(":files"), boost::test_tools::per_element());
    BOOST_TEST(offers({"help", "A20"}, "A2007"));
    BOOST_TEST(offers({"diff", "--allow-role", "inf"}, "infra"));
    BOOST_TEST(!offers({"diff", "--allow-role", ""}, "systems background"));
    BOOST_TEST(offered({"--", "comp"}) == (words{"compare", "compile", "completion", ":files"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(schemas_codes_and_shells) {
    BOOST_TEST(offered({"schema", "gr"}) == only("graph"), boost::test_tools::per_element());
    BOOST_TEST(offered({"completion", ""}) == (words{"bash", "fish", "zsh"}), boost::test_tools::per_element());
    BOOST_TEST(offers({"help", ""}, "explain"));
    BOOST_TEST(offers({"help", "A1"}, "A1003"));
    BOOST_TEST(!offers({"help", "A1"}, "explain"));
    BOOST_TEST(offers({"help", "unl"}, "unless"));
    BOOST_TEST(offered({"help", "check", ""}).empty());
}

BOOST_AUTO_TEST_CASE(roles_are_those_of_the_rules_on_the_line) {
    const folder here;
    here.write("a.rules", rules);
    BOOST_TEST(offers({"explain", ""}, "infra"));
    BOOST_TEST(offered({"plan", "--rules", "a.rules", "bi"}) == (words{"big role", "biscuit"}), boost::test_tools::per_element());
    BOOST_TEST(offered({"plan", "--rules=a.rules", "mid"}).empty());
    BOOST_TEST(offered({"explain", "--rules", "a.rules", "mid"}) == only("middle"), boost::test_tools::per_element());
    BOOST_TEST(offered({"graph", "a.rules", "--focus", "bis"}) == only("biscuit"), boost::test_tools::per_element());
    BOOST_TEST(offered({"explain", "--rules", "a.rules", "نقش"}) == only("نقش بزرگ"), boost::test_tools::per_element());
    BOOST_TEST(offered({"compare", "--rules", "a.rules", "biscuit", "big"}) == only("big role"), boost::test_tools::per_element());
    BOOST_TEST(offered({"compare", "--rules", "a.rules", "biscuit", "x", ""}) == only(":files"), boost::test_tools::per_element());
    BOOST_TEST(offered({"plan", "--all", ""}) == only(":files"), boost::test_tools::per_element());
    BOOST_TEST(completion_lines({"zsh", "plan", "--rules", "a.rules", "big"}) == "big role\tThe big one\n");
    BOOST_TEST(completion_lines({"zsh", "plan", "--lang", "fa", "--rules", "a.rules", "big"}) == "big role\tنقش بزرگ\n");
}

BOOST_AUTO_TEST_CASE(what_is_wrong_with_the_line_is_nobodys_business_here) {
    const folder here;
    here.write("broken.rules", "role (\n");
    BOOST_TEST(offered({"plan", "--rules", "none.rules", ""}).empty());
    BOOST_TEST(offered({"plan", "--rules", "/dev/zero", ""}).empty());
    BOOST_TEST(offered({"plan", "--rules", "-", ""}).empty());
    offered({"plan", "--rules", "broken.rules", ""});
    BOOST_TEST(offered({"plan", "--nonsense", "infr"}) == only("infra"), boost::test_tools::per_element());
    BOOST_TEST(offered({}).empty());
    BOOST_TEST(completion_lines({}).empty());
    BOOST_TEST(run_program({"__complete"}).code == 0);
}

BOOST_AUTO_TEST_CASE(bash_gives_and_gets_words_with_their_quotes) {
    const folder here;
    here.write("a.rules", rules);
    const auto in_bash = [](const char* typed) { return offered({"explain", "--rules", "a.rules", typed}, "bash"); };
    BOOST_TEST(in_bash("big") == only("big\\ role"), boost::test_tools::per_element());
    BOOST_TEST(in_bash("big\\ r") == only("big\\ role"), boost::test_tools::per_element());
    BOOST_TEST(in_bash("\"big r") == only("big role"), boost::test_tools::per_element());
    BOOST_TEST(in_bash("'big") == only("big role"), boost::test_tools::per_element());
    BOOST_TEST(offered({"--lang", "=", "f"}, "bash") == only("fa"), boost::test_tools::per_element());
    BOOST_TEST(offered({"--lang", "="}, "bash") == (words{"en", "fa", "auto"}), boost::test_tools::per_element());
    BOOST_TEST(offered({"--rules", "=", "a.rules", "plan", "bis"}, "bash") == only("biscuit"), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(quotes_go_and_come) {
    BOOST_TEST(unquoted("a\\ b'c \"d'\"e \\\" \\x\"").text == "a bc \"de \" \\x");
    BOOST_TEST((unquoted("\"a").open == '"' && unquoted("'a").open == '\'' && unquoted("'a'").open == 0));
    for (const std::string text : {"it's", "a b", "$HOME", "`x`", "\"q\"", "back\\slash", "نقش بزرگ", "a;b|c&d", "~x", "*?[", "#"}) {
        BOOST_TEST(unquoted(quoted_for_bash(text, 0)).text == text);
        BOOST_TEST(unquoted("\"" + quoted_for_bash(text, '"') + "\"").text == text);
        BOOST_TEST(unquoted("'" + quoted_for_bash(text, '\'') + "'").text == text);
    }
}

BOOST_AUTO_TEST_CASE(scripts_are_printed_for_the_shells_that_there_are) {
    for (const char* shell : {"bash", "zsh", "fish"}) {
        const outcome got = run_program({"completion", shell});
        BOOST_TEST(got.code == 0);
        BOOST_TEST(has(got.out, "__complete " + std::string(shell)));
    }
    const outcome unknown = run_program({"completion", "tcsh"});
    BOOST_TEST(unknown.code == 2);
    BOOST_TEST(has(unknown.err, "bash, fish, zsh"));
}

BOOST_AUTO_TEST_CASE(the_manual_has_every_command_option_and_example) {
    const std::string page = man_page();
    const auto roff = [](std::string text) {
        std::string out;
        for (const char c : text) out += c == '-' ? std::string("\\-") : std::string(1, c);
        return out;
    };
    for (const command_entry& command : commands()) {
        BOOST_TEST(has(page, command.name.empty() ? "advise [OPTIONS] PROFILE" : ".SS advise " + std::string(command.name) + " ["), command.name);
        for (const option_id id : command.options) BOOST_TEST(has(page, roff(std::string(option_of(id).name))), option_of(id).name);
    }
    for (const char c : page) BOOST_TEST_REQUIRE((c == '\n' || (c >= ' ' && c <= '~')));
    BOOST_TEST(!has(page, "\n\n"));
    BOOST_TEST(run_program({"__man"}).out == page);
    BOOST_TEST(!has(run_program({"--help"}).out, "__"));
}

BOOST_AUTO_TEST_SUITE_END()
