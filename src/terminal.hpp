// What a stream can show: colour and width. Decided once per run from the options, a few variables and the terminal.
#pragma once

#include <cstdint>
#include <string>

namespace advise::cli {

/// The variables that the program looks at, and no others. Unset and empty are the same.
struct environment {
    std::string no_color, clicolor_force, term, columns;
};

enum class color_choice : std::uint8_t { automatic, always, never };

/// `--color`, then NO_COLOR, CLICOLOR_FORCE, TERM=dumb, then whether the stream is a terminal (COMMANDS.md).
bool use_color(color_choice chosen, const environment& variables, bool is_terminal);

inline constexpr unsigned least_width = 20, usual_width = 80, greatest_width = 200;

/// COLUMNS where it is a number above 0, else what the terminal says (0: nothing), else 80; kept within 20 to 200.
unsigned usable_width(const environment& variables, unsigned terminal_columns);

/// How one stream is written to.
struct surface {
    bool terminal = false;      ///< a person looks at it: isolates around Latin words in Persian text and the like
    bool color = false;
    unsigned width = usual_width;
};

}  // namespace advise::cli
