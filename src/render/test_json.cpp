#include "json_writer.hpp"
#include "test_page.hpp"

#include <algorithm>

namespace advise::cli {
namespace {

using engine::verdict;
using grammar::ast::expect_kind;
using grammar::ast::verdict_word;

std::string_view name_of(verdict v) { return v == verdict::yes ? "yes" : v == verdict::no ? "no" : "unknown"; }
std::string_view name_of(verdict_word v) { return v == verdict_word::yes ? "yes" : v == verdict_word::no ? "no" : "unknown"; }
std::string_view name_of(expect_kind k) { return k == expect_kind::verdict ? "verdict" : k == expect_kind::points ? "points" : "first"; }

void write_place(json_writer& out, const engine::rule_base& rules, const engine::origin& at) {
    const grammar::place place = rules.place_of(at);
    const grammar::position start = place.file->position_of(place.where.begin);
    out.member("file", place.file->name()).member_number("line", start.line).member_number("column", start.column);
}

void write_points(json_writer& out, std::int64_t low, std::int64_t high) {
    out.begin_object().member_number("low", low).member_number("high", high).end_object();
}

void write_expected(json_writer& out, const engine::rule_base& rules, const engine::expectation& e) {
    out.key("expected");
    if (e.kind == expect_kind::points) write_points(out, e.low, e.high);
    else out.string(e.kind == expect_kind::verdict ? name_of(e.verdict) : std::string_view(rules.conclusions[e.role].term));
}

void write_got(json_writer& out, const engine::rule_base& rules, const expectation_outcome& e) {
    out.key("got");
    if (e.got.roles.empty()) {
        out.null();
        return;
    }
    const engine::role_advice& first = e.got.roles.front();
    if (e.expected->kind == expect_kind::points) write_points(out, first.points.low, first.points.high);
    else out.string(e.expected->kind == expect_kind::verdict ? name_of(first.verdict) : std::string_view(rules.conclusions[first.role].term));
}

void write_test(json_writer& out, const engine::rule_base& rules, const test_outcome& outcome) {
    out.begin_object().member("title", outcome.test().title);
    write_place(out, rules, outcome.test().at);
    out.member_boolean("passed", outcome.passed()).member_boolean("readable", outcome.bound.readable).key("expectations").begin_array();
    for (const expectation_outcome& e : outcome.expectations) {
        out.begin_object().member("kind", name_of(e.expected->kind)).member("role", rules.conclusions[e.expected->role].term);
        write_expected(out, rules, *e.expected);
        write_got(out, rules, e);
        out.member_boolean("met", e.met);
        write_place(out, rules, e.expected->at);
        out.end_object();
    }
    out.end_array().end_object();
}

}  // namespace

std::string test_json(const engine::rule_base& rules, const test_report& report, grammar::language in) {
    const auto& all = report.outcomes;
    const auto passed = std::count_if(all.begin(), all.end(), [](const test_outcome& o) { return o.passed(); });
    std::string text;
    json_writer out(text, 3);
    out.begin_object().member("schema", "advise/test/1").member_number("passed", passed);
    out.member_number("failed", static_cast<std::int64_t>(all.size()) - passed).key("tests").begin_array();
    for (const test_outcome& outcome : all) write_test(out, rules, outcome);
    out.end_array();
    if (report.coverage) write_coverage(out, rules, *report.coverage);
    if (report.mutants) write_mutants(out, rules, *report.mutants, in);
    else if (report.mutants_wait) out.key("mutants").null();
    out.end_object();
    return text;
}

}  // namespace advise::cli
