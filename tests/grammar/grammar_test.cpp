// Conditions and the shapes of statements, as the X3 grammar reads them.
#include "reading.hpp"

#include <advise/grammar/limits.hpp>

#include <boost/test/unit_test.hpp>

using namespace advise::grammar;
using reading::rules;

namespace {

std::string shown(const rules& r, const ast::value& v) {
    std::string const unit = v.unit.empty() ? "" : " " + r.text(v.unit);
    switch (v.kind) {
    case ast::value_kind::word: return r.text(v.word);
    case ast::value_kind::number: return "#" + std::to_string(v.number.micro) + unit;
    default: return "#" + std::to_string(v.number.micro) + "..#" + std::to_string(v.upper.micro) + unit;
    }
}

std::string comparison(const rules& r, const ast::condition& c, const ast::node& n) {
    static constexpr std::string_view names[] = {"", "=", "!=", "<", "<=", ">", ">=", "in", "includes"};
    if (n.op == ast::comparison::none) return "";
    std::string out = " " + std::string(names[static_cast<std::size_t>(n.op)]);
    for (std::uint32_t i = 0; i != n.value_count; ++i) out += (i ? "," : " ") + shown(r, c.values[n.first_value + i]);
    return out;
}

// A condition as nested text: (and a (or b c)).
std::string tree(const rules& r, const ast::condition& c) {
    static constexpr std::string_view names[] = {"", "and", "or", "none", "not", "least", "most", "exactly"};
    std::vector<std::string> stack;
    for (const auto& n : c.nodes) {
        if (n.kind == ast::node_kind::operand) {
            stack.push_back(r.text(n.term) + comparison(r, c, n));
            continue;
        }
        std::string out = "(" + std::string(names[static_cast<std::size_t>(n.kind)]);
        if (n.kind >= ast::node_kind::at_least) out += " " + std::to_string(n.count);
        for (std::size_t i = stack.size() - n.children; i != stack.size(); ++i) out += " " + stack[i];
        stack.resize(stack.size() - n.children);
        stack.push_back(out + ")" + comparison(r, c, n));
    }
    return stack.size() == 1 ? stack.front() : "not one tree";
}

std::string condition(const std::string& text) {
    const rules r("role r\n when " + text + "\n");
    if (r.found.errors()) return reading::report(r.found);
    return tree(r, r.statements.back().condition);
}

// The one statement of a text (the last one, where it needs a block).
struct one {
    rules all;
    const ast::statement& s;
    explicit one(std::string text) : all(std::move(text)), s(all.statements.empty() ? none() : all.statements.back()) {
        BOOST_TEST(reading::report(all.found) == "");
    }
    static const ast::statement& none() {
        static const ast::statement empty{};
        return empty;
    }
    [[nodiscard]] std::string text(span where) const { return all.text(where); }
    [[nodiscard]] std::string terms() const {
        std::string out;
        for (const auto t : s.terms) out += (out.empty() ? "" : "|") + all.text(t);
        return out;
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(grammar_)

BOOST_AUTO_TEST_CASE(and_binds_tighter_than_or) {
    BOOST_TEST(condition("a or b and c or d") == "(or a (and b c) d)");
    BOOST_TEST(condition("a and b or c") == "(or (and a b) c)");
    BOOST_TEST(condition("(a or b) and c") == "(and (or a b) c)");
    BOOST_TEST(condition("((a))") == "a");
}

BOOST_AUTO_TEST_CASE(not_belongs_to_the_operand_after_it) {
    BOOST_TEST(condition("not a and b") == "(and (not a) b)");
    BOOST_TEST(condition("not not (a or not b)") == "(not (not (or a (not b))))");
    BOOST_TEST(condition("not a >= x") == "(not a >= x)");
    BOOST_TEST(condition("¬a ∧ ¬(b ∨ c)") == "(and (not a) (not (or b c)))");
}

BOOST_AUTO_TEST_CASE(every_operator_and_its_other_spellings_are_read) {
    BOOST_TEST(condition("a = b and a != b and a < b and a <= b and a > b and a >= b") == "(and a = b a != b a < b a <= b a > b a >= b)");
    BOOST_TEST(condition("a is b and a IS NOT b and a at least b and a is At Most b") == "(and a = b a != b a >= b a <= b)");
    BOOST_TEST(condition("a ≠ b and a ≤ b and a ≥ b") == "(and a != b a <= b a >= b)");
    BOOST_TEST(condition("s includes german or s = german") == "(or s includes german s = german)");
    BOOST_TEST(condition("n in 2..5 and d in (x, \"y, z\"، w)") == "(and n in #2000000..#5000000 d in x,\"y, z\",w)");
    BOOST_TEST(condition("n<-5 and n>=-2.5") == "(and n < #-5000000 n >= #-2500000)");
}

BOOST_AUTO_TEST_CASE(lists_take_conditions_and_a_comparison_for_their_members) {
    BOOST_TEST(condition("all of (a, b or c, not d)") == "(and a (or b c) (not d))");
    BOOST_TEST(condition("none of (a)") == "(none a)");
    BOOST_TEST(condition("at least 2 of (a, b, c) >= expert and x") == "(and (least 2 a b c) >= expert x)");
    BOOST_TEST(condition("at most -1 of (a) or exactly ۳ of (a, any of (b, c))") == "(or (most -1 a) (exactly 3 a (or b c)))");
    BOOST_TEST(condition("any of (a,b) in 1..2 years") == "(or a b) in #1000000..#2000000 years");
}

BOOST_AUTO_TEST_CASE(words_of_lists_are_words_of_terms_where_no_list_follows) {
    BOOST_TEST(condition("all rounder and any of them and exactly so") == "(and all rounder any of them exactly so)");
}

BOOST_AUTO_TEST_CASE(terms_end_where_the_language_says) {
    BOOST_TEST(condition("c++ and c# and node.js and ci/cd and r&d and don't") == "(and c++ c# node.js ci/cd r&d don't)");
    BOOST_TEST(condition("ANDROID and ORACLE and NOTEBOOK and island and interest in ai") == "(and ANDROID ORACLE NOTEBOOK island interest in ai)");
    BOOST_TEST(condition("low   level\tx = y z") == "low   level\tx = y z");
    BOOST_TEST(condition("work in (a, b) and work in 2..3 and work in ۲..۳")
               == "(and work in a,b work in #2000000..#3000000 work in #2000000..#3000000)");
    BOOST_TEST(condition("موازی‌سازی و رایانش AND Ελληνικά")
               == "(and موازی‌سازی و رایانش Ελληνικά)");
    BOOST_TEST(condition("look at this and at home") == "(and look at this at home)");
    BOOST_TEST(condition("ignores x and never hurts and always") == "(and ignores x never hurts always)");
}

BOOST_AUTO_TEST_CASE(a_zero_width_non_joiner_at_the_edge_of_a_word_is_a_blank) { BOOST_TEST(condition("\u200Ca\u200C and b\u200C") == "(and a b)"); }

BOOST_AUTO_TEST_CASE(numbers_are_exact_in_all_their_digits) {
    BOOST_TEST(condition("n >= 0.000001") == "n >= #1");
    BOOST_TEST(condition("n >= 999999999999.999999") == "n >= #999999999999999999");
    BOOST_TEST(condition("n >= ۲٫۵ سال") == "n >= #2500000 سال");
    BOOST_TEST(condition("n >= ٣.٥ years or m") == "(or n >= #3500000 years m)");
    BOOST_TEST(condition("n in (1, 2,3)") == "n in #1000000,#2000000,#3000000");
}

BOOST_AUTO_TEST_CASE(mixing_and_with_or_without_parentheses_is_kept_for_the_warning) {
    const rules r("role x\n when a and b or c\n when (a and b) or c\n when any of (a and b or c, d)\n");
    BOOST_TEST(r.statements[1].condition.mixed.size() == 1U);
    BOOST_TEST(r.text(r.statements[1].condition.mixed[0]) == "a and b or c");
    BOOST_TEST(r.statements[2].condition.mixed.empty());
    BOOST_TEST(r.text(r.statements[3].condition.mixed[0]) == "a and b or c");
}

BOOST_AUTO_TEST_CASE(every_node_knows_its_text) {
    const rules r("role x\n when  not (a >= b  or c)  and at least 2 of (d, e in (f, g)) <  3 years # end\n");
    std::string out;
    for (const auto& n : r.statements[1].condition.nodes) out += "[" + r.text(n.where) + "]";
    BOOST_TEST(out
               == "[a >= b][c][a >= b  or c][not (a >= b  or c)][d][e in (f, g)][at least 2 of (d, e in (f, g)) <  3 years]"
                  "[not (a >= b  or c)  and at least 2 of (d, e in (f, g)) <  3 years]");
    std::string values, operators;
    for (const auto& v : r.statements[1].condition.values) values += "[" + r.text(v.where) + "]";
    for (const auto& n : r.statements[1].condition.nodes)
        if (n.op != ast::comparison::none) operators += "[" + r.text(n.op_where) + "]";
    BOOST_TEST(values == "[b][f][g][3 years]");
    BOOST_TEST(operators == "[>=][in][<]");
    BOOST_TEST(r.text(r.statements[1].where) == "when  not (a >= b  or c)  and at least 2 of (d, e in (f, g)) <  3 years");
    BOOST_TEST(r.text(r.statements[1].condition.nodes[6].count_where) == "2");
}

BOOST_AUTO_TEST_CASE(facts_of_all_five_types_are_read) {
    const one level("fact low-level c: level # comment");
    BOOST_TEST((level.s.type == ast::fact_type::scale && level.text(level.s.scale_name.where) == "level"
                && level.text(level.s.name.where) == "low-level c"));
    BOOST_TEST((one("fact x: Yes/No").s.type == ast::fact_type::yes_no));
    const one number("fact x: number 0..60 years of work");
    BOOST_TEST((number.s.type == ast::fact_type::number && number.s.has_range));
    BOOST_TEST(number.s.upper.micro == 60'000'000);
    BOOST_TEST(number.text(number.s.range_where) == "0..60");
    BOOST_TEST(number.text(number.s.unit.where) == "years of work");
    BOOST_TEST(!one("fact x: number").s.has_range);
    BOOST_TEST(one("fact x: number -5..-1.5").s.lower.micro == -5'000'000);
    const one choice("fact x: one of (none, \"a, b\"،c d)");
    BOOST_TEST((choice.s.type == ast::fact_type::one_of && choice.terms() == "none|\"a, b\"|c d"));
    BOOST_TEST((one("fact x: ANY OF (a)").s.type == ast::fact_type::any_of));
}

BOOST_AUTO_TEST_CASE(declarations_are_read) {
    BOOST_TEST(one("syntax 1").s.number.micro == 1'000'000);
    BOOST_TEST(one("ruleset \"a \\\"b\\\" \\\\ \\n c\"").s.quoted.content == "a \"b\" \\ \n c");
    BOOST_TEST(one("import \"x/y.rules\"").s.quoted.content == "x/y.rules");
    BOOST_TEST(one("scale grade: none < a b < \"c\"").terms() == "none|a b|\"c\"");
    const one source("source book \"Title\"");
    BOOST_TEST((source.text(source.s.name.where) == "book" && source.s.quoted.content == "Title"));
    const one role("role infra team \"ML infra\"");
    BOOST_TEST((role.text(role.s.name.where) == "infra team" && role.s.has_quoted && role.s.quoted.content == "ML infra"));
    BOOST_TEST(!one("role x").s.has_quoted);
    const one language("LANGUAGE pt-BR");
    BOOST_TEST(language.text(language.s.name.where) == "pt-BR");
}

BOOST_AUTO_TEST_CASE(clauses_of_facts_are_read) {
    const one label("scale s: a < b\n label fa \"a\" \"متن\"");
    BOOST_TEST((label.terms() == "fa|\"a\"" && label.s.quoted.content == "متن"));
    BOOST_TEST(one("fact f: level\n label \"x\"").terms() == "");
    BOOST_TEST(one("fact f: level\n aka a b, \"c\"، d").terms() == "a b|\"c\"|d");
    const one ask("fact f: level\n ask fa \"x\"");
    BOOST_TEST((ask.text(ask.s.language.where) == "fa" && ask.s.quoted.content == "x"));
    const one effort("fact f: level\n effort 1.5 weeks");
    BOOST_TEST((effort.s.number.micro == 1'500'000 && effort.text(effort.s.unit.where) == "weeks"));
    BOOST_TEST(one("fact f: level\n after c++ >= beginner").s.condition.nodes.size() == 1U);
    const one url("source b \"x\"\n url \"https://e.org\"");
    BOOST_TEST(url.s.quoted.content == "https://e.org");
}

BOOST_AUTO_TEST_CASE(points_are_read_with_either_sign) {
    const one plus("role r\n +3 a");
    BOOST_TEST((plus.s.kind == ast::statement_kind::evidence && plus.s.points == 3 && plus.text(plus.s.points_where) == "+3"));
    BOOST_TEST(one("role r\n - ۱۰ a").s.points == -10);
    const one requires_points("role r\n requires 3 points");
    BOOST_TEST((requires_points.s.kind == ast::statement_kind::requires_points && requires_points.s.points == 3));
    BOOST_TEST(one("a -> b (-1000)").s.points == -1000);
    BOOST_TEST(one("a -> b (4)").s.points == 4);
}

BOOST_AUTO_TEST_CASE(arrow_rules_of_all_forms_are_read) {
    for (std::string_view const arrow : {"->", "→", "=>"}) {
        const one plain("a and b " + std::string(arrow) + " c d");
        BOOST_TEST((plain.text(plain.s.conclusion.where) == "c d" && plain.s.name.empty() && !plain.s.negated && !plain.s.has_points));
        BOOST_TEST(plain.s.condition.nodes.size() == 3U);
    }
    BOOST_TEST(one("a->not b").s.negated);
    const one named("rule devrel pair: a -> b (+4)\n because \"x\"\n because fa \"y\" cites book \"p 3\"\n cites book");
    BOOST_TEST(named.text(named.s.name.where) == "devrel pair");
    BOOST_TEST((named.s.reasons.size() == 2U && named.s.reasons[1].text.content == "y" && named.text(named.s.reasons[1].language.where) == "fa"));
    BOOST_TEST((named.s.citations.size() == 2U && named.s.citations[0].text.content == "p 3" && named.s.citations[1].text.content.empty()));
    BOOST_TEST((named.s.keyword.end - named.s.keyword.begin) == 4U);
}

BOOST_AUTO_TEST_CASE(claims_are_read) {
    const one always("claim always a or not b");
    BOOST_TEST((always.s.claim == ast::claim_kind::always && always.s.condition.nodes.size() == 4U));
    BOOST_TEST((one("claim never a").s.claim == ast::claim_kind::never));
    const one ignores("claim infra team ignores degree");
    BOOST_TEST((ignores.s.claim == ast::claim_kind::ignores && ignores.text(ignores.s.conclusion.where) == "infra team"
                && ignores.text(ignores.s.about.where) == "degree"));
    const one more("claim more free time never hurts infra");
    BOOST_TEST((more.s.claim == ast::claim_kind::more_never_hurts && more.text(more.s.about.where) == "free time"));
}

BOOST_AUTO_TEST_CASE(tests_are_read) {
    const one verdict("test \"t\"\n expect more points: no");
    BOOST_TEST((verdict.s.expect == ast::expect_kind::verdict && verdict.s.verdict == ast::verdict_word::no));
    BOOST_TEST(verdict.text(verdict.s.conclusion.where) == "more points");
    const one points("test \"t\"\n expect x points -3..2000");
    BOOST_TEST((points.s.expect == ast::expect_kind::points && points.s.lower_points == -3 && points.s.upper_points == 2000));
    BOOST_TEST(points.text(points.s.points_where) == "-3..2000");
    const one single("test \"t\"\n expect x points ۴");
    BOOST_TEST((single.s.lower_points == 4 && single.s.upper_points == 4));
    const one first("test \"t\"\n expect first \"first aid\"");
    BOOST_TEST((first.s.expect == ast::expect_kind::first && first.text(first.s.conclusion.where) == "\"first aid\""));
    const one given("test \"t\"\n given a (b: \"x # y\" , and # comment\n");
    BOOST_TEST(given.text(given.s.line) == "a (b: \"x # y\" , and");
}

BOOST_AUTO_TEST_CASE(nesting_has_a_limit_and_costs_no_stack) {
    const auto nested = [](unsigned levels) { return std::string(levels, '(') + "a" + std::string(levels, ')') + " -> b\n"; };
    BOOST_TEST(reading::said(nested(limits::nesting)) == "");
    BOOST_TEST(reading::said(nested(limits::nesting + 1))
               == "1:129 A0108 [(] nested deeper than 128 levels | give a part of it a name of its own: a concept\n");
    std::string nots;
    for (unsigned i = 0; i != limits::nesting; ++i) nots += "not ";
    BOOST_TEST(reading::said(nots + "a -> b\n") == "");
    BOOST_TEST(reading::said(nots + "(a) -> b\n")
               == "1:513 A0108 [(] nested deeper than 128 levels | give a part of it a name of its own: a concept\n");
    BOOST_TEST(rules(nested(1'000'000)).found.errors() == 1U);
}

BOOST_AUTO_TEST_CASE(a_plain_term_is_one_that_needs_no_quotes_anywhere) {
    for (std::string_view const plain : {"python", "low-level c++", "موازی‌سازی", "node.js", "look at this"})
        BOOST_TEST(is_plain_term(plain), plain);
    for (std::string_view const quoted :
         {"", " a", "a ", "3d", "a and b", "test case", "first aid", "a ignores b", "a\nb", "a, b", "a.", "-", "\u0640", "at least", "x in 3"})
        BOOST_TEST(!is_plain_term(quoted), quoted);
    BOOST_TEST(!is_plain_term(std::string(limits::term_bytes + 1, 'a')));
}

BOOST_AUTO_TEST_SUITE_END()
