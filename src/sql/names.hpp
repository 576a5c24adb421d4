// What the generated names mean, as tables in the team's own database.
#pragma once

#include "chain.hpp"
#include "tables.hpp"

#include <advise/engine/rule_base.hpp>

#include <vector>

namespace advise::cli {

/// What everything that the script makes goes by.
struct script_parts {
    const engine::rule_base& rules;
    const std::vector<role_group>& groups;
    const std::vector<input_column>& columns;  ///< of advise_profiles
    const engine::relational_options& options;
    const dialect_traits& in;
};

/// advise_columns: the columns of advise_profiles: fact, type, what part of it, lowest and highest value, and what stands for "no".
sql_table columns_table(const script_parts& parts);
/// advise_codes: levels and options, and the numbers that stand for them.
sql_table codes_table(const script_parts& parts);
/// advise_roles: the columns of the wide view and the roles they are of.
sql_table roles_table(const script_parts& parts);
/// advise_requirements: what the bits of a role's masks mean.
sql_table requirements_table(const script_parts& parts);

}  // namespace advise::cli
