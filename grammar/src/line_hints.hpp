// Whole lines as people write them who know other languages, or prose: what they meant, as a line to copy.
#pragma once

#include "syntax_report.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace advise::grammar {

/// `if a then b`, `a implies b`: a line without an arrow. Reports it with the rule that was meant. \return false for any other line
bool report_worded_rule(const broken_statement& broken, diagnostics& out);

/// `sql: yes` in a test, without its `given`. Reports it. \return false for any other line
bool report_line_of_profile(const broken_statement& broken, words::cursor at, diagnostics& out);

/// The line that was meant by a declaration or clause in which `at` does not fit: a label behind a name, a list without its parentheses,
/// a range with a dash, a colon after points. \return nothing where nobody can know
std::optional<sentence> meant_declaration(const broken_statement& broken, words::cursor at);

/// The same where the line ends too early: a label without its quotes, `requires 3`.
std::optional<sentence> meant_longer_line(const broken_statement& broken);

/// "set of", "several of": words before a list of options of which more than one may be true.
bool says_several(std::string_view words);

/// What stands behind `claim`, to the end of the line.
std::string_view words_of_claim(const broken_statement& broken);

/// What a claim says otherwise, as a claim; where nobody can know, the forms that there are.
sentence meant_claim(std::string_view said);

/// `b :- a` and `b <- a`, whose arrow begins at `at`, as `a -> b`; "" where a side is empty.
std::string reversed_rule(const broken_statement& broken, words::cursor at, words::cursor arrow_end);

}  // namespace advise::grammar
