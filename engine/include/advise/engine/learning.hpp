// Facts that can never be learnt, because what must hold `after` which they are learnt never does.
#pragma once

#include <advise/engine/facts.hpp>
#include <advise/engine/program.hpp>

#include <vector>

namespace advise::engine {

/// Why some facts can never be learnt.
struct never_learnt {
    /// A circle: the `after` of each waits for the next one, that of the last for the first; one fact alone waits for itself.
    std::vector<fact_id> facts;
    bool circle = true;  ///< false: one fact, whose `after` never holds whatever is learnt
};

/// The learnable facts that stay as `start` has them, whatever else is learnt: their `after`s never hold. In order of declaration; by Kleene's tables, see below.
std::vector<fact_id> facts_never_learnt(const program& code, const facts& start);

/// The circles of facts that wait for each other, one (the shortest through its first fact) for each group of facts, and facts whose `after` never
/// holds. What only waits for one of these is not told again. Facts are learnt from what `start` says of them, as in plan_start(); what cannot be learnt has
/// any value that is left to it. Sound, by Kleene's tables: what is told is never learnt; a contradiction that these tables do not see is not told.
/// In order of declaration. O(chain of `after`s × size of the circuit); where a chain is longer than a thousand, or more facts
/// than that are never learnt, nothing is told.
std::vector<never_learnt> never_learnt_from(const program& code, const facts& start);

/// The same for whoever knows nothing yet.
std::vector<never_learnt> never_learnt_by_beginners(const program& code);

}  // namespace advise::engine
