// Tables that the script fills: rows of literals.
#pragma once

#include "dialect.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace advise::cli {

/// A table written row by row. Text goes in as literals only.
class sql_table {
public:
    /// \param columns "name TYPE" each
    sql_table(std::string name, std::vector<std::string> columns, const dialect_traits& in)
        : name_(std::move(name)), columns_(std::move(columns)), in_(in) {}

    sql_table& text(std::string_view value);
    sql_table& number(std::int64_t value);
    sql_table& number(std::uint64_t value);
    sql_table& null();
    /// Something that is SQL already.
    sql_table& literal(std::string value);
    void end_row();

    [[nodiscard]] std::size_t rows() const { return rows_.size(); }
    /// DROP, CREATE and INSERT.
    [[nodiscard]] std::vector<std::string> statements() const;

private:
    std::string name_;
    std::vector<std::string> columns_;
    const dialect_traits& in_;
    std::vector<std::string> row_;
    std::vector<std::string> rows_;
};

}  // namespace advise::cli
