// What the tests try of the conditions.
#include "rule_text.hpp"
#include "test_page.hpp"

#include <advise/grammar/utf8.hpp>

#include <algorithm>

namespace advise::cli {
namespace {

using engine::condition_trial;
using engine::trial;

constexpr std::size_t longest_condition = 100;  // bytes

std::string tried_text(const condition_trial& c, const engine::rule_base& rules) {
    if (c.condition != engine::nothing) return condition_text(rules, c.condition);
    engine::mutation need;
    need.kind = engine::mutation_kind::need_left_out;
    need.about = c.about;
    return text_of(rules, need).before;
}

bool lacks(trial t) { return t == trial::missing || t == trial::undecided; }

/// What was never seen is told once: a condition that was never true was never decisive there either.
std::string lack_text(const condition_trial& c, const words& speak) {
    std::vector<std::string> all;
    if (lacks(c.is_true)) all.push_back(speak.say_it(say::coverage_never_true));
    else if (lacks(c.decides_true)) all.push_back(speak.say_it(say::coverage_idle_true));
    if (lacks(c.is_false)) all.push_back(speak.say_it(say::coverage_never_false));
    else if (lacks(c.decides_false)) all.push_back(speak.say_it(say::coverage_idle_false));
    return speak.list_with(say::comma, all);
}

std::string_view name_of(trial t) {
    switch (t) {
    case trial::seen: return "seen";
    case trial::missing: return "missing";
    case trial::impossible: return "impossible";
    case trial::undecided: break;
    }
    return "undecided";
}

void aside(document& page, say what, std::size_t n, const words& speak) {
    if (n > 0) page.put(paragraph(speak.say_it(what, {speak.number(static_cast<std::int64_t>(n))})));
}

}  // namespace

void coverage_part(document& page, const test_report& report, const words& speak) {
    if (!report.coverage) return;
    const engine::coverage& found = *report.coverage;
    page.put(heading(speak.say_it(say::heading_coverage)));
    if (!report.passed()) page.put(paragraph(speak.say_it(say::coverage_failing)));
    for (const condition_trial& c : found.conditions) {
        if (!c.lacking()) continue;
        const std::string text = grammar::printable(grammar::shortened(tried_text(c, speak.rules()), longest_condition));
        page.put(item(sign::no, speak.say_it(say::fact_is, {text, lack_text(c, speak)}), phrase(speak.place(c.at), tone::faint)));
    }
    if (found.conditions.empty()) {
        page.put(paragraph(speak.say_it(say::coverage_counts_bare)));
        return;
    }
    if (found.tried() < found.conditions.size()) page.put(gap());
    if (!report.mutants && !report.mutants_wait) page.put(paragraph(speak.say_it(say::coverage_see_mutants)));
    const auto number = [&](std::size_t n) { return speak.number(static_cast<std::int64_t>(n)); };
    page.put(paragraph(
        phrase(speak.say_it(say::coverage_counts, {number(found.tried()), number(found.conditions.size()), number(found.percent())}), tone::strong)));
    const auto count = [&](auto which) { return static_cast<std::size_t>(std::ranges::count_if(found.conditions, which)); };
    aside(page, say::coverage_excused, count([](const condition_trial& c) { return c.excused(); }), speak);
    aside(page, say::coverage_undecided, count([](const condition_trial& c) { return c.open(); }), speak);
}

void write_coverage(json_writer& out, const engine::rule_base& rules, const engine::coverage& found) {
    out.key("coverage").begin_object().member_number("percent", found.percent()).member_number("tried", static_cast<std::int64_t>(found.tried()));
    out.key("conditions").begin_array();
    for (const condition_trial& c : found.conditions) {
        const grammar::place place = rules.place_of(c.at);
        const grammar::position start = place.file->position_of(place.where.begin);
        out.begin_object().member("conclusion", rules.conclusions[c.about].term).member("condition", tried_text(c, rules));
        out.member("file", place.file->name()).member_number("line", start.line).member_number("column", start.column);
        out.member("true", name_of(c.is_true)).member("false", name_of(c.is_false));
        out.member("decisive_true", name_of(c.decides_true)).member("decisive_false", name_of(c.decides_false)).end_object();
    }
    out.end_array().end_object();
}

}  // namespace advise::cli
