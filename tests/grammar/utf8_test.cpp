// Decoding, width, and texts made safe to print.
#include <advise/grammar/utf8.hpp>

#include <boost/test/unit_test.hpp>

using namespace advise::grammar;
using namespace std::string_literals;

BOOST_AUTO_TEST_SUITE(utf8_)

BOOST_AUTO_TEST_CASE(every_code_point_is_read_back) {
    for (char32_t point = 0; point <= 0x110000; ++point) {
        std::string text;
        encode(point, text);
        const decoded one = decode_one(text, 0);
        const bool exists = point <= 0x10FFFF && (point < 0xD800 || point > 0xDFFF);
        BOOST_REQUIRE(one.valid && one.length == text.size());
        BOOST_REQUIRE(one.point == (exists ? point : 0xFFFD));
        BOOST_REQUIRE(is_valid(text));
    }
}

BOOST_AUTO_TEST_CASE(bad_bytes_are_counted_as_unicode_counts_them) {
    const auto bad = [](std::string_view text) {
        const decoded one = decode_one(text, 0);
        return one.valid ? 0u : one.length;
    };
    BOOST_TEST(bad("\x80") == 1u);
    BOOST_TEST(bad("\xc3") == 1u);
    BOOST_TEST(bad("\xc0\xaf") == 1u);
    BOOST_TEST(bad("\xe0\x80\xbe") == 1u);
    BOOST_TEST(bad("\xed\xa0\x80") == 1u);
    BOOST_TEST(bad("\xe2\x82") == 2u);
    BOOST_TEST(bad("\xf0\x9f\x98z") == 3u);
    BOOST_TEST(bad("\xf4\x90\x80\x80") == 1u);
    BOOST_TEST(decode_one("a", 1).length == 0u);
    BOOST_TEST(!is_valid(std::string(100, 'a') + '\xff' + std::string(100, 'a')));
    BOOST_TEST(!is_valid("abc\xe2\x82"));
}

BOOST_AUTO_TEST_CASE(width_is_that_of_a_terminal) {
    BOOST_TEST(display_width("abc") == 3u);
    BOOST_TEST(display_width("موازی\u200cسازی") == 9u);
    BOOST_TEST(display_width("e\u0301\u0301") == 1u);
    BOOST_TEST(display_width("شِعر") == 3u);
    BOOST_TEST(display_width("分散") == 4u);
    BOOST_TEST(display_width("\U0001F600") == 2u);
    BOOST_TEST(display_width("\x1b\u200b\u00ad") == 0u);
    BOOST_TEST(display_width("→ ≥ ü") == 5u);
}

BOOST_AUTO_TEST_CASE(nothing_unsafe_is_printed_as_it_came) {
    BOOST_TEST(printable("plain موازی\u200cسازی \U0001F468\u200d\U0001F469") == "plain موازی\u200cسازی \U0001F468\u200d\U0001F469");
    BOOST_TEST(printable("\x1b[31m\x07\x7f\0"s) == "\\x1b[31m\\x07\\x7f\\x00");
    BOOST_TEST(printable("\u202e\u2066\u200f\u061c\u009b\u2028") == "\\u{202E}\\u{2066}\\u{200F}\\u{61C}\\u{9B}\\u{2028}");
    BOOST_TEST(printable("caf\xe9 \xe2\x82") == "caf\\xe9 \\xe2\\x82");
    BOOST_TEST(printable("a\tb\nc\rd") == "a\\x09b\\x0ac\\x0dd");
    BOOST_TEST(printable("a\tb\nc\rd", line_breaks::kept) == "a\tb\nc\\x0dd");
    BOOST_TEST(printable(printable("\x1b\u202e\xff")) == printable("\x1b\u202e\xff"));
    for (char32_t point = 0; point < 0x110000; ++point) {
        std::string text;
        encode(point, text);
        const std::string shown = printable(text);
        BOOST_REQUIRE(is_valid(shown));
        if (is_control(point) || is_bidi_control(point) || is_dropped_mark(point)) BOOST_REQUIRE(shown[0] == '\\');
    }
}

BOOST_AUTO_TEST_CASE(long_texts_are_cut_between_code_points) {
    BOOST_TEST(shortened("abc", 3) == "abc");
    BOOST_TEST(shortened("abcdefgh", 6) == "abc…");
    BOOST_TEST(shortened("ییییی", 8) == "یی…");
    BOOST_TEST(shortened("ییییی", 10) == "ییییی");
    for (std::size_t n = 0; n < 20; ++n) BOOST_TEST(is_valid(shortened("aی分\U0001F600bی分\U0001F600", n)));
}

BOOST_AUTO_TEST_CASE(names_of_code_points_have_four_digits_or_more) {
    BOOST_TEST(code_point_name(7) == "U+0007");
    BOOST_TEST(code_point_name(0x202E) == "U+202E");
    BOOST_TEST(code_point_name(0x1F600) == "U+1F600");
}

BOOST_AUTO_TEST_CASE(what_cannot_be_seen_is_known) {
    for (const char32_t point : {0x200Bu, 0x200Du, 0x2060u, 0xADu, 0xFEFFu, 0x3164u, 0xFE0Fu, 0xE0041u, 0x034Fu}) BOOST_TEST(is_invisible(point));
    for (const char32_t point : {0x200Cu, 0x20u, 0x61u, 0x64Bu, 0x6CCu}) BOOST_TEST(!is_invisible(point));
}

BOOST_AUTO_TEST_SUITE_END()
