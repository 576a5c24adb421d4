#include "dialect.hpp"

#include <fmt/format.h>

namespace advise::cli {
namespace {

// PostgreSQL and SQLite copy a layer into every place that reads it unless it is MATERIALIZED: exponential in the depth. DuckDB keeps layers apart by
// itself, and would compute columns that nobody asks for if it were told to materialize. Chains of 200 layers are run by these three (tests/sql). Spark
// has no such word, and Trino copies every WITH.
constexpr dialect_traits all[] = {
    {sql_dialect::duckdb, "duckdb", "DuckDB", "AS NOT MATERIALIZED", true, 200, 0, 0, "VARCHAR", "DECIMAL(18,6)", true, unpivot_form::unnest_list},
    {sql_dialect::postgres, "postgres", "PostgreSQL", "AS MATERIALIZED", true, 200, 1600, 0, "TEXT", "NUMERIC(18,6)", true,
     unpivot_form::lateral_values},
    {sql_dialect::sqlite, "sqlite", "SQLite", "AS MATERIALIZED", true, 200, 2000, 1'000'000'000, "TEXT", "INTEGER", false, unpivot_form::join},
    {sql_dialect::spark, "spark", "Spark SQL", "AS", false, 0, 0, 0, "STRING", "DECIMAL(18,6)", true, unpivot_form::stack},
    {sql_dialect::trino, "trino", "Trino", "AS", false, 0, 0, 1'000'000, "VARCHAR", "DECIMAL(18,6)", true, unpivot_form::unnest_arrays},
};

}  // namespace

std::span<const dialect_traits> sql_dialects() { return all; }

const dialect_traits& traits_of(sql_dialect d) { return all[static_cast<std::size_t>(d)]; }

// A quote is doubled everywhere. Spark reads \ as an escape and fills in ${…} even within quotes; PostgreSQL may be set to read \ so, unless the literal
// says by its E that it does.
std::string sql_text(std::string_view text, const dialect_traits& in) {
    const bool spark = in.id == sql_dialect::spark;
    const bool escaped = in.id == sql_dialect::postgres && text.find('\\') != std::string_view::npos;
    std::string made = escaped ? "E'" : "'";
    for (const char c : text) {
        if (c == '\'' && spark) made += "\\'";
        else if (c == '\'') made += "''";
        else if (c == '\\' && (spark || escaped)) made += "\\\\";
        else if (c == '$' && spark) made += "\\u0024";
        else made += c;
    }
    return made += '\'';
}

std::string sql_number(std::int64_t micro, const dialect_traits& in) {
    if (!in.exact_decimals) return fmt::format("{}", micro);
    constexpr std::int64_t one = 1'000'000;
    const std::uint64_t size = micro < 0 ? 0 - static_cast<std::uint64_t>(micro) : static_cast<std::uint64_t>(micro);
    std::string made = fmt::format("{}{}", micro < 0 ? "-" : "", size / one);
    if (size % one == 0) return made;
    made += fmt::format(".{:06}", size % one);
    made.erase(made.find_last_not_of('0') + 1);
    return made;
}

}  // namespace advise::cli
