// Every complete profile of a small rule base, and what is true under each: the slow twin of the proofs about a rule base. It reads conditions
// and clauses as they stand, and knows no circuit.
#pragma once

#include "support/bridge.hpp"

#include <set>
#include <vector>

namespace advise::tests {

/// One complete profile and what is true under it.
struct certain_world {
    std::vector<value> facts;  // of each engine fact; a set as bits
    std::vector<bool> conditions;
    std::vector<bool> conclusions;
    std::vector<std::int64_t> points;
};

/// What is left out of a rule base on trial.
struct left_out {
    std::set<const engine::clause*> clauses;
    std::set<const engine::points_requirement*> needs;
};

class all_profiles {
public:
    all_profiles(const rule_base& model, const engine::rule_base& rules);

    [[nodiscard]] const std::vector<certain_world>& worlds() const { return worlds_; }
    /// The values that a fact takes, ascending.
    [[nodiscard]] const std::vector<value>& values(engine::fact_id f) const { return values_[f]; }
    [[nodiscard]] certain_world evaluate(std::vector<value> facts) const;
    /// Whether a conclusion would hold without some of its clauses, the conditions being as they are.
    [[nodiscard]] bool holds_without(engine::conclusion_id x, const certain_world& in, const left_out& away) const;
    /// How many facts are not at their lowest value.
    [[nodiscard]] std::size_t away_from_lowest(const certain_world& world) const;
    /// The index of the world in which one fact has another of its values.
    [[nodiscard]] std::size_t moved(std::size_t world, engine::fact_id f, std::size_t value_index) const;

private:
    bool truth(engine::condition_id c, certain_world& in, std::vector<int>& known) const;
    bool conclude(engine::conclusion_id x, certain_world& in, std::vector<int>& known) const;
    [[nodiscard]] bool test(const engine::condition& c, value v) const;

    const engine::rule_base& rules_;
    std::vector<std::vector<value>> values_;
    std::vector<std::size_t> stride_;
    std::vector<certain_world> worlds_;
};

}  // namespace advise::tests
