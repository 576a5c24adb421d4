// The circuit as clauses, as far as somebody asks for it: a world is one complete profile, whose facts are the variables.
//
// A level, number or choice is order-encoded over its cells (Tamura et al., Constraints 14, 2009): one variable for "in this cell or a higher one".
// A set has a variable for each option that some test asks for. Every gate stands in both directions, so that any node may be assumed
// true or false.
#pragma once

#include "fact_cells.hpp"
#include "sat_solver.hpp"

#include <unordered_map>
#include <vector>

namespace advise::engine {

class sat_world {
public:
    /// \param cut nodes that may be true or false freely, whatever they rest on; all arguments must outlive the object
    sat_world(const program::data& code, const fact_cells& cells, sat_solver& solver, const std::vector<bool>& cut);
    /// A second world, in which one fact has variables of its own; what does not rest on it is shared with the first, which must outlive it.
    sat_world(sat_world& first, fact_id moved);

    [[nodiscard]] sat_literal always() const { return always_; }
    /// A node of the circuit, with all that it rests on. O(what is new of its cone).
    sat_literal of(literal l);
    /// These nodes (from..end-1) are other gates now. Nothing that rests on them may have been asked for but themselves.
    void forget(node_id from, node_id end);
    /// "The fact is in this cell or a higher one"; of an ordered fact.
    sat_literal from_cell(fact_id f, std::uint32_t cell);
    /// "The option is in the set"; `option` counts those of fact_cells::options.
    sat_literal has_option(fact_id f, std::uint32_t option);
    [[nodiscard]] const fact_cells& cells() const { return cells_; }
    /// Whether something that was encoded asks for the fact.
    [[nodiscard]] bool knows(fact_id f) const { return facts_.contains(f); }

private:
    const std::vector<sat_literal>& variables(fact_id f);
    sat_literal make(node_id n);
    sat_literal make_test(const circuit_test& test);
    sat_literal make_gate(node_id n, const circuit_gate& gate);
    [[nodiscard]] bool same_inputs_in_first(const circuit_gate& gate);
    [[nodiscard]] sat_literal known(literal l) const { return is_negated(l) ? -made_.at(node_of(l)) : made_.at(node_of(l)); }

    const program::data& code_;
    const fact_cells& cells_;
    sat_solver& solver_;
    const std::vector<bool>& cut_;
    sat_world* first_ = nullptr;
    fact_id moved_ = nothing;
    sat_literal always_ = 0;
    std::unordered_map<node_id, sat_literal> made_;  // looked up only: no order of it reaches an answer
    std::unordered_map<fact_id, std::vector<sat_literal>> facts_;
};

}  // namespace advise::engine
