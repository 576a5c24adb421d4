// Declarations, clauses of tests and the ends of rules, as people write them who guess their shape.
#pragma once

#include "syntax_report.hpp"

namespace advise::grammar {

/// `fact f = level`, `fact n: number euro 0..9`, `scale s: a, b`, `requires at least 3 points`, `expect r = yes`, `a -> b, c`, `a -> b +2`,
/// `rule a -> b`. Reports it with the line that was meant. \return false for anything else. O(length of the line)
bool report_meant_shape(const broken_statement& broken, words::cursor at, diagnostics& out);

}  // namespace advise::grammar
