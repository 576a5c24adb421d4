// Every completion that a conclusion can tell apart, one by one.
#pragma once

#include "evaluate.hpp"

namespace advise::verify {

/// A fact that is open, or one open option of a set, with one value for each way in which tests see it: the lowest.
struct variable {
    std::size_t fact = none;
    std::size_t option = none;              ///< of an any_of fact; values are 0 and 1
    std::vector<std::int64_t> values;       ///< ascending
};

/// The facts that tests below `order` ask, in order of declaration.
std::vector<std::size_t> facts_below(const rules& base, const std::vector<std::size_t>& order);
/// The variables of the open facts among them; sets have one for each open option.
std::vector<variable> variables_below(const rules& base, const std::vector<std::size_t>& order, const std::vector<possible>& facts);
/// How many states there are, at most `limit` + 1.
std::uint64_t count_states(const std::vector<variable>& variables, std::uint64_t limit);
/// A completion of what is possible: known facts at their value, open ones at their lowest.
completion lowest_completion(const rules& base, const std::vector<possible>& facts);
void put(completion& into, const variable& v, std::int64_t value);

/// What a conclusion is in every state. States are numbered so that the first fact in order of declaration counts most, lowest value first.
struct state_table {
    std::vector<variable> variables;
    std::vector<bool> holds;
    std::vector<std::int64_t> points;

    [[nodiscard]] std::size_t size() const { return holds.size(); }
    /// The place in `values` of a variable in a state.
    [[nodiscard]] std::size_t digit(std::size_t state, std::size_t of) const;
    /// How far apart states are that differ by one step of a variable.
    [[nodiscard]] std::size_t stride(std::size_t of) const;
};

/// Nothing where there are more than `limit` states.
std::optional<state_table> all_states(const rules& base, std::size_t conclusion, const std::vector<std::size_t>& order,
                                      const std::vector<possible>& facts, std::uint64_t limit);

/// Whether a condition holds in every completion, in none, or in some; nothing where more than `limit` states would have to be tried.
std::optional<truth> exact_truth(const rules& base, std::size_t condition, const std::vector<possible>& facts, std::uint64_t limit);

}  // namespace advise::verify
