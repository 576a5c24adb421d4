// The literals of what must hold for a conclusion.
#pragma once

#include "circuit.hpp"

#include <vector>

namespace advise::engine {

/// In the order of requirements_of (relational.hpp). O(clauses).
std::vector<literal> literals_of_requirements(const program::data& code, conclusion_id role);

}  // namespace advise::engine
