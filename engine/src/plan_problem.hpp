// The search for a plan as a small circuit: what is left of the goal and of the `after`s when everything that no plan can change is put in,
// and for each fact that a plan can change its cells, values that no test of the circuit tells apart, with what it costs to get there.
#pragma once

#include "price.hpp"
#include "residual.hpp"

#include <advise/engine/plan.hpp>

#include <vector>

namespace advise::engine {

enum class plan_variable_kind : std::uint8_t {
    raised,     ///< learnable: cells ascend from where it starts
    assumed,    ///< to leave it unknown is the same as its worst cell, which is cell 0 and free
    mixed,      ///< cell 0 is "left unknown": any test may be either
    released    ///< free to be anything; for the search of what stands in the way
};

struct plan_cell {
    std::int64_t value = 0;                 ///< the first value of the cell, of a number a whole one where there is one
    std::vector<std::uint32_t> members;     ///< any_of
    std::uint32_t steps = 0;                ///< raised: steps from the start to the first value
    price cost;                             ///< from cell 0
    bool useful = true;                     ///< raised: a best plan may end here
};

struct plan_variable {
    fact_id fact = nothing;
    plan_variable_kind kind = plan_variable_kind::raised;
    std::vector<plan_cell> cells;
    std::vector<plan_cell> other_values;    ///< assumed, mixed: values of every cell, lowest first, for canonical answers
    std::uint32_t first_test = 0;           ///< tests of the circuit, contiguous
    std::uint32_t tests = 0;
    std::uint32_t first_truth = 0;          ///< into truths: a row for each cell, a column for each test
    std::uint32_t first_part = 0;           ///< of the costs between neighbouring cells; an assumption has one part
    bool has_after = false;
    literal after = 0;                      ///< of the small circuit
    literal after_whole = 0;                ///< of the whole one
};

struct plan_problem {
    bool decided = false;                   ///< nothing that a plan can change reaches the goal, which is `holds`
    bool holds = false;
    literal goal = 0;
    literal goal_whole = 0;
    std::vector<plan_variable> variables;   ///< in order of declaration
    std::vector<truth_bits> truths;
    std::vector<std::uint32_t> variable_of; ///< of each test
    std::vector<residual_gate> gates;
    std::vector<literal> inputs;
    std::vector<std::int64_t> weights;
    std::vector<std::uint8_t> wanted;       ///< of literals: bit 0 wanted at the end, bit 1 wanted while learning
    facts start;                            ///< as plan_start(), with released facts open
    std::uint32_t parts = 0;
    bool ordered_by_need = true;            ///< raising a fact never makes an `after` false; otherwise the cells of raised facts are single steps
    bool cut = false;                       ///< some values were left out as too far away or too many
    std::int64_t cut_effort = INT64_MAX;    ///< a plan that uses those costs at least this

    [[nodiscard]] std::uint32_t tests() const { return static_cast<std::uint32_t>(variable_of.size()); }
    [[nodiscard]] std::uint32_t nodes() const { return static_cast<std::uint32_t>(variable_of.size() + gates.size()); }
    [[nodiscard]] const residual_gate& gate(node_id n) const { return gates[n - variable_of.size()]; }
    [[nodiscard]] truth_bits truth(const plan_variable& v, std::uint32_t cell, std::uint32_t test_of_v) const
    {
        return truths[v.first_truth + std::size_t{cell} * v.tests + test_of_v];
    }
};

/// \param released facts that may have any value whatever the profile says, at no cost
plan_problem make_plan_problem(const program::data& code, const facts& person, conclusion_id role, const std::vector<fact_id>& released = {});

}  // namespace advise::engine
