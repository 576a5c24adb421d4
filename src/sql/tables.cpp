#include "tables.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace advise::cli {
namespace {

/// Rows and bytes of one INSERT: small enough for every engine's parser.
constexpr std::size_t most_rows = 200, most_bytes = 100'000;

}  // namespace

sql_table& sql_table::literal(std::string value) {
    row_.push_back(std::move(value));
    return *this;
}
sql_table& sql_table::text(std::string_view value) { return literal(sql_text(value, in_)); }
sql_table& sql_table::number(std::int64_t value) { return literal(fmt::format("{}", value)); }
sql_table& sql_table::number(std::uint64_t value) { return literal(fmt::format("{}", value)); }
sql_table& sql_table::null() { return literal("NULL"); }

void sql_table::end_row() {
    rows_.push_back(fmt::format("({})", fmt::join(row_, ", ")));
    row_.clear();
}

std::vector<std::string> sql_table::statements() const {
    std::vector<std::string> all = {fmt::format("DROP TABLE IF EXISTS {}", name_),
                                    fmt::format("CREATE TABLE {} ({})", name_, fmt::join(columns_, ", "))};
    for (std::size_t i = 0; i < rows_.size();) {
        std::string insert = fmt::format("INSERT INTO {} VALUES", name_);
        std::size_t taken = 0;
        for (; i < rows_.size() && taken < most_rows && (taken == 0 || insert.size() + rows_[i].size() < most_bytes); ++i, ++taken)
            insert += fmt::format("{}\n{}", taken == 0 ? "" : ",", rows_[i]);
        all.push_back(std::move(insert));
    }
    return all;
}

}  // namespace advise::cli
