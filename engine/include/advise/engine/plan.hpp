// How to get there: the cheapest plan that makes a role's verdict `yes` (COMMANDS.md, "Plan").
#pragma once

#include <advise/engine/advice.hpp>
#include <advise/engine/learning.hpp>

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace advise::engine {

/// One learnable fact raised by one: the next level, no to yes, a number by 1.
struct plan_step {
    fact_id fact = nothing;
    std::int64_t from = 0;                  ///< as in known_fact
    std::int64_t to = 0;
    std::int64_t effort = 0;                ///< in steps of 0.000001 of the unit
    std::vector<conclusion_id> unlocks;     ///< conclusions whose exact verdict turns yes with this step, in order of declaration
    /// Of the last of the steps that raise one fact up to where something is unlocked: where the role would be certain at the end without them, the facts of later
    /// steps whose `after` needs them.
    std::vector<fact_id> needed_before;
};

/// A fact and the value that is assumed of it.
struct plan_value {
    fact_id fact = nothing;
    fact_value value;
    friend bool operator==(const plan_value&, const plan_value&) = default;
};

/// A way to the role: steps in an order in which each fact's `after` holds, and what is assumed of facts that cannot be learnt.
struct plan_way {
    std::int64_t effort = 0;                ///< of all steps
    std::vector<plan_step> steps;
    std::vector<plan_value> assume;         ///< in order of declaration
    /// Learnable facts that the profile leaves open, with the value they are counted at, where more of them would spoil the plan; in order of declaration.
    /// No fewer of them would do: with these as they are, the others may be anything that the profile allows.
    std::vector<plan_value> counted;
};

/// Why a fact stands in the way.
struct block_reason {
    std::vector<fact_id> needed_before;  ///< where the role does not ask for it itself: what is learnt after it, but not before
    bool never_learnt = false;           ///< it can be learnt as such, but its `after` never holds
    /// With which of its values there would be a way, were the other facts in the way as they need to be: runs of levels, options or numbers, both ends included, ascending.
    /// Empty of a set, and where the work limit left one open.
    std::vector<std::pair<std::int64_t, std::int64_t>> needed;
};

struct plan {
    conclusion_id role = nothing;
    engine::verdict verdict = verdict::no;  ///< as things are now
    bool possible = false;                  ///< a way was found
    bool optimal = true;                    ///< `best` is the best way there is; where nothing is possible: proved so
    plan_way best;
    std::int64_t at_least = 0;              ///< no way costs less; equal to best.effort where `optimal`
    std::vector<plan_way> alternatives;     ///< the next best ways that do not contain an earlier one, none dearer by more than a fifth
    bool alternatives_exact = true;         ///< they are the next best ones, as many as asked for if there are; false where the work limit stopped the search
    /// Where nothing is possible: facts such that there would be a way if they were not as plan_start() has them, and no fewer of them would do (as far as
    /// the work limit allows to tell). In order of declaration; empty where nothing that a person is or learns makes the verdict yes.
    std::vector<fact_id> blocked_by;
    bool blocked_exact = true;              ///< false where they were not looked for, or the work limit left open whether fewer would do
    std::vector<block_reason> blocked_why;  ///< one for each of these
    /// Circles of `after`s that the facts in the way wait for, or stand in themselves.
    std::vector<never_learnt> circles;
};

struct plan_options {
    std::uint64_t work_limit = 40'000'000;  ///< inputs of gates looked at for one role, before `optimal` may be false
    std::size_t alternatives = 3;
    bool unlocks = true;                    ///< tell what each step unlocks and is needed for
    bool blocked = true;                    ///< tell what stands in the way
    std::int64_t within = INT64_MAX;        ///< ways of more effort are not looked for (then `possible` is false and `at_least` says more than this)
};

/// A number is raised by no more steps than this; ways that would need more are not looked at, and `optimal` says so.
inline constexpr std::int64_t most_steps_of_a_fact = 10'000;

/// Whether a fact can be learnt: it has an effort, or no fact of the rule base has one and it is a level.
bool is_learnable(const rule_base& rules, fact_id f);

/// The effort of one step of a learnable fact, in steps of 0.000001 of the unit.
std::int64_t step_effort(const rule_base& rules, fact_id f);

/// Where a plan starts: a learnable fact at its lower bound where it is bounded, at its "no" where nothing is known of it. Facts that cannot be learnt stay
/// as open as they are: a plan may assume one of the values that are left to them.
facts plan_start(const rule_base& rules, const facts& person);

/// The best plan for a role: least effort, then fewest assumptions, then fewest steps; of equal ones the one whose sequence of steps is first
/// when facts are compared in order of declaration. Assumed values are the lowest that serve. Exact: what is left unknown is shown not to
/// matter by the exact verdict. Branch and bound; the same input gives the same plan.
plan cheapest_plan(const program& code, const facts& person, conclusion_id role, const plan_options& options = {});

}  // namespace advise::engine
