// The role or concept that an argument names.
#pragma once

#include "context.hpp"

#include <advise/engine/rule_base.hpp>

#include <string>

namespace advise::cli {

/// The conclusion of that name, other name or label; `nothing` after a complaint that says what is near, or which roles there are.
engine::conclusion_id role_named(context& run, const engine::rule_base& rules, const std::string& name);

/// `explain PROFILE ROLE`: whether the role, the first operand, is a file and the profile, the second, is none. Says so, with the right command.
bool role_and_profile_swapped(context& run);

}  // namespace advise::cli
