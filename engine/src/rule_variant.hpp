// Rules with one conclusion changed, beside the conclusion as it was: what coverage and mutants are tried on and decided with.
//
// The rule base is compiled once, with unused gates before each conclusion; a variant is written into those of the conclusion that it changes. Whatever
// rests on the changed one rests on it only through its truth; so the whole rule base says the same as before just where the two agree, which is
// one question for the solver.
#pragma once

#include "circuit_builder.hpp"
#include "proof_space.hpp"

#include <advise/engine/analysis.hpp>

#include <optional>
#include <span>
#include <vector>

namespace advise::engine {

/// The clauses of one conclusion, to be changed.
struct variant_clauses {
    std::vector<clause> clauses;  ///< without words
    std::vector<points_requirement> needs;
};

/// A test of the same fact as another one, with other values: what a variant may ask that the rules do not.
struct other_test {
    condition_id like = nothing;
    test_op op{};
    bool is_range = false;
    std::span<const std::int64_t> values;
};

class rule_workbench {
public:
    /// \param tests all tests that variants will have besides those of the rules. O(size). The rule base must outlive the object.
    explicit rule_workbench(const rule_base& rules, std::span<const other_test> tests = {});
    rule_workbench(const rule_workbench&) = delete;
    rule_workbench& operator=(const rule_workbench&) = delete;

    [[nodiscard]] const rule_base& rules() const { return rules_; }
    [[nodiscard]] variant_clauses clauses_of(conclusion_id x) const;
    /// The condition of the other test with this number.
    [[nodiscard]] condition_id test(std::size_t number) const { return static_cast<condition_id>(rules_.conditions.size() + number); }

    // New conditions live until `reset`.
    /// A gate of the same kind over other members, or of another kind: `least` and `most` count only for `count`.
    condition_id add_gate(condition_kind kind, std::span<const condition_id> members, std::uint32_t least = 0, std::uint32_t most = 0);
    condition_id add_constant(bool holds) { return add_gate(holds ? condition_kind::all : condition_kind::any, {}); }
    /// The whole condition in which `by` stands instead of `old`. O(depth × members)
    condition_id replaced(condition_id old, condition_id by);
    [[nodiscard]] std::span<const condition_id> members(condition_id c) const;
    [[nodiscard]] condition_id parent(condition_id c) const { return parents_[c]; }

    /// The rules as they are.
    void reset();
    /// The rules with these clauses of `x`, instead of any other change. O(what is new)
    void change(conclusion_id x, const variant_clauses& changed);
    /// "Enough points for what `x` requires", as the rules have it; until `reset`. It is kept through the next `change` of `x`.
    literal points_probe(conclusion_id x);

    [[nodiscard]] const program::data& code() const { return *data_; }
    [[nodiscard]] const program& compiled() const { return program_; }
    /// A condition of the rules, wherever it stands.
    [[nodiscard]] literal literal_of_condition(condition_id c) const { return data_->class_literal[data_->class_of[c]]; }
    [[nodiscard]] conclusion_id original(conclusion_id x) const { return static_cast<conclusion_id>(rules_.conclusions.size() + x); }
    /// A conclusion that holds where a literal does: `advise_on` can be asked about it.
    conclusion_id probe(literal l);
    /// The gates of `x` that a variant is written into; the last is its truth.
    [[nodiscard]] node_id last_slot(conclusion_id x) const { return node_of(data_->conclusions[x].holds); }
    [[nodiscard]] node_id first_slot(conclusion_id x) const { return last_slot(x) + 1 - slots_[x]; }

private:
    void add_tests(std::span<const other_test> tests);
    [[nodiscard]] std::vector<std::uint32_t> slots_needed() const;
    literal of(condition_id c);
    circuit_builder& begin(conclusion_id x);
    void put(conclusion_id x, const conclusion_code& made);
    circuit_gate& truth_gate(conclusion_id x);

    const rule_base& rules_;
    rule_base work_;
    std::vector<condition_id> parents_;
    std::vector<std::uint32_t> slots_;
    program::data* data_ = new program::data;  // program_ owns it, and shows it only as constant
    program program_{std::unique_ptr<const program::data>(data_)};
    circuit_builder build_{*data_};
    circuit_gate unchanged_gate_;
    std::size_t inputs_ = 0, weights_ = 0, evidence_ = 0, conditions_ = 0, children_ = 0;  // how many there are without a change
    conclusion_id changed_ = nothing;
    std::uint32_t probes_ = 0;  // slots in use by a probe
};

/// Questions about the variants of one conclusion and all profiles. Several variants are asked of one solver, one after the other.
class variant_judge {
public:
    variant_judge(rule_workbench& bench, const fact_cells& cells, conclusion_id x, work_meter& meter);

    [[nodiscard]] conclusion_id about() const { return x_; }
    /// To be called after each change of the conclusion.
    void changed() { space_.world().forget(bench_.first_slot(x_), bench_.last_slot(x_) + 1); }
    /// That the changed conclusion and its original differ.
    sat_literal differ();
    sat_literal of(literal l) { return space_.world().of(l); }
    sat_answer ask(std::span<const sat_literal> asked) { return space_.ask(asked); }
    sat_answer ask(std::initializer_list<sat_literal> asked) { return space_.ask(asked); }
    /// A profile, or the smallest, for which the changed conclusion and its original differ.
    struct difference {
        sat_answer answer = sat_answer::satisfiable;  ///< whether there is any profile; if not, nothing else counts
        completion profile;
        bool smallest = true;
    };
    /// \param known a profile for which they differ, as smallest_profile takes it
    difference find_difference(profile_wanted wanted, const std::vector<std::uint64_t>* known = nullptr);
    /// The same of a profile that is known to show it.
    difference difference_under(const std::vector<std::uint64_t>& known, bool is_smallest);

private:
    rule_workbench& bench_;
    const program::data& code_;
    [[nodiscard]] std::vector<literal> roots_of(conclusion_id of) const;
    [[nodiscard]] difference told(completion profile, bool is_smallest) const;

    conclusion_id x_, original_;
    std::vector<fact_id> facts_;  // that the original rests on; a variant rests on no others
    std::vector<bool> cut_;
    proof_space space_;
};

}  // namespace advise::engine
