#include "terminal.hpp"

#include <algorithm>
#include <charconv>
#include <system_error>

namespace advise::cli {

bool use_color(color_choice chosen, const environment& variables, bool is_terminal) {
    if (chosen != color_choice::automatic) return chosen == color_choice::always;
    if (!variables.no_color.empty()) return false;
    if (!variables.clicolor_force.empty() && variables.clicolor_force != "0") return true;
    if (variables.term == "dumb") return false;
    return is_terminal;
}

unsigned usable_width(const environment& variables, unsigned terminal_columns) {
    const std::string& text = variables.columns;
    unsigned columns = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), columns);
    if (failure == std::errc::result_out_of_range) columns = greatest_width;
    else if (failure != std::errc() || end != text.data() + text.size()) columns = 0;
    if (columns == 0) columns = terminal_columns;
    return columns == 0 ? usual_width : std::clamp(columns, least_width, greatest_width);
}

}  // namespace advise::cli
