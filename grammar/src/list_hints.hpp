// Lists of values and of conditions, as people write them who guess their shape.
#pragma once

#include "syntax_report.hpp"

namespace advise::grammar {

/// `pets has none of (cat, dog)`, `colour is one of red, green`, `any of a, b`, `any(a, b)`, `at least 2 of a, b`, `age in [18, 65]`, `sql (advanced)`.
/// Reports it with the line that was meant. \return false for anything else. O(length of the line)
bool report_meant_list(const broken_statement& broken, words::cursor at, diagnostics& out);

}  // namespace advise::grammar
