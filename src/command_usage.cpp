// How commands and their options are spelt in help, manual and completion.
#include "commands.hpp"
#include "option_words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace advise::cli {

std::string usage_line(const command_entry& command) {
    std::string line = command.name.empty() ? "advise" : fmt::format("advise {}", command.name);
    line += " [OPTIONS]";
    for (const argument_entry& argument : command.arguments) {
        line += argument.optional ? fmt::format(" [{}]", argument.name) : fmt::format(" {}", argument.name);
        if (argument.many) line += "…";
    }
    return line;
}

std::span<const std::string_view> words_of(const option_entry& option, const command_entry& command) {
    if (option.id != option_id::format) return option.words;
    return command.formats.empty() ? usual_formats : command.formats;
}

say summary_of(const option_entry& option, const command_entry& command) {
    const auto own = std::ranges::find(command.meanings, option.id, &meaning_entry::id);
    return own == command.meanings.end() ? option.summary : own->summary;
}

std::string placeholder_of(const option_entry& option, const command_entry& command) {
    if (option.id != option_id::format) return std::string(option.placeholder);
    return fmt::format("{}", fmt::join(words_of(option, command), "|"));
}

std::string option_usage(const option_entry& option, const command_entry& command) {
    std::string usage(option.letter);
    if (!option.letter.empty() && !option.name.empty()) usage += ", ";
    usage += option.name;
    if (option.kind != value_kind::none) usage += fmt::format(" {}", placeholder_of(option, command));
    return usage;
}

}  // namespace advise::cli
