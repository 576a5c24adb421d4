// What a drawing says, before anyone decides how it looks: nodes with a label, a shape and a truth, and edges between them.
// svg.hpp draws it for pages, dot.hpp writes it for Graphviz.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace advise::cli {

/// Told by a word, a sign and the style of lines, so that colour is never the only sign. `none`: the drawing is not about truth.
enum class drawn_truth : std::uint8_t { none, yes, no, open };

/// `question`: what is asked of a fact, where it has a node of its own. `stage`: a conclusion on the way to others.
enum class node_shape : std::uint8_t { fact, gate, conclusion, question, stage };

struct diagram_node {
    std::string label;
    std::string note;                   ///< what is known of it, or its points; may be empty
    node_shape shape = node_shape::fact;
    drawn_truth truth = drawn_truth::none;
    bool cut = false;                   ///< what leads to it is left out
};

struct diagram_edge {
    std::uint32_t from = 0;             ///< index into diagram::nodes
    std::uint32_t to = 0;
    std::string label;                  ///< may be empty
    bool against = false;               ///< the first speaks against the second
};

/// All text has been through grammar::printable.
struct diagram {
    std::string title;
    std::string description;            ///< what there is to see, for those who do not see it
    std::string note;                   ///< below it: that something was left out; may be empty
    std::string legend = {};            ///< what shapes and lines mean; empty: as in every drawing of a proof
    bool facts_aside = false;           ///< all facts stand at one side
    std::vector<diagram_node> nodes;
    std::vector<diagram_edge> edges;
    bool ends_first = false;            ///< the eye begins where the edges end, at the role of a proof; matters where a drawing is wider than its window
};

}  // namespace advise::cli
