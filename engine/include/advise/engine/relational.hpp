// The circuit as columns in layers: what an engine that computes tables evaluates, a row for each person. Truth is three-valued there as in
// Kleene's tables (in SQL: TRUE, FALSE and NULL), so that the unknowns of a row come out as those of one profile do.
//
// This is an encoder: beside the gate kernel it knows what a gate means. How the columns are spelt is the business of who writes the text.
#pragma once

#include <advise/engine/advice.hpp>
#include <advise/engine/facts.hpp>
#include <advise/engine/program.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace advise::engine {

/// What a column says.
///  always      true, whatever is known
///  never       false, whatever is known
///  test        a fact has a value of some ranges, or a set has an option
///  all, any    of the inputs
///  sum         a number, not a truth: the weights of the inputs that are true
///  at_least    the one input, a sum, is at least `least`
enum class column_kind : std::uint8_t { always, never, test, all, any, sum, at_least };

/// Values from..to, ends included, as in known_fact.
struct column_range {
    std::int64_t from = 0, to = 0;
    friend bool operator==(const column_range&, const column_range&) = default;
};

/// One input: another column, or its negation; in a sum its weight, above 0.
struct column_input {
    std::uint32_t column = 0;
    bool negated = false;
    std::int64_t weight = 1;
    friend bool operator==(const column_input&, const column_input&) = default;
};

struct relational_column {
    column_kind kind = column_kind::never;
    bool open = false;             ///< may be unknown; a sum then has two ends
    bool stored = false;           ///< has a name; otherwise it is written out in the one place that uses it, or in all where it is short
    std::uint32_t layer = 0;       ///< where it is computed: from columns stored in earlier layers and from facts
    std::uint32_t last_layer = 0;  ///< of a stored one: the last layer that reads it
    std::uint32_t fact = nothing, option = nothing;  ///< test
    std::uint32_t first = 0, size = 0;               ///< into ranges (test) or inputs
    std::int64_t least = 0;                          ///< at_least
};

/// A fact that some column tests.
struct relational_fact {
    fact_id fact = nothing;
    std::vector<std::uint32_t> options;  ///< any_of: those that are tested, ascending
    bool open = true;                    ///< may be unknown
    std::uint32_t last_layer = 0;        ///< the last layer that reads it
};

/// Why a role is refused: one thing that must hold.
enum class requirement_kind : std::uint8_t { when, requires_, unless, points };
struct requirement {
    requirement_kind kind{};
    const engine::clause* clause = nullptr;  ///< requires_, unless, and a `when` that is the only one; else null
    std::int64_t points = 0;                 ///< points: at least so many
};

/// The mask of a role has a bit for each of its requirements, in their order; those from this one on share one bit.
inline constexpr std::uint32_t last_mask_bit = 61;
inline std::uint32_t mask_bit(std::size_t requirement) {
    return static_cast<std::uint32_t>(requirement < last_mask_bit ? requirement : last_mask_bit);
}

struct relational_role {
    conclusion_id role = nothing;
    column_input holds;
    std::uint32_t sum = nothing;            ///< the column of its points; nothing: it has no evidence
    std::int64_t offset = 0;                ///< to be added to the sum
    std::vector<requirement> requirements;  ///< those of the rules, in the order in which the program has them: clauses, `when`s as one, points
    std::vector<column_input> met;          ///< of each requirement
};

struct relational_options {
    bool closed = false;  ///< facts of which nothing is said are at their "no"
    bool bounds = false;  ///< a level or number may be known in part
};

struct relational_plan {
    relational_options options;
    std::vector<relational_column> columns;  ///< what they rest on first
    std::vector<column_input> inputs;
    std::vector<column_range> ranges;
    std::vector<relational_fact> facts;  ///< ascending
    std::vector<relational_role> roles;
    std::uint32_t layers = 0;  ///< columns are stored in the layers 1..layers; the roles are read in the one after
    std::size_t widest = 0;    ///< names in the widest layer: facts, stored columns that are carried or computed there

    [[nodiscard]] std::span<const column_input> inputs_of(const relational_column& c) const { return {inputs.data() + c.first, c.size}; }
    [[nodiscard]] std::span<const column_range> ranges_of(const relational_column& c) const { return {ranges.data() + c.first, c.size}; }
};

/// Plans the columns that these roles rest on. O(size of the circuit).
relational_plan plan_columns(const program& code, std::span<const conclusion_id> roles, const relational_options& options);

/// What must hold for a role or concept, in the order of the bits of its mask. O(clauses).
std::vector<requirement> requirements_of(const rule_base& rules, conclusion_id role);

/// What Kleene's tables alone say of a role: what the columns must come out as.
struct kleene_answer {
    conclusion_id role = nothing;
    engine::verdict verdict = verdict::no;
    points_interval points;
    std::uint64_t unmet = 0;      ///< the mask of the requirements that do not hold
    std::uint64_t undecided = 0;  ///< of those that are unknown
    friend bool operator==(const kleene_answer&, const kleene_answer&) = default;
};

/// In the order of the roles given. O(size of the circuit).
std::vector<kleene_answer> kleene_answers(const program& code, const facts& person, std::span<const conclusion_id> roles);

}  // namespace advise::engine
