// What stands in the way where no plan is possible.
#pragma once

#include <advise/engine/plan.hpp>

namespace advise::engine {

/// Facts such that there would be a plan if they could have any value, and no fewer of them would do: one fact where one is enough. Those that cannot be
/// learnt come before those that can; else the order of declaration decides. Empty where not even all of them would be enough.
std::vector<fact_id> blocking_facts(const program& code, const facts& person, conclusion_id role);

}  // namespace advise::engine
