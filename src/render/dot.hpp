// A diagram as Graphviz text. Truth is told by words and by the style of lines, so that it reads in grey too.
#pragma once

#include "diagram.hpp"

#include <advise/grammar/messages.hpp>

#include <string>

namespace advise::cli {

/// From left to right, or from right to left where the language runs so. O(size).
std::string dot_text(const diagram& drawn, grammar::language in);

}  // namespace advise::cli
