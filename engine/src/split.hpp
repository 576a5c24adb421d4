// The case distinction that closes the gap between Kleene's tables and the exact answer, as a tree for the proof.
#pragma once

#include "search_state.hpp"

namespace advise::engine {

/// Cases until Kleene's tables say `target` (0..0 or 1..1) of the verdict in each. The state is left as it was found.
/// The exact verdict must be `target`; then the tree is the one that the search for a counterexample went through.
split_tree split_verdict(search_state& state, const objective& o, points_interval target);

/// Cases until Kleene's enclosure of the points lies inside `target`, the exact interval.
split_tree split_points(search_state& state, const objective& o, points_interval target);

}  // namespace advise::engine
