// Runs the `test` blocks of a rule base: what was expected, what came out, and the proof where they differ.
#pragma once

#include <advise/engine/advice.hpp>
#include <advise/engine/facts.hpp>
#include <advise/grammar/diagnostic.hpp>

#include <vector>

namespace advise::cli {

struct expectation_outcome {
    const engine::expectation* expected = nullptr;
    bool met = false;
    engine::advice got;             ///< of the conclusion asked about (one entry); of `first` all roles; with the proof where it is not met
};

struct test_outcome {
    const engine::test_block* test = nullptr;
    bool readable = true;           ///< its profile has no errors
    engine::facts person;
    std::vector<expectation_outcome> expectations;

    [[nodiscard]] bool passed() const;
};

/// All tests, in order. Errors in their profiles go to `found`.
std::vector<test_outcome> run_tests(const engine::rule_base& rules, grammar::diagnostics& found);

}  // namespace advise::cli
