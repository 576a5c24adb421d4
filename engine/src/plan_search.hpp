// Branch and bound over where a plan ends.
#pragma once

#include "plan_bound.hpp"
#include "plan_judge.hpp"

#include <optional>
#include <vector>

namespace advise::engine {

/// A plan as the search sees it.
struct found_plan {
    price cost;
    plan_cells cells;
    std::vector<std::uint32_t> order;       ///< variables, one for each cell they go up
};

/// What is asked of a search beyond the goal.
struct plan_question {
    price below = out_of_reach;             ///< only plans cheaper than this
    bool any = false;                       ///< the first one will do
    std::vector<std::uint32_t> begin;       ///< an order to begin with
    std::uint32_t raise = nothing;          ///< a variable that is to be raised further than `begin` does
    std::vector<plan_cells> not_above;      ///< ends that the plan must not contain
};

struct plan_answer {
    std::optional<found_plan> best;
    bool complete = true;                   ///< false: the work limit stopped the search, or a question was left undecided
    price at_least = out_of_reach;          ///< where not complete: what was left aside costs at least this
};

class plan_search {
public:
    plan_search(const program::data& code, const plan_problem& problem, std::uint64_t work_limit)
        : problem_(problem), judge_(code, problem), bounds_(problem), limit_(work_limit)
    {
    }

    /// The cheapest plan that answers; of equal ones any. Deterministic.
    plan_answer solve(const plan_question& question);

    /// Of the plans that cost as much as this one the first, when their orders are compared. False where the work limit stopped that.
    bool put_first(found_plan& plan, const plan_question& question);

    /// So much work more than what has been done.
    void allow(std::uint64_t more) { limit_ = work() + more; }
    [[nodiscard]] std::uint64_t work() const { return judge_.work() + bounds_.work(); }
    plan_judge& judge() { return judge_; }

private:
    void descend(price lower);
    void leave_aside(price lower);
    [[nodiscard]] price corner_price() const;
    [[nodiscard]] bool is_excluded() const;
    bool corner_is_plan();
    void lower(found_plan& plan);
    void branch_on_need(price lower);
    void branch_on_anything(price lower);
    void branch_up(std::uint32_t v, std::uint32_t cell, bool up_first, price lower);
    void branch_on_cells(std::uint32_t v, literal test, price lower);
    [[nodiscard]] bool done() const { return (question_->any && answer_.best) || work() > limit_; }
    [[nodiscard]] price cap() const { return answer_.best ? answer_.best->cost : question_->below; }

    const plan_problem& problem_;
    plan_judge judge_;
    plan_bounds bounds_;
    std::uint64_t limit_;
    const plan_question* question_ = nullptr;
    plan_answer answer_;
    plan_box box_;
};

}  // namespace advise::engine
