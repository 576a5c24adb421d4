// Marks of other languages and of prose: quotes, comments, colons, braces, bullets, marks at the end of a line.
#pragma once

#include "syntax_report.hpp"

#include <string>
#include <string_view>

namespace advise::grammar {

/// Quotes other than '"' around some text, the comments of other languages, `;` and `.` at the end, braces around a block, a bullet
/// before a rule. Reports it with the line that was meant. \return false for anything else. O(length of the line)
bool report_foreign_mark(const broken_statement& broken, words::cursor at, diagnostics& out);

/// A line that begins with '-' and no number of points, wherever it stands: `-- comment`, `- a -> b`. \return false for any other line
bool report_stray_dash(const source& file, const statement_line& line, diagnostics& out);

/// A colon or '=' where none belongs: after a keyword, a language, the name of a role or scale.
/// \return false where it is none of these
bool report_stray_colon(const broken_statement& broken, words::cursor at, diagnostics& out);

/// The mark that begins a comment in another language at the start of `text`: "//", "/*", "--", ";", "%", "<!--"; "" for none.
std::string_view foreign_comment_mark(std::string_view text);

/// A stretch in quotes that are not ours, with these quotes: “…”, «…», '…'.
struct foreign_quoting {
    std::size_t first, last;  ///< of the stretch, both quotes included
    std::size_t open, close;  ///< bytes of either quote
};
/// The one that begins at `at`; `last` is 0 where none does. O(length of the line)
foreign_quoting find_foreign_quoting(std::string_view line, std::size_t at);

/// The line with '"' in the place of all such quotes from `at` on.
std::string with_our_quotes(std::string_view line, std::size_t at);

}  // namespace advise::grammar
