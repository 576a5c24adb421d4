// The proof as a graph: a node for each condition and conclusion below the roles, children first.
#pragma once

#include "kleene.hpp"

namespace advise::engine {

struct proof_graph {
    std::vector<proof_node> nodes;
    std::vector<std::uint32_t> of_conclusion;   ///< id of each conclusion's node; `nothing` where it has none
};

/// Throws `damaged_rules` where a proof from a compiled file is none: what a node says does not follow from what it rests on.
void check_proof(const program::data& code, const proof_graph& proof);

/// The nodes on which these conclusions rest. O(circuit) at most.
proof_graph make_proof(const program::data& code, const truth_table& table, const std::vector<conclusion_id>& about);

}  // namespace advise::engine
