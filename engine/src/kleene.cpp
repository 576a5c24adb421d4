#include "kleene.hpp"

#include "pages.hpp"

#include <algorithm>

namespace advise::engine {

truth_bits test_truth(const program::data& code, const circuit_test& test, const known_fact& known)
{
    if (test.option != nothing) {
        const std::uint8_t in_set = known.options[test.option];
        return in_set == 2 ? is_open : in_set == 1 ? can_be_true : can_be_false;
    }
    // The ranges do not touch, so what is known is covered by them only if it lies in one.
    const value_range* first = code.ranges.data() + test.first_range;
    const value_range* end = first + test.ranges;
    const value_range* at = std::lower_bound(first, end, known.from, [](const value_range& r, std::int64_t v) { return r.to < v; });
    if (at == end || at->from > known.to) return can_be_false;
    return at->from <= known.from && known.to <= at->to ? can_be_true : is_open;
}

truth_bits gate_truth(const program::data& code, const circuit_gate& gate, const truth_table& table)
{
    const literal* inputs = code.inputs.data() + gate.first;
    const auto bits = [&](std::uint32_t i) { return bits_of(table, inputs[i]); };
    if (gate.kind != gate_kind::weighted)
        return kleene_gate(gate.kind, gate.size, gate.least, gate.total, bits, [](std::uint32_t) { return std::int64_t{1}; });
    const std::int64_t* weights = code.weights.data() + gate.first_weight;
    return kleene_gate(gate.kind, gate.size, gate.least, gate.total, bits, [&](std::uint32_t i) { return weights[i]; });
}

truth_table kleene(const program::data& code, const facts& person)
{
    truth_table table;
    reserve_large(table, code.node_count());
    table.resize(code.node_count());
    node_id node = 0;
    for (const circuit_test& test : code.tests) table[node++] = test_truth(code, test, person.known[test.fact]);
    for (const circuit_gate& gate : code.gates) table[node++] = gate_truth(code, gate, table);
    return table;
}

points_interval kleene_points(const program::data& code, const conclusion_code& of, const truth_table& table)
{
    points_interval sum;
    for (std::uint32_t i = 0; i < of.evidence; ++i) {
        const weighted_literal& e = code.evidence[of.first_evidence + i];
        const truth_bits b = bits_of(table, e.of);
        if (b == can_be_false) continue;
        const bool sure = b == can_be_true;
        if (e.points > 0 || sure) sum.high += e.points;
        if (e.points < 0 || sure) sum.low += e.points;
    }
    return sum;
}

}  // namespace advise::engine
