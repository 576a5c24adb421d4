// Runs the `test` blocks of a rule base: what was expected, what came out, and the proof where they differ.
#pragma once

#include "title_pattern.hpp"

#include <advise/engine/coverage.hpp>
#include <advise/engine/mutants.hpp>
#include <advise/engine/testing.hpp>
#include <advise/grammar/diagnostic.hpp>

#include <optional>
#include <string>
#include <vector>

namespace advise::cli {

struct expectation_outcome {
    const engine::expectation* expected = nullptr;
    bool met = false;
    engine::advice got;  ///< of the conclusion asked about (one entry); of `first` all roles; with the proof where it is not met
};

struct test_outcome {
    engine::bound_test bound;
    std::vector<expectation_outcome> expectations;

    [[nodiscard]] const engine::test_block& test() const { return *bound.test; }
    [[nodiscard]] bool passed() const;
};

/// What `--write-tests` did.
struct tests_written {
    std::string path;
    std::size_t count = 0;      ///< none: the file was left alone
    bool added = false;         ///< to a file that was there
};

/// Everything that a run of `advise test` finds out.
struct test_report {
    std::vector<test_outcome> outcomes;
    std::optional<engine::coverage> coverage;            ///< where it was asked for
    std::optional<std::vector<engine::mutant>> mutants;  ///< where they were asked for and every test passes
    bool mutants_wait = false;                           ///< asked for, but a test fails
    std::optional<tests_written> written;                ///< where that was asked for and every test passes

    [[nodiscard]] bool passed() const;
};

/// How many mutants have a fate.
std::size_t count(const std::vector<engine::mutant>& all, engine::mutant_fate fate);
/// Of those that change something, the part that a test notices: whole percent, rounded down; 100 where there are none.
unsigned percent_noticed(const std::vector<engine::mutant>& all);

/// All tests whose titles match, in order. Errors in their profiles go to `found`.
std::vector<test_outcome> run_tests(const engine::program& code, const std::optional<title_pattern>& chosen, grammar::diagnostics& found);

}  // namespace advise::cli
