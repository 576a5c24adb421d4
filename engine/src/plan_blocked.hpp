// What stands in the way where no plan is possible.
#pragma once

#include <advise/engine/plan.hpp>

namespace advise::engine {

/// Fills `blocked_by`, and what explains it. `blocked_by`: facts such that there would be a plan if they could have any value, and no fewer of them would do: one
/// fact where one is enough. Those that cannot be learnt come before those that can; else the order of declaration decides. Empty where not even all of them
/// would be enough.
void tell_what_blocks(const program& code, const facts& person, plan& made);

}  // namespace advise::engine
