// Profiles as JSON: one flat object.
#include "profile_reading.hpp"

#include <boost/test/unit_test.hpp>

using reading::entries;

BOOST_AUTO_TEST_SUITE(profile_json)

BOOST_AUTO_TEST_CASE(a_flat_object_is_a_profile) {
    BOOST_TEST(
        entries(" \n{\"a b\": \"advanced\",\n \"n\": 3, \"x\": -0.5, \"t\": true, \"f\": false,\n\"u\": null, \"l\": [\"p\", 2, false], \"e\": []}\n")
        == "2 a b='advanced'; 3 n=#3000000; 3 x=#-500000; 3 t=true; 3 f=false; 4 u=null; 4 l=['p' #2000000 false]; 4 e=[]; ");
    BOOST_TEST(entries("{}") == "");
}

BOOST_AUTO_TEST_CASE(name_note_id_and_otherwise_are_taken_out) {
    reading::profile const p("{\"name\": \"Sara\", \"id\": 7, \"note\": \"n\", \"otherwise\": \"no\", \"a\": 1}");
    BOOST_TEST(p.entries() == "1 a=#1000000; closed");
    BOOST_TEST(p.read.name == "Sara");
    BOOST_TEST(entries("{\"otherwise\": false}") == "closed");
    BOOST_TEST(entries("{\"otherwise\": true}").starts_with("1:15 A3003 [true]"));
}

BOOST_AUTO_TEST_CASE(the_id_may_be_any_number) {
    for (const char* id : {"9007199254740993", "-1", "1.0000000000001", "1e300", "1E+3", "2.5e-7"}) {
        BOOST_TEST(entries("{\"id\": " + std::string(id) + ", \"a\": 1}") == "1 a=#1000000; ");
    }
    for (const char* bad : {"01", "1.", "1e", "1e+", "1e5x", "-"}) BOOST_TEST(entries("{\"id\": " + std::string(bad) + "}").starts_with("1:8 A3014"));
    BOOST_TEST(entries("{\"a\": 9007199254740993}").starts_with("1:7 A3014"));
}

BOOST_AUTO_TEST_CASE(strings_know_all_escapes_of_json) {
    BOOST_TEST(entries(R"({"a": "\" \\ \/ \n \u0041\u00e9 \ud83d\ude00"})") == "1 a='\" \\ / \n A\u00e9 \U0001F600'; ");
    BOOST_TEST(entries(R"({"\u0061": 1})") == "1 a=#1000000; ");
    BOOST_TEST(entries(R"({"a": "\ud800"})") == "1:8 A3013 [\\ud800] '\\ud800' is half of a surrogate pair\n");
    BOOST_TEST(entries(R"({"a": "\ude00\ud83d"})").starts_with("1:8 A3013 [\\ude00]"));
    BOOST_TEST(entries(R"({"a": "\u0000"})") == "1:8 A3013 [\\u0000] a string may not hold the character U+0000\n");
    BOOST_TEST(entries(R"({"a": "\u001b"})").starts_with("1:8 A3013 [\\u001b]"));
    BOOST_TEST(entries(R"({"a": "\u202e"})").starts_with("1:8 A3013 [\\u202e]"));
    BOOST_TEST(entries(R"({"a": "\u12g4"})").starts_with("1:8 A3013 [\\u]"));
    BOOST_TEST(entries(R"({"a": "\x"})") == "1:8 A3013 [\\x] '\\x' is no escape of JSON\n");
    BOOST_TEST(entries("{\"a\": \"x\ty\"}").starts_with("1:9 A3013 [\t]"));
    BOOST_TEST(entries("{\"a\": \"x").starts_with("1:7 A3013 [\"x] the string is not closed"));
    BOOST_TEST(entries("{\"a\": \"x\n\"}").starts_with("1:7 A3013 [\"x]"));
    BOOST_TEST(entries("{\"a\": \"\\").starts_with("1:8 A3013"));
}

BOOST_AUTO_TEST_CASE(numbers_are_read_from_their_digits) {
    BOOST_TEST(entries("{\"a\": 0, \"b\": -12.000001, \"c\": 999999999999.999999}") == "1 a=#0; 1 b=#-12000001; 1 c=#999999999999999999; ");
    BOOST_TEST(entries("{\"a\": 1e400}") == "1:7 A3014 [1e400] a number is written with its digits, without an exponent\n");
    BOOST_TEST(entries("{\"a\": 1.5E-2}").starts_with("1:7 A3014 [1.5E-2]"));
    for (std::string const bad : {"03", "1.", "-", "1a", "--1", "0x10", "1.2.3", "-a"})
        BOOST_TEST(entries("{\"a\": " + bad + "}") == "1:7 A3014 [" + bad + "] '" + bad + "' is no number of JSON\n");
    BOOST_TEST(entries("{\"a\": 1234567890123}").starts_with("1:7 A3014 [1234567890123] a number has at most 12 digits"));
    BOOST_TEST(entries("{\"a\": 0.1234567}").starts_with("1:7 A3014"));
    for (std::string const bad : {".5", "+1"}) BOOST_TEST(entries("{\"a\": " + bad + "}").starts_with("1:7 A3010"), bad);
}

