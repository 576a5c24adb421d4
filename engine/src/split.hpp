// The case distinction that closes the gap between Kleene's tables and the exact answer, as a tree for the proof.
#pragma once

#include "search_state.hpp"

#include <optional>

namespace advise::engine {

/// Cases until Kleene's tables say `target` (0..0 or 1..1) of the verdict in each. The state is left as it was found.
/// The exact verdict must be `target`; then the tree is the one that the search for a counterexample went through. Nullopt if the work limit stopped it.
std::optional<split_tree> split_verdict(search_state& state, const objective& o, points_interval target);

/// Cases until Kleene's enclosure of the points lies inside `target`, the exact interval. Both ends at once may need many more
/// cases than the search for either: nullopt if the work limit stopped it.
std::optional<split_tree> split_points(search_state& state, const objective& o, points_interval target);

}  // namespace advise::engine
