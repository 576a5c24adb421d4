// Kleene's tables over the whole circuit: the first pass of every evaluation.
#pragma once

#include "circuit.hpp"
#include "gate_kernel.hpp"

#include <advise/engine/advice.hpp>

#include <vector>

namespace advise::engine {

/// What is known of every node of the circuit.
using truth_table = std::vector<truth_bits>;

inline truth_bits bits_of(const truth_table& table, literal l)
{
    const truth_bits b = table[node_of(l)];
    return is_negated(l) ? flipped_bits(b) : b;
}

inline verdict verdict_of(truth_bits b) { return b == is_open ? verdict::unknown : b == can_be_true ? verdict::yes : verdict::no; }

/// The truth of one test on what is known of its fact; exact. O(log ranges).
truth_bits test_truth(const program::data& code, const circuit_test& test, const known_fact& known);

/// The truth of one gate on those of its inputs.
truth_bits gate_truth(const program::data& code, const circuit_gate& gate, const truth_table& table);

/// One pass over tests and gates. O(size of the circuit).
truth_table kleene(const program::data& code, const facts& person);

/// Kleene's enclosure of a conclusion's points.
points_interval kleene_points(const program::data& code, const conclusion_code& of, const truth_table& table);

}  // namespace advise::engine
