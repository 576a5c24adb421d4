// The proof as a graph: a node for each condition and conclusion below the roles, children first.
#pragma once

#include "kleene.hpp"

namespace advise::engine {

struct proof_graph {
    std::vector<proof_node> nodes;
    std::vector<std::uint32_t> of_conclusion;   ///< id of each conclusion's node; `nothing` where it has none
};

/// The nodes on which these conclusions rest. O(circuit) at most.
proof_graph make_proof(const program::data& code, const truth_table& table, const std::vector<conclusion_id>& about);

}  // namespace advise::engine
