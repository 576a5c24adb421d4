// Profiles as text.
#include "profile_reading.hpp"

#include <advise/grammar/limits.hpp>

#include <boost/test/unit_test.hpp>

#include <random>

using reading::entries;

BOOST_AUTO_TEST_SUITE(profile_)

BOOST_AUTO_TEST_CASE(a_line_is_a_key_or_a_key_with_a_value) {
    BOOST_TEST(entries("# Sara\n\nParallelism: advanced\r\n  low-level  optimisation : at least beginner # x\nenjoys teaching\nlanguage: c#\n")
               == "3 Parallelism=advanced; 4 low-level optimisation=at least beginner; 5 enjoys teaching=bare; 6 language=c#; ");
    BOOST_TEST(entries("a:yes\nb:\tno") == "1 a=yes; 2 b=no; ");
    BOOST_TEST(entries("a: b: c\n") == "1 a=b: c; ");
    BOOST_TEST(entries("") == "");
}

BOOST_AUTO_TEST_CASE(keywords_mean_nothing_in_a_profile) {
    BOOST_TEST(entries("work and travel: is not in at least 3\ntest automation\nat most: or\n")
               == "1 work and travel=is not in at least 3; 2 test automation=bare; 3 at most=or; ");
}

BOOST_AUTO_TEST_CASE(keys_and_values_may_be_quoted) {
    BOOST_TEST(entries("\"3d # printing\": yes # c\na: \"x, \\\"y\\\" # z\"\nb: \"x\", \"y # z\" # c\n")
               == "1 3d # printing=yes; 2 a='x, \"y\" # z'; 3 b=\"x\", \"y # z\"; ");
}

BOOST_AUTO_TEST_CASE(name_and_note_are_no_facts_and_otherwise_no_closes) {
    reading::profile const p("NAME: Sara\nnote: a: b\nid: 7\nیادداشت: \"دو\"\notherwise: no\npython: 3\n");
    BOOST_TEST(p.found.errors() == 0U);
    BOOST_TEST(p.read.name == "Sara");
    BOOST_TEST((p.read.notes == std::vector<std::string>{"a: b", "دو"}));
    BOOST_TEST(p.entries() == "6 python=3; closed");
    BOOST_TEST(std::string(p.file->text(p.read.closed_where)) == "otherwise: no");
    BOOST_TEST(entries("بقیه: خیر\nنام: سارا") == "closed");
    BOOST_TEST(entries("otherwise: yes").starts_with("1:12 A3003 [yes] only 'otherwise: no' is known"));
    BOOST_TEST(entries("otherwise").starts_with("1:1 A3003 [otherwise]"));
    BOOST_TEST(entries("name:\nnote:\n") == "");
}

BOOST_AUTO_TEST_CASE(a_key_that_is_no_term_is_an_error_that_shows_it_quoted) {
    BOOST_TEST(entries(": yes\n") == "1:1 A3001 [:] a key is missing before ':' | such a line looks like this: python: advanced\n");
    BOOST_TEST(entries("3d printing : yes\n")
               == "1:1 A3001 [3d printing] '3d printing' is not a key: a key is one term | quote it: \"3d printing\" : yes\n");
    BOOST_TEST(entries("[skills]\n").starts_with("1:1 A3001 [[skills]]"));
    BOOST_TEST(entries("a (b): c\n").ends_with("| quote it: \"a (b)\": c\n"));
    BOOST_TEST(entries("\"\": yes\n").starts_with("1:1 A3001 [\"\"]"));
    BOOST_TEST(entries("\u0640: yes\n").starts_with("1:1 A3001"));
    BOOST_TEST(entries(std::string(257, 'k') + ": yes\n").ends_with(" a key of 257 bytes; at most 256 are allowed\n"));
    BOOST_TEST(entries("a\u200Bb: yes\n").starts_with("1:1 A3001"));
}

