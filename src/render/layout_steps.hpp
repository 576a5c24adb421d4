// The steps of layered_layout, one file each. They share one graph in which every edge joins neighbouring layers.
#pragma once

#include "layout.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace advise::cli {

using vertex = std::uint32_t;

/// Vertices are the nodes, then the dummies of long edges. Every list is in a fixed order.
struct layered_graph {
    std::size_t nodes = 0;
    std::vector<std::uint32_t> layer;               ///< of each vertex
    std::vector<std::vector<vertex>> before;        ///< of each vertex its neighbours one layer earlier
    std::vector<std::vector<vertex>> after;         ///< … one layer later
    std::vector<std::vector<vertex>> chains;        ///< of each edge its vertices in order of layers, ends included; empty for a loop
    std::vector<bool> reversed;                     ///< of each edge: its chain runs from its second node to its first
    std::vector<std::vector<vertex>> order;         ///< of each layer its vertices
};

/// Breaks cycles, assigns layers, puts dummies into long edges. `order` is not filled yet.
layered_graph into_layers(const layout_graph& graph);

/// Fills `order`, with few crossings.
void order_layers(layered_graph& graph);

/// How many pairs of edges cross under the present order. O(edges · log vertices).
std::uint64_t crossings(const layered_graph& graph);

/// Places every vertex across the flow: where it begins, from 0. \param breadth of each vertex across the flow
std::vector<int> place_across(const layered_graph& graph, const std::vector<int>& breadth, int between_nodes);

}  // namespace advise::cli
