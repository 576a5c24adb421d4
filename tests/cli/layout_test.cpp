#include "render/layout.hpp"
#include "render/layout_steps.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstdint>
#include <random>
#include <vector>

using namespace advise::cli;

namespace {

/// Numbers that are the same everywhere (the library's distributions are not).
class numbers {
public:
    explicit numbers(std::uint64_t seed) : source_(seed) {}
    std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(source_() % n); }

private:
    std::mt19937_64 source_;
};

/// \param cyclic else every edge leads to a node of a greater number
layout_graph random_graph(numbers& random, std::uint32_t nodes, std::uint32_t edges, bool cyclic) {
    layout_graph made;
    made.towards = static_cast<flow>(random.below(3));
    for (std::uint32_t i = 0; i < nodes; ++i)
        made.nodes.push_back({static_cast<int>(20 + random.below(150)), static_cast<int>(16 + random.below(60))});
    for (std::uint32_t i = 0; i < edges; ++i) {
        layout_edge e{random.below(nodes), random.below(nodes)};
        if (!cyclic && e.from > e.to) std::swap(e.from, e.to);
        if (!cyclic && e.from == e.to) continue;
        made.edges.push_back(e);
    }
    return made;
}

bool overlap(const layout_graph& graph, const layout& made, std::size_t a, std::size_t b) {
    const drawn_point p = made.corners[a], q = made.corners[b];
    const drawn_size s = graph.nodes[a], t = graph.nodes[b];
    return p.x < q.x + t.width && q.x < p.x + s.width && p.y < q.y + t.height && q.y < p.y + s.height;
}

bool on_border(const layout_graph& graph, const layout& made, std::size_t node, drawn_point at) {
    const drawn_point p = made.corners[node];
    const drawn_size s = graph.nodes[node];
    const bool inside = at.x >= p.x && at.x <= p.x + s.width && at.y >= p.y && at.y <= p.y + s.height;
    return inside && (at.x == p.x || at.x == p.x + s.width || at.y == p.y || at.y == p.y + s.height);
}

/// Whether a straight piece of a line runs through the inside of a node. Only pieces along one axis are asked about.
bool runs_through(const layout_graph& graph, const layout& made, std::size_t node, drawn_point a, drawn_point b) {
    const drawn_point p = made.corners[node];
    const drawn_size s = graph.nodes[node];
    return std::max(a.x, b.x) > p.x && std::min(a.x, b.x) < p.x + s.width && std::max(a.y, b.y) > p.y && std::min(a.y, b.y) < p.y + s.height;
}

void check(const layout_graph& graph, const layout& made, bool cyclic) {
    BOOST_TEST_REQUIRE(made.corners.size() == graph.nodes.size());
    BOOST_TEST_REQUIRE(made.routes.size() == graph.edges.size());
    bool inside = true, apart = true, forward = true, borders = true, free = true;
    for (std::size_t a = 0; a < graph.nodes.size(); ++a) {
        const drawn_point p = made.corners[a];
        inside &= p.x >= 0 && p.y >= 0 && p.x + graph.nodes[a].width <= made.width && p.y + graph.nodes[a].height <= made.height;
        for (std::size_t b = 0; b < a; ++b) apart &= !overlap(graph, made, a, b);
    }
    for (std::size_t e = 0; e < graph.edges.size(); ++e) {
        const auto [from, to] = graph.edges[e];
        const auto& route = made.routes[e];
        if (from == to) {
            BOOST_TEST(route.empty());
            continue;
        }
        forward &= made.layers[from] != made.layers[to] && (cyclic || made.layers[from] < made.layers[to]);
        borders &= route.size() >= 2 && on_border(graph, made, from, route.front()) && on_border(graph, made, to, route.back());
        for (std::size_t i = 0; i + 1 < route.size(); ++i) {
            if (route[i].x != route[i + 1].x && route[i].y != route[i + 1].y) continue;
            for (std::size_t n = 0; n < graph.nodes.size(); ++n) free &= !runs_through(graph, made, n, route[i], route[i + 1]);
        }
    }
    BOOST_TEST(inside);
    BOOST_TEST(apart);
    BOOST_TEST(forward);
    BOOST_TEST(borders);
    BOOST_TEST(free);
}