BOOST_AUTO_TEST_CASE(nothing_is_nested) {
    BOOST_TEST(entries("{\"a\": {\"b\": 1}}")
               == "1:7 A3011 [{] a profile in JSON is one flat object: no object or array stands here | such a profile looks like this: {\"python\": "
                  "\"advanced\", \"years of experience\": 4}\n");
    BOOST_TEST(entries("{\"a\": [[1]]}").starts_with("1:8 A3011 [[]"));
    BOOST_TEST(entries("{\"a\": [1, {}]}").starts_with("1:11 A3011 [{]"));
    BOOST_TEST(entries("{\"a\":" + std::string(100'000, '[')).starts_with("1:7 A3011"));
    BOOST_TEST(entries(std::string(100'000, '{')).starts_with("1:2 A3010"));
}

BOOST_AUTO_TEST_CASE(a_key_stands_once) {
    BOOST_TEST(entries("{\"a\": 1,\n\"b\": 2, \"\\u0061\": 3}")
               == "2:9 A3012 [\"\\u0061\"] the key 'a' stands here a second time | keep one of the two lines (1:2 it stands here first)\n");
    BOOST_TEST(reading::profile("{\"a\": 1, \"a\": 1, \"a\": 1, \"b\": 1}").found.errors() == 2U);
}

BOOST_AUTO_TEST_CASE(what_is_wrong_is_said_where_it_stands) {
    BOOST_TEST(entries("{\"a\": 1,}")
               == "1:9 A3010 [}] expected a key in quotes, found '}' | such a profile looks like this: {\"python\": \"advanced\", \"years of "
                  "experience\": 4}\n");
    BOOST_TEST(entries("{\"a\": 1} x")
               == "1:10 A3010 [x] expected the end of the file, found 'x' | such a profile looks like this: {\"python\": \"advanced\", \"years of "
                  "experience\": 4}\n");
    BOOST_TEST(entries("{\"a\" 1}")
               == "1:6 A3010 [1] expected ':', found '1' | such a profile looks like this: {\"python\": \"advanced\", \"years of experience\": 4}\n");
    BOOST_TEST(
        entries("{\"a\": }")
        == "1:7 A3010 [}] expected a value, found '}' | such a profile looks like this: {\"python\": \"advanced\", \"years of experience\": 4}\n");
    BOOST_TEST(
        entries("{\"a\"\n\n")
        == "1:5 A3010 [] ':' is missing at the end | such a profile looks like this: {\"python\": \"advanced\", \"years of experience\": 4}\n");
    BOOST_TEST(entries("{\"a\": 1\n \"b\": 2}")
               == "2:2 A3010 [\"b\"] expected ',' or '}', found '\"b\"' | such a profile looks like this: {\"python\": \"advanced\", \"years of "
                  "experience\": 4}\n");
    BOOST_TEST(entries("{\"a\": [1 2]}")
               == "1:10 A3010 [2] expected ',' or ']', found '2' | such a profile looks like this: {\"python\": \"advanced\", \"years of "
                  "experience\": 4}\n");
    BOOST_TEST(
        entries("{\"a\": [1,]}")
        == "1:10 A3010 []] expected a value, found ']' | such a profile looks like this: {\"python\": \"advanced\", \"years of experience\": 4}\n");
    BOOST_TEST(entries("{a: 1}").starts_with("1:2 A3010 [a] expected a key in quotes"));
    BOOST_TEST(entries("{\"a\": True}") == "1:7 A3014 [True] 'True' is no value of JSON\n");
    BOOST_TEST(entries("{\"a\": [null]}").starts_with("1:8 A3014 [null]"));
    BOOST_TEST(entries("{").starts_with("1:2 A3010 []"));
    BOOST_TEST(entries("{\"\": 1}").starts_with("1:2 A3001 [\"\"]"));
    BOOST_TEST(entries("{\" - \": 1}").starts_with("1:2 A3001"));
    BOOST_TEST(entries("{\"" + std::string(300, 'k') + "\": 1}").ends_with("at most 256 are allowed\n"));
}

BOOST_AUTO_TEST_CASE(spans_lead_back_to_the_text) {
    reading::profile const p("{\"k\": [1, \"x\"] , \"z\": null}");
    BOOST_TEST(std::string(p.file->text(p.read.entries[0].where)) == "\"k\": [1, \"x\"]");
    BOOST_TEST(std::string(p.file->text(p.read.entries[0].value.where)) == "[1, \"x\"]");
    BOOST_TEST(std::string(p.file->text(p.read.entries[0].value.items[1].where)) == "\"x\"");
    BOOST_TEST(std::string(p.file->text(p.read.entries[1].key_where)) == "\"z\"");
}

BOOST_AUTO_TEST_SUITE_END()
