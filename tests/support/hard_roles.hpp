// Rule bases of roles that Kleene's tables often leave open although they are decided: many clauses over few facts, each with several thresholds and both
// signs, so that there are more facts of mixed sign than a table of 512 cases has room for.
#pragma once

#include "rng.hpp"

#include <advise/engine/facts.hpp>

#include <string>

namespace advise::tests {

std::string hard_rules(rng& random);

/// Somebody of whom some facts are known, some within bounds, and of some nothing is said.
engine::facts some_person(const engine::rule_base& rules, rng& random);

}  // namespace advise::tests
