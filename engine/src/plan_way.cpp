#include "plan_way.hpp"

#include "plan_purpose.hpp"

#include <algorithm>

namespace advise::engine {
namespace {

inline constexpr std::uint64_t work_of_a_question = 2'000'000;

void put(known_fact& known, const plan_cell& value)
{
    known.from = known.to = value.value;
    std::ranges::fill(known.options, std::uint8_t{0});
    for (const std::uint32_t option : value.members) known.options[option] = 1;
}

/// Looks for lower values of what a plan assumes.
class lowest_values {
public:
    lowest_values(const program::data& code, const plan_problem& problem, const found_plan& found, facts start)
        : code_(code), problem_(problem), found_(found), start_(std::move(start))
    {
    }

    plan_value settle(std::uint32_t v)
    {
        const plan_variable& x = problem_.variables[v];
        plan_cell chosen = x.cells[found_.cells[v]];
        const bool is_set = code_.rules->facts[x.fact].type == fact_type::any_of;
        if (is_set) chosen = with_fewest_members(x, chosen);
        else
            for (const plan_cell& lower : x.other_values)
                if (lower.value == chosen.value || serves(x, lower)) {
                    chosen = lower;
                    break;
                }
        put(start_.known[x.fact], chosen);
        return {x.fact, {is_set ? 0 : chosen.value, chosen.members}};
    }

private:
    plan_cell with_fewest_members(const plan_variable& x, plan_cell chosen)
    {
        for (std::size_t i = 0; i < chosen.members.size();) {
            if (problem_.start.known[x.fact].options[chosen.members[i]] == 1) {
                ++i;
                continue;
            }
            plan_cell fewer = chosen;
            fewer.members.erase(fewer.members.begin() + static_cast<std::ptrdiff_t>(i));
            if (serves(x, fewer)) chosen = std::move(fewer);
            else ++i;
        }
        return chosen;
    }

    /// The plan with another assumption, step for step.
    bool serves(const plan_variable& x, const plan_cell& instead)
    {
        facts state = start_;
        put(state.known[x.fact], instead);
        plan_cells at(problem_.variables.size());
        for (const std::uint32_t v : found_.order) {
            const plan_variable& raised = problem_.variables[v];
            if (raised.has_after && !always_true(code_, state, raised.after_whole, work_of_a_question).value_or(false)) return false;
            known_fact& known = state.known[raised.fact];
            known.from = known.to = raised.cells[++at[v]].value;
        }
        return always_true(code_, state, problem_.goal_whole, work_of_a_question).value_or(false);
    }

    const program::data& code_;
    const plan_problem& problem_;
    const found_plan& found_;
    facts start_;       ///< with all assumptions as they are settled so far
};

/// Follows a plan and asks after each step only for conclusions that the raised fact reaches.
class unlocking {
public:
    unlocking(const program::data& code, facts state) : code_(code), state_(std::move(state)), yes_(code.conclusions.size(), unasked) {}

    void take(plan_step& step)
    {
        if (reached_from_ != step.fact) reached_ = reached_from(step.fact);
        reached_from_ = step.fact;
        const std::vector<bool>& reached = reached_;
        std::vector<conclusion_id> closed;
        const truth_table before = kleene(code_, state_);
        for (conclusion_id c = 0; c < code_.conclusions.size(); ++c) {
            if (!reached[node_of(code_.conclusions[c].holds)]) continue;
            if (yes_[c] == unasked) yes_[c] = holds(c, before);
            if (yes_[c] == 0) closed.push_back(c);
        }
        known_fact& known = state_.known[step.fact];
        known.from = known.to = step.to;
        const truth_table after = kleene(code_, state_);
        for (const conclusion_id c : closed)
            if ((yes_[c] = holds(c, after)) == 1) step.unlocks.push_back(c);
        for (conclusion_id c = 0; c < code_.conclusions.size(); ++c)
            if (yes_[c] == 1 && reached[node_of(code_.conclusions[c].holds)]) yes_[c] = holds(c, after);
    }

private:
    static constexpr std::uint8_t unasked = 2;

    [[nodiscard]] std::uint8_t holds(conclusion_id c, const truth_table& table) const
    {
        const literal l = code_.conclusions[c].holds;
        const truth_bits b = bits_of(table, l);
        if (b != is_open) return b == can_be_true ? 1 : 0;
        return always_true(code_, state_, l, work_of_a_question).value_or(false) ? 1 : 0;
    }

    [[nodiscard]] std::vector<bool> reached_from(fact_id f) const
    {
        std::vector<bool> reached(code_.node_count());
        for (node_id n = 0; n < code_.test_count(); ++n) reached[n] = code_.tests[n].fact == f;
        for (node_id n = code_.test_count(); n < code_.node_count(); ++n) {
            const circuit_gate& gate = code_.gate(n);
            for (std::uint32_t i = 0; i < gate.size && !reached[n]; ++i) reached[n] = reached[node_of(code_.inputs[gate.first + i])];
        }
        return reached;
    }

    const program::data& code_;
    facts state_;
    std::vector<std::uint8_t> yes_;
    fact_id reached_from_ = nothing;
    std::vector<bool> reached_;         ///< nodes above the fact of the last step
};

}  // namespace

plan_way way_of(const program::data& code, const plan_problem& problem, plan_judge& judge, const found_plan& found)
{
    plan_way way;
    way.effort = found.cost.effort;
    plan_cells begin = found.cells;
    for (std::size_t v = 0; v < begin.size(); ++v)
        if (problem.variables[v].kind == plan_variable_kind::raised) begin[v] = 0;
    lowest_values lowest(code, problem, found, judge.at(begin));
    for (std::uint32_t v = 0; v < begin.size(); ++v)
        if (problem.variables[v].kind != plan_variable_kind::raised && begin[v] != 0) way.assume.push_back(lowest.settle(v));
    plan_cells at(problem.variables.size());
    for (const std::uint32_t v : found.order) {
        const plan_variable& x = problem.variables[v];
        const plan_cell &from = x.cells[at[v]], &to = x.cells[at[v] + 1];
        ++at[v];
        const std::int64_t steps = std::int64_t{to.steps} - from.steps, one = (to.value - from.value) / steps;
        for (std::int64_t i = 0; i < steps; ++i)
            way.steps.push_back({x.fact, from.value + i * one, from.value + (i + 1) * one, step_effort(*code.rules, x.fact), {}, {}});
    }
    return way;
}

void tell_unlocks(const program::data& code, const facts& start, plan_way& way) {
    unlocking follow(code, state_before(start, way));
    for (plan_step& step : way.steps) follow.take(step);
}

}  // namespace advise::engine