BOOST_AUTO_TEST_CASE(other_errors_leave_only_their_line_out) {
    reading::profile const p("a: yes\n: no\nb: \"open\nc\xFF: no\nd:\ne: \"x\\q\"\n<<<<<<< HEAD\nf\n");
    BOOST_TEST(p.entries() == "1 a=yes; 8 f=bare; ");
    BOOST_TEST(p.found.errors() == 6U);
    BOOST_TEST(entries("python:\n")
               == "1:7 A3002 [:] a value is missing after ':' | write '?' where nothing is known; a key alone, without ':', means yes\n");
    BOOST_TEST(entries("a: \"x\n").starts_with("1:4 A3005 [\"x] the quoted text does not end on its line"));
    BOOST_TEST(entries("a: \"x\\q\"\n").starts_with("1:6 A3005 [\\q]"));
    BOOST_TEST(entries("<<<<<<< HEAD\n").starts_with("1:1 A3004 [<<<<<<<]"));
}

BOOST_AUTO_TEST_CASE(spans_lead_back_to_the_text) {
    reading::profile const p("\n  Low level :  at least 3  # x\nteaching\n\"q\": \"v\"\n");
    const auto text = [&](advise::grammar::span s) { return std::string(p.file->text(s)); };
    BOOST_TEST(text(p.read.entries[0].key_where) == "Low level");
    BOOST_TEST(text(p.read.entries[0].value.where) == "at least 3");
    BOOST_TEST(text(p.read.entries[0].where) == "Low level :  at least 3");
    BOOST_TEST(text(p.read.entries[1].value.where) == "teaching");
    BOOST_TEST(text(p.read.entries[2].value.where) == "\"v\"");
}

BOOST_AUTO_TEST_CASE(a_line_in_a_test_is_read_like_a_line_of_a_profile) {
    using namespace advise::grammar;
    reading::rules const r(
        "test \"t\"\n given low-level and so: at least 3 # x\n given otherwise: no\n given enjoys teaching\n given otherwise: yes\n");
    diagnostics found;
    bool closed = false;
    const auto first = parse_profile_line(*r.file, r.statements[1].line, closed, found);
    BOOST_REQUIRE(first);
    BOOST_TEST((first->key == "low-level and so" && first->value.content == "at least 3" && first->line == 2 && !closed));
    const auto second = parse_profile_line(*r.file, r.statements[2].line, closed, found);
    BOOST_TEST((second && second->key.empty() && closed));
    BOOST_TEST((parse_profile_line(*r.file, r.statements[3].line, closed, found)->value.kind == profile_value_kind::bare));
    BOOST_TEST(found.errors() == 0U);
    BOOST_TEST(!parse_profile_line(*r.file, r.statements[4].line, closed, found));
    BOOST_TEST(found.errors() == 1U);
}

BOOST_AUTO_TEST_CASE(no_bytes_can_break_it) {
    static constexpr std::string_view pieces[] = {"a",
                                                  "key",
                                                  ":",
                                                  " ",
                                                  "\n",
                                                  "\"",
                                                  "\\",
                                                  "#",
                                                  " #",
                                                  "{",
                                                  "}",
                                                  "[",
                                                  "]",
                                                  ",",
                                                  "،",
                                                  "؛",
                                                  "3",
                                                  "۳",
                                                  "..",
                                                  ".",
                                                  "+",
                                                  "-",
                                                  ">=",
                                                  "<",
                                                  "at least ",
                                                  "حداقل ",
                                                  "شامل ",
                                                  "?",
                                                  "\xFF",
                                                  "\xE2\x80",
                                                  "\u200C",
                                                  "\u202E",
                                                  "\\u00",
                                                  "\\ud800",
                                                  "1e9",
                                                  "true",
                                                  "null",
                                                  "name: ",
                                                  "otherwise: no",
                                                  std::string_view("\0", 1),
                                                  "\r",
                                                  "\t"};
    std::mt19937 random(7);
    for (int i = 0; i != 20'000; ++i) {
        std::string text = i % 3 == 0 ? "{" : "";
        for (auto left = random() % 30; left != 0; --left) text += pieces[random() % std::size(pieces)];
        reading::profile const p(text);
        for (const auto& d : p.found.sorted()) BOOST_REQUIRE((d.at.where.begin <= d.at.where.end && d.at.where.end <= p.file->text().size()));
        for (const auto& e : p.read.entries) BOOST_REQUIRE(!e.key.empty());
        const auto value = advise::grammar::parse_value(text);
        BOOST_REQUIRE((value.where.begin <= value.where.end && value.where.end <= text.size()));
        BOOST_REQUIRE(((value.error == advise::grammar::value_error::none) == (value.expected == advise::grammar::message::none)));
    }
}

BOOST_AUTO_TEST_SUITE_END()
