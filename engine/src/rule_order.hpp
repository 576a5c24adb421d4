// The order in which rules are compiled: what something rests on comes first.
#pragma once

#include <advise/engine/rule_base.hpp>

#include <cstdint>
#include <vector>

namespace advise::engine {

/// Every condition and conclusion once, after what it rests on: a condition by its id, a conclusion by `bit` + its id. The order of a depth-first search
/// from the first condition on, as that of rule_graph::topological_order, whose graph needs not be built for it. O(size). Throws std::logic_error when
/// the rules have a cycle.
std::vector<std::uint32_t> rule_order(const rule_base& rules, std::uint32_t bit);

}  // namespace advise::engine
