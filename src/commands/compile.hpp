// The targets of `advise compile`: each has a file of its own.
#pragma once

#include "../context.hpp"
#include "../exit_code.hpp"

#include <advise/engine/rule_base.hpp>

#include <memory>

namespace advise::cli {

/// The rule base of the operands and `--rules`, or the embedded one. \return null after errors, which have been reported
std::unique_ptr<engine::rule_base> rules_to_compile(context& run);

exit_code compile_binary(context& run);

}  // namespace advise::cli
