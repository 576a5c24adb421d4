// The small parts of the shell: hashes, JSON, colour and width.
#include <render/json_values.hpp>
#include <render/json_writer.hpp>
#include <sha256.hpp>
#include <terminal.hpp>

#include <boost/test/unit_test.hpp>

#include <limits>
#include <string>

using namespace advise::cli;

BOOST_AUTO_TEST_SUITE(helpers)

BOOST_AUTO_TEST_CASE(sha256_gives_the_digests_of_the_standard) {
    BOOST_TEST(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    BOOST_TEST(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    BOOST_TEST(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
               "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

BOOST_AUTO_TEST_CASE(sha256_is_right_around_the_ends_of_blocks) {
    BOOST_TEST(sha256(std::string(55, 'a')) == "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318");
    BOOST_TEST(sha256(std::string(56, 'a')) == "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a");
    BOOST_TEST(sha256(std::string(64, 'a')) == "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb");
    BOOST_TEST(sha256(std::string(1000, 'a')) == "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3");
}

BOOST_AUTO_TEST_CASE(json_stands_in_lines_outside_and_on_one_line_inside) {
    std::string text;
    json_writer out(text);
    out.begin_object().member("a", "x").key("b").begin_array();
    out.begin_object().member_number("c", 1).member_boolean("d", true).end_object();
    out.begin_object().key("e").null().end_object();
    out.end_array().key("f").begin_array().end_array().end_object();
    BOOST_TEST(text == "{\n  \"a\": \"x\",\n  \"b\": [\n    {\"c\": 1, \"d\": true},\n    {\"e\": null}\n  ],\n  \"f\": []\n}\n");
}

BOOST_AUTO_TEST_CASE(json_escapes_what_a_terminal_or_a_reader_would_obey) {
    std::string text;
    append_json_string("\"\\\n\t\x1b\x7f", text);
    BOOST_TEST(text == R"("\"\\\n\t\u001b\u007f")");
    text.clear();
    append_json_string("a\u202Eb\u009Bc\u200Cd", text);
    BOOST_TEST(text == "\"a\\u202eb\\u009bc\u200Cd\"");
    text.clear();
    append_json_string("x\xff\xc3", text);
    BOOST_TEST(text == "\"x\uFFFD\uFFFD\"");
    text.clear();
    append_json_string("سلام 🚀", text);
    BOOST_TEST(text == "\"سلام 🚀\"");
}

BOOST_AUTO_TEST_CASE(decimals_are_exact) {
    BOOST_TEST(decimal_text(0) == "0");
    BOOST_TEST(decimal_text(4'000'000) == "4");
    BOOST_TEST(decimal_text(2'500'000) == "2.5");
    BOOST_TEST(decimal_text(-1) == "-0.000001");
    BOOST_TEST(decimal_text(999'999'999'999'999'999) == "999999999999.999999");
    BOOST_TEST(decimal_text(std::numeric_limits<std::int64_t>::min()) == "-9223372036854.775808");
}

BOOST_AUTO_TEST_CASE(colour_is_decided_in_the_documented_order) {
    const environment none{};
    BOOST_TEST(use_color(color_choice::automatic, none, true));
    BOOST_TEST(!use_color(color_choice::automatic, none, false));
    BOOST_TEST(!use_color(color_choice::automatic, {"", "", "dumb", ""}, true));
    BOOST_TEST(use_color(color_choice::automatic, {"", "1", "dumb", ""}, false));
    BOOST_TEST(!use_color(color_choice::automatic, {"", "0", "", ""}, false));
    BOOST_TEST(!use_color(color_choice::automatic, {"1", "1", "", ""}, true));
    BOOST_TEST(use_color(color_choice::always, {"1", "", "dumb", ""}, false));
    BOOST_TEST(!use_color(color_choice::never, {"", "1", "", ""}, true));
}

BOOST_AUTO_TEST_CASE(width_is_that_of_COLUMNS_then_of_the_terminal_then_80) {
    const auto with = [](std::string columns) { return environment{"", "", "", std::move(columns)}; };
    BOOST_TEST(usable_width(with(""), 0) == 80U);
    BOOST_TEST(usable_width(with(""), 120) == 120U);
    BOOST_TEST(usable_width(with("60"), 120) == 60U);
    BOOST_TEST(usable_width(with("0"), 0) == 80U);
    BOOST_TEST(usable_width(with("-1"), 0) == 80U);
    BOOST_TEST(usable_width(with("60x"), 0) == 80U);
    BOOST_TEST(usable_width(with("999999999"), 0) == 200U);
    BOOST_TEST(usable_width(with("99999999999999999999999"), 0) == 200U);
    BOOST_TEST(usable_width(with("5"), 0) == 20U);
}

BOOST_AUTO_TEST_SUITE_END()
