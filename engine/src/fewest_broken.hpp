// Wishes that cannot all come true: how few of them must be broken, and what to assume so that no more are.
#pragma once

#include "proof_space.hpp"

#include <cstddef>
#include <vector>

namespace advise::engine {

struct fewest_broken {
    sat_answer answer = sat_answer::undecided;  ///< undecided: a limit stopped the search, and nothing else counts
    bool asked = false;                         ///< whether the space holds a profile with so few of them broken
    std::vector<sat_literal> kept;              ///< where these are assumed too, just as few are broken
};

/// Cores tell one by one what must be broken, so that wishes which nothing stands against are never counted: the search costs what stands in the way, not how many
/// wishes there are (OLL: Andres et al., ICLP 2012; Morgado, Dodaro and Marques-Silva, CP 2014).
/// \param held what must hold; together it is possible
/// \param wishes literals, each of which should hold
/// \param known how many of them a profile that is known breaks: the search ends where it is proved that no fewer will do
fewest_broken break_fewest(proof_space& space, const std::vector<sat_literal>& held, std::vector<sat_literal> wishes, std::size_t known);

}  // namespace advise::engine
