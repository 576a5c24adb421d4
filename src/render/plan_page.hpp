// How to get there, for people: the plan to one role, and what every role takes.
#pragma once

#include "../plans.hpp"
#include "page_parts.hpp"

#include <advise/engine/plan.hpp>
#include <advise/grammar/profile.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace advise::cli {

/// \param person as the profile has it; \param call for the commands that the page proposes
document plan_page(const engine::rule_base& rules, const engine::facts& person, const engine::plan& plan, const grammar::profile& profile,
                   grammar::language in, const invocation& call);

struct table_shape {
    std::optional<std::int64_t> within;    ///< only roles that so much effort can reach are among the plans
    std::size_t room = SIZE_MAX;           ///< columns wider than this are a row for each role instead
};

/// Plans to several roles in one table, in the order given.
document plans_page(const engine::rule_base& rules, const engine::facts& person, const plans_in_order& all, const grammar::profile& profile,
                    grammar::language in, const invocation& call, const table_shape& shape);

}  // namespace advise::cli
