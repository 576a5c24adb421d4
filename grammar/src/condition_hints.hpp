// Conditions and citations of a clause in the shape of prose or of other languages.
#pragma once

#include "syntax_report.hpp"

namespace advise::grammar {

/// `a => b` for `>=`, `cites guide, "page 12"`, `cites guide page 12`, `f != a, b`, `f includes (a or b)`, `f = (a or b)`, `2 of (…)`, `at least 2 of a, f = b, …`,
/// `all (…)`, `>= €100`. Reports it with the line that was meant. \return false for anything else. O(length of the line)
bool report_worded_condition(const broken_statement& broken, words::cursor at, diagnostics& out);

}  // namespace advise::grammar
