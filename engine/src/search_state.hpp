// Where a search over the completions of a residual circuit stands: which cells each variable may still be in, what Kleene's tables say
// of every node then, and with which sign each open test reaches an objective.
//
// What makes exactness cheap (unate functions; see e.g. Crama and Hammer, Boolean Functions, ch. 1): if all open tests of a variable
// reach the objective in such a way that one cell is best for each of them, the variable can be put there; only variables without such a
// cell, *of mixed sign*, need case distinction. When there are none, Kleene's bound is attained.
#pragma once

#include "residual.hpp"

#include <cstdint>
#include <vector>

namespace advise::engine {

/// A cell index (within its variable) for each variable.
using assignment = std::vector<std::uint32_t>;

/// Cells of one variable that belong to one case.
using cell_group = std::vector<std::uint32_t>;

/// The same objective with its sign turned, so that only least values need to be sought.
objective negated(const objective& o);

class search_state {
public:
    search_state(const residual& circuit, std::uint64_t work_limit);

    /// What Kleene's tables allow the objective to be now. Call after any change of cells. O(circuit).
    points_interval bounds(const objective& o);

    /// After bounds(): marks the open tests with their sign towards a *small* objective, and sorts the variables into those that can be put at a
    /// best cell (choice() has it) and those of mixed sign. O(circuit).
    void classify(const objective& o);
    [[nodiscard]] const std::vector<std::uint32_t>& mixed() const { return mixed_; }
    /// A cell for each variable: the best where there is one, the lowest allowed one elsewhere.
    [[nodiscard]] const assignment& choice() const { return choice_; }
    /// Of some variables the one whose tests are used most by what is open; the first of equals.
    [[nodiscard]] std::uint32_t most_used(const std::vector<std::uint32_t>& among) const;

    /// The allowed cells of a variable in groups that the relevant tests do not tell apart; of an ordered fact only neighbours share one.
    [[nodiscard]] std::vector<cell_group> groups(std::uint32_t variable_index);
    /// The same for tests of the caller's choice (indices within the variable); `only_neighbours`: a group is a run of allowed cells.
    [[nodiscard]] std::vector<cell_group> alike_cells(std::uint32_t variable_index, const std::vector<std::uint32_t>& tests, bool only_neighbours);

    [[nodiscard]] const cell_group& allowed(std::uint32_t variable_index) const { return allowed_[variable_index]; }
    /// Leaves a variable only these cells; returns those it had, to be given back to `restore`.
    cell_group restrict_to(std::uint32_t variable_index, cell_group cells);
    void restore(std::uint32_t variable_index, cell_group cells);

    [[nodiscard]] const residual& circuit() const { return circuit_; }
    [[nodiscard]] truth_bits bits(literal l) const { return bits_of(table_, l); }
    /// True for a test that is open and reaches the objective of the last classify().
    [[nodiscard]] bool relevant(std::uint32_t test) const { return marks_[test] != 0 && table_[test] == is_open; }
    /// The cells of all variables so that each is the only one allowed, and the table passed over them.
    void settle(const assignment& cells);

    /// The work done so far (inputs of gates, terms of objectives and truths of cells looked at), and whether it is more than was allowed.
    [[nodiscard]] bool exhausted() const { return work_ > limit_; }
    [[nodiscard]] std::uint64_t work() const { return work_; }
    void charge(std::uint64_t inputs) { work_ += inputs; }

private:
    void pass();
    void mark(const objective& o);
    void weigh_tests(std::uint32_t variable_index);
    bool find_best_cell(std::uint32_t variable_index);

    const residual& circuit_;
    std::vector<cell_group> allowed_;
    truth_table table_;
    std::vector<std::uint8_t> marks_;       ///< of nodes: bit 0 small wants it false, bit 1 small wants it true
    std::vector<std::uint32_t> uses_;       ///< of nodes: by open gates that reach the objective
    std::vector<std::uint32_t> mixed_;
    assignment choice_;
    std::uint64_t work_ = 0;
    std::uint64_t limit_ = 0;
};

}  // namespace advise::engine
