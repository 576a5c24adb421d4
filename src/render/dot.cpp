#include "dot.hpp"

#include "drawn_words.hpp"
#include "markup.hpp"
#include "text_lines.hpp"

#include <advise/grammar/utf8.hpp>

#include <fmt/format.h>

namespace advise::cli {
namespace {

/// Between quotes. A backslash would begin one of Graphviz's own escapes, an ampersand an entity.
void append_quoted(std::string& out, std::string_view text) {
    out += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (c == '\n') out += "\\n";
        else if (c == '&') out += "&amp;";
        else out += c;
    }
    out += '"';
}

std::string quoted(std::string_view text) {
    std::string out;
    append_quoted(out, text);
    return out;
}

std::string label_of(const diagram_node& node, grammar::language in) {
    std::string all;
    for (const std::string& line : words_of_node(node, in)) all += (all.empty() ? "" : "\n") + line;
    return all;
}

const char* shape_of(node_shape shape) {
    switch (shape) {
        case node_shape::fact: return "box";
        case node_shape::gate: return "octagon";
        case node_shape::question: return "box";        // rounded; a record would read its label as a table
        case node_shape::stage: return "ellipse";
        case node_shape::conclusion: break;
    }
    return "box, peripheries=2";
}

std::string style_of(const diagram_node& node) {
    const std::string_view rounded = node.shape == node_shape::question ? "rounded," : "";
    switch (node.truth) {
        case drawn_truth::yes: return fmt::format("style=\"{}filled,bold\", color=\"#14692f\", fillcolor=\"#e3f4e7\"", rounded);
        case drawn_truth::no: return fmt::format("style=\"{}filled,dashed\", color=\"#a3231b\", fillcolor=\"#fbe9e7\"", rounded);
        case drawn_truth::open: return fmt::format("style=\"{}filled,dotted\", color=\"#7a5200\", fillcolor=\"#fff7e0\"", rounded);
        case drawn_truth::none: break;
    }
    return rounded.empty() ? "style=filled, fillcolor=white" : "style=\"rounded,filled\", fillcolor=white";
}

/// " n0; n3;": the nodes of one shape that stand at the border, since nothing leads to them, or they lead nowhere.
std::string names_of(const diagram& drawn, node_shape shape) {
    std::vector<bool> inner(drawn.nodes.size());
    for (const diagram_edge& e : drawn.edges) inner[shape == node_shape::fact ? e.to : e.from] = true;
    std::string names;
    for (std::size_t n = 0; n < drawn.nodes.size(); ++n)
        if (drawn.nodes[n].shape == shape && !inner[n]) names += fmt::format(" n{};", n);
    return names;
}

std::string rank(std::string_view which, const std::string& names) { return names.empty() ? std::string() : fmt::format("  {{ rank={};{} }}\n", which, names); }

const char* edge_style(drawn_truth truth) {
    return truth == drawn_truth::no ? "dashed" : truth == drawn_truth::open ? "dotted" : "solid";
}

}  // namespace

std::string dot_text(const diagram& drawn, grammar::language in) {
    const std::string title = directed(isolated_with_signs(grammar::printable(drawn.title), in), in);
    const std::string note = directed(isolated_with_signs(grammar::printable(drawn.note), in), in);
    std::string out = fmt::format("digraph {} {{\n", quoted(drawn.title));
    out += fmt::format("  graph [rankdir={}, label={}, labelloc=t, fontname=\"sans-serif\"];\n", in == grammar::language::fa ? "RL" : "LR",
                       quoted(drawn.note.empty() ? title : title + "\n" + note));
    out += "  node [fontname=\"sans-serif\", fontsize=11, margin=\"0.12,0.06\"];\n  edge [fontname=\"sans-serif\", fontsize=10];\n";
    for (std::size_t n = 0; n < drawn.nodes.size(); ++n) {
        const diagram_node& node = drawn.nodes[n];
        out += fmt::format("  n{} [label={}, shape={}, {}];\n", n, quoted(label_of(node, in)), shape_of(node.shape), style_of(node));
    }
    if (drawn.facts_aside) out += rank("min", names_of(drawn, node_shape::fact)) + rank("max", names_of(drawn, node_shape::conclusion));
    for (const diagram_edge& e : drawn.edges) {
        out += fmt::format("  n{} -> n{} [style={}, arrowhead={}", e.from, e.to, edge_style(drawn.nodes[e.from].truth), e.against ? "tee" : "normal");
        if (!e.label.empty()) out += fmt::format(", label={}", quoted(isolated_with_signs(grammar::printable(e.label), in)));
        out += "];\n";
    }
    return out + "}\n";
}

}  // namespace advise::cli
