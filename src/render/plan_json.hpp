// `advise plan --json`: plans as data (COMMANDS.md, Plan). Same input, same bytes.
#pragma once

#include "result_json.hpp"

#include <advise/engine/plan.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace advise::cli {

/// One plan: "advise/plan/1".
std::string plan_json(const result_parts& parts, const engine::plan& plan);

/// Plans to several roles, in the order given: "advise/plans/1".
/// \param within the effort that was allowed, where one was
/// \param undecided roles that were left out because of `within` although they may cost no more
std::string plans_json(const result_parts& parts, const std::vector<engine::plan>& plans, std::optional<std::int64_t> within,
                       const std::vector<engine::conclusion_id>& undecided);

}  // namespace advise::cli
