// What conditions and conclusions become as gates: what compiling a rule base and changing a compiled one share.
#pragma once

#include "circuit.hpp"

#include <span>

namespace advise::engine {

class circuit_builder {
public:
    /// Gates are put after all others of the circuit, which must outlive the object.
    explicit circuit_builder(program::data& code) : code_(code) {}

    /// From now on they are put there instead, one after the other, up to `end` (std::logic_error beyond it).
    void fill(node_id from, node_id end) {
        next_ = from;
        end_ = end;
    }

    literal gate(gate_kind kind, std::int64_t least, std::span<const literal> inputs);
    /// `all`, `any`, `negation` or `count` over these inputs.
    literal condition_gate(const condition& like, std::span<const literal> inputs);
    /// "The evidence that is true sums to at least `bound`."
    literal points_gate(std::span<const weighted_literal> evidence, std::int64_t bound);
    /// A conclusion of these clauses, whose conditions are `bodies`; `need` may be null. Its evidence is put after all other.
    conclusion_code conclusion(std::span<const clause> clauses, std::span<const literal> bodies, const points_requirement* need);
    /// A gate that says what its input says; not put anywhere.
    circuit_gate passing_on(literal input);

private:
    literal place(const circuit_gate& gate);

    program::data& code_;
    node_id next_ = nothing, end_ = nothing;
};

/// The circuit of a rule base whose conclusions can be changed afterwards: for each conclusion x there are `slots[x]` gates (at least one) of which the last
/// is what `conclusions[x].holds`, and passes on what the rules say; the others are not used. They come after all that x rests on and before all that rests
/// on x. With n conclusions, conclusions[n + x] is x as the rules have it, and conclusions[2n] is free.
program::data compile_with_slots(const rule_base& rules, std::span<const std::uint32_t> slots);

}  // namespace advise::engine
