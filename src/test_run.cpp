#include "test_run.hpp"

#include <algorithm>

namespace advise::cli {
namespace {

using engine::expectation;

test_outcome run_one(const engine::program& code, const engine::test_block& test, grammar::diagnostics& found) {
    test_outcome made{engine::bind_test(test, code.rules(), found), {}};
    if (!made.bound.readable) return made;
    for (const expectation& expected : test.expected) {
        expectation_outcome outcome{&expected, false, engine::answer_to(code, made.bound.person, expected, false)};
        outcome.met = engine::meets(expected, outcome.got);
        if (!outcome.met) outcome.got = engine::answer_to(code, made.bound.person, expected, true);
        made.expectations.push_back(std::move(outcome));
    }
    return made;
}

}  // namespace

bool test_outcome::passed() const {
    return bound.readable && std::all_of(expectations.begin(), expectations.end(), [](const expectation_outcome& e) { return e.met; });
}

bool test_report::passed() const {
    return std::all_of(outcomes.begin(), outcomes.end(), [](const test_outcome& o) { return o.passed(); });
}

std::size_t count(const std::vector<engine::mutant>& all, engine::mutant_fate fate) {
    return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [fate](const engine::mutant& m) { return m.fate == fate; }));
}

unsigned percent_noticed(const std::vector<engine::mutant>& all) {
    const std::size_t noticed = count(all, engine::mutant_fate::noticed), survived = count(all, engine::mutant_fate::survived);
    return noticed + survived == 0 ? 100 : static_cast<unsigned>(100 * noticed / (noticed + survived));
}

std::vector<test_outcome> run_tests(const engine::program& code, const std::optional<title_pattern>& chosen, grammar::diagnostics& found) {
    std::vector<test_outcome> all;
    for (const engine::test_block& test : code.rules().tests)
        if (!chosen || chosen->matches(test.title)) all.push_back(run_one(code, test, found));
    return all;
}

}  // namespace advise::cli
