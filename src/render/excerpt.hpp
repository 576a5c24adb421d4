// One line of a source as it is shown under a diagnostic: safe to print, tabs expanded, cut to a window around the place, with the
// columns of what is to be underlined. Linear in the window, not in the line.
#pragma once

#include <advise/grammar/source.hpp>

#include <cstddef>
#include <cstdint>
#include <string>

namespace advise::cli {

struct excerpt {
    std::uint32_t line = 1;
    std::string text;               ///< with … where it was cut
    std::size_t before = 0;         ///< columns before the underline
    std::size_t width = 1;          ///< of the underline; at least 1
    bool right_to_left = false;     ///< the line holds such letters: columns on the screen say little
    std::string marked;             ///< what the underline means, as text; cut where it is long
};

/// \param columns the most that `text` may take
excerpt excerpt_of(const grammar::place& at, std::size_t columns);

}  // namespace advise::cli
