// Roles by what people call them.
#pragma once

#include "../context.hpp"

#include <advise/engine/rule_base.hpp>

#include <string>

namespace advise::cli {

/// The role or concept of that name; else `nothing`, after saying what is near or which roles there are.
engine::conclusion_id find_role(context& run, const engine::rule_base& rules, const std::string& name);

}  // namespace advise::cli
