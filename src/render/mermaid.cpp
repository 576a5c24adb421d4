#include "mermaid.hpp"

#include "drawn_words.hpp"
#include "markup.hpp"
#include "text_lines.hpp"

#include <advise/grammar/utf8.hpp>

#include <fmt/format.h>
#include <utility>

namespace advise::cli {
namespace {

std::string label_of(const diagram_node& node, grammar::language in) {
    std::string all;
    for (const std::string& line : words_of_node(node, in)) all += (all.empty() ? "" : "<br/>") + mermaid_words(line);
    return all;
}

std::pair<std::string_view, std::string_view> brackets_of(node_shape shape) {
    switch (shape) {
    case node_shape::fact: return {"[", "]"};
    case node_shape::question: return {"(", ")"};
    case node_shape::gate: return {"{{", "}}"};
    case node_shape::stage: return {"([", "])"};
    case node_shape::conclusion: break;
    }
    return {"[[", "]]"};
}

std::string_view arrow_of(drawn_truth truth, bool against) {
    const bool solid = truth == drawn_truth::none || truth == drawn_truth::yes;
    if (against) return solid ? "--x" : "-.-x";
    return solid ? "-->" : "-.->";
}

/// A line of its own, where Mermaid ends a text at these.
std::string one_line(std::string text) {
    for (char& c : text)
        if (c == '\n' || c == ';' || c == '#' || c == '{' || c == '}') c = ' ';
    return text;
}

constexpr std::string_view classes = "    classDef yes fill:#e3f4e7,stroke:#14692f,stroke-width:2px,color:#000\n"
                                     "    classDef no fill:#fbe9e7,stroke:#a3231b,stroke-dasharray:6 4,color:#000\n"
                                     "    classDef open fill:#fff7e0,stroke:#7a5200,stroke-dasharray:2 3,color:#000\n";

}  // namespace

std::string mermaid_words(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '"': out += "#quot;"; break;
        case '#': out += "#35;"; break;
        case '<': out += "#lt;"; break;
        case '>': out += "#gt;"; break;
        case '&': out += "#amp;"; break;
        case '|': out += "#124;"; break;
        case '`': out += "#96;"; break;
        case '\\': out += "#92;"; break;
        default: out += c;
        }
    }
    return out;
}

std::string mermaid_text(const diagram& drawn, grammar::language in) {
    std::string out = fmt::format("flowchart {}\n", in == grammar::language::fa ? "RL" : "LR");
    out += fmt::format("    accTitle: {}\n    accDescr: {}\n", one_line(grammar::printable(drawn.title)),
                       one_line(grammar::printable(drawn.description)));
    bool truths = false;
    for (std::size_t n = 0; n < drawn.nodes.size(); ++n) {
        const diagram_node& node = drawn.nodes[n];
        const auto [open, close] = brackets_of(node.shape);
        out += fmt::format("    n{}{}\"{}\"{}", n, open, label_of(node, in), close);
        if (node.truth != drawn_truth::none) out += fmt::format(":::{}", truth_name(node.truth));
        truths = truths || node.truth != drawn_truth::none;
        out += '\n';
    }
    for (const diagram_edge& e : drawn.edges) {
        out += fmt::format("    n{} {}", e.from, arrow_of(drawn.nodes[e.from].truth, e.against));
        if (!e.label.empty()) out += fmt::format("|\"{}\"|", mermaid_words(isolated_with_signs(grammar::printable(e.label), in)));
        out += fmt::format(" n{}\n", e.to);
    }
    if (truths) out += classes;
    return out;
}

}  // namespace advise::cli
