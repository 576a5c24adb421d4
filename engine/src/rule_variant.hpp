// Rules with one conclusion changed, beside the conclusion as it was: what coverage and mutants are tried on and decided with.
//
// A variant is compiled into one circuit with the original of the changed conclusion and with one condition on trial (the probe) as two further
// conclusions. Whatever rests on the changed one rests on it only through its truth; so the whole rule base says the same as before just where the
// two agree, which is one question for the solver.
#pragma once

#include "proof_space.hpp"

#include <advise/engine/analysis.hpp>
#include <advise/engine/testing.hpp>

#include <optional>
#include <span>
#include <vector>

namespace advise::engine {

/// The clauses of one conclusion, to be changed.
struct variant_clauses {
    std::vector<clause> clauses;  ///< without words
    std::vector<points_requirement> needs;
};

class rule_workbench {
public:
    /// O(size). The rule base must outlive the object.
    explicit rule_workbench(const rule_base& rules);

    [[nodiscard]] const rule_base& rules() const { return rules_; }
    [[nodiscard]] variant_clauses clauses_of(conclusion_id x) const;

    // New conditions live until `reset`.
    condition_id add_test(const condition& like, test_op op, bool is_range, std::span<const std::int64_t> values);
    /// A gate of the same kind over other members, or of another kind: `least` and `most` count only for `count`.
    condition_id add_gate(condition_kind kind, std::span<const condition_id> members, std::uint32_t least = 0, std::uint32_t most = 0);
    condition_id add_constant(bool holds) { return add_gate(holds ? condition_kind::all : condition_kind::any, {}); }
    /// The whole condition in which `by` stands instead of `old`. O(depth × members)
    condition_id replaced(condition_id old, condition_id by);
    [[nodiscard]] std::span<const condition_id> members(condition_id c) const;
    [[nodiscard]] condition_id parent(condition_id c) const { return parents_[c]; }
    void reset();

    /// Compiles the rules with these clauses of `x`; valid until the next call of `compile` or `reset`. O(size)
    const program& compile(conclusion_id x, variant_clauses changed, variant_clauses probe);
    [[nodiscard]] conclusion_id original() const { return static_cast<conclusion_id>(rules_.conclusions.size()); }
    [[nodiscard]] conclusion_id probe() const { return original() + 1; }

private:
    const rule_base& rules_;
    rule_base work_;
    std::vector<condition_id> parents_;
    variant_clauses changed_, probe_;
    conclusion_id changed_one_ = nothing;
    std::optional<program> code_;
};

/// A clause `when body`, for a probe.
variant_clauses only_when(condition_id body);

/// Questions about a compiled variant and all profiles.
class variant_judge {
public:
    variant_judge(const program& code, conclusion_id x, bool points_count, work_meter& meter);

    /// That the changed conclusion and its original differ.
    sat_literal differ();
    sat_literal probe(bool holds);
    sat_answer ask(std::span<const sat_literal> asked) { return space_.ask(asked); }
    sat_answer ask(std::initializer_list<sat_literal> asked) { return space_.ask(asked); }
    /// The smallest profile under which these hold, and what both say there.
    struct difference {
        completion profile;
        certain_outcome original, changed;
        bool smallest = true;
    };
    difference smallest(const std::vector<sat_literal>& asked);

private:
    [[nodiscard]] certain_outcome outcome(const facts& person, conclusion_id of) const;

    const program::data& code_;
    conclusion_id x_, original_;
    bool points_count_;
    fact_cells cells_;
    std::vector<bool> cut_;
    proof_space space_;
};

/// For each conclusion the tests that look at it, itself or through others. O(tests × size)
std::vector<std::vector<const bound_test*>> tests_of_conclusions(const rule_base& rules, std::span<const bound_test> tests);

}  // namespace advise::engine
