// The loop over a rule file: where statements begin and end, blocks, recovery, and that nothing breaks it.
#include "reading.hpp"

#include <boost/test/unit_test.hpp>

#include <random>

using namespace advise::grammar;
using reading::rules;
using reading::said;

namespace {

// The statements of a text, each as its own text, with '*' before broken ones.
std::string statements(std::string text) {
    const rules r(std::move(text));
    std::string out;
    for (const auto& s : r.statements) out += (s.broken ? "*[" : "[") + (s.broken ? r.text(s.name) : r.text(s.where)) + "]";
    return out;
}

// Text to try the reader with: pieces of the language, of other languages, and bytes that are no text.
std::string soup(std::mt19937& random) {
    static constexpr std::string_view pieces[] = {"concept ",
                                                  "role ",
                                                  "fact ",
                                                  "when ",
                                                  "requires ",
                                                  "unless ",
                                                  "+3 ",
                                                  "-2 ",
                                                  "rule ",
                                                  "test ",
                                                  "given ",
                                                  "expect ",
                                                  "claim ",
                                                  "label ",
                                                  "because ",
                                                  "cites ",
                                                  "import ",
                                                  "scale ",
                                                  "ask ",
                                                  "aka ",
                                                  "effort ",
                                                  "after ",
                                                  "source ",
                                                  "url ",
                                                  "and ",
                                                  "or ",
                                                  "not ",
                                                  "at least ",
                                                  "at most ",
                                                  "exactly 2 of ",
                                                  "any of ",
                                                  "all of (",
                                                  "(",
                                                  ")",
                                                  ",",
                                                  "،",
                                                  "->",
                                                  "→",
                                                  "=>",
                                                  ":",
                                                  "<",
                                                  ">=",
                                                  "=",
                                                  "==",
                                                  "..",
                                                  "2..5",
                                                  "3",
                                                  "1,5",
                                                  "\"",
                                                  "\"text\"",
                                                  "\\",
                                                  "\n",
                                                  "\r\n",
                                                  "\n\n",
                                                  "# comment\n",
                                                  " ",
                                                  "\t",
                                                  "a",
                                                  "python ",
                                                  "موازی",
                                                  "\u200C",
                                                  "\u202E",
                                                  "\xFF",
                                                  "\xC3",
                                                  "\x80",
                                                  "\xE2\x80",
                                                  "yes",
                                                  "points ",
                                                  "first ",
                                                  "always ",
                                                  "never hurts ",
                                                  "ignores ",
                                                  "in ",
                                                  "is ",
                                                  "includes ",
                                                  ";",
                                                  "&&",
                                                  "<<<<<<<",
                                                  std::string_view("\0", 1)};
    std::string out;
    for (auto left = random() % 40; left != 0; --left) out += pieces[random() % std::size(pieces)];
    return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(rules_reader_)

BOOST_AUTO_TEST_CASE(a_statement_ends_with_its_line_unless_the_next_goes_on) {
    BOOST_TEST(statements("a\n  and b\n\n  # comment\n  or c # x\n->\nd\n").empty());
    BOOST_TEST(statements("a\n  and b\n\n  # comment\n  or c # x\n  -> d\n  because \"e\"\n  cites f\nb -> c")
               == "[a\n  and b\n\n  # comment\n  or c # x\n  -> d\n  because \"e\"\n  cites f][b -> c]");
    BOOST_TEST(statements("a -> b\nandroid -> c\norigin -> d") == "[a -> b][android -> c][origin -> d]");
    BOOST_TEST(statements("role r\n when (a or\n   # comment with ( in it\n   b,\n") == "[role r]");
    BOOST_TEST(statements("any of (a,\n\n  label quality, # )\n  \")\") -> b") == "[any of (a,\n\n  label quality, # )\n  \")\") -> b]");
    BOOST_TEST(statements("a\r\n∧ b\r\n→ c\r\n") == "[a\r\n∧ b\r\n→ c]");
}

BOOST_AUTO_TEST_CASE(comments_begin_at_a_line_or_after_a_blank) {
    BOOST_TEST(statements("# all\na -> c#\n#\nb # x -> y\n -> c# # z\n  # (\n") == "[a -> c#][b # x -> y\n -> c#]");
    BOOST_TEST(statements("\"a # b\" -> c # d") == "[\"a # b\" -> c]");
}

BOOST_AUTO_TEST_CASE(keywords_are_known_in_any_letter_case) {
    BOOST_TEST(statements("ROLE r\n When a OR b\nRule N: a -> b") == "[ROLE r][When a OR b][Rule N: a -> b]");
}

BOOST_AUTO_TEST_CASE(a_text_may_be_empty_or_end_anywhere) {
    for (std::string_view const text : {"", "\n", "# x", "  \t", "\r\n"}) BOOST_TEST(statements(std::string(text)).empty());
    BOOST_TEST(statements("role r") == "[role r]");
}

BOOST_AUTO_TEST_CASE(clauses_belong_to_the_block_above) {
    BOOST_TEST(said("when a\n") == "1:1 A0112 [when] 'when' stands outside of a block | 'when' belongs below concept, role\n");
    BOOST_TEST(said("role r\na -> b\nwhen c\n").starts_with("3:1 A0112 [when]"));
    BOOST_TEST(said("role r\nclaim never r\n+1 c\n").starts_with("3:1 A0112 [+]"));
    BOOST_TEST(said("fact f: level\n when a\n")
               == "2:2 A0113 [when] a 'fact' has no 'when' | 'when' belongs below concept, role | its clauses are label, aka, ask, effort, after\n");
    BOOST_TEST(said("scale s: a < b\n aka x\n").starts_with("2:2 A0113 [aka] a 'scale' has no 'aka'"));
    BOOST_TEST(statements("fact f: level\n when a\n label \"x\"") == "[fact f: level][label \"x\"]");
}

BOOST_AUTO_TEST_CASE(clauses_below_a_broken_header_raise_no_further_errors) {
    BOOST_TEST(statements("fact f g level\n label \"x\"\nrole r \"open\n when a\n") == "*[f g level][label \"x\"]*[r][when a]");
    BOOST_TEST(rules("fact f g level\n label \"x\"\nrole r \"open\n when a\n").found.errors() == 2U);
    BOOST_TEST(rules("role\n when a\n +3 b\n whn c\n").found.errors() == 2U);
    BOOST_TEST(rules("conept c\n when a\n requires b\nrole r\n when c\n").found.errors() == 1U);
    BOOST_TEST(rules("role r\n whn a\n when b\n").statements.size() == 2U);
    BOOST_TEST(rules("test \"open\n given a: b\n expect c: yes\n").found.errors() == 1U);
}

BOOST_AUTO_TEST_CASE(reading_goes_on_after_an_open_parenthesis) {
    BOOST_TEST(statements("role r\n when (a and b\n requires c\n+2 d\nrole s\n when t\n") == "[role r][requires c][+2 d][role s][when t]");
    BOOST_TEST(
        said("role r\n when (a and b\n requires c\n")
        == "3:2 A0103 [requires] a parenthesis is still open where 'requires' begins a statement | put a ')' where the list or the condition ends"
           " (2:7 the parenthesis was opened here)\n");
    BOOST_TEST(said("(a and b\nrole s\n").starts_with("2:1 A0103 [role]"));
    BOOST_TEST(statements("when (a\nrole r\n ask (\n when b\n") == "[role r][when b]");
    BOOST_TEST(
        said("x or (a and (b)\n\n").starts_with("1:16 A0103 [] a parenthesis is not closed | put a ')' where the list or the condition ends (1:6 "));
    BOOST_TEST(rules("role r\n when (a 3,\n  label quality,\n  b)\n requires c\n").found.errors() == 1U);
}

BOOST_AUTO_TEST_CASE(a_statement_with_bad_bytes_is_passed_over_in_silence) {
    const rules r("role r\n when a\xFF and and\n when b\nrole s\xFF\n when\nrole t\n");
    BOOST_TEST(r.found.errors() == 2U);
    BOOST_TEST(r.statements.size() == 3U);
}

BOOST_AUTO_TEST_CASE(a_statement_object_is_fresh_each_time) {
    rules r("rule n: a and b or c -> not d (+3)\n because \"x\"\nrole r \"l\"\nfact f: number 1..2 years\nrole z");
    const auto& z = r.statements.back();
    BOOST_TEST((!z.has_quoted && !z.has_points && !z.has_range && !z.negated && z.reasons.empty() && z.condition.nodes.empty() && z.unit.empty()));
}

BOOST_AUTO_TEST_CASE(no_text_can_break_the_reader) {
    std::mt19937 random(20261123);
    std::size_t read = 0, errors = 0;
    for (int i = 0; i != 20'000; ++i) {
        const rules r(soup(random));
        read += r.statements.size();
        errors += r.found.errors();
        for (const auto& s : r.statements) BOOST_REQUIRE(s.where.begin <= s.where.end && s.where.end <= r.file->text().size());
        for (const auto& d : r.found.sorted()) BOOST_REQUIRE(d.at.where.begin <= d.at.where.end && d.at.where.end <= r.file->text().size());
    }
    BOOST_TEST(read > 300U);
    BOOST_TEST(errors > 20'000U);
}

BOOST_AUTO_TEST_CASE(sixty_levels_of_parentheses_are_read_in_no_time) {
    // A grammar that tries `a op b` and then `a` needs 4^60 steps here; how the time grows is measured in bench/.
    const rules r(std::string(60, '(') + "a" + std::string(60, ')') + " -> b\n" + std::string(60, '(') + "a" + std::string(59, ')') + " -> b\n");
    BOOST_TEST(r.found.errors() == 1U);
}

BOOST_AUTO_TEST_CASE(files_full_of_open_parentheses_are_read_to_their_end) {
    for (std::string_view const line : {"when (a\n", "(\n", "when (\n", "role x (\n", "\"a\n", "any of (a,\n", "given (\n"}) {
        std::string text = "role r\n";
        for (int i = 0; i != 10'000; ++i) text += line;
        const rules r(text);
        BOOST_TEST(r.found.errors() > 0U, line);
    }
}

BOOST_AUTO_TEST_SUITE_END()
