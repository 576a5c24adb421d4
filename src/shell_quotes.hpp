// Words of a bash command line that is being typed: with their quotes, maybe with one that is still open.
#pragma once

#include <string>
#include <string_view>

namespace advise::cli {

struct unquoted_word {
    std::string text;
    char open = 0;  ///< the quote that is still open: '"', '\'' or 0
};

/// Takes quotes and backslashes away, as bash does; variables stay as they stand. O(length).
unquoted_word unquoted(std::string_view word);

/// A text as it may go on after this open quote, or with backslashes where none is open. O(length).
std::string quoted_for_bash(std::string_view text, char open);

}  // namespace advise::cli
