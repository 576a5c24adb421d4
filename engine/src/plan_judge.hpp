// Whether a plan does what it says: the goal at its end, and an order of its steps in which each `after` holds. Exact.
#pragma once

#include "plan_problem.hpp"

#include <optional>
#include <vector>

namespace advise::engine {

/// A cell for each variable.
using plan_cells = std::vector<std::uint32_t>;

class plan_judge {
public:
    plan_judge(const program::data& code, const plan_problem& problem) : code_(code), problem_(problem), table_(problem.nodes()) {}

    /// Whether the goal holds whatever is left unknown.
    bool reaches_goal(const plan_cells& cells);

    /// An order in which raised variables can go to these cells, one cell at a time: the first one when facts are compared in order of declaration.
    /// \param begin an order to begin with
    std::optional<std::vector<std::uint32_t>> order(const plan_cells& cells, const std::vector<std::uint32_t>& begin = {});

    /// The facts as they are at these cells.
    [[nodiscard]] facts at(const plan_cells& cells) const;

    /// Some question was too much work, and was answered with no.
    [[nodiscard]] bool undecided() const { return undecided_; }
    [[nodiscard]] std::uint64_t work() const { return work_; }

private:
    bool holds(literal small, literal whole, const plan_cells& cells);
    bool holds_whatever_is_unknown(literal whole, const plan_cells& cells);
    bool may_rise(std::uint32_t v, const plan_cells& state);
    bool climb(plan_cells& state, const plan_cells& to, std::vector<std::uint32_t>& steps);
    bool follow(plan_cells& state, const plan_cells& to, std::vector<std::uint32_t>& steps);

    const program::data& code_;
    const plan_problem& problem_;
    truth_table table_;
    std::uint64_t work_ = 0;
    std::vector<plan_cells> dead_ends_;     ///< of one question, sorted
    bool undecided_ = false;
};

/// Whether a literal of the whole circuit is true in every completion; nullopt if the work limit stopped it.
std::optional<bool> always_true(const program::data& code, const facts& person, literal of, std::uint64_t work_limit);

}  // namespace advise::engine
