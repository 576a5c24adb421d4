// One statement laid out on lines: where it is broken, and how far each line is set in.
#pragma once

#include "format_lines.hpp"
#include "format_tokens.hpp"

namespace advise::grammar {

/// Columns that a clause stands in from its statement, and a reason from its clause.
inline constexpr std::size_t format_indent = 4;

/// Writes a statement or clause that was read without errors. O(bytes).
void write_statement(const source& file, const ast::statement& s, format_lines& out);

}  // namespace advise::grammar
