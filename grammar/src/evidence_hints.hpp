// Evidence and rules as people write them who know a scorecard, or another language for rules.
#pragma once

#include "syntax_report.hpp"

namespace advise::grammar {

/// `points 3 if sql`, `3 points: sql`, `sql: +3`, `when sql +3`, `+sql 3`, `- sql`, `- when sql`. Reports it with the line that was meant.
/// \return false for anything else. O(length of the line)
bool report_worded_evidence(const broken_statement& broken, words::cursor at, diagnostics& out);

/// `rule "x" when sql then r end`, `r = sql and python`, `not smoker`; a line that ends with `and`, `or` or a comma and goes on below. The same.
bool report_worded_line(const broken_statement& broken, words::cursor at, diagnostics& out);

/// `when sql then r`, `if sql -> r`, `when sql -> r` outside of a role, and `when sql: expert` in a test: a clause where none can stand. The same.
bool report_worded_clause(const source& file, const statement_line& line, bool in_test, diagnostics& out);

}  // namespace advise::grammar
