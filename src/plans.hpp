// The plans to every role, as `advise plan --all` and `--within` tell them.
#pragma once

#include <advise/engine/plan.hpp>

#include <optional>
#include <vector>

namespace advise::cli {

struct plans_in_order {
    std::vector<engine::plan> plans;                ///< the cheapest first, what is not possible last; of equals the role declared first
    std::optional<engine::plan> beyond;             ///< the nearest of those that an effort leaves out
    std::vector<engine::conclusion_id> undecided;   ///< left out, although the work limit left open whether they cost more; in order of declaration
};

plans_in_order plans_to_every_role(const engine::program& code, const engine::facts& person, const engine::plan_options& options);

/// Leaves out what costs more. \param effort in steps of 0.000001 of the unit
void keep_within(plans_in_order& all, std::int64_t effort);

}  // namespace advise::cli
