// The least value of an objective over all completions, exactly: sampled completions first, then branch and bound.
#pragma once

#include "search_state.hpp"

#include <optional>

namespace advise::engine {

struct optimum {
    std::int64_t value = 0;
    assignment at;
    bool exact = true;          ///< false: the work limit stopped the search; `value` is only the best one found
    bool branched = false;      ///< sampling alone did not settle it
};

/// The least value of `o` under the state's present restrictions; the state is left as it was found. Deterministic.
/// \param known a value that is attained, with where, if one is known already
/// \param goal stop at a value not greater than this
optimum least(search_state& state, const objective& o, std::optional<optimum> known = {}, std::int64_t goal = INT64_MIN);

/// Both ends of an objective, each with where it is attained.
struct ends {
    optimum low, high;
    [[nodiscard]] bool exact() const { return low.exact && high.exact; }
    [[nodiscard]] points_interval interval() const { return {low.value, high.value}; }
};
/// A value found that is not above `low`, or not below `high`, ends the search on its side.
struct goals { std::int64_t low = INT64_MIN, high = INT64_MAX; };

/// The least and the greatest value of `o`; the state is left as it was found.
ends both_ends(search_state& state, const objective& o, goals stop);

/// Whether some completion under the present restrictions gives a value not greater than `goal`; and where. Nullopt if the work limit stopped it.
std::optional<bool> reaches(search_state& state, const objective& o, std::int64_t goal, assignment& at);

/// Looks at 64 completions in each round: variables with a best cell there, those of mixed sign anywhere. Improves `best`.
void sample(search_state& state, const objective& o, std::int64_t goal, std::optional<optimum>& best);

/// No less than what sampling both ends of an objective costs (both_ends).
std::uint64_t most_sampling_work(const residual& circuit, const objective& o);

/// The value of an objective for one completion of each lane is what the word evaluator gives: words of all nodes from words of the tests.
void evaluate_lanes(const residual& circuit, std::vector<std::uint64_t>& words);

}  // namespace advise::engine