/// The obvious way to count crossings.
std::uint64_t crossings_by_pairs(const layered_graph& graph) {
    struct edge {
        std::size_t layer, from, to;
    };
    std::vector<edge> edges;
    for (std::size_t l = 0; l + 1 < graph.order.size(); ++l)
        for (std::size_t i = 0; i < graph.order[l].size(); ++i)
            for (const vertex n : graph.after[graph.order[l][i]]) {
                const auto& next = graph.order[l + 1];
                edges.push_back({l, i, static_cast<std::size_t>(std::find(next.begin(), next.end(), n) - next.begin())});
            }
    std::uint64_t found = 0;
    for (const edge& a : edges)
        for (const edge& b : edges) found += a.layer == b.layer && a.from < b.from && a.to > b.to;
    return found;
}

/// Longest paths to an end, by trying all of them.
std::uint32_t height_by_paths(const layout_graph& graph, std::uint32_t node) {
    std::uint32_t greatest = 0;
    for (const layout_edge& e : graph.edges)
        if (e.from == node) greatest = std::max(greatest, 1 + height_by_paths(graph, e.to));
    return greatest;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(layered)

BOOST_AUTO_TEST_CASE(nothing_and_one_node) {
    BOOST_TEST(layered_layout({}).width == 0);
    layout_graph one;
    one.nodes = {{30, 20}};
    one.edges = {{0, 0}};
    const layout made = layered_layout(one);
    BOOST_TEST(made.width == 30);
    BOOST_TEST(made.height == 20);
    BOOST_TEST(made.routes[0].empty());
}

BOOST_AUTO_TEST_CASE(a_chain_is_a_straight_line_in_the_direction_of_reading) {
    layout_graph chain;
    chain.nodes = {{30, 20}, {50, 20}, {30, 20}};
    chain.edges = {{0, 1}, {1, 2}};
    const layout right = layered_layout(chain);
    BOOST_TEST(right.width == 30 + 40 + 50 + 40 + 30);
    BOOST_TEST(right.height == 20);
    BOOST_TEST(right.corners[0].x == 0);
    BOOST_TEST((right.routes[0] == std::vector<drawn_point>{{30, 10}, {70, 10}}));
    chain.towards = flow::left;
    const layout left = layered_layout(chain);
    BOOST_TEST(left.corners[0].x == 160);
    BOOST_TEST(left.corners[2].x == 0);
    BOOST_TEST((left.routes[1] == std::vector<drawn_point>{{70, 10}, {30, 10}}));
    chain.towards = flow::down;
    const layout down = layered_layout(chain);
    BOOST_TEST(down.width == 50);
    BOOST_TEST(down.corners[2].y == 120);
}

BOOST_AUTO_TEST_CASE(lines_that_climb_far_get_more_room) {
    layout_graph fan;
    for (int i = 0; i < 60; ++i) fan.nodes.push_back({30, 20});
    const auto gap = [](const layout_graph& graph) {
        const layout made = layered_layout(graph);
        return made.corners.back().x - 30;
    };
    for (std::uint32_t i = 0; i + 1 < 3; ++i) fan.edges.push_back({i, 59});
    layout_graph wide = fan;
    for (std::uint32_t i = 2; i + 1 < 60; ++i) wide.edges.push_back({i, 59});
    BOOST_TEST(gap(fan) == 40);
    BOOST_TEST(gap(wide) > 80);
    BOOST_TEST(gap(wide) <= 160);
}

BOOST_AUTO_TEST_CASE(a_node_stands_at_the_middle_of_what_leads_to_it) {
    layout_graph fan;
    fan.nodes = {{30, 20}, {30, 20}, {30, 20}, {30, 20}};
    fan.edges = {{0, 3}, {1, 3}, {2, 3}};
    const layout made = layered_layout(fan);
    BOOST_TEST(made.corners[3].y == made.corners[1].y);
}

BOOST_AUTO_TEST_CASE(an_edge_over_several_layers_runs_beside_the_nodes) {
    layout_graph graph;
    graph.nodes = {{30, 20}, {90, 20}, {30, 20}};
    graph.edges = {{0, 1}, {1, 2}, {0, 2}};
    check(graph, layered_layout(graph), false);
    BOOST_TEST(layered_layout(graph).routes[2].size() > 2);
}

BOOST_AUTO_TEST_CASE(random_graphs_keep_every_promise) {
    numbers random(7);
    for (int round = 0; round < 300; ++round) {
        const bool cyclic = round % 3 == 0;
        const layout_graph graph = random_graph(random, 1 + random.below(25), random.below(50), cyclic);
        check(graph, layered_layout(graph), cyclic);
    }
}

BOOST_AUTO_TEST_CASE(what_is_to_stand_first_does_where_nothing_leads_to_it) {
    numbers random(20261124);
    for (int round = 0; round < 200; ++round) {
        layout_graph graph = random_graph(random, 1 + random.below(30), random.below(60), false);
        for (std::size_t n = 0; n + random.below(3) < graph.nodes.size(); ++n) graph.first.push_back(random.below(2) == 0);
        const layout made = layered_layout(graph);
        check(graph, made, false);
        layout_graph free = graph;
        free.first.clear();
        const layout usual = layered_layout(free);
        for (std::uint32_t n = 0; n < graph.nodes.size(); ++n) {
            const bool is_led_to = std::any_of(graph.edges.begin(), graph.edges.end(), [&](const layout_edge& e) { return e.to == n; });
            const bool first = n < graph.first.size() && graph.first[n] && !is_led_to;
            BOOST_TEST(made.layers[n] == (first ? 0U : usual.layers[n]));
        }
    }
}

BOOST_AUTO_TEST_CASE(layers_are_longest_paths) {
    numbers random(11);
    for (int round = 0; round < 100; ++round) {
        const layout_graph graph = random_graph(random, 1 + random.below(9), random.below(14), false);
        const layout made = layered_layout(graph);
        const std::uint32_t last = *std::max_element(made.layers.begin(), made.layers.end());
        for (std::uint32_t n = 0; n < graph.nodes.size(); ++n) BOOST_TEST(made.layers[n] == last - height_by_paths(graph, n));
    }
}

BOOST_AUTO_TEST_CASE(crossings_are_counted_as_by_pairs_and_a_tree_has_none) {
    numbers random(13);
    for (int round = 0; round < 100; ++round) {
        layered_graph graph = into_layers(random_graph(random, 2 + random.below(20), random.below(40), false));
        order_layers(graph);
        BOOST_TEST(crossings(graph) == crossings_by_pairs(graph));
    }
    layout_graph tree;
    tree.nodes.assign(60, {20, 20});
    for (std::uint32_t n = 1; n < 60; ++n) tree.edges.push_back({n, random.below(n)});
    layered_graph layers = into_layers(tree);
    order_layers(layers);
    BOOST_TEST(crossings(layers) == 0U);
}

BOOST_AUTO_TEST_CASE(the_same_graph_is_drawn_the_same) {
    numbers random(17);
    const layout_graph graph = random_graph(random, 60, 120, true);
    const layout a = layered_layout(graph), b = layered_layout(graph);
    BOOST_TEST((a.corners == b.corners && a.routes == b.routes));
}

BOOST_AUTO_TEST_CASE(a_thousand_nodes) {
    numbers random(19);
    layout_graph graph;
    graph.nodes.assign(1000, {120, 40});
    for (std::uint32_t n = 1; n < 1000; ++n)
        for (int k = 0; k < 2; ++k) graph.edges.push_back({n, random.below(n)});
    const layout made = layered_layout(graph);
    check(graph, made, false);
}

BOOST_AUTO_TEST_SUITE_END()
