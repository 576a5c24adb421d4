// What counts for both roles of a comparison, put together from the clauses of the one and of the other.
#pragma once

#include "proof_reader.hpp"

#include <advise/engine/compare.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace advise::cli {

/// Clauses of both roles that ask for the same condition; or for the same fact, where all of them hold.
struct common_evidence {
    std::vector<std::uint32_t> first, second;          ///< indices into the clauses of each, ascending
    std::int64_t first_points = 0, second_points = 0;  ///< of all of them together
    engine::verdict truth = engine::verdict::unknown;  ///< of the condition, by the tables
    std::optional<engine::fact_id> fact;               ///< where the conditions differ: the fact that they ask for
};

/// In the order of the first role's clauses, those for one condition first; what does not hold counts for neither and is left out.
/// The comparison must have its proof. O(shared² + ledger²).
std::vector<common_evidence> common_evidence_of(const engine::rule_base& rules, const engine::comparison& found, const proof_reader& proof);

}  // namespace advise::cli
