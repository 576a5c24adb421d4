#include "search_state.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <utility>

namespace advise::engine {
namespace {

inline constexpr std::uint8_t wants_false = 1;
inline constexpr std::uint8_t wants_true = 2;

std::uint8_t turned(std::uint8_t mark) { return flipped_bits(mark); }

}  // namespace

objective negated(const objective& o)
{
    objective turned_over = o;
    turned_over.base = -o.base;
    for (weighted_literal& term : turned_over.terms) term.points = -term.points;
    return turned_over;
}

search_state::search_state(const residual& circuit, std::uint64_t work_limit)
    : circuit_(circuit), table_(circuit.nodes(), is_open), marks_(circuit.nodes()), uses_(circuit.nodes()), limit_(work_limit)
{
    for (const variable& v : circuit.variables) {
        cell_group all(v.cells);
        std::iota(all.begin(), all.end(), 0U);
        allowed_.push_back(std::move(all));
    }
    choice_.assign(circuit.variables.size(), 0);
    work_ = circuit.nodes() + circuit.cells.size();
}

void search_state::pass()
{
    node_id node = circuit_.tests();
    for (const residual_gate& gate : circuit_.gates) {
        const literal* inputs = circuit_.inputs.data() + gate.first;
        const std::int64_t* weights = circuit_.weights.data() + gate.first;
        table_[node++] = kleene_gate(gate.kind, gate.size, gate.least, gate.total, [&](std::uint32_t i) { return bits_of(table_, inputs[i]); },
                                     [&](std::uint32_t i) { return weights[i]; });
    }
    work_ += circuit_.inputs.size() + 1;
}

points_interval search_state::bounds(const objective& o)
{
    pass();
    work_ += o.terms.size();
    points_interval sum{o.base, o.base};
    for (const weighted_literal& term : o.terms) {
        const truth_bits b = bits(term.of);
        if (b == can_be_false) continue;
        if (b == can_be_true || term.points < 0) sum.low += term.points;
        if (b == can_be_true || term.points > 0) sum.high += term.points;
    }
    return sum;
}

void search_state::mark(const objective& o)
{
    std::ranges::fill(marks_, std::uint8_t{0});
    std::ranges::fill(uses_, 0U);
    for (const weighted_literal& term : o.terms) {
        if (bits(term.of) != is_open || term.points == 0) continue;
        const bool small_wants_true = (term.points < 0) != is_negated(term.of);
        marks_[node_of(term.of)] |= small_wants_true ? wants_true : wants_false;
        ++uses_[node_of(term.of)];
    }
    for (std::uint32_t g = static_cast<std::uint32_t>(circuit_.gates.size()); g-- > 0;) {
        const node_id node = circuit_.tests() + g;
        if (marks_[node] == 0 || table_[node] != is_open) continue;
        const residual_gate& gate = circuit_.gates[g];
        for (std::uint32_t i = 0; i < gate.size; ++i) {
            const literal l = circuit_.inputs[gate.first + i];
            if (table_[node_of(l)] != is_open) continue;
            marks_[node_of(l)] |= is_negated(l) ? turned(marks_[node]) : marks_[node];
            ++uses_[node_of(l)];
        }
    }
    work_ += circuit_.inputs.size() + o.terms.size() + 1;
}

// One cell that is best for every relevant test, the lowest of several.
bool search_state::find_best_cell(std::uint32_t variable_index)
{
    const variable& v = circuit_.variables[variable_index];
    const auto suits = [&](std::uint32_t c) {
        for (std::uint32_t t = 0; t < v.tests; ++t) {
            if (!relevant(v.first_test + t)) continue;
            const std::uint8_t mark = marks_[v.first_test + t];
            if (mark == (wants_false | wants_true)) return false;
            if (circuit_.truth(v, c, t) != (mark == wants_true)) return false;
        }
        return true;
    };
    const auto found = std::ranges::find_if(allowed_[variable_index], suits);
    work_ += static_cast<std::uint64_t>(found - allowed_[variable_index].begin()) * v.tests;
    if (found == allowed_[variable_index].end()) return false;
    choice_[variable_index] = *found;
    return true;
}

void search_state::classify(const objective& o)
{
    mark(o);
    mixed_.clear();
    for (std::uint32_t v = 0; v < circuit_.variables.size(); ++v) {
        choice_[v] = allowed_[v].front();
        if (allowed_[v].size() > 1 && !find_best_cell(v)) mixed_.push_back(v);
    }
}

std::uint32_t search_state::most_used(const std::vector<std::uint32_t>& among) const
{
    std::uint32_t best = among.front();
    std::uint64_t most = 0;
    for (const std::uint32_t index : among) {
        const variable& v = circuit_.variables[index];
        std::uint64_t uses = 0;
        for (std::uint32_t t = 0; t < v.tests; ++t)
            if (relevant(v.first_test + t)) uses += uses_[v.first_test + t];
        if (uses > most) { most = uses; best = index; }
    }
    return best;
}

std::vector<cell_group> search_state::groups(std::uint32_t variable_index)
{
    const variable& v = circuit_.variables[variable_index];
    std::vector<std::uint32_t> tests;
    for (std::uint32_t t = 0; t < v.tests; ++t)
        if (relevant(v.first_test + t)) tests.push_back(t);
    return alike_cells(variable_index, tests, v.ordered);
}

// The cells are compared by the truths of those tests written in a row, so that many cells of a choice are not compared pair by pair.
std::vector<cell_group> search_state::alike_cells(std::uint32_t variable_index, const std::vector<std::uint32_t>& tests, bool only_neighbours)
{
    const variable& v = circuit_.variables[variable_index];
    std::vector<cell_group> made;
    std::map<std::string, std::size_t> group_of;
    std::string row;
    for (const std::uint32_t c : allowed_[variable_index]) {
        row.clear();
        for (const std::uint32_t t : tests) row += circuit_.truth(v, c, t) ? '1' : '0';
        const auto [group, is_new] = group_of.try_emplace(row, made.size());
        if (!is_new && (!only_neighbours || group->second + 1 == made.size())) made[group->second].push_back(c);
        else {
            group->second = made.size();
            made.push_back({c});
        }
    }
    work_ += allowed_[variable_index].size() * tests.size();
    return made;
}

void search_state::weigh_tests(std::uint32_t variable_index)
{
    const variable& v = circuit_.variables[variable_index];
    const cell_group& cells = allowed_[variable_index];
    for (std::uint32_t t = 0; t < v.tests; ++t) {
        truth_bits possible = 0;
        for (auto c = cells.begin(); c != cells.end() && possible != is_open; ++c) possible |= circuit_.truth(v, *c, t) ? can_be_true : can_be_false;
        table_[v.first_test + t] = possible;
    }
    work_ += cells.size() * v.tests;
}

cell_group search_state::restrict_to(std::uint32_t variable_index, cell_group cells)
{
    std::swap(allowed_[variable_index], cells);
    weigh_tests(variable_index);
    return cells;
}

void search_state::restore(std::uint32_t variable_index, cell_group cells)
{
    allowed_[variable_index] = std::move(cells);
    weigh_tests(variable_index);
}

void search_state::settle(const assignment& cells)
{
    for (std::uint32_t v = 0; v < cells.size(); ++v) restrict_to(v, {cells[v]});
    pass();
}

}  // namespace advise::engine
