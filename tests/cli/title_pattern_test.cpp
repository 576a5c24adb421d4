#include "../../src/title_pattern.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

namespace advise::tests {
namespace {

using cli::title_pattern;

bool matches(std::string_view pattern, std::string_view title) {
    std::size_t wrong = 0;
    const auto made = title_pattern::parse(pattern, wrong);
    BOOST_TEST_REQUIRE(made.has_value(), std::string(pattern));
    return made->matches(title);
}

std::size_t wrong_at(std::string_view pattern) {
    std::size_t wrong = 0;
    return title_pattern::parse(pattern, wrong) ? 0 : wrong;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(title_patterns)

BOOST_AUTO_TEST_CASE(letters_match_anywhere_and_anchors_at_the_ends) {
    BOOST_TEST(matches("skill", "both skills"));
    BOOST_TEST(!matches("Skill", "both skills"));
    BOOST_TEST(matches("^both", "both skills"));
    BOOST_TEST(!matches("^skills", "both skills"));
    BOOST_TEST(matches("skills$", "both skills"));
    BOOST_TEST(!matches("both$", "both skills"));
    BOOST_TEST(matches("", "anything"));
    BOOST_TEST(matches("^$", ""));
    BOOST_TEST(!matches("^$", "x"));
}

BOOST_AUTO_TEST_CASE(repetition_alternatives_and_groups) {
    BOOST_TEST(matches("^ab*c$", "ac"));
    BOOST_TEST(matches("^ab*c$", "abbbc"));
    BOOST_TEST(!matches("^ab+c$", "ac"));
    BOOST_TEST(matches("^ab?c$", "abc"));
    BOOST_TEST(!matches("^ab?c$", "abbc"));
    BOOST_TEST(matches("^(one|two|three)$", "two"));
    BOOST_TEST(matches("^(one|two|three)$", "three"));
    BOOST_TEST(!matches("^(one|two|three)$", "onetwo"));
    BOOST_TEST(matches("^(a|b)*c$", "abbac"));
    BOOST_TEST(matches("^(a*)*b$", "aaab"));
    BOOST_TEST(matches("^((a|b)+c)+$", "abcac"));
    BOOST_TEST(!matches("^((a|b)+c)+$", "abcca"));
    BOOST_TEST(matches("^a|b$", "xb"));
    BOOST_TEST(matches("x()y", "xy"));
}

BOOST_AUTO_TEST_CASE(sets_and_escapes_are_of_code_points) {
    BOOST_TEST(matches("^[a-c]+$", "abc"));
    BOOST_TEST(!matches("^[^a-c]+$", "xyb"));
    BOOST_TEST(matches("^[]x]$", "]"));
    BOOST_TEST(matches("^[a-]$", "-"));
    BOOST_TEST(matches(R"(^c\+\+$)", "c++"));
    BOOST_TEST(matches("^.$", "ی"));
    BOOST_TEST(matches("^[آ-ی]+$", "مهندس"));
    BOOST_TEST(matches("سیستم", "یک مهندس سیستم"));
}

BOOST_AUTO_TEST_CASE(what_is_no_pattern_is_told_with_its_place) {
    BOOST_TEST(wrong_at("a(b") == 3U);
    BOOST_TEST(wrong_at("*") == 1U);
    BOOST_TEST(wrong_at("a|*") == 3U);
    BOOST_TEST(wrong_at("a)") == 2U);
    BOOST_TEST(wrong_at("[a") == 2U);
    BOOST_TEST(wrong_at("a{2}") == 2U);
    BOOST_TEST(wrong_at("\\d") != 0U);
    BOOST_TEST(wrong_at("a\\") != 0U);
    BOOST_TEST(wrong_at("[z-a]") != 0U);
    BOOST_TEST(wrong_at(std::string(200, '(')) != 0U);
}

BOOST_AUTO_TEST_CASE(no_pattern_takes_more_than_its_length_times_the_title) {
    const std::string title(20'000, 'a');
    BOOST_TEST(!matches("^(a*)*(a*)*(a|a)*b$", title));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace advise::tests
