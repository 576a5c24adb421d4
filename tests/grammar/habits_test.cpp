// What people write who know prose or another language: what they meant.
#include "profile_reading.hpp"
#include "reading.hpp"
#include "support/growth.hpp"

#include <advise/grammar/habits.hpp>

#include <boost/test/unit_test.hpp>

using namespace advise::grammar;
using reading::entries;
using reading::said;

namespace {

std::string comparison(std::string_view text) {
    const auto found = find_worded_comparison(text);
    return found ? std::string(found->before) + "|" + std::string(found->sign) + "|" + std::string(found->after) : "";
}

std::string phrase(std::string_view text) {
    const auto found = find_phrase_at_end(text);
    return found ? std::string(text.substr(found->begin)) + "|" + std::string(found->sign) : "";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(habits)

BOOST_AUTO_TEST_CASE(a_point_that_parts_thousands) {
    BOOST_TEST(thousands_meant("1.500") == "1500");
    BOOST_TEST(thousands_meant("12.000 euro") == "12000");
    BOOST_TEST(thousands_meant("100.250") == "100250");
    for (const char* const fraction : {"", "1", "1.5", "1.50", "1.125", "0.500", "01.500", "1234.500", "1.5000", "1.500.5", ".500", "1.", "1500", "a.500"})
        BOOST_TEST(thousands_meant(fraction) == "", fraction);
    BOOST_TEST(thousands_meant("1.500..2.500") == "1500");
}

BOOST_AUTO_TEST_CASE(comparisons_in_words) {
    BOOST_TEST(comparison("age over limit") == "age|>|limit");
    BOOST_TEST(comparison("years of experience is greater than  or equal to three") == "years of experience|>=|three");
    BOOST_TEST(comparison("colour equals red") == "colour|=|red");
    BOOST_TEST(comparison("سن بیشتر از حد") == "سن|>|حد");
    for (const std::string_view none : {"", "over", "over time", "turnover rate", "hours over", "overtime", "age  over", "minimal age"})
        BOOST_TEST(comparison(none) == "", none);
}

BOOST_AUTO_TEST_CASE(phrases_at_the_end) {
    BOOST_TEST(phrase("age is more than ") == "more than |>");
    BOOST_TEST(phrase("a Greater Than") == "Greater Than|>");
    BOOST_TEST(phrase("age no more than") == "no more than|<=");
    BOOST_TEST(phrase("between") == "between|..");
    for (const std::string_view none : {"", " ", "turnover", "more", "more than sql"}) BOOST_TEST(phrase(none) == "", none);
}

BOOST_AUTO_TEST_CASE(numbers_in_words) {
    BOOST_TEST(number_said_in_words("between 5 and 10") == "5..10");
    BOOST_TEST(number_said_in_words("5 to 10 years") == "5..10 years");
    BOOST_TEST(number_said_in_words("5-10") == "5..10");
    BOOST_TEST(number_said_in_words("بین ۵ و ۱۰") == "۵..۱۰");
    BOOST_TEST(number_said_in_words("more than 5") == "> 5");
    BOOST_TEST(number_said_in_words("5 or more") == "5+");
    BOOST_TEST(number_said_in_words("5 years or more") == "5+ years");
    BOOST_TEST(number_said_in_words("5 or less") == "<= 5");
    for (const std::string_view none : {"", "5", "five", "between", "between 5", "more than", "5 and", "about 5"})
        BOOST_TEST(number_said_in_words(none) == "", none);
}

BOOST_AUTO_TEST_CASE(answers) {
    BOOST_TEST(answer_said_otherwise("true") == "yes");
    BOOST_TEST(answer_said_otherwise("Yes!") == "yes");
    BOOST_TEST(answer_said_otherwise("بلی") == "بله");
    BOOST_TEST(answer_said_otherwise("not sure") == "unknown");
    BOOST_TEST(answer_said_otherwise("-") == "unknown");
    for (const std::string_view none : {"", "truth", "expert", "!", "5"}) BOOST_TEST(answer_said_otherwise(none) == "", none);
}

BOOST_AUTO_TEST_CASE(plain_answers) {
    for (const std::string_view yes : {"yes", "Yeah!", "ok", "yup."}) BOOST_TEST(answer_said_plainly(yes) == "yes", yes);
    for (const std::string_view unknown : {"dunno", "no idea", "I don't know"}) BOOST_TEST(answer_said_plainly(unknown) == "unknown", unknown);
    BOOST_TEST(answer_said_plainly("نخیر") == "نه");
    for (const std::string_view doubtful : {"maybe", "never", "true", "1", "-", "✓", "شاید", "هست"}) {
        BOOST_TEST(answer_said_plainly(doubtful) == "", doubtful);
        BOOST_TEST(answer_said_otherwise(doubtful) != "", doubtful);
    }
}

// Every beginning of a line, and every line with one byte taken out: no hint reads past its line.
BOOST_AUTO_TEST_CASE(pieces_of_habits) {
    for (const std::string_view line :
         {"age is between 10 and 20 years -> r", "3 <= age <= 5 -> r", "at least two of (a, b) -> r", "tools includes (a, b -> r",
          "fact f: number euro 0..10", "scale s: a > b > c", "“a” and 'b' -> r", "a -> (+2) b", "/* a */ b", "fact f: one of (a / b)",
          "role r: \"x\"", "requires at least 3 points", "«الف» بیشتر از ۵ -> ب", "1) a -> b", "a -> b, c and d", "r if a", "claim a never with b", "fact f: set of a, b", "scale s (a, b)"}) {
        for (std::size_t cut = 0; cut < line.size(); ++cut) {
            for (const bool tail : {false, true}) {
                std::string text(line.substr(0, cut));
                if (tail) text += line.substr(cut + 1);
                said(text);
                said("role z\n    when " + text + "\n");
                said("test \"t\"\n    expect " + text);
                entries(text);
            }
        }
    }
}

// Hints look at a line a bounded number of times: four times the text takes about four times as long, not sixteen times.
BOOST_AUTO_TEST_CASE(hostile_lines_are_linear) {
    const auto read = [](const std::string& text) {
        said(text);
        entries(text);
    };
    const auto repeated = [](std::string_view piece, std::string_view end, std::size_t size) {
        std::string text;
        while (text.size() < size) (text += piece) += end;
        return text;
    };
    for (const std::string_view piece : {"„", "'", "a more than ", "over ", "(", "a, ", "1..", "one of (", "<", "-> ", "is ", "; ", "/* ", "“a "}) {
        for (const std::string_view end : {"", "\n"}) {
            const std::string small = repeated(piece, end, 25'000), large = repeated(piece, end, 100'000);
            BOOST_TEST(advise::tests::grows_like_its_input([&] { read(small); }, [&] { read(large); }), piece << (end.empty() ? "" : " in lines"));
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
