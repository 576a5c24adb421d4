// Lines as people write them who know prose, Prolog, Drools, YAML, SQL or Excel, or who think in Persian: each draws one message that shows the right line.
//
// lines.txt: "=== NAME" begins a template, whose line "…" stands for the cases after it. "WRONG ⟹ RIGHT" promises that exactly one error or warning of syntax, names
// or types is reported for WRONG, that its help holds each new line of RIGHT in both languages, and that RIGHT in its place is not complained about. "WRONG ≈ WORDS" promises the
// first two only, and "WRONG ⟹ RIGHT ≈ WORDS" that the help holds WORDS. ⏎ stands for a line feed, ⇥ for a tabulator.
#include "cli/in_process.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

#include <fstream>
#include <functional>
#include <sstream>

using namespace advise::cli::testing;

namespace {

namespace json = boost::json;

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + with.size())) text.replace(at, what.size(), with);
    return text;
}

struct habit {
    std::string of, wrong;
    std::string right;  ///< what can stand in the place of `wrong`; may be empty
    std::string words;  ///< what the help holds
};

std::pair<std::string, std::string> split(const std::string& line, std::string_view at) {
    const std::size_t found = line.find(at);
    return found == line.npos ? std::pair{line, std::string()} : std::pair{line.substr(0, found), line.substr(found + at.size())};
}

std::vector<habit> read_habits() {
    std::ifstream in(ADVISE_SOURCE_DIR "/tests/habits/lines.txt");
    std::vector<habit> all;
    std::string of;
    bool in_template = false;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("=== ")) {
            of.clear();
            in_template = true;
        } else if (line.empty()) {
            in_template = false;
        } else if (in_template) {
            of += line + '\n';
        } else if (const auto [wrong, words] = split(line, " ≈ "); words != "" || has(line, " ⟹ ")) {
            const auto [before, right] = split(wrong, " ⟹ ");
            all.push_back({of, before, right, words.empty() ? right : words});
        } else {
            BOOST_TEST(line.starts_with("#"), "neither a case nor a comment: " << line);
        }
    }
    return all;
}

/// What is found in the template with this line: errors, and warnings that are not about the rule base as a whole.
std::vector<json::object> found(const folder& here, const habit& one, std::string_view line, const char* language) {
    const std::string marked = replaced(replaced(std::string(line), "⏎", "\n"), "⇥", "\t");
    here.write("habit.rules", replaced(one.of, "…", marked));
    const outcome got = run_program({"check", "--json", "--lang", language, "habit.rules"});
    std::vector<json::object> all;
    const json::value answer = json::parse(got.out);
    for (const json::value& d : answer.at("diagnostics").as_array())
        if (const auto& code = d.at("code").as_string(); !std::string_view(code).starts_with("A2") || code == "A2036" || code == "A2037")
            all.push_back(d.as_object());
    return all;
}

std::string shown(const std::vector<json::object>& all) {
    std::string out;
    for (const json::object& d : all) out += json::serialize(d) + '\n';
    return out;
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> all;
    std::istringstream in(replaced(std::string(text), "⏎", "\n"));
    for (std::string line; std::getline(in, line);) all.push_back(line.substr(line.find_first_not_of(' ')));
    return all;
}

std::string help_of(const json::object& d) { return d.at("help").is_null() ? std::string() : std::string(d.at("help").as_string()); }

}  // namespace

BOOST_AUTO_TEST_SUITE(habits_of_authors)

BOOST_AUTO_TEST_CASE(each_wrong_line_draws_one_message_with_the_right_line) {
    const folder here;
    const std::vector<habit> all = read_habits();
    BOOST_TEST(all.size() >= 100);
    for (const habit& one : all) {
        for (const char* const language : {"en", "fa"}) {
            BOOST_TEST_CONTEXT(language << ": " << one.wrong) {
                const auto told = found(here, one, one.wrong, language);
                BOOST_TEST(told.size() == 1, shown(told));
                std::string help;
                for (const json::object& d : told) help += help_of(d);
                for (const std::string& line : lines_of(one.words))
                    if (!has(one.wrong, line) || line == one.words) BOOST_TEST(has(help, line), "expected " << line << " in\n" << shown(told));
            }
        }
        if (!one.right.empty()) BOOST_TEST_CONTEXT("right: " << one.right) {
                const auto left = found(here, one, one.right, "en");
                BOOST_TEST(left.empty(), shown(left));
            }
    }
}

BOOST_AUTO_TEST_SUITE_END()
