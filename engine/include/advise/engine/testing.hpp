// The `test` blocks of a rule base, tried under its rules or under changed ones.
#pragma once

#include <advise/engine/advice.hpp>
#include <advise/engine/facts.hpp>
#include <advise/engine/program.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace advise::engine {

/// A test with its `given` lines understood.
struct bound_test {
    const test_block* test = nullptr;
    bool readable = true;  ///< its profile has no errors; otherwise nothing can be tried
    facts person;
};

/// Errors in the profile go to `found`.
bound_test bind_test(const test_block& test, const rule_base& rules, grammar::diagnostics& found);

/// What a program says about the conclusion of an expectation (one entry), or, where it asks who is first, about all roles.
advice answer_to(const program& code, const facts& person, const expectation& expected, bool with_proof);

/// Whether that is what was expected.
bool meets(const expectation& expected, const advice& got);

/// Whether everything is met that a readable test expects. O(expectations × circuit), and what exactness takes.
bool passes(const program& code, const bound_test& test);

/// Limits of coverage and mutants. Work is counted in nodes of circuits that are compiled or evaluated and in what questions to the solver cost, never in
/// time, so that the same rules have the same answer everywhere; ten million units take about a second.
inline constexpr std::int64_t one_trial_conflicts = 20'000;
inline constexpr std::uint64_t all_trials_work = 600'000'000;

struct trial_options {
    std::int64_t conflicts = one_trial_conflicts;                    ///< of one question to the solver
    std::uint64_t work_limit = all_trials_work;                      ///< of everything together
    std::size_t table_bytes = std::size_t{256} << 20;                ///< memory for what is known of tests beforehand; beyond it it is worked out each time
    std::function<void(std::size_t done, std::size_t of)> progress;  ///< told now and then; may be empty
};

}  // namespace advise::engine
