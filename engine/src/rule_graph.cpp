// The rule graph in compressed rows. The only file of the loader that sees Boost.Graph.
#include <advise/engine/rule_graph.hpp>

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/graph/topological_sort.hpp>

#include <algorithm>
#include <deque>
#include <iterator>
#include <utility>

namespace advise::engine {
namespace {

using rows = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property, boost::no_property,
                                                std::uint32_t, std::uint32_t>;
using vertex = rule_graph::vertex;

bool is_leaf(const condition& c) { return c.kind == condition_kind::test || c.kind == condition_kind::conclusion; }

/// All edges in the order of their sources, made while they are asked for: a list of them would cost more than the graph.
class edge_walk {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = std::pair<vertex, vertex>;
    using difference_type = std::ptrdiff_t;
    using pointer = const value_type*;
    using reference = const value_type&;

    edge_walk(const rule_base& rules, vertex at) : rules_(&rules), source_(at), conditions_(static_cast<vertex>(rules.conditions.size()))
    {
        settle();
    }

    reference operator*() const { return edge_here_; }
    pointer operator->() const { return &edge_here_; }
    edge_walk& operator++()
    {
        if (++edge_ >= edges_of_source()) {
            edge_ = 0;
            ++source_;
        }
        settle();
        return *this;
    }
    friend bool operator==(const edge_walk& a, const edge_walk& b) { return a.source_ == b.source_ && a.edge_ == b.edge_; }

private:
    [[nodiscard]] std::size_t edges_of_source() const
    {
        if (source_ >= conditions_) return rules_->conclusions[source_ - conditions_].clauses.size();
        const condition& c = rules_->conditions[source_];
        return is_leaf(c) ? 1 : c.size;
    }
    void settle()
    {
        const std::size_t end = conditions_ + rules_->conclusions.size();
        while (source_ < end && edges_of_source() == 0) ++source_;
        if (source_ < end) edge_here_ = {source_, target()};
    }
    [[nodiscard]] vertex target() const
    {
        if (source_ >= conditions_) return rules_->conclusions[source_ - conditions_].clauses[edge_].body;
        const condition& c = rules_->conditions[source_];
        if (c.kind == condition_kind::conclusion) return conditions_ + c.subject;
        if (c.kind == condition_kind::test) return conditions_ + static_cast<vertex>(rules_->conclusions.size()) + c.subject;
        return rules_->condition_children[c.first + edge_];
    }

    const rule_base* rules_;
    vertex source_;
    vertex conditions_;
    std::size_t edge_ = 0;
    value_type edge_here_;
};

std::size_t count_edges(const rule_base& rules)
{
    std::size_t edges = rules.condition_children.size();
    for (const condition& c : rules.conditions) edges += is_leaf(c) ? 1 : 0;
    for (const conclusion& c : rules.conclusions) edges += c.clauses.size();
    return edges;
}

/// A vector as a property map, without the checks and the shared ownership of Boost's own.
template <class T>
auto map_over(std::vector<T>& values, const rows& graph)
{
    return boost::make_iterator_property_map(values.begin(), boost::get(boost::vertex_index, graph));
}

}  // namespace

struct rule_graph::graph {
    rows edges;
    const rule_base* rules;

