// The rule graph: what depends on what. A Boost.Graph in compressed rows, built once from a rule base and then constant.
#pragma once

#include <advise/engine/rule_base.hpp>

#include <cstdint>
#include <memory>
#include <vector>

namespace advise::engine {

/// Vertices are numbered: conditions first, then conclusions, then facts. Edges lead from a vertex to what it depends on:
/// a condition to its children, its fact or its conclusion; a conclusion to the bodies of its clauses. `after` and claims are no part of it.
class rule_graph {
public:
    using vertex = std::uint32_t;

    /// O(conditions + clauses). The rule base must outlive the graph.
    explicit rule_graph(const rule_base& rules);
    ~rule_graph();
    rule_graph(rule_graph&&) noexcept;
    rule_graph& operator=(rule_graph&&) noexcept;

    [[nodiscard]] vertex of_condition(condition_id c) const { return c; }
    [[nodiscard]] vertex of_conclusion(conclusion_id c) const { return conditions_ + c; }
    [[nodiscard]] vertex of_fact(fact_id f) const { return conditions_ + conclusions_ + f; }
    [[nodiscard]] bool is_conclusion(vertex v) const { return v >= conditions_ && v < conditions_ + conclusions_; }
    [[nodiscard]] std::uint32_t size() const;
    [[nodiscard]] std::size_t edges() const;

    /// One step of a cycle: this conclusion mentions the next one, at this place.
    struct cycle_step { conclusion_id from = nothing; conclusion_id to = nothing; origin at; };
    /// For each group of conclusions that depend on each other one shortest cycle through its first conclusion (in order of declaration);
    /// empty when there is none. Strong components (Tarjan, SIAM J. Comput. 1972), then breadth first search. No recursion on the depth of the rules.
    [[nodiscard]] std::vector<std::vector<cycle_step>> cycles() const;

    /// All vertices, what they depend on first; equal inputs give equal orders. Only without cycles. O(size), no recursion.
    [[nodiscard]] std::vector<vertex> topological_order() const;
    /// The longest way down to a fact, for each vertex; facts are 0. Only without cycles.
    [[nodiscard]] std::vector<std::uint32_t> depths() const;

private:
    struct graph;
    std::unique_ptr<graph> graph_;
    std::uint32_t conditions_ = 0;
    std::uint32_t conclusions_ = 0;
};

}  // namespace advise::engine
