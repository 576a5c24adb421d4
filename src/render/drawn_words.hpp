// What the back ends of drawings share: the words and signs of truth, and labels as lines.
#pragma once

#include "diagram.hpp"
#include "text_lines.hpp"

#include <advise/grammar/messages.hpp>

#include <string>
#include <vector>

namespace advise::cli {

/// "✓ holds"; "" where the drawing is not about truth.
std::string truth_words(drawn_truth truth, grammar::language in);

/// "yes", "no", "open", "none": names in classes and attributes.
std::string_view truth_name(drawn_truth truth);

/// A text broken to columns, at most so many lines; the last one ends in "…" where something was left out.
std::vector<std::string> label_lines(const std::string& text, std::size_t columns, std::size_t most, grammar::language in);

/// A mark before a line in Persian says that it runs from the right: Graphviz takes the direction from the first letter, a page has its own.
std::string directed(const std::string& line, grammar::language in);

/// What stands in a node whose drawing is left to another program, line by line and directed: label, note, truth, and "…" where it is cut.
std::vector<std::string> words_of_node(const diagram_node& node, grammar::language in);

}  // namespace advise::cli
