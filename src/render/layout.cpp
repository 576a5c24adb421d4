#include "layout.hpp"

#include "layout_steps.hpp"

#include <algorithm>

namespace advise::cli {
namespace {

/// Lines rise at most so many times as fast as they go on, unless the gap would be wider than so many usual ones.
constexpr int steepest = 10, widest_gap = 4;

/// Step 4: from along and across the flow to x and y, and the routes.
class drawing_board {
public:
    drawing_board(const layout_graph& graph, const layered_graph& layers) : graph_(graph), layers_(layers) {
        breadth_.resize(layers.layer.size());
        for (vertex v = 0; v < layers.nodes; ++v) breadth_[v] = across(graph.nodes[v]);
        across_ = place_across(layers, breadth_, graph.between_nodes);
        place_layers();
        place_ports();
    }

    layout draw() const {
        layout made;
        const int total = across_extent();
        made.width = graph_.towards == flow::down ? total : length_;
        made.height = graph_.towards == flow::down ? length_ : total;
        made.layers.assign(layers_.layer.begin(), layers_.layer.begin() + static_cast<std::ptrdiff_t>(layers_.nodes));
        for (vertex v = 0; v < layers_.nodes; ++v) made.corners.push_back(corner(v));
        for (std::size_t e = 0; e < layers_.chains.size(); ++e) made.routes.push_back(route(e));
        return made;
    }

private:
    struct extent {
        int from = 0, to = 0;
    };

    [[nodiscard]] int along(const drawn_size& s) const { return graph_.towards == flow::down ? s.height : s.width; }
    [[nodiscard]] int across(const drawn_size& s) const { return graph_.towards == flow::down ? s.width : s.height; }

    void place_layers() {
        extents_.resize(layers_.order.size());
        for (vertex v = 0; v < layers_.nodes; ++v) {
            extent& of = extents_[layers_.layer[v]];
            of.to = std::max(of.to, along(graph_.nodes[v]));
        }
        const std::vector<int> climbs = greatest_climbs();
        int next = 0;
        for (std::size_t l = 0; l < extents_.size(); ++l) {
            extent& of = extents_[l];
            of = {next, next + of.to};
            length_ = of.to;
            next = of.to + std::clamp(climbs[l] / steepest, graph_.between_layers, widest_gap * graph_.between_layers);
        }
    }

    /// How far the lines behind each layer go across the flow, at most: the farther, the more room they get along it, or they would run into each other.
    [[nodiscard]] std::vector<int> greatest_climbs() const {
        std::vector<int> climbs(extents_.size(), 0);
        for (const std::vector<vertex>& chain : layers_.chains)
            for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
                int& of = climbs[std::min(layers_.layer[chain[i]], layers_.layer[chain[i + 1]])];
                of = std::max(of, std::abs(middle(chain[i]) - middle(chain[i + 1])));
            }
        return climbs;
    }

    [[nodiscard]] int middle(vertex v) const { return across_[v] + breadth_[v] / 2; }

    /// Where edges meet a node: side by side on the middle half of its border, in the order in which they come.
    void place_ports() {
        std::vector<std::vector<std::size_t>> in(layers_.nodes), out(layers_.nodes);
        for (std::size_t e = 0; e < layers_.chains.size(); ++e) {
            if (layers_.chains[e].empty()) continue;
            out[layers_.chains[e].front()].push_back(e);
            in[layers_.chains[e].back()].push_back(e);
        }
        first_ports_.resize(layers_.chains.size());
        last_ports_.resize(layers_.chains.size());
        for (vertex v = 0; v < layers_.nodes; ++v) {
            spread(v, out[v], first_ports_, [&](std::size_t e) { return middle(layers_.chains[e][1]); });
            spread(v, in[v], last_ports_, [&](std::size_t e) { return middle(layers_.chains[e][layers_.chains[e].size() - 2]); });
        }
    }

    template <typename Comes>
    void spread(vertex v, std::vector<std::size_t>& edges, std::vector<int>& ports, Comes comes_from) const {
        std::stable_sort(edges.begin(), edges.end(), [&](std::size_t a, std::size_t b) { return comes_from(a) < comes_from(b); });
        const auto count = static_cast<int>(edges.size());
        for (int i = 0; i < count; ++i)
            ports[edges[static_cast<std::size_t>(i)]] = count == 1 ? middle(v) : across_[v] + breadth_[v] / 4 + breadth_[v] / 2 * i / (count - 1);
    }

    [[nodiscard]] int across_extent() const {
        int greatest = 0;
        for (vertex v = 0; v < breadth_.size(); ++v) greatest = std::max(greatest, across_[v] + breadth_[v]);
        return greatest;
    }

    /// Where a node begins and ends along the flow: at the middle of its layer.
    [[nodiscard]] extent place_along(vertex v) const {
        const extent& of = extents_[layers_.layer[v]];
        const int own = along(graph_.nodes[v]);
        const int from = of.from + (of.to - of.from - own) / 2;
        return {from, from + own};
    }

    [[nodiscard]] drawn_point point(int along, int across) const {
        switch (graph_.towards) {
        case flow::down: return {across, along};
        case flow::left: return {length_ - along, across};
        case flow::right: break;
        }
        return {along, across};
    }

    [[nodiscard]] drawn_point corner(vertex v) const {
        const extent at = place_along(v);
        return point(graph_.towards == flow::left ? at.to : at.from, across_[v]);
    }

    void enter(std::vector<drawn_point>& line, int along, int across) const {
        const drawn_point p = point(along, across);
        if (line.empty() || line.back() != p) line.push_back(p);
    }

    [[nodiscard]] std::vector<drawn_point> route(std::size_t edge) const {
        std::vector<drawn_point> line;
        const std::vector<vertex>& chain = layers_.chains[edge];
        for (std::size_t i = 0; i < chain.size(); ++i) {
            const vertex v = chain[i];
            const extent& layer = extents_[layers_.layer[v]];
            const bool first = i == 0, last = i + 1 == chain.size();
            const int at = first ? first_ports_[edge] : last ? last_ports_[edge] : middle(v);
            if (!first) enter(line, layer.from, at);
            if (last) enter(line, place_along(v).from, at);
            if (first) enter(line, place_along(v).to, at);
            if (!last) enter(line, layer.to, at);
        }
        if (layers_.reversed[edge]) std::reverse(line.begin(), line.end());
        return line;
    }

    const layout_graph& graph_;
    const layered_graph& layers_;
    std::vector<int> breadth_;
    std::vector<int> across_;
    std::vector<extent> extents_;                // of each layer along the flow
    std::vector<int> first_ports_, last_ports_;  // of each edge, across the flow
    int length_ = 0;
};

}  // namespace

layout layered_layout(const layout_graph& graph) {
    if (graph.nodes.empty()) return {};
    layered_graph layers = into_layers(graph);
    order_layers(layers);
    return drawing_board(graph, layers).draw();
}

}  // namespace advise::cli
