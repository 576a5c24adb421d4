// Texts for the golden runner: words as a shell splits them, lines, and a difference that a person can read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace golden {

/// The words of a command line: blanks and line ends separate, '…' and "…" keep them together, \ takes the next byte as
/// it is (not inside '…'), # at the start of a word begins a comment. Throws std::runtime_error on an open quote.
std::vector<std::string> split_words(std::string_view text);

/// Lines without their line ends; empty ones are left out.
std::vector<std::string> split_lines(std::string_view text);

/// The lines in which two texts differ, with a few around them: " " in both, "-" expected, "+" got. Control characters
/// and blanks at a line's end are made visible.
std::string difference(std::string_view expected, std::string_view got);

}  // namespace golden
