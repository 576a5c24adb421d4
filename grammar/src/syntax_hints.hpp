// What people write who know another language, or ours a little: recognised, named, and shown as it should be.
#pragma once

#include "syntax_report.hpp"

namespace advise::grammar {

/// Looks at the token at which reading stopped, on the line of the token before it. \return whether it was reported
bool report_known_mistake(const broken_statement& broken, words::cursor at, diagnostics& out);

/// A number to which letters cling may be meant as a term: adds the line with quotes around it.
void help_with_digit_term(const broken_statement& broken, diagnostic& found);

/// The keyword that a word was probably meant to be; "" where it is like none.
std::string_view meant_keyword(std::string_view word);

}  // namespace advise::grammar
