// What the targets of `advise compile` share.
#pragma once

#include "../context.hpp"

#include <advise/engine/rule_base.hpp>

#include <memory>

namespace advise::cli {

/// The FILEs and those of `--rules` as one rule base, or the embedded one. \return null after errors, which have been reported
std::unique_ptr<engine::rule_base> rules_to_compile(context& run);

// One function for each target; each fills `run.answer`.
exit_code compile_sql(context& run);
exit_code compile_binary(context& run);

}  // namespace advise::cli
