// Help made from the table of commands: examples first, then usage, arguments and options.
#pragma once

#include "commands.hpp"

#include <string>

namespace advise::cli {

/// Help on one command; on the main one, on the whole program.
std::string command_help(const command_entry& command, grammar::language in);

/// A few lines for somebody who typed nothing.
std::string short_help(grammar::language in);

}  // namespace advise::cli
