// How diagnostics look.
#include "in_process.hpp"

#include <render/diagnostics.hpp>
#include <render/excerpt.hpp>

#include <advise/grammar/utf8.hpp>

#include <boost/test/unit_test.hpp>

#include <memory>

using namespace advise;
using namespace advise::cli;
using advise::cli::testing::has;
using grammar::language;
using grammar::message;

namespace {

/// A place in a text: the first occurrence of `part`.
struct text_with {
    grammar::source file;
    grammar::place at;

    text_with(std::string text, std::string_view part, std::string name = "a.rules") : file(std::move(name), text) {
        const auto begin = static_cast<std::uint32_t>(file.text().find(part));
        at = {&file, {begin, begin + static_cast<std::uint32_t>(part.size())}};
    }
};

std::string shown(const grammar::place& at, language in = language::en, const surface& to = {}) {
    return diagnostics_text({{{message::no_such_name, {std::string("x")}}, at, {}, {}, {}}}, in, to);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(diagnostics_for_people)

BOOST_AUTO_TEST_CASE(the_offending_text_is_underlined_exactly) {
    const text_with t("role r\n    when paralelism >= advanced\n", "paralelism");
    BOOST_TEST(shown(t.at) == "error[A1003]: no fact or conclusion is named 'x'\n"
                              " --> a.rules:2:10\n"
                              "  |\n"
                              "2 |     when paralelism >= advanced\n"
                              "  |          ^^^^^^^^^^\n");
}

BOOST_AUTO_TEST_CASE(the_underline_follows_the_columns_of_the_screen) {
    BOOST_TEST(excerpt_of(text_with("\tabc", "abc").at, 120).before == 4U);
    BOOST_TEST(excerpt_of(text_with("a\tbc", "bc").at, 120).before == 4U);
    const excerpt marks = excerpt_of(text_with("e\u0301e\u0301 x", "x").at, 120);
    BOOST_TEST(marks.before == 3U);
    const excerpt wide = excerpt_of(text_with("漢字 x漢", "x漢").at, 120);
    BOOST_TEST(wide.before == 5U);
    BOOST_TEST(wide.width == 3U);
    const excerpt joined = excerpt_of(text_with("موازی\u200Cسازی: x", "x").at, 120);
    BOOST_TEST(joined.before == 11U);
}

BOOST_AUTO_TEST_CASE(an_empty_place_has_one_mark_even_behind_the_end) {
    const text_with t("when\n", "\n");
    const excerpt at_end = excerpt_of({&t.file, {4, 4}}, 120);
    BOOST_TEST(at_end.before == 4U);
    BOOST_TEST(at_end.width == 1U);
    const excerpt behind = excerpt_of({&t.file, {5, 5}}, 120);
    BOOST_TEST(behind.line == 2U);
    BOOST_TEST(behind.text.empty());
}

BOOST_AUTO_TEST_CASE(of_several_lines_the_first_is_underlined_to_its_end) {
    const text_with t("when (a\nor b)\n", "(a\nor b)");
    const excerpt e = excerpt_of(t.at, 120);
    BOOST_TEST(e.text == "when (a");
    BOOST_TEST(e.width == 2U);
}

BOOST_AUTO_TEST_CASE(long_lines_are_cut_around_the_place) {
    const text_with t(std::string(1'000'000, 'a') + " here " + std::string(1'000'000, 'b'), "here");
    const excerpt e = excerpt_of(t.at, 120);
    BOOST_TEST(grammar::display_width(e.text) <= 120U);
    BOOST_TEST(e.text.starts_with("…"));
    BOOST_TEST(e.text.ends_with("…"));
    BOOST_TEST(e.text.substr(e.before + 2, 4) == "here");      // the … has three bytes and one column
    const text_with whole(std::string(2'000, 'x'), std::string(2'000, 'x'));
    BOOST_TEST(excerpt_of(whole.at, 120).width <= 120U);
    const text_with combining("a" + std::string(200'000, 'x').replace(0, 0, ""), "a");
    BOOST_TEST(excerpt_of(combining.at, 120).text.size() < 200U);
}

BOOST_AUTO_TEST_CASE(marks_without_width_do_not_make_a_line_endless) {
    std::string line = "a";
    for (int i = 0; i < 100'000; ++i) line += "\u0301";
    BOOST_TEST(excerpt_of(text_with(line, "a").at, 120).text.size() < 1000U);
}

BOOST_AUTO_TEST_CASE(nothing_of_a_line_reaches_the_terminal_raw) {
    const text_with t("a\x1b[31m\u202E b", "b");
    const std::string text = shown(t.at);
    BOOST_TEST(!has(text, "\x1b"));
    BOOST_TEST(!has(text, "\u202E"));
    BOOST_TEST(has(text, "\\x1b[31m"));
}

BOOST_AUTO_TEST_CASE(under_right_to_left_text_the_words_are_repeated) {
    const text_with t("موازی‌سازی: خوب\n", "خوب", "سارا.txt");
    const std::string text = shown(t.at, language::fa);
    BOOST_TEST(text == "خطا[A1003]: هیچ واقعیت یا نتیجه‌ای به نام «x» نیست\n"
                       " --> سارا.txt:1:13\n"
                       "  |\n"
                       "1 | موازی‌سازی: خوب\n"
                       "  |            ^^^  «خوب»\n");
    BOOST_TEST(has(shown(t.at, language::fa, {true, false, 80}), "\u2068«خوب»\u2069"));
}

BOOST_AUTO_TEST_CASE(notes_and_help_follow_with_their_places) {
    const text_with t("fact a: level\nfact a: level\n", "fact a");
    grammar::diagnostic found{{message::name_declared_twice, {std::string("a")}}, {&t.file, {19, 20}}, {}, {}, {}};
    found.notes.push_back({{message::no_such_fact, {std::string("y")}}, {&t.file, {5, 6}}});
    found.help.push_back({message::no_such_source, {std::string("z")}});
    BOOST_TEST(diagnostics_text({found}, language::en, {}) == "error[A1001]: 'a' is declared twice\n"
                                                              " --> a.rules:2:6\n"
                                                              "  |\n"
                                                              "2 | fact a: level\n"
                                                              "  |      ^\n"
                                                              "note: no fact is named 'y'\n"
                                                              " --> a.rules:1:6\n"
                                                              "  |\n"
                                                              "1 | fact a: level\n"
                                                              "  |      -\n"
                                                              "help: no source is named 'z'\n");
}

BOOST_AUTO_TEST_CASE(colour_adds_to_the_words_and_replaces_none) {
    const text_with t("a b\n", "b");
    std::string colored = shown(t.at, language::en, {false, true, 80});
    BOOST_TEST(has(colored, "\x1b[1;31merror[A1003]\x1b[0m"));
    for (std::size_t at = colored.find('\x1b'); at != std::string::npos; at = colored.find('\x1b')) colored.erase(at, colored.find('m', at) - at + 1);
    BOOST_TEST(colored == shown(t.at));
}

BOOST_AUTO_TEST_CASE(a_flood_of_findings_is_counted_instead) {
    const text_with t(std::string(200, 'x') + " y\n", "y");
    const grammar::diagnostic one{{message::no_such_name, {std::string(200, 'n')}}, t.at, {}, {}, {}};
    const std::string text = diagnostics_text(std::vector<grammar::diagnostic>(1000, one), language::en, {});
    BOOST_TEST(text.size() < 60'000U);
    BOOST_TEST(has(text, " more\n"));
}

BOOST_AUTO_TEST_CASE(findings_are_counted_in_words) {
    BOOST_TEST(count_text(2, 1, language::en) == "2 errors, 1 warning");
    BOOST_TEST(count_text(1, 0, language::en) == "1 error");
    BOOST_TEST(count_text(0, 3, language::en) == "3 warnings");
    BOOST_TEST(count_text(0, 0, language::en) == "");
    BOOST_TEST(count_text(2, 1, language::fa) == "۲ خطا، ۱ هشدار");
}

BOOST_AUTO_TEST_SUITE_END()
