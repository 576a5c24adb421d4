#include "svg.hpp"

#include "drawn_words.hpp"
#include "layout.hpp"
#include "markup.hpp"
#include "page_style.hpp"
#include "text_lines.hpp"

#include <advise/grammar/utf8.hpp>

#include <algorithm>
#include <fmt/format.h>

namespace advise::cli {
namespace {

// The size of text on any machine is not known here; these leave room for wide fonts at the size that the style sheet sets.
constexpr int column_width = 8;
constexpr int line_height = 18;
constexpr int pad_x = 14, pad_y = 8;
constexpr int label_height = 20;
constexpr std::size_t label_columns = 24, label_most_lines = 6, note_most_lines = 3;
constexpr int margin = 6;
constexpr int corner = 9;                       // cut off a gate's box
constexpr int file_margin = 16, title_height = 30, least_file_width = 640;
constexpr int head_length = 8, head_half = 4;

struct svg_node {
    std::vector<std::string> lines;
    std::size_t strong = 0;                     // so many of the first lines are the label
    std::string truth;
    drawn_size size;
};

int width_of_text(std::string_view text) { return static_cast<int>(grammar::display_width(text)) * column_width; }

class svg_writer {
public:
    svg_writer(const diagram& drawn, grammar::language in) : drawn_(drawn), in_(in) {
        for (const diagram_node& n : drawn.nodes) nodes_.push_back(lines_of(n));
        lay_out();
    }

    std::string write(std::string_view id);
    std::string write_file();

private:
    [[nodiscard]] svg_node lines_of(const diagram_node& n) const;
    void lay_out();
    void make_room_for_lines();
    void edge(std::size_t e);
    void line(const std::vector<drawn_point>& route);
    void head(const std::vector<drawn_point>& route, bool against, std::string_view truth);
    void edge_label(std::size_t e);
    void node(std::size_t n);
    void everything();
    void outline(node_shape shape, drawn_point at, drawn_size size);
    void text(std::string_view words, int x, int baseline, std::string_view kind);
    [[nodiscard]] std::string_view truth_of_edge(const diagram_edge& e) const { return truth_name(drawn_.nodes[e.from].truth); }

