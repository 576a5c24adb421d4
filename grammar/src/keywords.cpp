// The words that begin a statement or a clause.
#include "words.hpp"

#include <array>

namespace advise::grammar::words {
namespace {

using enum ast::statement_kind;

constexpr std::array<keyword, 24> table{{
    {syntax, "syntax"}, {ruleset, "ruleset"},    {language, "language"}, {import, "import"}, {source, "source"}, {scale, "scale"},
    {fact, "fact"},     {concept_, "concept"},   {role, "role"},         {arrow, "rule"},    {test, "test"},     {claim, "claim"},
    {url, "url"},       {label, "label"},        {aka, "aka"},           {ask, "ask"},       {effort, "effort"}, {after, "after"},
    {when, "when"},     {requires_, "requires"}, {unless, "unless"},     {evidence, "+"},    {given, "given"},   {expect, "expect"},
}};

}  // namespace

std::span<const keyword> keywords() { return table; }

bool find_keyword(cursor word, cursor last, ast::statement_kind& kind) {
    const auto is = [&](ast::statement_kind k) { return kind = k, true; };
    switch (packed_word(word, last)) {
    case packed("syntax"): return is(syntax);
    case packed("ruleset"): return is(ruleset);
    case packed("language"): return is(language);
    case packed("import"): return is(import);
    case packed("source"): return is(source);
    case packed("scale"): return is(scale);
    case packed("fact"): return is(fact);
    case packed("concept"): return is(concept_);
    case packed("role"): return is(role);
    case packed("rule"): return is(arrow);
    case packed("test"): return is(test);
    case packed("claim"): return is(claim);
    case packed("url"): return is(url);
    case packed("label"): return is(label);
    case packed("aka"): return is(aka);
    case packed("ask"): return is(ask);
    case packed("effort"): return is(effort);
    case packed("after"): return is(after);
    case packed("when"): return is(when);
    case packed("requires"): return is(requires_);
    case packed("unless"): return is(unless);
    case packed("given"): return is(given);
    case packed("expect"): return is(expect);
    default: return false;
    }
}

bool line_kind(cursor p, cursor end, ast::statement_kind& kind, cursor& keyword_end) {
    keyword_end = p;
    if (p == end) return false;
    if (*p == '+' || *p == '-') {
        const cursor next = skip_blanks(p + 1, end);
        if (next != end && *next == '>') return false;  // an arrow, `- >` too
        keyword_end = p + 1;
        kind = evidence;
        return true;
    }
    const cursor w = word_end(p, end);
    if (w == p || !find_keyword(p, w, kind)) return false;
    keyword_end = w;
    return true;
}

std::string_view word_of(ast::statement_kind kind) {
    if (kind == requires_points) return "requires";
    if (kind == evidence) return "+N";
    for (const auto& k : table)
        if (k.kind == kind) return k.text;
    return "";
}

}  // namespace advise::grammar::words
