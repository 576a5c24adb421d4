// What the engine says of a changed person: the judge of changes that a result tells, whatever the checker thinks of them.
#pragma once

#include "support/bridge.hpp"

#include <advise/engine/compare.hpp>

#include <verify/json.hpp>

namespace advise::tests {

/// The person with facts changed as a list of {"fact", "from", "to"} says; nullopt where a value is none.
std::optional<engine::facts> changed(const engine::rule_base& rules, engine::facts person, const verify::json& changes);

}  // namespace advise::tests
