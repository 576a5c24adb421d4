#include <advise/engine/testing.hpp>

#include <algorithm>

namespace advise::engine {
namespace {

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

}  // namespace

bound_test bind_test(const test_block& test, const rule_base& rules, grammar::diagnostics& found) {
    grammar::diagnostics of_this;
    bound_test made{&test, true, bind_given(test, rules, of_this)};
    made.readable = !of_this.has_errors();
    found.append(std::move(of_this));
    return made;
}

advice answer_to(const program& code, const facts& person, const expectation& expected, bool with_proof) {
    advise_options asked;
    asked.proof = with_proof;
    asked.witnesses = with_proof;
    if (expected.kind == expect_kind::first) return advise(code, person, asked);
    return advise_on(code, person, {expected.role}, asked);
}

bool meets(const expectation& expected, const advice& got) {
    if (got.roles.empty()) return false;
    const role_advice& first = got.roles.front();
    switch (expected.kind) {
    case expect_kind::first: return first.role == expected.role;
    case expect_kind::verdict: return first.verdict == verdict_of(expected.verdict);
    case expect_kind::points: break;
    }
    return first.points == points_interval{expected.low, expected.high};
}

bool passes(const program& code, const bound_test& test) {
    return test.readable
           && std::ranges::all_of(test.test->expected, [&](const expectation& e) { return meets(e, answer_to(code, test.person, e, false)); });
}

}  // namespace advise::engine
