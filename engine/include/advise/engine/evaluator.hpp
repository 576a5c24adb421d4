// One person after the other, for programs that ask often: nothing is allocated while Kleene's tables decide.
#pragma once

#include <advise/engine/people_block.hpp>

#include <span>

namespace advise::engine {

struct evaluator_options {
    bool closed = false;                       ///< facts of which nothing is said are at their "no" (LANGUAGE.md §5)
    bool exact = true;                         ///< false: Kleene's tables alone; what they leave open is not exact
    std::uint64_t work_limit = one_role_work;  ///< as in advise_options
    std::uint64_t run_limit = one_run_work;
};

/// Advice for one person at a time, without proofs and witnesses. Made once for each thread; the prepared program is shared. About 2 µs for 50 roles
/// over 300 concepts; where Kleene's tables leave a role open, as long as engine::advise takes.
class evaluator {
public:
    /// The prepared program must outlive it. O(size of the circuit).
    explicit evaluator(const block_program& prepared, const evaluator_options& options = {});
    ~evaluator();
    evaluator(evaluator&&) noexcept;

    /// Somebody of whom nothing is said. O(thresholds of facts).
    void clear();
    /// A fact has exactly this value, as in people_block::set; what was said of it before does not count any more. O(thresholds of the fact).
    void set(fact_id f, std::int64_t value);
    /// The same of anything that a profile can say of a fact. Nothing is taken back but by clear() or by saying something else.
    void set(fact_id f, const known_fact& known);
    /// clear() and all that is known of somebody; `person.closed` counts, not the option. O(facts + thresholds).
    void set(const facts& person);

    /// All roles in order of declaration, by their place in block_program::roles(); valid until the next call of a member. The same answers as
    /// engine::advise. O(size of the circuit), but for roles that Kleene's tables leave open.
    std::span<const role_outcome> evaluate();
    /// The places of the roles of the last evaluate() in the order of LANGUAGE.md §1. O(roles), or O(roles log roles) where roles have points.
    std::span<const std::uint32_t> order();

private:
    struct state;
    std::unique_ptr<state> state_;
};

}  // namespace advise::engine
