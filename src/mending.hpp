// What `check --fix` and editors mend without asking.
#pragma once

#include <advise/engine/lints.hpp>

#include <functional>
#include <vector>

namespace advise::cli {

/// Fixes of a rule base without errors that can be made together, and with which it means the same; none of what a comment allows. Of fixes that
/// overlap the first.
/// \param keeps_meaning whether the rules mean the same with some of these fixes
std::vector<engine::text_fix> fixes_to_make(const engine::rule_base& rules,
                                            const std::function<bool(const std::vector<engine::text_fix>&)>& keeps_meaning);

}  // namespace advise::cli
