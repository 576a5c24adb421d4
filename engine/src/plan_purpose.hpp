// What a plan counts on beyond its assumptions, and what a step is for that the role itself does not need.
#pragma once

#include "circuit.hpp"

#include <advise/engine/plan.hpp>

namespace advise::engine {

/// What a plan begins with: `start` with what the way assumes.
facts state_before(const facts& start, const plan_way& way);

/// Fills `counted` of a way. Only facts of which more could hurt are tried (by the signs with which the goal and the `after`s want their tests), each by
/// following the plan with that fact open. What takes too much work counts as hurting.
void tell_counted(const program::data& code, const facts& person, const facts& start, conclusion_id role, plan_way& way);

/// Fills `needed_before` of a way's steps, whose `unlocks` are told already.
void tell_needs(const program::data& code, const facts& start, conclusion_id role, plan_way& way);

}  // namespace advise::engine
