// Exact answers by cases: where Kleene's tables leave something open, one open fact that it rests on takes its values in turn. What
// would take too long is left unanswered.
#pragma once

#include "evaluate.hpp"

#include <functional>
#include <map>

namespace advise::verify {

/// How many cases may still be looked into; the questions that belong to one claim share it.
struct budget {
    std::uint64_t left = 0;

    /// \return false where nothing is left
    bool take() { return left != 0 && left-- != 0; }
};

/// Something with a number in every completion: what Kleene's tables know of the number, from the truths below `roots`. Where all of these are
/// certain the number is too.
struct goal {
    std::vector<std::size_t> roots;
    std::function<interval(const truths&)> seen;
};

/// By condition: the points that it gives where it holds.
using points_sum = std::map<std::size_t, std::int64_t>;

/// The evidence of a conclusion; of equal conditions together.
points_sum evidence_of(const conclusion& c);
points_sum difference(const points_sum& a, const points_sum& b);

goal goal_of_points(const points_sum& points);
/// 1 where a condition holds, else 0.
goal goal_of_truth(std::size_t condition);
/// Which role comes first in the order of advice, as an index of the conclusions; 0 where there is no role. Roles that these facts put behind
/// another one in every completion are left out; what takes too long to see is not.
goal goal_of_first(const rules& base, const std::vector<possible>& facts);

/// The least and the greatest number over all completions, both attained; nothing where the budget runs out.
std::optional<interval> exact_range(const rules& base, const goal& of, const std::vector<possible>& facts, budget& work);
std::optional<truth> truth_by_cases(const rules& base, std::size_t condition, const std::vector<possible>& facts, budget& work);
/// Whether two completions that differ in this fact alone have different numbers.
std::optional<bool> matters(const rules& base, const goal& to, std::size_t fact, const std::vector<possible>& facts, budget& work);

/// Where a conclusion stands in the order of advice.
struct standing {
    std::size_t conclusion = none;
    truth verdict = truth::unknown;
    interval points;
};
std::optional<standing> standing_of(const rules& base, std::size_t conclusion, const std::vector<possible>& facts, budget& work);
/// LANGUAGE.md §1: verdict, least points, greatest points, declaration.
bool comes_before(const standing& a, const standing& b);

}  // namespace advise::verify
