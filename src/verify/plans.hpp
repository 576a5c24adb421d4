// Plans by trying: where they start, what a step may be, and the best one among all of a small space.
#pragma once

#include "states.hpp"

namespace advise::verify {

inline constexpr std::int64_t one = 1'000'000;          ///< the number 1, in steps of 0.000001

bool is_learnable(const rules& base, const fact& f);
/// Of one step, in millionths of the unit.
std::int64_t step_effort(const fact& f);
/// The value of a fact with one value left.
std::int64_t value_of_decided(const possible& left);
void decide(possible& left, std::int64_t value);
/// The value one step up; nullopt at the top.
std::optional<std::int64_t> raised(const fact& f, std::int64_t value);

/// What a plan starts from: learnable facts at their lower bound, or at their "no" where nothing is known; the others as they are.
std::vector<possible> plan_start(const rules& base, const std::vector<possible>& facts);

struct best_plan {
    bool exists = false;
    std::int64_t effort = 0;
    std::size_t assumptions = 0, steps = 0;
    std::vector<std::size_t> order;     ///< of each step its fact: of the best plans the first, fact by fact in order of declaration
};

/// A plan that is looked for among fewer, or more, than all.
struct plan_wish {
    std::vector<std::vector<std::int64_t>> not_above;   ///< ends, by fact: a plan whose learnable facts all end there or higher does not count
    std::vector<std::size_t> released;                  ///< facts that may be assumed to have any value, and are not learnt
};

/// The best plan of all; nothing where more than `limit` states would have to be tried.
std::optional<best_plan> best_by_trying(const rules& base, std::size_t role, const std::vector<possible>& start, std::uint64_t limit,
                                        const plan_wish& wish = {});
/// The facts that can matter to whether there is a plan.
std::vector<std::size_t> facts_that_matter(const rules& base, std::size_t role);

}  // namespace advise::verify
