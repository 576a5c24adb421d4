// Layered layout of directed graphs, after Sugiyama, Tagawa and Toda: layers by longest paths, long edges through dummy
// vertices, few crossings by barycentres, places by fitting every layer to its neighbours. All in integers, so the same graph is
// drawn the same everywhere. It knows sizes and edges only; what a node says and how it looks is for the writer (svg.hpp).
#pragma once

#include <cstdint>
#include <vector>

namespace advise::cli {

struct drawn_size {
    int width = 0;
    int height = 0;
};

struct drawn_point {
    int x = 0;
    int y = 0;
    friend bool operator==(const drawn_point&, const drawn_point&) = default;
};

struct layout_edge {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
};

/// Where edges lead: `right` for pages read from left to right, `left` for the others.
enum class flow : std::uint8_t { down, right, left };

/// What is to be drawn. Edges name nodes by index; several between two nodes, loops and cycles are allowed.
struct layout_graph {
    std::vector<drawn_size> nodes;
    std::vector<layout_edge> edges;
    std::vector<bool> first = {};   ///< of each node: it stands in the first layer, if nothing leads to it; may be shorter than `nodes`
    flow towards = flow::right;
    int between_nodes = 14;         ///< the least distance of neighbours in a layer
    int between_layers = 40;        ///< the least; more where lines climb far, at most four times as much
};

struct layout {
    int width = 0;
    int height = 0;
    std::vector<drawn_point> corners;               ///< of each node, the upper left one
    std::vector<std::uint32_t> layers;              ///< of each node; 0 where the flow begins
    /// Of each edge the points of a line from the border of its first node to that of its second, which it meets in the middle half of
    /// a side, beside the other edges there. Between two points that differ in
    /// both coordinates lies nothing but the space between two layers. Empty for a loop.
    std::vector<std::vector<drawn_point>> routes;
};

/// Nodes do not overlap; every edge runs from a layer to a later one (some edges of each cycle run back). A node stands in the last
/// layer before those that it leads to, unless it is to be in the first. O(sweeps · (nodes + edges + dummies) · log), with a fixed number of sweeps.
layout layered_layout(const layout_graph& graph);

}  // namespace advise::cli
