// Small changes of the rules, each as a person might slip: a test suite is good that notices every one of them.
#pragma once

#include <advise/engine/analysis.hpp>
#include <advise/engine/testing.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace advise::engine {

enum class mutation_kind : std::uint8_t {
    clause_left_out,  // a `when`, `requires`, `unless`, evidence or arrow rule
    need_left_out,    // `requires N points`
    part_left_out,    // a member of a condition
    negated,
    and_to_or,
    or_to_and,
    count_changed,   // least, most: K of a list
    test_changed,    // op, values: a level, a number, >= and >, a value of `in` left out
    points_changed,  // from, to
    need_changed     // from, to
};

/// One change, at one place.
struct mutation {
    mutation_kind kind{};
    conclusion_id about = nothing;   ///< whose clause it is
    std::uint32_t clause = nothing;  ///< which of its clauses; nothing: `requires N points`
    condition_id where = nothing;    ///< the condition that is changed, or the part that is left out
    origin at;
    std::int64_t from = 0, to = 0;
    std::uint32_t least = 0, most = 0;  ///< count_changed: the new ends
    test_op op{};                       ///< test_changed
    bool is_range = false;
    std::vector<std::int64_t> values;  ///< test_changed, as in rule_base::test_values
};

/// All changes of a rule base, in order of their places; those that only repeat another one, or that the language knows no words for, are left out.
std::vector<mutation> mutations_of(const rule_base& rules);

enum class mutant_fate : std::uint8_t {
    noticed,     ///< a test fails
    equivalent,  ///< proved: no profile gives any conclusion another verdict, or any role other points
    survived,    ///< no test fails, and some profile shows the difference
    undecided,   ///< no test fails, and the limit of the proof left it open
    untried      ///< the limit of the whole work was reached before
};

/// What would notice a survivor: a complete profile, and what the rules as they stand say of the conclusion.
struct mutant_witness {
    completion profile;     ///< of every fact that the conclusion rests on
    certain_outcome right;  ///< by the rules as they are
    certain_outcome wrong;  ///< by the changed ones
    bool smallest = true;   ///< false: the limit stopped the search for the smallest
};

struct mutant {
    mutation what;
    mutant_fate fate = mutant_fate::untried;
    const test_block* noticed_by = nullptr;  ///< the first one that was found to notice it
    std::optional<mutant_witness> witness;   ///< survived
};

/// Tries every mutation with the tests that look at its conclusion, itself or through others; what they do not notice is decided by the solver.
/// All tests must pass under the rules as they are. The points of a concept reach nobody's advice and do not count.
/// O(mutations × (size + tests × circuit)) within the limits of `options`.
std::vector<mutant> try_mutants(const program& code, std::span<const bound_test> tests, const trial_options& options = {});

}  // namespace advise::engine