    explicit graph(const rule_base& base)
        : edges(boost::edges_are_sorted, edge_walk(base, 0),
                edge_walk(base, static_cast<vertex>(base.conditions.size() + base.conclusions.size())),
                static_cast<vertex>(base.conditions.size() + base.conclusions.size() + base.facts.size()),
                static_cast<std::uint32_t>(count_edges(base))),
          rules(&base)
    {
    }
};

rule_graph::rule_graph(const rule_base& rules)
    : graph_(std::make_unique<graph>(rules)), conditions_(static_cast<std::uint32_t>(rules.conditions.size())),
      conclusions_(static_cast<std::uint32_t>(rules.conclusions.size()))
{
}

rule_graph::~rule_graph() = default;
rule_graph::rule_graph(rule_graph&&) noexcept = default;
rule_graph& rule_graph::operator=(rule_graph&&) noexcept = default;

std::uint32_t rule_graph::size() const { return static_cast<std::uint32_t>(boost::num_vertices(graph_->edges)); }
std::size_t rule_graph::edges() const { return boost::num_edges(graph_->edges); }

std::vector<rule_graph::vertex> rule_graph::topological_order() const
{
    std::vector<vertex> order;
    order.reserve(size());
    std::vector<boost::default_color_type> colours(size());
    // Boost's order is the reverse one: what has no edges out comes first, which here is what nothing else is needed for.
    boost::topological_sort(graph_->edges, std::back_inserter(order), boost::color_map(map_over(colours, graph_->edges)));
    return order;
}

std::vector<std::uint32_t> rule_graph::depths() const
{
    std::vector<std::uint32_t> depth(size(), 0);
    for (const vertex v : topological_order()) {
        const auto [first, last] = boost::adjacent_vertices(v, graph_->edges);
        for (auto child = first; child != last; ++child) depth[v] = std::max(depth[v], depth[*child] + 1);
    }
    return depth;
}

namespace {

/// The shortest way, counted in conclusions, from a conclusion through its strong component back to itself.
class cycle_search {
public:
    cycle_search(const rows& graph, const std::vector<vertex>& component, vertex first_conclusion, vertex conclusions)
        : graph_(graph), component_(component), first_(first_conclusion), conclusions_(conclusions),
          came_from_(boost::num_vertices(graph), nothing)
    {
    }

    /// The vertices of the cycle, `start` first and last.
    std::vector<vertex> from(vertex start)
    {
        std::deque<vertex> open{start};
        while (!open.empty()) {
            const vertex v = open.front();
            open.pop_front();
            const auto [first, last] = boost::adjacent_vertices(v, graph_);
            // Backwards, so that of what is put in front the first clause stands first.
            for (auto next = last; next != first;) {
                --next;
                if (*next == start) return way_back(start, v);
                if (component_[*next] != component_[start] || came_from_[*next] != nothing) continue;
                came_from_[*next] = v;
                // A step to a conclusion costs one, a step inside its conditions nothing.
                if (is_conclusion(*next)) open.push_back(*next);
                else open.push_front(*next);
            }
        }
        return {};
    }

private:
    [[nodiscard]] bool is_conclusion(vertex v) const { return v >= first_ && v < first_ + conclusions_; }

    std::vector<vertex> way_back(vertex start, vertex last)
    {
        std::vector<vertex> way{start};
        for (vertex v = last; v != start; v = came_from_[v]) way.push_back(v);
        way.push_back(start);
        std::reverse(way.begin(), way.end());
        return way;
    }

    const rows& graph_;
    const std::vector<vertex>& component_;
    vertex first_;
    vertex conclusions_;
    std::vector<vertex> came_from_;     // shared by all searches: their components are disjoint
};

}  // namespace

std::vector<std::vector<rule_graph::cycle_step>> rule_graph::cycles() const
{
    const rows& edges = graph_->edges;
    std::vector<vertex> component(size());
    const auto components = boost::strong_components(edges, map_over(component, edges));
    std::vector<std::uint32_t> members(components, 0);
    for (const vertex c : component) ++members[c];

    std::vector<std::vector<cycle_step>> found;
    cycle_search search(edges, component, conditions_, conclusions_);
    for (conclusion_id id = 0; id < conclusions_; ++id) {
        std::uint32_t& left = members[component[of_conclusion(id)]];
        if (left < 2) continue;         // a conclusion on its own: conditions stand between it and itself
        left = 0;
        std::vector<cycle_step>& cycle = found.emplace_back();
        conclusion_id from = id;
        for (const vertex v : search.from(of_conclusion(id))) {
            if (v >= conditions_ || graph_->rules->conditions[v].kind != condition_kind::conclusion) continue;
            const condition& mention = graph_->rules->conditions[v];
            cycle.push_back({from, mention.subject, mention.at});
            from = mention.subject;
        }
    }
    return found;
}

}  // namespace advise::engine
