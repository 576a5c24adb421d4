// What is known of a person as a row of columns.
#pragma once

#include "columns.hpp"

#include <advise/engine/facts.hpp>

#include <optional>
#include <string>
#include <vector>

namespace advise::cli {

/// The columns that people's facts are in, in order: those of every fact that some role rests on.
std::vector<input_column> input_columns(const engine::rule_base& rules, const std::vector<engine::relational_fact>& facts,
                                        const engine::relational_options& options);

/// What a row has in one column: a value, or nothing (NULL). \return nullopt where a column cannot say what is known: a level known in part without
/// pairs, an open fact where NULL means "no".
struct column_value {
    std::optional<std::int64_t> value;
};
std::optional<column_value> value_in(const engine::rule_base& rules, const input_column& c, const engine::known_fact& known,
                                     const engine::relational_options& options);

}  // namespace advise::cli
