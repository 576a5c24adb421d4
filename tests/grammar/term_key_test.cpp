// Which terms are the same (LANGUAGE.md §2).
#include <advise/grammar/term_key.hpp>
#include <advise/grammar/utf8.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <random>

using namespace advise::grammar;

namespace {

bool same(std::string_view a, std::string_view b) { return term_key(a) == term_key(b); }

// With a letter before that neither fast way knows, the slow one is taken; the rules are the same for it.
std::string slow_key(const std::string& text) {
    const std::string key = term_key(text + "\u0251");
    return key.substr(0, key.size() - 2);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(term_key_)

BOOST_AUTO_TEST_CASE(the_examples_of_the_language_hold) {
    BOOST_TEST(term_key("Low-Level Optimisation") == "lowleveloptimisation");
    BOOST_TEST(same("Low-Level Optimisation", "low level optimisation"));
    BOOST_TEST(same("low level optimisation", "lowlevel_optimisation"));
    BOOST_TEST(same("موازی‌سازی", "موازی سازی"));
    BOOST_TEST(same("موازی سازی", "موازیسازی"));
    BOOST_TEST(term_key("1-2") == "1-2");
    BOOST_TEST(term_key("12") == "12");
    BOOST_TEST(term_key("-1") == "-1");
}

BOOST_AUTO_TEST_CASE(a_separator_stays_only_before_a_digit_and_not_after_a_letter) {
    BOOST_TEST(same("level 3", "level3"));
    BOOST_TEST(same("level - 3", "level3"));
    BOOST_TEST(term_key("c++ 17") == "c++-17");
    BOOST_TEST(term_key("c++17") == "c++17");
    BOOST_TEST(term_key("web 2 0") == "web2-0");
    BOOST_TEST(same("1 2", "1_2"));
    BOOST_TEST(same("1 - 2", "1-2"));
    BOOST_TEST(same("1\u200c2", "1-2"));
    BOOST_TEST(term_key("--1--") == "-1");
    BOOST_TEST(term_key("1-a") == "1a");
    BOOST_TEST(term_key("1.-2") == "1.-2");
    BOOST_TEST(same("سطح ۳", "سطح۳"));
    BOOST_TEST(term_key("سطح ۳-٤") == "سطح3-4");
    BOOST_TEST(term_key("é 3") == "é3");
}

BOOST_AUTO_TEST_CASE(a_mark_belongs_to_its_letter_and_a_dropped_one_is_as_if_never_there) {
    BOOST_TEST(term_key("سطحِ ۳") == "سطح3");
    BOOST_TEST(term_key("1 \u064B2") == "1-2");
    BOOST_TEST(term_key("1\u064B2") == "12");
    BOOST_TEST(term_key("1\u0640-\u06402") == "1-2");
    BOOST_TEST(term_key("की 3") == "की3");
    BOOST_TEST(term_key("\u0640 3") == "-3");
}

BOOST_AUTO_TEST_CASE(arabic_letters_are_read_as_persian) {
    BOOST_TEST(same("كتاب", "کتاب"));
    BOOST_TEST(same("علي", "علی"));
    BOOST_TEST(same("علىٰ", "علی"));
    BOOST_TEST(same("مدرسة", "مدرسه"));
    BOOST_TEST(same("تجربۀ کار", "تجربه کار"));
    BOOST_TEST(same("تجربهٔ کار", "تجربه کار"));
    BOOST_TEST(same("\u06D5", "ه"));
    BOOST_TEST(same("\u06D5\u0654", "ه"));
    BOOST_TEST(same("\u06C2", "ه"));
    BOOST_TEST(same("\u06C1\u0654", "ه"));
    BOOST_TEST(!same("\u06C1", "ه"));
    BOOST_TEST(same("\u06CC\u0654", "ی"));
    BOOST_TEST(same("\u064A\u0654", "ئ"));
    BOOST_TEST(!same("ئ", "ی"));
    BOOST_TEST(same("کتـــاب", "کتاب"));
    BOOST_TEST(same("مُحَمَّد", "محمد"));
    BOOST_TEST(same("\uFEE3\uFEEE\uFE8D\uFEAF\uFBFC", "موازی"));   // presentation forms
    BOOST_TEST(same("۱۲۳", "١٢٣"));
    BOOST_TEST(term_key("۱۲۳") == "123");
}

BOOST_AUTO_TEST_CASE(case_and_compatibility_are_folded) {
    BOOST_TEST(same("Straße", "STRASSE"));
    BOOST_TEST(same("CAFÉ", "cafe\u0301"));
    BOOST_TEST(same("ＰＹＴＨＯＮ　３", "python 3"));
    BOOST_TEST(same("ﬁne", "fine"));
    BOOST_TEST(term_key("C#") == "c#");
    BOOST_TEST(term_key("node.js") == "node.js");
    BOOST_TEST(!same("c", "c++"));
}

BOOST_AUTO_TEST_CASE(what_a_source_would_replace_makes_no_difference) {
    BOOST_TEST(same("on\u2011call", "on-call"));
    BOOST_TEST(same("don\u2019t", "don't"));
    BOOST_TEST(same("a\u200f\u00adb\u061c", "ab"));
    BOOST_TEST(same("a\u00a0b", "ab"));
}

BOOST_AUTO_TEST_CASE(nothing_may_be_left) {
    for (const char* text : {"", " ", "-_-", "\u200c", "\u0640", "\u064B\u0652"}) BOOST_TEST(term_key(text) == "");
}

BOOST_AUTO_TEST_CASE(bytes_that_are_not_utf8_get_a_key_all_the_same) { BOOST_TEST(is_valid(term_key("caf\xe9"))); }

BOOST_AUTO_TEST_CASE(the_fast_ways_agree_with_the_slow_one_and_a_key_is_its_own_key) {
    const std::array pieces{"a", "Z", "q", "0", "7", " ", "-", "_", "+", "#", ".", "'", "\u200c", "ی", "ي", "ك", "ه", "ة", "\u0640", "\u064B", "\u0652",
                            "\u0670", "۳", "٤", "\u06C0", "ا", "و", "\u0654", "\u0653", "\u0655", "\u0656", "ئ", "\u06D5", "\u06C1", "\u0675", "\t", "،", "é"};
    std::mt19937 random(7);
    for (int round = 0; round < 200'000; ++round) {
        std::string text;
        for (auto n = random() % 9; n-- > 0;) text += pieces[random() % (round % 2 == 0 ? 13 : pieces.size())];
        const std::string key = term_key(text);
        BOOST_REQUIRE_MESSAGE(key == slow_key(text), printable(text) + ": " + key + " against " + slow_key(text));
        BOOST_REQUIRE_MESSAGE(key == term_key(key), printable(text) + ": " + key + " against " + term_key(key));
    }
}

BOOST_AUTO_TEST_CASE(every_code_point_alone_has_one_key_both_ways) {
    for (char32_t point = 0; point < 0x30000; ++point) {
        if (point >= 0xD800 && point < 0xE000) continue;
        std::string text;
        encode(point, text);
        const std::string key = term_key(text);
        BOOST_REQUIRE_MESSAGE(is_valid(key), code_point_name(point));
        if (!is_mark(point)) BOOST_REQUIRE_MESSAGE(key == slow_key(text), code_point_name(point));
    }
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(spelling_)

BOOST_AUTO_TEST_CASE(a_quoted_term_says_what_its_escapes_say) {
    const source file("a", R"("research \"and\" \\ x\ny" low   level)" "\n\t  optimisation");
    const auto quoted = static_cast<std::uint32_t>(file.text().find(" low"));
    BOOST_TEST(spelling(file, {{0, quoted}, true}) == "research \"and\" \\ x\ny");
    BOOST_TEST(spelling(file, {{quoted, static_cast<std::uint32_t>(file.text().size())}, false}) == "low level optimisation");
}

BOOST_AUTO_TEST_CASE(a_term_is_quoted_only_where_it_has_to_be) {
    for (const char* plain : {"c++", "low-level optimisation", "node.js", "موازی‌سازی"}) BOOST_TEST(quoted_if_needed(plain) == plain);
    BOOST_TEST(quoted_if_needed("research and development") == "\"research and development\"");
    BOOST_TEST(quoted_if_needed("say \"a\\b\"\n") == R"("say \"a\\b\"\n")");
    BOOST_TEST(quoted_if_needed("a  b") == "\"a  b\"");
    BOOST_TEST(quoted_if_needed("3d") == "\"3d\"");
    BOOST_TEST(quoted_if_needed("") == "\"\"");
}

BOOST_AUTO_TEST_SUITE_END()
