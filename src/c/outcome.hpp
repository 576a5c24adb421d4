// What is said of a role, as C has it.
#pragma once

#include "advise.h"
#include "shared_rules.hpp"

#include <advise/engine/advice.hpp>

namespace advise::c {

static_assert(ADVISE_NO == static_cast<int>(engine::verdict::no) && ADVISE_UNKNOWN == static_cast<int>(engine::verdict::unknown)
              && ADVISE_YES == static_cast<int>(engine::verdict::yes));

/// \param of a role_advice, or what an evaluator says of a role
template <class Outcome>
advise_outcome outcome_of(const shared_rules& rules, const Outcome& of) {
    return {rules.role_of[of.role], static_cast<std::int32_t>(of.verdict), of.exact ? 1 : 0, 0, of.points.low, of.points.high};
}

}  // namespace advise::c
