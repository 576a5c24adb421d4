// CSV as RFC 4180 has it: rows of a file whose header names facts, made into the records that NDJSON would have. A cell is a JSON string, "true"
// and "false" of facts that have no such option are booleans, and an empty cell says nothing.
#pragma once

#include "record.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace advise::cli::batch {

/// Where the row that begins a text ends: its line feed; npos where it does not end in it. A quote that is not at the beginning of a cell
/// means nothing here; a row that would be longer than `longest` ends at the first line feed from there on, so that a quote which is never
/// closed does not take the rest of the file with it. O(bytes)
std::size_t end_of_row(std::string_view text, std::size_t longest);

struct csv_header {
    std::vector<std::string> names;
    std::vector<std::string> keys;   ///< the names as JSON, with their colon; empty: a column without a name, which says nothing
    std::vector<bool> has_booleans;  ///< "true" and "false" are no options of the fact
    refusal wrong;                   ///< with a code where it is no header
    std::string twice;               ///< a name that stands in it twice
    bool says_nothing = false;       ///< no column is a fact or the id
};

/// Reads the first row of a file, without its line end.
csv_header read_header(std::string_view row, const engine::rule_base& rules, const reading& how);

/// Appends the record of a row (without its line end), without a line end. \return a refusal with a code where the row is none; `out` is then as it was, and `id` the
/// record's id as JSON where its cell is there
refusal append_row(std::string& out, std::string_view row, const csv_header& header, const reading& how, std::string& id);

/// In which column (of code points, from 1) of the row the cell begins from which a place in its record was made. \param offset of a byte of the record
std::uint32_t column_of_cell(std::string_view row, std::string_view record, std::size_t offset);

}  // namespace advise::cli::batch
