// "These weigh at least so much" as clauses, in both directions, so that it can be assumed to hold or not to hold.
#pragma once

#include "sat_solver.hpp"

#include <cstdint>
#include <vector>

namespace advise::engine {

struct sat_term {
    sat_literal of = 0;
    std::int64_t weight = 1;  ///< may be negative
};

/// Nodes up to which a sum is a decision diagram, which propagates everything; a larger one is added up in binary.
inline constexpr std::size_t largest_sum_diagram = 20'000;

/// A literal that holds just where the terms that hold weigh at least `least`. \param always a literal that always holds
/// Reduced ordered diagram (Eén and Sörensson, JSAT 2, 2006; Abío et al., JAIR 45, 2012), of O(terms × sums) nodes; else an adder and a
/// comparator of O(terms × bits of the total).
sat_literal sum_at_least(sat_solver& solver, sat_literal always, std::vector<sat_term> terms, std::int64_t least,
                         std::size_t largest_diagram = largest_sum_diagram);

/// The same of conjunctions and disjunctions.
sat_literal all_hold(sat_solver& solver, sat_literal always, const std::vector<sat_literal>& inputs);
sat_literal any_holds(sat_solver& solver, sat_literal always, const std::vector<sat_literal>& inputs);
/// That just one of the two holds.
sat_literal differ(sat_solver& solver, sat_literal always, sat_literal a, sat_literal b);

}  // namespace advise::engine
