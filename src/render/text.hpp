// A document as text: for a width, with or without colour, left to right or right to left.
#pragma once

#include "document.hpp"

#include "../terminal.hpp"

#include <advise/grammar/messages.hpp>

#include <string>

namespace advise::cli {

/// Lines are never longer than this, however wide the terminal: people read short lines.
inline constexpr unsigned widest_text = 100;

/// English: the right-hand column ends at the width of the surface. Persian: no columns, which would break where a terminal
/// turns lines around; what would stand at the right follows after a dash. Isolates on a terminal only. O(size).
std::string render_text(const document& page, const surface& on, grammar::language in);

}  // namespace advise::cli
