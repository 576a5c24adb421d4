// The cells of the facts that a plan can change.
#pragma once

#include "plan_problem.hpp"

namespace advise::engine {

/// Which sign of a test the circuit wants; a test may be wanted with both.
struct wanted_test {
    node_id whole = 0;          ///< of the whole circuit
    bool as_true = false;
    bool as_false = false;
};

/// Fills the cells of a variable whose fact, kind (`raised`, `released`, or `mixed` for any unknown fact, which becomes `assumed` where it has a worst
/// cell) and tests are set, and appends its truths to those of the problem.
/// \param box the values that the fact may have
/// \param effort_left no cell of a raised fact costs more
/// \param each_step a cell for each step of a raised fact, where there are not too many
void make_plan_cells(plan_problem& problem, plan_variable& v, const program::data& code, const std::vector<wanted_test>& tests, const known_fact& box,
                     std::int64_t effort_left, bool each_step);

}  // namespace advise::engine
