#include "test_run.hpp"

#include <advise/engine/program.hpp>

#include <algorithm>

namespace advise::cli {
namespace {

using engine::expectation;
using engine::verdict;
using grammar::ast::expect_kind;
using grammar::ast::verdict_word;

verdict verdict_of(verdict_word word) {
    switch (word) {
        case verdict_word::yes: return verdict::yes;
        case verdict_word::no: return verdict::no;
        case verdict_word::unknown: break;
    }
    return verdict::unknown;
}

bool meets(const expectation& expected, const engine::advice& got) {
    if (got.roles.empty()) return false;
    const engine::role_advice& first = got.roles.front();
    switch (expected.kind) {
        case expect_kind::first: return first.role == expected.role;
        case expect_kind::verdict: return first.verdict == verdict_of(expected.verdict);
        case expect_kind::points: break;
    }
    return first.points == engine::points_interval{expected.low, expected.high};
}

engine::advice answer_to(const engine::program& code, const engine::facts& person, const expectation& expected, bool with_proof) {
    engine::advise_options asked;
    asked.proof = with_proof;
    asked.witnesses = with_proof;
    if (expected.kind == expect_kind::first) return engine::advise(code, person, asked);
    return engine::advise_on(code, person, {expected.role}, asked);
}

test_outcome run_one(const engine::rule_base& rules, const engine::program& code, const engine::test_block& test, grammar::diagnostics& found) {
    test_outcome made;
    made.test = &test;
    grammar::diagnostics of_this;
    made.person = engine::bind_given(test, rules, of_this);
    made.readable = !of_this.has_errors();
    found.append(std::move(of_this));
    if (!made.readable) return made;
    for (const expectation& expected : test.expected) {
        expectation_outcome outcome{&expected, false, answer_to(code, made.person, expected, false)};
        outcome.met = meets(expected, outcome.got);
        if (!outcome.met) outcome.got = answer_to(code, made.person, expected, true);
        made.expectations.push_back(std::move(outcome));
    }
    return made;
}

}  // namespace

bool test_outcome::passed() const {
    return readable && std::all_of(expectations.begin(), expectations.end(), [](const expectation_outcome& e) { return e.met; });
}

std::vector<test_outcome> run_tests(const engine::rule_base& rules, grammar::diagnostics& found) {
    std::vector<test_outcome> all;
    if (rules.tests.empty()) return all;
    const engine::program code(rules);
    for (const engine::test_block& test : rules.tests) all.push_back(run_one(rules, code, test, found));
    return all;
}

}  // namespace advise::cli
