// The compiled form of a rule base: one acyclic circuit of one kind of gate, "at least k of these inputs", over tests.
//
// A node is a test or a gate; tests come first, gates after what they read, so a node's inputs have smaller numbers. A *literal* is a
// node and a sign: 2 × node, plus 1 for "not". `not` costs nothing; "at most k" is a flipped "at least k + 1"; evidence is a gate with
// weights, where a negative weight -w on x is w on "not x" with the threshold raised by w.
#pragma once

#include <advise/engine/program.hpp>
#include <advise/engine/table.hpp>

#include <cstdint>
#include <vector>

namespace advise::engine {

using node_id = std::uint32_t;
using literal = std::uint32_t;

inline constexpr literal literal_of(node_id n, bool negated = false) { return 2 * n + (negated ? 1U : 0U); }
inline constexpr node_id node_of(literal l) { return l >> 1; }
inline constexpr bool is_negated(literal l) { return (l & 1U) != 0; }
inline constexpr literal flipped(literal l) { return l ^ 1U; }

/// Values from..to of a fact, ends included, as in known_fact.
struct value_range {
    std::int64_t from = 0;
    std::int64_t to = 0;
    friend bool operator==(const value_range&, const value_range&) = default;
};

/// A test of one fact: it is true on some ranges of its values (disjoint, ascending, not touching), or, of an any_of fact, where an option is in the set.
struct circuit_test {
    fact_id fact = nothing;
    std::uint32_t option = nothing;
    std::uint32_t first_range = 0;
    std::uint32_t ranges = 0;
};

enum class gate_kind : std::uint8_t { all, any, count, weighted };

/// True where the inputs that are true weigh at least `least` (each 1, but for `weighted`).
struct circuit_gate {
    std::uint32_t first = 0;            ///< into inputs, and into weights from `first_weight`
    std::uint32_t size = 0;
    std::uint32_t first_weight = nothing;
    gate_kind kind = gate_kind::all;
    std::int64_t least = 0;
    std::int64_t total = 0;             ///< of all weights
};

/// One piece of evidence: points where the literal is true.
struct weighted_literal {
    literal of = 0;
    std::int64_t points = 0;
};

struct conclusion_code {
    literal holds = 0;
    std::uint32_t first_evidence = 0;   ///< into evidence
    std::uint32_t evidence = 0;
    std::int64_t max = 0;               ///< the sum of the positive points
};

struct program::data {
    const rule_base* rules = nullptr;
    table<circuit_test> tests;
    table<value_range> ranges;
    table<circuit_gate> gates;
    table<literal> inputs;
    table<std::int64_t> weights;
    table<conclusion_code> conclusions;       ///< one for each conclusion of the rule base
    table<weighted_literal> evidence;
    table<std::uint32_t> class_of;            ///< of each condition: equal conditions have one class
    table<condition_id> first_of_class;       ///< the one that stands first
    table<literal> class_literal;
    table<std::uint32_t> order;               ///< vertices of the proof, what they rest on first: a class, or `conclusion_bit` + a conclusion

    static constexpr std::uint32_t conclusion_bit = 0x8000'0000;

    [[nodiscard]] std::uint32_t test_count() const { return static_cast<std::uint32_t>(tests.size()); }
    [[nodiscard]] std::uint32_t node_count() const { return static_cast<std::uint32_t>(tests.size() + gates.size()); }
    [[nodiscard]] const circuit_gate& gate(node_id n) const { return gates[n - tests.size()]; }
};

/// The values of a fact's domain for which a test holds: clipped to the domain, merged. Not for `includes`. O(values log values).
std::vector<value_range> true_ranges(const rule_base& rules, const condition& test);
/// The same of a test of that fact with another operator and other values.
std::vector<value_range> true_ranges(const rule_base& rules, fact_id subject, test_op op, bool is_range, std::span<const std::int64_t> values);

}  // namespace advise::engine
