#include "render/text.hpp"
#include "render/text_lines.hpp"

#include <advise/grammar/utf8.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace advise;
using namespace advise::cli;
using grammar::language;

namespace {

const surface paper{false, false, 80};

surface wide(unsigned width) { return {false, false, width}; }

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at);
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

std::string plain(const text_line& line) {
    std::string all;
    for (const stretch& part : line.parts) all += part.text;
    return all;
}

document sample() {
    document page;
    page.put(title("Advice for Sara"));
    block& group = page.put(heading("Fits"));
    group.put(row(phrase("ML infrastructure engineer", tone::strong), "3 to 5 points"))
        .inside.back()
        .put(item(sign::plus, "Companies would rather teach ML to a systems engineer than the reverse.", phrase("book, paragraph 3", tone::faint), "+3"))
        .put(item(sign::open, "Could add 2 points: machine learning from intermediate (not in your profile)."));
    return page;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(text)

BOOST_AUTO_TEST_CASE(the_right_hand_column_ends_at_the_width) {
    const std::string out = render_text(sample(), paper, language::en);
    BOOST_TEST(out ==
        "Advice for Sara\n"
        "\n"
        "Fits\n"
        "  ML infrastructure engineer                                       3 to 5 points\n"
        "    +3 Companies would rather teach ML to a systems engineer than the reverse.\n"
        "                                                               book, paragraph 3\n"
        "     ? Could add 2 points: machine learning from intermediate (not in your\n"
        "       profile).\n");
}

BOOST_AUTO_TEST_CASE(no_line_is_wider_than_the_surface_or_than_people_read) {
    for (const unsigned width : {20U, 33U, 60U, 80U, 100U, 200U}) {
        for (const std::string& line : lines_of(render_text(sample(), wide(width), language::en)))
            BOOST_TEST(grammar::display_width(line) <= std::min(width, widest_text), line);
    }
}

BOOST_AUTO_TEST_CASE(no_line_ends_in_a_blank) {
    for (const unsigned width : {20U, 40U, 80U})
        for (const auto in : {language::en, language::fa})
            for (const std::string& line : lines_of(render_text(sample(), wide(width), in))) BOOST_TEST(!line.ends_with(' '));
}

BOOST_AUTO_TEST_CASE(colour_comes_only_when_it_is_asked_for_and_ends_on_its_line) {
    BOOST_TEST(render_text(sample(), paper, language::en).find('\x1b') == std::string::npos);
    surface coloured = paper;
    coloured.color = true;
    const std::string out = render_text(sample(), coloured, language::en);
    BOOST_TEST(out.find("\x1b[1mFits\x1b[0m") != std::string::npos);
    for (const std::string& line : lines_of(out)) {
        const std::size_t last = line.rfind("\x1b[");
        if (last != std::string::npos) BOOST_TEST(line.compare(last, 4, "\x1b[0m") == 0, line);
    }
}

BOOST_AUTO_TEST_CASE(persian_has_no_columns) {
    document page;
    page.put(row("مهندس زیرساخت ML", "۳ تا ۵ امتیاز"));
    BOOST_TEST(render_text(page, paper, language::fa) == "مهندس زیرساخت ML — ۳ تا ۵ امتیاز\n");
}

BOOST_AUTO_TEST_CASE(isolates_stand_around_latin_words_on_a_terminal_only) {
    document page;
    page.put(paragraph("زبان C++ و ML است"));
    BOOST_TEST(render_text(page, paper, language::fa) == "زبان C++ و ML است\n");
    surface screen = paper;
    screen.terminal = true;
    BOOST_TEST(render_text(page, screen, language::fa) == "زبان \u2068C++\u2069 و \u2068ML\u2069 است\n");
    BOOST_TEST(render_text(sample(), screen, language::en) == render_text(sample(), paper, language::en));
}

BOOST_AUTO_TEST_CASE(the_sign_of_a_number_stays_at_its_left_on_a_terminal_only) {
    document page;
    page.put(paragraph("از −۲٫۵ تا +۳ امتیاز"));
    BOOST_TEST(render_text(page, paper, language::fa) == "از −۲٫۵ تا +۳ امتیاز\n");
    surface screen = paper;
    screen.terminal = true;
    BOOST_TEST(render_text(page, screen, language::fa) == "از \u2066−۲٫۵\u2069 تا \u2066+۳\u2069 امتیاز\n");
}

BOOST_AUTO_TEST_CASE(isolates_are_balanced_and_change_nothing_else) {
    for (const std::string s : {"", "ML", "C++", "الف ML (TensorFlow 2) ب", "نسخه ۲ از node.js، --depth 3", "a", "++", "ب++C"}) {
        const std::string out = isolated(s, language::fa);
        std::string bare;
        int depth = 0;
        for (std::size_t i = 0; i < out.size();) {
            const auto d = grammar::decode_one(out, i);
            if (d.point == 0x2068) ++depth;
            else if (d.point == 0x2069) --depth;
            else bare += out.substr(i, d.length);
            BOOST_TEST((depth == 0 || depth == 1));
            i += d.length;
        }
        BOOST_TEST(depth == 0);
        BOOST_TEST(bare == s);
    }
    BOOST_TEST(isolated("گزینه --depth را", language::fa) == "گزینه \u2068--depth\u2069 را");
    BOOST_TEST(isolated("کتاب TensorFlow 2 است", language::fa) == "کتاب \u2068TensorFlow 2\u2069 است");
    BOOST_TEST(isolated("ML — ۳ تا", language::fa) == "\u2068ML\u2069 — ۳ تا");
    BOOST_TEST(isolated("Advice for سارا · ML", language::en) == "Advice for \u2068سارا\u2069 · ML");
}

BOOST_AUTO_TEST_CASE(long_words_are_cut_between_characters_as_people_see_them) {
    const std::string accents = "e\u0301e\u0301e\u0301e\u0301e\u0301";       // five letters, each with a combining accent
    const auto lines = wrap(accents, 2);
    BOOST_REQUIRE(lines.size() == 3U);
    BOOST_TEST(plain(lines[0]) == "e\u0301e\u0301");
    BOOST_TEST(plain(lines[2]) == "e\u0301");
}

BOOST_AUTO_TEST_CASE(width_counts_what_is_seen) {
    const auto lines = wrap("موازی‌سازی موازی‌سازی", 19);        // 9 columns each: U+200C has none
    BOOST_TEST(lines.size() == 1U);
    BOOST_TEST(lines[0].width == 19U);
}

BOOST_AUTO_TEST_CASE(code_is_not_broken_while_it_fits) {
    phrase words("Then type");
    words.add(" ").add("advise explain infra sara.txt", tone::code).add(" and read.");
    const auto lines = wrap(words, 32);
    BOOST_REQUIRE(lines.size() == 3U);
    BOOST_TEST(plain(lines[1]) == "advise explain infra sara.txt");
}

BOOST_AUTO_TEST_CASE(code_is_not_broken_where_it_does_not_fit_either) {
    document page;
    page.put(table({{}, {phrase("advise explain 'solutions architect' sara.txt", tone::code), "the whole reasoning"},
                    {phrase("advise ask --blank > new.txt", tone::code), "an empty profile"}}));
    BOOST_TEST(render_text(page, wide(20), language::en) ==
        "the whole reasoning\n  advise explain 'solutions architect' sara.txt\nan empty profile\n  advise ask --blank > new.txt\n");
    BOOST_TEST(render_text(page, paper, language::en) ==
        "advise explain 'solutions architect' sara.txt  the whole reasoning\n"
        "advise ask --blank > new.txt                   an empty profile\n");
}

BOOST_AUTO_TEST_CASE(tables_are_aligned_or_stacked) {
    document page;
    page.put(table({{"", "it fits", "it does not fit"}, {"communication", "advanced", "none"}}));
    BOOST_TEST(render_text(page, paper, language::en) ==
        "               it fits   it does not fit\n"
        "communication  advanced  none\n");
    BOOST_TEST(render_text(page, wide(30), language::en) ==
        "it fits\n  communication: advanced\nit does not fit\n  communication: none\n");
}

BOOST_AUTO_TEST_SUITE_END()
