// Declarations and their clauses, in words and orders that other tools have.
#pragma once

#include "syntax_report.hpp"

namespace advise::grammar {

/// `source x "T", "http://…"`, `label "R" fa "…"`, `ask "Q" fa "…"`, `fa "…"`, `aka "a" or "b"`, `effort weeks 3`, `role x, "X"`, `concept c is a or b`,
/// `fact x, y: level`, `fact x: bool = true`, `number from 0 to 9`, `unit cm`, `language "en"`, `version 1`. Reports it with the line that was meant.
/// \return false for anything else. O(length of the line)
bool report_meant_clause(const broken_statement& broken, words::cursor at, diagnostics& out);

}  // namespace advise::grammar
