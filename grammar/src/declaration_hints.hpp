// Declarations, clauses of tests and the ends of rules, as people write them who guess their shape.
#pragma once

#include "syntax_report.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace advise::grammar {

/// `fact f = level`, `fact n: number euro 0..9`, `scale s: a, b`, `requires at least 3 points`, `expect r = yes`, `a -> b, c`, `a -> b +2`,
/// `rule a -> b`. Reports it with the line that was meant. \return false for anything else. O(length of the line)
bool report_meant_shape(const broken_statement& broken, words::cursor at, diagnostics& out);

/// What follows `expect`, said otherwise, as it is written: "r fits" as "r: yes". \return nothing where nobody can know
std::optional<std::string> meant_expectation(std::string_view said);

/// "a | b", "a, b or c" with commas between its items. O(length)
std::string with_commas(std::string_view list);

/// The word for a sign that people write as a unit, "euros" for "€"; "" for any other.
std::string_view unit_of_sign(std::string_view sign);

}  // namespace advise::grammar
