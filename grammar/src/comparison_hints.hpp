// Conditions as people write them in prose or in other languages: which text is wrong, and the line as this language has it.
#pragma once

#include "syntax_report.hpp"

namespace advise::grammar {

/// A comparison that stopped at `at`: `age more than 5`, `age between 1 and 9`, `5 <= age`, `age = 1..9`, `colour is one of (…)`,
/// `tools includes a, b`, `at least two of (…)`, `a but not b`. Reports it with the line that was meant.
/// \return false for anything else. O(length of the line)
bool report_meant_comparison(const broken_statement& broken, words::cursor at, diagnostics& out);

}  // namespace advise::grammar