    const diagram& drawn_;
    grammar::language in_;
    std::vector<svg_node> nodes_;
    std::vector<std::uint32_t> labels_;         // of each edge the layout's node for its label; its own index where it has none
    std::vector<std::uint32_t> first_routes_;   // of each edge its route, or the first of two
    layout_graph graph_;
    layout placed_;
    std::string out_;
};

svg_node svg_writer::lines_of(const diagram_node& n) const {
    svg_node made;
    made.lines = label_lines(n.label, label_columns, label_most_lines, in_);
    made.strong = made.lines.size();
    for (std::string& line : label_lines(n.note, label_columns, note_most_lines, in_)) made.lines.push_back(std::move(line));
    made.truth = truth_words(n.truth, in_);
    if (n.cut) made.truth += made.truth.empty() ? "…" : " …";
    int width = width_of_text(made.truth);
    for (const std::string& line : made.lines) width = std::max(width, width_of_text(line));
    const auto count = static_cast<int>(made.lines.size()) + (made.truth.empty() ? 0 : 1);
    made.size = {width + 2 * pad_x, count * line_height + 2 * pad_y};
    return made;
}

/// Lines end in the middle half of a side; their heads are not to cover each other.
void svg_writer::make_room_for_lines() {
    std::vector<int> ends(nodes_.size());
    for (const diagram_edge& e : drawn_.edges) ++ends[e.to];
    for (std::size_t n = 0; n < nodes_.size(); ++n) nodes_[n].size.height = std::max(nodes_[n].size.height, 2 * (2 * head_half + 1) * (ends[n] - 1));
}

/// The label of an edge takes part in the layout as a node on its way: so it never covers anything.
void svg_writer::lay_out() {
    graph_.towards = in_ == grammar::language::fa ? flow::left : flow::right;
    make_room_for_lines();
    for (const svg_node& n : nodes_) graph_.nodes.push_back(n.size);
    if (drawn_.facts_aside) for (const diagram_node& n : drawn_.nodes) graph_.first.push_back(n.shape == node_shape::fact);
    for (const diagram_edge& e : drawn_.edges) {
        first_routes_.push_back(static_cast<std::uint32_t>(graph_.edges.size()));
        labels_.push_back(static_cast<std::uint32_t>(graph_.nodes.size()));
        if (e.label.empty()) {
            graph_.edges.push_back({e.from, e.to});
            continue;
        }
        graph_.nodes.push_back({width_of_text(e.label) + pad_x, label_height});
        graph_.edges.push_back({e.from, labels_.back()});
        graph_.edges.push_back({labels_.back(), e.to});
    }
    graph_.between_layers = 40;
    placed_ = layered_layout(graph_);
}

void svg_writer::line(const std::vector<drawn_point>& route) {
    if (route.empty()) return;
    out_ += fmt::format("M{} {}", route.front().x, route.front().y);
    for (std::size_t i = 1; i < route.size(); ++i) {
        const drawn_point a = route[i - 1], b = route[i];
        const int middle = (a.x + b.x) / 2;
        if (a.y == b.y) out_ += fmt::format("H{}", b.x);
        else out_ += fmt::format("C{} {} {} {} {} {}", middle, a.y, middle, b.y, b.x, b.y);
    }
}

/// A triangle where an edge speaks for its end, a bar where it speaks against it.
void svg_writer::head(const std::vector<drawn_point>& route, bool against, std::string_view truth) {
    if (route.empty()) return;
    const drawn_point end = route.back();
    const int back = graph_.towards == flow::left ? head_length : -head_length;
    if (against) out_ += fmt::format("<path class=\"bar {}\" d=\"M{} {}V{}\"/>", truth, end.x + back / 2, end.y - head_half - 2, end.y + head_half + 2);
    else out_ += fmt::format("<path class=\"head {}\" d=\"M{} {}l{} {}v{}z\"/>", truth, end.x, end.y, back, -head_half, 2 * head_half);
}

void svg_writer::edge(std::size_t e) {
    const diagram_edge& edge = drawn_.edges[e];
    const std::string_view truth = truth_of_edge(edge);
    const std::size_t first = first_routes_[e], last = first + (edge.label.empty() ? 0 : 1);
    out_ += fmt::format("<path class=\"edge {}\" d=\"", truth);
    for (std::size_t r = first; r <= last; ++r) line(placed_.routes[r]);
    out_ += "\"/>";
    head(placed_.routes[last], edge.against, truth);
    out_ += '\n';
}

void svg_writer::text(std::string_view words, int x, int baseline, std::string_view kind) {
    out_ += fmt::format("<text class=\"{}\" x=\"{}\" y=\"{}\">", kind, x, baseline);
    out_ += escaped_markup(words);
    out_ += "</text>";
}

void svg_writer::edge_label(std::size_t e) {
    if (drawn_.edges[e].label.empty()) return;
    const drawn_point at = placed_.corners[labels_[e]];
    const drawn_size size = graph_.nodes[labels_[e]];
    out_ += fmt::format("<rect class=\"plate\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"10\"/>", at.x, at.y, size.width, size.height);
    text(isolated_with_signs(grammar::printable(drawn_.edges[e].label), in_), at.x + size.width / 2, at.y + 14, "on-edge");
    out_ += '\n';
}

void svg_writer::outline(node_shape shape, drawn_point at, drawn_size size) {
    if (shape == node_shape::gate) {
        out_ += fmt::format("<path class=\"box\" d=\"M{} {}h{}l{c} {c}v{}l-{c} {c}h-{}l-{c} -{c}v-{}z\"/>", at.x + corner, at.y, size.width - 2 * corner,
                            size.height - 2 * corner, size.width - 2 * corner, size.height - 2 * corner, fmt::arg("c", corner));
        return;
    }
    const int round = shape == node_shape::conclusion ? 14 : shape == node_shape::stage ? std::min(size.height / 2, 22) : shape == node_shape::question ? 9 : 3;
    out_ += fmt::format("<rect class=\"box\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\"/>", at.x, at.y, size.width, size.height, round);
    if (shape == node_shape::conclusion)
        out_ += fmt::format("<rect class=\"inner\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\"/>", at.x + 4, at.y + 4, size.width - 8, size.height - 8, round - 4);
}

void svg_writer::node(std::size_t n) {
    const diagram_node& node = drawn_.nodes[n];
    const svg_node& made = nodes_[n];
    const drawn_point at = placed_.corners[n];
    out_ += fmt::format("<g class=\"node {}\">", truth_name(node.truth));
    out_ += "<title>" + escaped_markup(isolated_with_signs(grammar::printable(node.label), in_)) + "</title>";
    outline(node.shape, at, made.size);
    const int x = at.x + made.size.width / 2;
    const auto count = static_cast<int>(made.lines.size()) + (made.truth.empty() ? 0 : 1);
    int y = at.y + (made.size.height - count * line_height) / 2 + line_height - 5;
    for (std::size_t i = 0; i < made.lines.size(); ++i, y += line_height) text(made.lines[i], x, y, i < made.strong ? "label" : "note");
    if (!made.truth.empty()) text(made.truth, x, y, "truth");
    out_ += "</g>\n";
}

std::string svg_writer::write(std::string_view id) {
    const int width = placed_.width + 2 * margin, height = placed_.height + 2 * margin;
    out_ = fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"{0}-title {0}-desc\" width=\"{1}\" height=\"{2}\" viewBox=\"{3} {3} {1} {2}\">\n",
                       id, width, height, -margin);
    out_ += fmt::format("<title id=\"{}-title\">{}</title>\n<desc id=\"{}-desc\">{}</desc>\n", id, markup(drawn_.title), id, markup(drawn_.description));
    everything();
    return out_ + "</svg>\n";
}

void svg_writer::everything() {
    for (std::size_t e = 0; e < drawn_.edges.size(); ++e) edge(e);
    for (std::size_t e = 0; e < drawn_.edges.size(); ++e) edge_label(e);
    for (std::size_t n = 0; n < drawn_.nodes.size(); ++n) node(n);
}

/// The title above, the legend below, each line in the middle of the drawing.
std::string svg_writer::write_file() {
    const int inside = std::max(placed_.width, least_file_width);
    const auto columns = static_cast<std::size_t>(inside / column_width);
    const std::vector<std::string> title = label_lines(drawn_.title, columns * 3 / 4, 3, in_);
    const std::vector<std::string> legend = label_lines(drawn_.legend, columns, 6, in_);
    const int left = -file_margin - (inside - placed_.width) / 2, above = file_margin + static_cast<int>(title.size()) * title_height;
    const int width = inside + 2 * file_margin;
    const int height = above + placed_.height + file_margin + static_cast<int>(legend.size()) * line_height + file_margin;
    const int middle = placed_.width / 2;
    out_ = fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"t d\" lang=\"{}\" direction=\"{}\" width=\"{}\" height=\"{}\" viewBox=\"{} {} {} {}\">\n",
                       in_ == grammar::language::fa ? "fa" : "en", in_ == grammar::language::fa ? "rtl" : "ltr", width, height, left, -above, width, height);
    out_ += fmt::format("<title id=\"t\">{}</title>\n<desc id=\"d\">{}</desc>\n<style>{}</style>\n", markup(drawn_.title), markup(drawn_.description), svg_file_style());
    out_ += fmt::format("<rect class=\"ground\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>\n", left, -above, width, height);
    int y = -above + file_margin + title_height / 2;
    for (const std::string& line : title) text(line, middle, y, "title"), y += title_height;
    everything();
    y = placed_.height + file_margin + line_height;
    for (const std::string& line : legend) text(line, middle, y, "note"), y += line_height;
    return out_ + "</svg>\n";
}

}  // namespace

std::string svg_drawing(const diagram& drawn, grammar::language in, std::string_view id) { return svg_writer(drawn, in).write(id); }

std::string svg_file(const diagram& drawn, grammar::language in) { return svg_writer(drawn, in).write_file(); }

}  // namespace advise::cli
