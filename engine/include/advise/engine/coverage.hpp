// What the tests of a rule base try of its conditions: condition/decision coverage, not lines.
#pragma once

#include <advise/engine/analysis.hpp>
#include <advise/engine/testing.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace advise::engine {

/// Whether some test showed something of a condition; if none did, whether any profile could.
enum class trial : std::uint8_t { seen, missing, impossible, undecided };

/// One condition where it stands: a test of a fact, a conclusion, or a gate over others (not of `not`, which only turns its member round), or
/// `requires N points`. It is *decisive* in a test that would fail if this condition, here alone, came out the other way.
struct condition_trial {
    conclusion_id about = nothing;     ///< whose clause it stands in
    condition_id condition = nothing;  ///< nothing: `requires N points`
    origin at;
    trial is_true = trial::missing, is_false = trial::missing;
    trial decides_true = trial::missing, decides_false = trial::missing;  ///< decisive where it is true, where it is false

    /// Something that a profile could show was not shown.
    [[nodiscard]] bool lacking() const;
    /// No profile can show all four.
    [[nodiscard]] bool excused() const;
    [[nodiscard]] bool open() const;  ///< a limit left something undecided
};

struct coverage {
    std::vector<condition_trial> conditions;  ///< in the order of conclusions and their clauses, outer conditions first

    [[nodiscard]] std::size_t tried() const;  ///< those that lack nothing
    /// tried/all in whole percent, rounded down; 100 where there is nothing to try.
    [[nodiscard]] unsigned percent() const;
};

/// Tries every condition of every clause with the tests that look at its conclusion, itself or through others. Truths are exact: in an incomplete
/// profile a condition is true that holds in all completions. A test that fails shows nothing. What no test shows is put to the solver: what no
/// profile could show (proved) is not asked for. Where the work limit is reached the rest is undecided, tests or not. O(conditions × (size + tests × circuit)) within the limits of `options`.
coverage cover(const program& code, std::span<const bound_test> tests, const trial_options& options = {});

}  // namespace advise::engine
