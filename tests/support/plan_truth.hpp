#pragma once

// The cheapest plan by trying everything: every set of assumptions, every state that learning can lead to. The obvious truth beside the engine's search.

#include "brute_force.hpp"

namespace advise::tests {

struct true_plan {
    value effort = 0;                    // in millionths
    std::size_t assumed = 0;
    std::vector<std::size_t> sequence;   // the fact of each step: the first of equally good plans
    std::vector<value> end;              // of every fact that can be learnt, by index of the fact; others are 0
    friend bool operator==(const true_plan&, const true_plan&) = default;
};

class plan_truth {
public:
    // `rank` orders the facts as they are declared. Facts in `released` may have any value and are not learnt.
    plan_truth(const rule_base& base, const profile& known, std::vector<std::size_t> rank, const std::vector<std::size_t>& released = {});

    // Whether trying everything takes too long.
    bool too_much() const { return too_much_; }
    // The best plan whose end does not contain one of these.
    std::optional<true_plan> best(std::size_t role, const std::vector<std::vector<value>>& not_above = {}) const;

private:
    struct skill {
        std::size_t fact = 0;
        std::vector<value> values;       // from the start upwards, a step between neighbours
        std::optional<std::size_t> after;  // the conclusion that says so
    };
    struct cost {
        value effort = 0;
        std::size_t steps = 0;
        friend auto operator<=>(const cost&, const cost&) = default;
    };

    static rule_base with_afters(const rule_base& base);
    value start_of(const profile& known, std::size_t index) const;
    void add_skill(const profile& known, std::size_t index);
    void try_everything(std::vector<std::vector<value>> possible);
    std::vector<std::uint64_t> certain(const std::vector<std::size_t>& assumption) const;
    std::vector<std::optional<cost>> costs_to_go(const std::vector<std::uint64_t>& certain, std::size_t role, const std::vector<std::vector<value>>& not_above) const;
    std::vector<value> end_at(std::size_t state) const;
    std::size_t digit(std::size_t state, std::size_t skill_index) const { return state / strides_[skill_index] % skills_[skill_index].values.size(); }
    bool can_step(std::size_t state, std::size_t skill_index, const std::vector<std::uint64_t>& certain) const;

    rule_base base_;                     // with a concept for each `after`
    std::vector<std::size_t> rank_;
    bool no_efforts_ = true;
    bool too_much_ = false;
    std::vector<skill> skills_;          // in order of declaration
    std::vector<std::size_t> strides_;
    std::size_t states_ = 1;
    std::vector<std::size_t> open_;      // facts that may be assumed
    std::vector<std::vector<value>> open_values_;
    std::size_t others_ = 1;             // completions of these
    std::vector<std::uint64_t> holds_;   // a bit for each conclusion, for each state and completion
};

}  // namespace advise::tests
