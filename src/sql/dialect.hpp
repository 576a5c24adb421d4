// The dialects of SQL that rules are compiled to, and where they differ. What is not here is written the same for all of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace advise::cli {

enum class sql_dialect : std::uint8_t { duckdb, postgres, sqlite, spark, trino };

/// How a row of columns becomes a row for each role.
enum class unpivot_form : std::uint8_t {
    unnest_list,     ///< duckdb: lists side by side in the SELECT
    lateral_values,  ///< postgres
    join,            ///< sqlite: with advise_roles
    stack,           ///< spark
    unnest_arrays,   ///< trino
};

struct dialect_traits {
    sql_dialect id{};
    std::string_view name;         ///< as `--dialect` has it
    std::string_view title;        ///< as its makers write it
    std::string_view fence;        ///< between a layer's name and its query: keeps a layer from being copied into each place that reads it
    bool has_fence = true;         ///< layers may be a chain of queries; otherwise each is a table
    std::size_t most_layers = 0;   ///< of a chain; above it each layer is a table
    std::size_t most_columns = 0;  ///< of a table or query; 0: none that matters
    std::size_t most_bytes = 0;    ///< of a statement; 0: none that matters
    std::string_view text_type;
    std::string_view number_type;  ///< of `number` facts
    bool exact_decimals = true;    ///< otherwise `number` facts are integers of 0.000001
    unpivot_form unpivot{};
};

/// In the order of the enumeration.
std::span<const dialect_traits> sql_dialects();
const dialect_traits& traits_of(sql_dialect d);

/// A text as a literal: whatever it holds, it ends where it should.
std::string sql_text(std::string_view text, const dialect_traits& in);
/// A value of a `number` fact, given in steps of 0.000001.
std::string sql_number(std::int64_t micro, const dialect_traits& in);

}  // namespace advise::cli
