// Lines of text for a terminal or a file: breaking by display width, colour, and isolates around words of the other direction.
#pragma once

#include "document.hpp"

#include "../terminal.hpp"

#include <advise/grammar/messages.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace advise::cli {

/// One line, without its indentation.
struct text_line {
    std::vector<stretch> parts;
    std::size_t width = 0;
};

/// Breaks a phrase into lines of at most `width` columns, at blanks; a word that is longer is cut between characters as people see them
/// (base and marks together). Code is kept in one piece where it fits on a line. At least one line, maybe an empty one.
std::vector<text_line> wrap(const phrase& words, std::size_t width);

/// Puts isolates (U+2068, U+2069) around the stretches that run against the direction of `in`; what stands beside them,
/// "++" or a number, stays with them.
std::string isolated(std::string_view text, grammar::language in);

/// The same, with isolates (U+2066, U+2069) also around numbers with a sign: Persian digits are written from left to right, and so
/// the sign stands at their left.
std::string isolated_with_signs(std::string_view text, grammar::language in);

/// The bytes of a stretch: colour where the surface has it, isolates where a terminal shows it.
std::string painted(const stretch& part, const surface& on, grammar::language in);

/// The text with its blanks made such that no line breaks there; they are printed as plain ones.
std::string unbroken(std::string_view text);

std::size_t width_of(const phrase& words);

}  // namespace advise::cli
