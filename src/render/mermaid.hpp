// A diagram as a Mermaid flowchart, which Markdown pages of many sites draw by themselves. Truth is told by words and by the style of
// lines, so that it reads in grey too.
#pragma once

#include "diagram.hpp"

#include <advise/grammar/messages.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace advise::cli {

/// So many edges Mermaid draws unless its setting `maxEdges` says otherwise (10.9 and later).
inline constexpr std::size_t mermaid_usual_edges = 500;

/// A text as it stands between quotes: Mermaid knows no backslash, and what it would read as markup is an entity.
std::string mermaid_words(std::string_view text);

/// From left to right, or from right to left where the language runs so. O(size).
std::string mermaid_text(const diagram& drawn, grammar::language in);

}  // namespace advise::cli
