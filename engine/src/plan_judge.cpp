#include "plan_judge.hpp"

#include "optimum.hpp"

#include <algorithm>

namespace advise::engine {
namespace {

/// States without a way on that one search for an order remembers before it gives up.
inline constexpr std::size_t most_dead_ends = 2'000;
/// Gate inputs for one exact question about what is left unknown.
inline constexpr std::uint64_t work_of_a_question = 2'000'000;

}  // namespace

std::optional<bool> always_true(const program::data& code, const facts& person, literal of, std::uint64_t work_limit)
{
    const truth_table table = kleene(code, person);
    if (const truth_bits b = bits_of(table, of); b != is_open) return b == can_be_true;
    const residual circuit = make_residual_of(code, person, table, of);
    search_state state(circuit, work_limit);
    assignment where;
    const std::optional<bool> fails = reaches(state, circuit.verdict, 0, where);
    if (!fails) return std::nullopt;
    return !*fails;
}

facts plan_judge::at(const plan_cells& cells) const
{
    facts made = problem_.start;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const plan_variable& v = problem_.variables[i];
        // Cell 0 of an assumption is "left unknown", also where its worst value stands for that.
        if ((v.kind == plan_variable_kind::assumed || v.kind == plan_variable_kind::mixed) && cells[i] == 0) continue;
        const plan_cell& cell = v.cells[cells[i]];
        known_fact& known = made.known[v.fact];
        known.from = known.to = cell.value;
        std::ranges::fill(known.options, std::uint8_t{0});
        for (const std::uint32_t option : cell.members) known.options[option] = 1;
    }
    return made;
}

bool plan_judge::holds(literal small, literal whole, const plan_cells& cells)
{
    for (std::uint32_t i = 0; i < cells.size(); ++i) {
        const plan_variable& v = problem_.variables[i];
        for (std::uint32_t t = 0; t < v.tests; ++t) table_[v.first_test + t] = problem_.truth(v, cells[i], t);
    }
    node_id node = problem_.tests();
    for (const residual_gate& g : problem_.gates)
        table_[node++] = kleene_gate(
            g.kind, g.size, g.least, g.total, [&](std::uint32_t i) { return bits_of(table_, problem_.inputs[g.first + i]); },
            [&](std::uint32_t i) { return problem_.weights[g.first + i]; });
    work_ += problem_.inputs.size() + problem_.tests();
    const truth_bits b = bits_of(table_, small);
    return b == is_open ? holds_whatever_is_unknown(whole, cells) : b == can_be_true;
}

bool plan_judge::holds_whatever_is_unknown(literal whole, const plan_cells& cells)
{
    const std::optional<bool> known = always_true(code_, at(cells), whole, work_of_a_question);
    work_ += code_.inputs.size();
    if (!known) undecided_ = true;
    return known.value_or(false);
}

bool plan_judge::reaches_goal(const plan_cells& cells) { return holds(problem_.goal, problem_.goal_whole, cells); }

bool plan_judge::may_rise(std::uint32_t v, const plan_cells& state)
{
    const plan_variable& x = problem_.variables[v];
    return !x.has_after || holds(x.after, x.after_whole, state);
}

std::optional<std::vector<std::uint32_t>> plan_judge::order(const plan_cells& cells, const std::vector<std::uint32_t>& begin)
{
    plan_cells state = cells;
    for (std::size_t i = 0; i < state.size(); ++i)
        if (problem_.variables[i].kind == plan_variable_kind::raised) state[i] = 0;
    std::vector<std::uint32_t> steps;
    for (const std::uint32_t v : begin) {
        if (state[v] >= cells[v] || !may_rise(v, state)) return std::nullopt;
        ++state[v];
        steps.push_back(v);
    }
    dead_ends_.clear();
    if (problem_.ordered_by_need ? climb(state, cells, steps) : follow(state, cells, steps)) return steps;
    return std::nullopt;
}

/// Where no `after` can be lost on the way: what can be done now can be done later too, so that nothing has to be taken back.
bool plan_judge::climb(plan_cells& state, const plan_cells& to, std::vector<std::uint32_t>& steps)
{
    for (std::uint32_t v = 0; v < state.size();) {
        if (state[v] >= to[v] || !may_rise(v, state)) {
            ++v;
            continue;
        }
        ++state[v];
        steps.push_back(v);
        v = 0;
    }
    return state == to;
}

/// Depth first, the fact declared first before others.
bool plan_judge::follow(plan_cells& state, const plan_cells& to, std::vector<std::uint32_t>& steps)
{
    bool arrived = true;
    for (std::uint32_t v = 0; v < state.size(); ++v) {
        if (state[v] >= to[v]) continue;
        arrived = false;
        if (!may_rise(v, state)) continue;
        ++state[v];
        steps.push_back(v);
        const bool tried = std::ranges::binary_search(dead_ends_, state);
        if (!tried && follow(state, to, steps)) return true;
        --state[v];
        steps.pop_back();
        if (undecided_) return false;
    }
    if (arrived) return true;
    if (dead_ends_.size() >= most_dead_ends || steps.size() >= most_dead_ends) undecided_ = true;
    else dead_ends_.insert(std::ranges::lower_bound(dead_ends_, state), state);
    return false;
}

}  // namespace advise::engine
