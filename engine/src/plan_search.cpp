#include "plan_search.hpp"

#include <algorithm>

namespace advise::engine {
namespace {

/// Claims for the bound of a box, and for that of the first one, which is what is told where the search does not end.
inline constexpr std::uint64_t claims_of_a_box = 3'000;
inline constexpr std::uint64_t claims_of_the_first_box = 200'000;

}  // namespace

plan_answer plan_search::solve(const plan_question& question)
{
    question_ = &question;
    answer_ = {};
    box_.low.assign(problem_.variables.size(), 0);
    box_.high.clear();
    for (const plan_variable& v : problem_.variables) box_.high.push_back(static_cast<std::uint32_t>(v.cells.size()) - 1);
    for (const std::uint32_t v : question.begin) ++box_.low[v];
    if (question.raise != nothing) ++box_.low[question.raise];
    for (std::uint32_t v = 0; v < box_.low.size(); ++v)
        if (box_.low[v] > box_.high[v]) return answer_;
    descend(free_of_charge);
    if (judge_.undecided()) {
        answer_.complete = false;
        answer_.at_least = free_of_charge;
    }
    return answer_;
}

void plan_search::leave_aside(price lower)
{
    if (question_->any && answer_.best) return;
    answer_.complete = false;
    answer_.at_least = std::min(answer_.at_least, lower);
}

/// What the cheapest end costs that is still allowed.
price plan_search::corner_price() const
{
    price sum = free_of_charge;
    for (std::size_t v = 0; v < box_.low.size(); ++v) sum += problem_.variables[v].cells[box_.low[v]].cost;
    return sum;
}

bool plan_search::is_excluded() const
{
    return std::ranges::any_of(question_->not_above, [&](const plan_cells& end) {
        for (std::size_t v = 0; v < end.size(); ++v)
            if (problem_.variables[v].kind == plan_variable_kind::raised && box_.low[v] < end[v]) return false;
        return true;
    });
}

void plan_search::descend(price lower)
{
    const price paid = corner_price();
    if (paid >= cap() || is_excluded()) return;
    if (done()) return leave_aside(std::max(lower, paid));
    bounds_.pass(box_);
    const price need = bounds_.need();
    if (need == out_of_reach || paid + need >= cap()) return;
    const bool first = lower == free_of_charge;
    lower = std::max(lower, paid + need);
    if (need == free_of_charge) {
        if (!corner_is_plan()) branch_on_anything(lower);
        return;
    }
    const price shared = bounds_.shared_need(cap() - paid, first ? claims_of_the_first_box : claims_of_a_box);
    if (shared == out_of_reach || paid + shared >= cap()) return;
    lower = std::max(lower, paid + shared);
    branch_on_need(lower);
}

/// The cheapest end of the box, if it is a plan, is the best one there.
bool plan_search::corner_is_plan()
{
    for (std::uint32_t v = 0; v < box_.low.size(); ++v)
        if (problem_.variables[v].kind == plan_variable_kind::released && !box_.fixed(v)) return false;
    if (!judge_.reaches_goal(box_.low)) return false;
    std::optional<std::vector<std::uint32_t>> order = judge_.order(box_.low, question_->begin);
    if (!order) return false;
    answer_.best = found_plan{corner_price(), box_.low, std::move(*order)};
    if (!question_->any) this->lower(*answer_.best);
    return true;
}

/// Takes back what the plan can do without, one cell at a time: other boxes have to beat that.
void plan_search::lower(found_plan& plan)
{
    plan_cells least(plan.cells.size());
    for (const std::uint32_t v : question_->begin) ++least[v];
    if (question_->raise != nothing) ++least[question_->raise];
    for (std::uint32_t v = 0; v < plan.cells.size(); ++v) {
        const plan_variable& x = problem_.variables[v];
        if (x.kind == plan_variable_kind::released) continue;
        const bool raised = x.kind == plan_variable_kind::raised;
        while (plan.cells[v] > least[v] && !done()) {
            plan_cells fewer = plan.cells;
            fewer[v] = raised ? fewer[v] - 1 : 0;
            if (!judge_.reaches_goal(fewer)) break;
            std::optional<std::vector<std::uint32_t>> order = judge_.order(fewer, question_->begin);
            if (!order) break;
            plan.cost -= x.cells[plan.cells[v]].cost - x.cells[fewer[v]].cost;
            plan.cells = std::move(fewer);
            plan.order = std::move(*order);
        }
    }
}

void plan_search::branch_on_need(price lower)
{
    const plan_support next = bounds_.support();
    if (problem_.variables[next.variable].kind == plan_variable_kind::raised) branch_up(next.variable, next.cell, true, lower);
    else branch_on_cells(next.variable, next.test, lower);
}

/// Prices say that nothing is missing, and yet it is no plan: something is undecided that Kleene's tables take as it suits them.
void plan_search::branch_on_anything(price lower)
{
    std::uint32_t raised = nothing;
    for (std::uint32_t v = 0; v < box_.low.size(); ++v) {
        if (box_.fixed(v)) continue;
        if (problem_.variables[v].kind != plan_variable_kind::raised) return branch_on_cells(v, nothing, lower);
        if (raised == nothing) raised = v;
    }
    if (raised == nothing) return;
    branch_up(raised, box_.low[raised] + 1, false, lower);
}

/// Up to this cell at least, or not so far.
void plan_search::branch_up(std::uint32_t v, std::uint32_t cell, bool up_first, price lower)
{
    const std::uint32_t low = box_.low[v], high = box_.high[v];
    for (const bool up : {up_first, !up_first}) {
        if (up) box_.low[v] = cell;
        else box_.high[v] = cell - 1;
        descend(lower);
        box_.low[v] = low;
        box_.high[v] = high;
    }
}

/// Each cell by itself; first those that make the test true.
void plan_search::branch_on_cells(std::uint32_t v, literal test, price lower)
{
    const plan_variable& x = problem_.variables[v];
    const std::uint32_t low = box_.low[v], high = box_.high[v];
    const auto serves = [&](std::uint32_t c) {
        return test != nothing && (problem_.truth(x, c, node_of(test) - x.first_test) & (is_negated(test) ? can_be_false : can_be_true)) != 0;
    };
    for (const bool first : {true, false})
        for (std::uint32_t c = low; c <= high; ++c) {
            if (serves(c) != first) continue;
            box_.low[v] = box_.high[v] = c;
            descend(lower);
            box_.low[v] = low;
            box_.high[v] = high;
        }
}

bool plan_search::put_first(found_plan& plan, const plan_question& asked)
{
    std::vector<bool> never(problem_.variables.size());
    plan_question question = asked;
    question.any = true;
    question.begin.clear();
    question.below = plan.cost + price{0, 1};
    for (std::size_t at = 0; at < plan.order.size(); ++at) {
        for (std::uint32_t v = 0; v < plan.order[at]; ++v) {
            if (never[v] || problem_.variables[v].kind != plan_variable_kind::raised) continue;
            question.raise = v;
            plan_answer answer = solve(question);
            if (answer.best) {
                question.raise = nothing;
                question.begin.push_back(v);
                answer = solve(question);
                question.begin.pop_back();
            } else {
                never[v] = answer.complete;     // what is not to be had now is not to be had after more steps
            }
            if (answer.best) {
                plan = std::move(*answer.best);
                break;
            }
            if (!answer.complete) return false;
        }
        question.raise = nothing;
        question.begin.push_back(plan.order[at]);
    }
    return true;
}

}  // namespace advise::engine
