// From what the search found to what people read: unit steps, assumed values, what each step unlocks.
#pragma once

#include "plan_search.hpp"

namespace advise::engine {

/// The steps and assumptions of a found plan. Each assumed value is the lowest that serves when those of facts declared later stay as they were found.
plan_way way_of(const program::data& code, const plan_problem& problem, plan_judge& judge, const found_plan& found);

/// Fills `unlocks` of every step. O(steps × circuit), and an exact question for what Kleene's tables leave open.
void tell_unlocks(const program::data& code, const facts& start, plan_way& way);

}  // namespace advise::engine
