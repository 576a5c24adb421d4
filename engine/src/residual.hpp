// What is left of the circuit for one conclusion when everything Kleene decided is put in: a small circuit over the open tests, its
// variables (one for each open fact; one for each open option of a set) and the cells in which their values are alike.
#pragma once

#include "kleene.hpp"

#include <cstdint>
#include <vector>

namespace advise::engine {

/// Values of a variable that no test of the residual circuit tells apart: from..to of an ordered fact, or options of a choice.
struct cell {
    std::int64_t from = 0;
    std::int64_t to = 0;
    std::vector<std::uint32_t> options;     ///< one_of: ascending; otherwise empty
};

/// An open fact, or an open option of a set. Its tests and its cells are contiguous. Cells ascend by their lowest value.
struct variable {
    fact_id fact = nothing;
    std::uint32_t option = nothing;
    std::uint32_t first_test = 0;
    std::uint32_t tests = 0;
    std::uint32_t first_cell = 0;
    std::uint32_t cells = 0;
    std::uint32_t first_truth = 0;          ///< into residual::truths: row for each cell, column for each test
    bool ordered = false;                   ///< cells are ranges of an ordered fact
};

struct residual_gate {
    gate_kind kind = gate_kind::all;
    std::uint32_t first = 0;                ///< into inputs and weights
    std::uint32_t size = 0;
    std::int64_t least = 0;
    std::int64_t total = 0;
};

/// The sum of base and of the points of those literals that are true: of a verdict, 1 × the conclusion; of points, its evidence.
struct objective {
    std::int64_t base = 0;
    std::vector<weighted_literal> terms;    ///< literals of the residual circuit
};

/// Nodes are numbered anew: tests 0…, grouped by variable, then gates, inputs before what reads them.
struct residual {
    std::vector<variable> variables;        ///< in order of declaration, then of options: the order of canonical witnesses
    std::vector<cell> cells;
    std::vector<std::uint8_t> truths;
    std::vector<std::uint32_t> variable_of; ///< of each test
    std::vector<residual_gate> gates;
    std::vector<literal> inputs;
    std::vector<std::int64_t> weights;
    objective verdict;                      ///< 0 or 1
    objective points;

    [[nodiscard]] std::uint32_t tests() const { return static_cast<std::uint32_t>(variable_of.size()); }
    [[nodiscard]] std::uint32_t nodes() const { return static_cast<std::uint32_t>(variable_of.size() + gates.size()); }
    [[nodiscard]] bool truth(const variable& v, std::uint32_t cell_of_v, std::uint32_t test_of_v) const
    {
        return truths[v.first_truth + std::size_t{cell_of_v} * v.tests + test_of_v] != 0;
    }
};

/// What is left of a gate: an input that is true for certain lowers the threshold, one that is false for certain just goes. The open ones are
/// appended to `inputs`, by the number that `translated` gives them, and to `weights`. O(its inputs).
template <class Translated>
residual_gate open_part_of(const circuit_gate& gate, const program::data& code, const truth_table& table, const Translated& translated,
                           std::vector<literal>& inputs, std::vector<std::int64_t>& weights)
{
    residual_gate left;
    left.kind = gate.kind;
    left.first = static_cast<std::uint32_t>(inputs.size());
    left.least = gate.least;
    for (std::uint32_t i = 0; i < gate.size; ++i) {
        const literal l = code.inputs[gate.first + i];
        const std::int64_t weight = gate.kind == gate_kind::weighted ? code.weights[gate.first_weight + i] : 1;
        const truth_bits b = bits_of(table, l);
        if (b == can_be_true) left.least -= weight;
        if (b != is_open) continue;
        inputs.push_back(translated(l));
        weights.push_back(weight);
        left.total += weight;
        ++left.size;
    }
    return left;
}

/// Builds the residual circuit of a conclusion; empty objectives where Kleene's tables settled them. O(its cone).
residual make_residual(const program::data& code, const facts& person, const truth_table& table, conclusion_id about);

/// The same for a sum of points alone: `points` is its objective, `verdict` is empty.
residual make_residual(const program::data& code, const facts& person, const truth_table& table, const std::vector<weighted_literal>& sum);

/// The same for any two sums.
residual make_residual(const program::data& code, const facts& person, const truth_table& table, const std::vector<weighted_literal>& verdict,
                       const std::vector<weighted_literal>& points);

/// The same for several literals at once: they are the terms of `verdict`, each of 1, as far as they are open; `points` is empty.
residual make_joint_residual(const program::data& code, const facts& person, const truth_table& table, const std::vector<literal>& roots);

/// The same for one literal of the whole circuit: `verdict` is about it, `points` is empty.
residual make_residual_of(const program::data& code, const facts& person, const truth_table& table, literal about);

}  // namespace advise::engine
