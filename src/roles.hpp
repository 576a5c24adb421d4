// The role or concept that an argument names.
#pragma once

#include "context.hpp"

#include <advise/engine/rule_base.hpp>

#include <string>

namespace advise::cli {

/// The conclusion of that name, other name or label; `nothing` after a complaint that says what is near, or which roles there are.
engine::conclusion_id role_named(context& run, const engine::rule_base& rules, const std::string& name);

/// `explain PROFILE ROLE`, `compare PROFILE ROLE ROLE`, …: whether the last operand, the profile, is no file and one of the roles before it is one. Says so, with
/// the right command.
bool profile_not_last(context& run);

}  // namespace advise::cli
