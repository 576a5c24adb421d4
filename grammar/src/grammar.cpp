// The ONE file that sees Spirit X3 (0.7 s and 300 MB for the compiler each time it is included). Its rules stand in private
// headers by subject; here they are called.
#include "grammar.hpp"
#include "profile_lines.hpp"

#include <advise/grammar/limits.hpp>
#include <advise/grammar/utf8.hpp>

#include <boost/spirit/home/x3.hpp>

// Each of these stands on the one before it.
// clang-format off
#include "x3_tokens.hpp"
#include "x3_conditions.hpp"
#include "x3_statements.hpp"
#include "x3_json.hpp"
// clang-format on

namespace advise::grammar {
namespace {

/// Runs one rule. Every rule ends with the end of its text, and fails, after its first token, by exception only.
template <class Rule>
bool run(const Rule& rule, cursor first, cursor last, reading& r) {
    return x3::phrase_parse(first, last, x3::with<reading_tag>(r)[x3::eps > rule], space_parser{});
}

bool run_statement(ast::statement_kind kind, bool has_keyword, cursor first, cursor last, reading& r) {
    using enum ast::statement_kind;
    switch (kind) {
    case syntax: return run(syntax_rest, first, last, r);
    case ruleset:
    case import:
    case test:
    case url: return run(text_rest, first, last, r);
    case language: return run(language_rest, first, last, r);
    case source: return run(source_rest, first, last, r);
    case scale: return run(scale_rest, first, last, r);
    case fact: return run(fact_rest, first, last, r);
    case concept_: return run(concept_rest, first, last, r);
    case role: return run(role_rest, first, last, r);
    case arrow: return has_keyword ? run(rule_rest, first, last, r) : run(arrow_body, first, last, r);
    case claim: return run(claim_rest, first, last, r);
    case label: return run(label_rest, first, last, r);
    case aka: return run(aka_rest, first, last, r);
    case ask: return run(ask_rest, first, last, r);
    case effort: return run(effort_rest, first, last, r);
    case after: return run(after_rest, first, last, r);
    case when:
    case unless: return run(condition_rest, first, last, r);
    case requires_:
    case requires_points: return run(requires_rest, first, last, r);
    case evidence: return run(evidence_rest, first, last, r);
    case expect: return run(expect_rest, first, last, r);
    case given: break;  // raw text: the reader's own
    }
    return false;
}

void expected_more(const x3::expectation_failure<cursor>& e, message expected, syntax_failure& out) {
    out.at = e.where();
    out.expected = expected;
}
void refused(refusal& e, syntax_failure& out) {
    out.at = e.first;
    out.refused = e.why;
    out.refused_end = e.last;
    out.arguments = std::move(e.arguments);
    out.help = std::move(e.help);
}

}  // namespace

bool statement_grammar::read(ast::statement_kind kind, bool has_keyword, cursor first, cursor last, ast::statement& out) {
    using enum words::term_place;
    open_.clear();
    builder_.restart(out.condition);
    reading r{text_.data(), out, builder_, open_};
    r.place = kind == ast::statement_kind::claim ? claim : kind == ast::statement_kind::expect ? expect : condition;
    r.after = first;
    failure_ = {};
    try {
        if (run_statement(kind, has_keyword, first, last, r)) {
            out.where.end = r.last_end();
            return true;
        }
        failure_.at = first;
    } catch (const x3::expectation_failure<cursor>& e) {
        expected_more(e, r.expected, failure_);
    } catch (refusal& e) {
        refused(e, failure_);
    }
    failure_.after = r.after;
    failure_.opened = open_.empty() ? nullptr : open_.back();
    return false;
}

bool read_flat_json(std::string_view text, const std::function<void(profile_entry&&)>& member, syntax_failure& failure) {
    json_reading r{text.data(), text.data() + text.size(), member};
    cursor first = text.data();
    failure = {};
    try {
        if (x3::phrase_parse(first, r.end, x3::with<reading_tag>(r)[x3::eps > json_object], json_space{})) return true;
        failure.at = first;
    } catch (const x3::expectation_failure<cursor>& e) {
        expected_more(e, r.expected, failure);
    } catch (refusal& e) {
        refused(e, failure);
    }
    failure.after = r.after;
    return false;
}

}  // namespace advise::grammar
