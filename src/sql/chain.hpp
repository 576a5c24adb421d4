// The layers of a plan as statements: one view over a chain of queries, or a table for each layer.
#pragma once

#include "columns.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace advise::cli {

/// Roles that are evaluated together: all, unless their columns are too many for the engine.
struct role_group {
    engine::relational_plan plan;
    std::string suffix;   ///< of the names of its views and tables: "", or "_1", "_2", …
    bool staged = false;  ///< a table for each layer
};

/// Where people come from, and what the names of the views and tables made of them begin with.
struct chain_ends {
    std::string_view source;  ///< "advise_profiles"
    std::string_view prefix;  ///< "advise_"
};

/// The names that a role has in the wide view: r0, r0_low, …
struct role_columns {
    std::string verdict, low, high, unmet, undecided;
};
role_columns names_of_role(std::size_t role);

/// Makes `<prefix>wide<suffix>`: a row for each person, the columns of every role of the group. \param first_role the number of the group's first role
std::vector<std::string> wide_statements(const engine::rule_base& rules, const role_group& group, const chain_ends& ends, std::size_t first_role,
                                         const dialect_traits& in);

/// Makes `<prefix>result`: a row for each person and role.
/// \param groups in the order of the roles
std::string result_statement(const engine::rule_base& rules, const std::vector<role_group>& groups, const chain_ends& ends, const dialect_traits& in);

}  // namespace advise::cli
