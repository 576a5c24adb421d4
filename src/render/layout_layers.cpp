// Step 1: cycles are broken, nodes get layers by longest paths, long edges get dummies.
#include "layout_steps.hpp"

#include <algorithm>

namespace advise::cli {
namespace {

/// Leaving edges of every node, by index of the edge; loops left out.
std::vector<std::vector<std::uint32_t>> leaving(const layout_graph& graph) {
    std::vector<std::vector<std::uint32_t>> out(graph.nodes.size());
    for (std::uint32_t e = 0; e < graph.edges.size(); ++e)
        if (graph.edges[e].from != graph.edges[e].to) out[graph.edges[e].from].push_back(e);
    return out;
}

/// A walk in depth from every node in turn. An edge that leads back to a node on the way is to be reversed; what remains has no cycle.
class walk {
public:
    explicit walk(const layout_graph& graph)
        : graph_(graph), out_(leaving(graph)), state_(graph.nodes.size(), state::fresh), next_(graph.nodes.size()), reversed_(graph.edges.size()) {
        for (vertex v = 0; v < graph.nodes.size(); ++v)
            if (state_[v] == state::fresh) from(v);
    }
    std::vector<bool> reversed() { return std::move(reversed_); }

private:
    enum class state : std::uint8_t { fresh, on_the_way, done };

    void from(vertex start) {
        way_.push_back(start);
        state_[start] = state::on_the_way;
        while (!way_.empty()) {
            const vertex v = way_.back();
            if (next_[v] == out_[v].size()) {
                state_[v] = state::done;
                way_.pop_back();
                continue;
            }
            step(out_[v][next_[v]++]);
        }
    }
    void step(std::uint32_t edge) {
        const vertex to = graph_.edges[edge].to;
        if (state_[to] == state::on_the_way) reversed_[edge] = true;
        if (state_[to] != state::fresh) return;
        state_[to] = state::on_the_way;
        way_.push_back(to);
    }

    const layout_graph& graph_;
    std::vector<std::vector<std::uint32_t>> out_;
    std::vector<state> state_;
    std::vector<std::size_t> next_;             // of each node the next leaving edge to look at
    std::vector<bool> reversed_;
    std::vector<vertex> way_;
};

/// The longest path from each node to one that leads nowhere, by Kahn's order from those ends.
std::vector<std::uint32_t> heights(std::size_t nodes, const std::vector<layout_edge>& edges) {
    std::vector<std::vector<vertex>> sources(nodes);
    std::vector<std::uint32_t> waits(nodes), height(nodes);
    for (const layout_edge& e : edges) {
        sources[e.to].push_back(e.from);
        ++waits[e.from];
    }
    std::vector<vertex> ready;
    for (vertex v = 0; v < nodes; ++v)
        if (waits[v] == 0) ready.push_back(v);
    for (std::size_t i = 0; i < ready.size(); ++i) {
        const vertex v = ready[i];
        for (const vertex s : sources[v]) {
            height[s] = std::max(height[s], height[v] + 1);
            if (--waits[s] == 0) ready.push_back(s);
        }
    }
    return height;
}

void put_first(const layout_graph& graph, const std::vector<layout_edge>& edges, std::vector<std::uint32_t>& layer) {
    std::vector<bool> first = graph.first;
    first.resize(layer.size());
    for (const layout_edge& e : edges) first[e.to] = false;
    for (vertex v = 0; v < layer.size(); ++v)
        if (first[v]) layer[v] = 0;
}

void add_chain(layered_graph& made, std::uint32_t edge, vertex from, vertex to) {
    std::vector<vertex>& chain = made.chains[edge];
    chain.push_back(from);
    for (std::uint32_t l = made.layer[from] + 1; l < made.layer[to]; ++l) {
        chain.push_back(static_cast<vertex>(made.layer.size()));
        made.layer.push_back(l);
    }
    chain.push_back(to);
    made.before.resize(made.layer.size());
    made.after.resize(made.layer.size());
    for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
        made.after[chain[i]].push_back(chain[i + 1]);
        made.before[chain[i + 1]].push_back(chain[i]);
    }
}

}  // namespace

layered_graph into_layers(const layout_graph& graph) {
    layered_graph made;
    made.nodes = graph.nodes.size();
    made.reversed = walk(graph).reversed();
    made.chains.resize(graph.edges.size());
    std::vector<layout_edge> forward;
    for (std::size_t e = 0; e < graph.edges.size(); ++e) {
        const auto [from, to] = graph.edges[e];
        if (from != to) forward.push_back(made.reversed[e] ? layout_edge{to, from} : layout_edge{from, to});
    }
    made.layer = heights(made.nodes, forward);
    const std::uint32_t last = made.layer.empty() ? 0 : *std::max_element(made.layer.begin(), made.layer.end());
    for (std::uint32_t& l : made.layer) l = last - l;
    put_first(graph, forward, made.layer);
    made.before.resize(made.nodes);
    made.after.resize(made.nodes);
    for (std::uint32_t e = 0, f = 0; e < graph.edges.size(); ++e) {
        if (graph.edges[e].from == graph.edges[e].to) continue;
        add_chain(made, e, forward[f].from, forward[f].to);
        ++f;
    }
    made.order.resize(made.nodes == 0 ? 0 : last + 1);
    return made;
}

}  // namespace advise::cli
