// Step 2: the order within the layers. Sweeps there and back sort each layer by the barycentres of its neighbours; the order with the
// fewest crossings is kept.
#include "layout_steps.hpp"

#include <algorithm>
#include <utility>

namespace advise::cli {
namespace {

constexpr int sweeps = 16;                      // there and back; more changes next to nothing

using positions = std::vector<std::uint32_t>;   // of each vertex within its layer

positions positions_of(const layered_graph& graph) {
    positions at(graph.layer.size());
    for (const auto& layer : graph.order)
        for (std::uint32_t i = 0; i < layer.size(); ++i) at[layer[i]] = i;
    return at;
}

/// The first order: a walk in depth from the last layer back, so that what belongs together begins together.
void order_by_walk(layered_graph& graph) {
    std::vector<bool> seen(graph.layer.size());
    std::vector<vertex> stack;
    for (vertex start = 0; start < graph.layer.size(); ++start) {
        if (!graph.after[start].empty()) continue;
        stack.push_back(start);
        while (!stack.empty()) {
            const vertex v = stack.back();
            stack.pop_back();
            if (seen[v]) continue;
            seen[v] = true;
            graph.order[graph.layer[v]].push_back(v);
            stack.insert(stack.end(), graph.before[v].rbegin(), graph.before[v].rend());
        }
    }
}

/// A mean of positions, as a fraction.
struct barycentre {
    std::uint64_t sum = 0;
    std::uint64_t count = 1;
    friend bool operator<(const barycentre& a, const barycentre& b) { return a.sum * b.count < b.sum * a.count; }
};

barycentre of_neighbours(const std::vector<vertex>& neighbours, std::uint32_t own, const positions& at) {
    if (neighbours.empty()) return {own, 1};
    barycentre b{0, neighbours.size()};
    for (const vertex n : neighbours) b.sum += at[n];
    return b;
}

void sort_layer(std::vector<vertex>& layer, const std::vector<std::vector<vertex>>& neighbours, positions& at) {
    std::vector<std::pair<barycentre, vertex>> keyed;
    keyed.reserve(layer.size());
    for (const vertex v : layer) keyed.emplace_back(of_neighbours(neighbours[v], at[v], at), v);
    std::stable_sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::uint32_t i = 0; i < layer.size(); ++i) {
        layer[i] = keyed[i].second;
        at[layer[i]] = i;
    }
}

/// Counts the inversions of a sequence of positions below `size`, with a Fenwick tree.
std::uint64_t inversions(const std::vector<std::uint32_t>& sequence, std::size_t size) {
    std::vector<std::uint64_t> tree(size + 1);
    std::uint64_t found = 0, entered = 0;
    for (const std::uint32_t p : sequence) {
        std::uint64_t not_after = 0;
        for (std::size_t i = p + 1; i > 0; i -= i & (~i + 1)) not_after += tree[i];
        found += entered++ - not_after;
        for (std::size_t i = p + 1; i <= size; i += i & (~i + 1)) ++tree[i];
    }
    return found;
}

}  // namespace

std::uint64_t crossings(const layered_graph& graph) {
    const positions at = positions_of(graph);
    std::uint64_t found = 0;
    for (std::size_t l = 0; l + 1 < graph.order.size(); ++l) {
        std::vector<std::uint32_t> sequence;
        for (const vertex v : graph.order[l]) {
            const std::size_t from = sequence.size();
            for (const vertex n : graph.after[v]) sequence.push_back(at[n]);
            std::sort(sequence.begin() + static_cast<std::ptrdiff_t>(from), sequence.end());
        }
        found += inversions(sequence, graph.order[l + 1].size());
    }
    return found;
}

void order_layers(layered_graph& graph) {
    order_by_walk(graph);
    auto best = graph.order;
    std::uint64_t fewest = crossings(graph);
    positions at = positions_of(graph);
    for (int sweep = 0; sweep < sweeps && fewest > 0; ++sweep) {
        if (sweep % 2 == 0) {
            for (std::size_t l = graph.order.size(); l-- > 0;) sort_layer(graph.order[l], graph.after, at);
        } else {
            for (auto& layer : graph.order) sort_layer(layer, graph.before, at);
        }
        const std::uint64_t now = crossings(graph);
        if (now >= fewest) continue;
        fewest = now;
        best = graph.order;
    }
    graph.order = std::move(best);
}

}  // namespace advise::cli
