#include "test_page.hpp"

#include "page_parts.hpp"

#include <advise/grammar/utf8.hpp>

#include <algorithm>

namespace advise::cli {
namespace {

using engine::expectation;
using engine::verdict;
using grammar::ast::expect_kind;
using grammar::ast::verdict_word;

constexpr std::size_t roles_compared = 3;  // of the order, where another role was to be first

say word_of(verdict v) { return v == verdict::yes ? say::verdict_yes : v == verdict::no ? say::verdict_no : say::verdict_unknown; }
say word_of(verdict_word v) { return v == verdict_word::yes ? say::verdict_yes : v == verdict_word::no ? say::verdict_no : say::verdict_unknown; }

std::string expected_text(const expectation& e, const words& speak) {
    const std::string name = speak.conclusion_inside(e.role);
    switch (e.kind) {
    case expect_kind::first: return speak.say_it(say::test_first, {name});
    case expect_kind::verdict: return speak.say_it(say::test_verdict, {name, speak.say_it(word_of(e.verdict))});
    case expect_kind::points: break;
    }
    return speak.say_it(say::test_verdict, {name, speak.points(engine::points_interval{e.low, e.high})});
}

std::string got_text(const expectation_outcome& e, const words& speak) {
    if (e.got.roles.empty()) return speak.say_it(say::test_nothing_first);
    const engine::role_advice& first = e.got.roles.front();
    switch (e.expected->kind) {
    case expect_kind::first: return speak.conclusion_inside(first.role);
    case expect_kind::verdict: return speak.say_it(word_of(first.verdict));
    case expect_kind::points: break;
    }
    return speak.points(first.points);
}

/// The first roles of the order, for a test that expected another one there.
void order(block& into, const expectation_outcome& e, const words& speak) {
    for (std::size_t i = 0; i < e.got.roles.size(); ++i) {
        const engine::role_advice& r = e.got.roles[i];
        if (i >= roles_compared && r.role != e.expected->role) continue;
        const std::string what = speak.say_it(say::comma, {speak.say_it(word_of(r.verdict)), speak.points(r.points)});
        into.put(paragraph(phrase(speak.say_it(say::fact_is, {speak.conclusion(r.role), what}), tone::faint)));
    }
}

block unmet(const expectation_outcome& e, const words& speak) {
    block made = item(sign::no, unmet_text(e, speak), phrase(speak.place(e.expected->at), tone::faint));
    if (e.expected->kind == expect_kind::first) {
        order(made, e, speak);
        return made;
    }
    const proof_reader proof(speak.rules(), speak.person(), e.got);
    cited_sources unused(speak);
    for (role_reason& reason : reasons_for(e.got.roles.front(), proof, speak, false)) {
        reason.cited = nullptr;  // the author of the rules knows the sources
        made.put(reason_item(reason, unused));
    }
    return made;
}

block outcome_block(const test_outcome& outcome, const words& speak) {
    const std::string name = grammar::printable(outcome.test().title);
    if (outcome.passed()) return item(sign::yes, speak.say_it(say::test_passed, {name}));
    block made = item(sign::no, phrase(speak.say_it(say::test_failed, {name}), tone::strong), phrase(speak.place(outcome.test().at), tone::faint));
    if (!outcome.bound.readable) made.put(paragraph(speak.say_it(say::test_unreadable)));
    for (const expectation_outcome& e : outcome.expectations)
        if (!e.met) made.put(unmet(e, speak));
    return made;
}

void counts(document& page, const test_report& report, const words& speak) {
    const auto all = static_cast<std::int64_t>(report.outcomes.size());
    const std::int64_t passed = std::count_if(report.outcomes.begin(), report.outcomes.end(), [](const test_outcome& o) { return o.passed(); });
    const std::string good = speak.say_it(say::tests_passed, {speak.number(passed)});
    if (!page.blocks.empty()) page.put(gap());
    page.put(paragraph(phrase(speak.say_it(say::tests_counts, {good, speak.say_it(say::tests_failed, {speak.number(all - passed)})}), tone::strong)));
}

}  // namespace

std::string unmet_text(const expectation_outcome& e, const words& speak) {
    return sentence_start(speak.say_it(say::test_expected, {expected_text(*e.expected, speak), got_text(e, speak)}));
}

document test_page(const engine::rule_base& rules, const test_report& report, grammar::language in) {
    document page;
    // Who asks how good the tests are has seen which there are.
    const bool list_passed = !report.coverage && !report.mutants && !report.mutants_wait;
    for (const test_outcome& outcome : report.outcomes)
        if (list_passed || !outcome.passed()) page.put(outcome_block(outcome, words(rules, outcome.bound.person, in)));
    const engine::facts nobody;
    const words speak(rules, nobody, in);
    if (report.outcomes.empty()) page.put(paragraph(speak.say_it(say::tests_none)));
    else counts(page, report, speak);
    coverage_part(page, report, speak);
    mutants_part(page, report, speak);
    return page;
}

}  // namespace advise::cli
