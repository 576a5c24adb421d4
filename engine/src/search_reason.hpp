// Why a search need not look further in some case: which of the variables that it restricted the bound of an objective rests on there. If a case of a
// variable was dismissed for reasons that do not include that variable, so are all its other cases (conflict-directed backjumping: Prosser,
// Computational Intelligence 9, 1993). Without this, a search tries all values of what has nothing to do with the contradiction that it is after.
#pragma once

#include "search_state.hpp"

namespace advise::engine {

/// The variables that a search has restricted, and for each depth the reasons gathered there. Of several reasons those are taken that rest on the
/// earliest decisions.
class search_reasons {
public:
    explicit search_reasons(const residual& circuit);

    /// Nothing is dismissed at a depth yet; the depths of a path are 0, 1, ….
    void clear(std::uint32_t depth);
    /// The state's bound of the objective is at least this, by Kleene's tables: what that rests on is a reason at the depth. After bounds(). O(circuit).
    void add_bound(std::uint32_t depth, search_state& state, const objective& o, std::int64_t bound);
    /// A variable is being restricted at a depth, or is not any more.
    void decide(std::uint32_t depth, std::uint32_t variable_index) { level_[variable_index] = depth + 1; }
    void undo(std::uint32_t depth, std::uint32_t variable_index);
    /// Takes the reasons of a case (at depth + 1) of the variable decided at this depth. \return false if the variable is not among them: no other
    /// case of it need be looked at, and the case's reasons are all there are
    bool take_case(std::uint32_t depth, std::uint32_t variable_index);

private:
    struct support {
        std::uint32_t level;
        literal of;
        std::int64_t weight;
    };

    void find_levels(const search_state& state);
    void list_supports(const search_state& state, std::uint32_t gate);
    void need(std::int64_t missing);
    template <class Visit>
    void for_each_needed(std::int64_t missing, const Visit& visit);

    const residual& circuit_;
    std::vector<std::uint32_t> level_;       ///< of each variable: 1 + the depth at which it is restricted, or 0
    std::vector<std::uint32_t> node_level_;  ///< of each node: the deepest decision that its truth needs
    std::vector<std::uint8_t> needed_;       ///< of each node
    std::vector<support> supports_;
    std::vector<std::vector<std::uint8_t>> reasons_;  ///< of each depth: a flag for each variable
};

}  // namespace advise::engine
