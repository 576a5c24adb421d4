// The layout of rule files and profiles: one way, without options. Every comment and every group of lines stays; only blanks,
// line breaks and the spelling of keywords and operators change.
#pragma once

#include <advise/grammar/diagnostic.hpp>
#include <advise/grammar/profile.hpp>

#include <optional>
#include <string>

namespace advise::grammar {

/// Columns (display_width) that a line has. One is longer only where there is no place to break it: the text of a reason,
/// a long comparison, a comment.
inline constexpr unsigned format_columns = 100;

/// A rule file as it should look: LF line ends, no BOM, a line feed at the end; a statement on each line, clauses 4 columns in, reasons and
/// sources 4 more; long conditions broken before `and`, `or`, `->` and after commas. Terms, texts and comments stay as they are written.
/// Linear in the bytes. \param out gets the errors of the text
/// \return nullopt after errors
/// \throws std::logic_error when the result would not be read as the same statements with the same comments: our own mistake
std::optional<std::string> format_rules(const source& file, diagnostics& out);

/// The same for a profile: `key: value`; a JSON profile has one member on each line.
std::optional<std::string> format_profile(const source_ptr& file, diagnostics& out);

/// Whether two rule files are the same statements in the same order, wherever they stand on their lines: equal kinds, terms, numbers, texts,
/// conditions. False where one has errors. O(bytes).
bool same_rules(const source& a, const source& b);

/// Whether two profiles say the same in the same order, under every rule base. False where one has errors. O(bytes).
bool same_profile(const source_ptr& a, const source_ptr& b);

}  // namespace advise::grammar
