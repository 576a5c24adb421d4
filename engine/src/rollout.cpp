#include "rollout.hpp"

#include "gate_kernel.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

namespace advise::engine {
namespace {

constexpr std::uint64_t everywhere = ~std::uint64_t{0};
/// An input that is added up in all lanes costs about as much as this many that are only joined.
constexpr std::uint64_t adding_costs = 20;

}  // namespace

sampled_cells::sampled_cells(const question_space& space, std::uint32_t blocks)
    : blocks_(blocks), cells_(space.circuit.variables.size() * blocks * lanes)
{
    splitmix random(0x7175'6573'7469'6f6eULL);
    const std::size_t count = std::size_t{blocks} * lanes;
    std::vector<std::uint32_t> place(count);
    for (const asked_fact& fact : space.asked)
        for (std::uint32_t v = fact.first; v < fact.first + fact.variables; ++v) {
            std::iota(place.begin(), place.end(), 0U);
            for (std::size_t i = count; i > 1; --i) std::swap(place[i - 1], place[random.below(static_cast<std::uint32_t>(i))]);
            for (std::size_t i = 0; i < count; ++i) {
                std::int64_t at = static_cast<std::int64_t>(place[i]) * fact.total / static_cast<std::int64_t>(count);
                std::uint32_t cell = 0;
                for (; at >= fact.weights[cell]; ++cell) at -= fact.weights[cell];
                cells_[v * count + i] = cell;
            }
        }
}

fact_cones::fact_cones(const question_space& space) : cones_(space.asked.size()), roots_(space.circuit.nodes())
{
    const residual& circuit = space.circuit;
    for (const weighted_literal& root : circuit.verdict.terms) roots_[node_of(root.of)] = 1;
    std::vector<std::uint8_t> inside;
    for (std::uint32_t f = 0; f < cones_.size(); ++f) {
        inside.assign(circuit.nodes(), 0);
        for (node_id t = space.first_test(space.asked[f]); t < space.end_of_tests(space.asked[f]); ++t) inside[t] = 1;
        for (std::uint32_t g = 0; g < circuit.gates.size(); ++g) {
            const residual_gate& gate = circuit.gates[g];
            const literal* inputs = circuit.inputs.data() + gate.first;
            if (std::none_of(inputs, inputs + gate.size, [&](literal l) { return inside[node_of(l)] != 0; })) continue;
            inside[circuit.tests() + g] = 1;
            cones_[f].push_back(g);
            cost_ += std::uint64_t{gate.size} * (gate.kind == gate_kind::weighted || gate.kind == gate_kind::count ? adding_costs : 1);
        }
    }
}

rollout::rollout(const question_space& space, const fact_cones& cones, const sampled_cells& cells, std::uint32_t block)
    : space_(space), cones_(cones), truths_(space.circuit.tests()), can_be_true_(space.circuit.nodes(), everywhere),
      can_be_false_(space.circuit.nodes(), everywhere), reached_(space.circuit.nodes())
{
    const residual& circuit = space.circuit;
    for (std::uint32_t v = 0; v < circuit.variables.size(); ++v) {
        const variable& about = circuit.variables[v];
        for (unsigned lane = 0; lane < lanes; ++lane)
            for (std::uint32_t t = 0; t < about.tests; ++t)
                truths_[about.first_test + t] |= std::uint64_t{circuit.truth(about, cells.cell(v, block, lane), t)} << lane;
    }
    for (std::uint32_t g = 0; g < circuit.gates.size(); ++g) pass(g);
    begun_true_ = can_be_true_;
    begun_false_ = can_be_false_;
}

void rollout::begin()
{
    can_be_true_ = begun_true_;
    can_be_false_ = begun_false_;
}

void rollout::pass(std::uint32_t index)
{
    const residual_gate& gate = space_.circuit.gates[index];
    const node_id node = space_.circuit.tests() + index;
    const literal* inputs = space_.circuit.inputs.data() + gate.first;
    const std::int64_t* weights = space_.circuit.weights.data() + gate.first;
    const auto weight = [&](std::uint32_t i) { return weights[i]; };
    const auto may_be = [&](std::uint32_t i, bool wanted) { return (wanted != is_negated(inputs[i]) ? can_be_true_ : can_be_false_)[node_of(inputs[i])]; };
    can_be_true_[node] = threshold<std::uint64_t>(gate.kind, gate.size, gate.least, [&](std::uint32_t i) { return may_be(i, true); }, weight);
    // it can be false where what can be false weighs more than total - least: the dual gate
    const gate_kind dual = gate.kind == gate_kind::all ? gate_kind::any : gate.kind == gate_kind::any ? gate_kind::all : gate.kind;
    const std::int64_t rest = gate.total - gate.least + 1;
    can_be_false_[node] = threshold<std::uint64_t>(dual, gate.size, rest, [&](std::uint32_t i) { return may_be(i, false); }, weight);
}

std::uint64_t rollout::reach(std::uint32_t asked) {
    const residual& circuit = space_.circuit;
    const asked_fact& fact = space_.asked[asked];
    std::uint64_t where = 0;
    for (node_id t = space_.first_test(fact); t < space_.end_of_tests(fact); ++t) {
        reached_[t] = open(t);
        if (cones_.is_root(t)) where |= reached_[t];
    }
    for (const std::uint32_t g : cones_.gates_above(asked)) {
        const node_id node = circuit.tests() + g;
        std::uint64_t from = 0;
        if (open(node) != 0) {
            const residual_gate& gate = circuit.gates[g];
            for (std::uint32_t i = 0; i < gate.size; ++i) from |= reached_[node_of(circuit.inputs[gate.first + i])];
        }
        reached_[node] = from & open(node);
        if (cones_.is_root(node)) where |= reached_[node];
    }
    return where;
}

void rollout::learn(std::uint32_t asked) {
    const asked_fact& fact = space_.asked[asked];
    for (node_id t = space_.first_test(fact); t < space_.end_of_tests(fact); ++t) {
        can_be_true_[t] = truths_[t];
        can_be_false_[t] = ~truths_[t];
    }
    // What the fact does not reach stays as it is.
    for (const std::uint32_t g : cones_.gates_above(asked))
        if (reached_[space_.circuit.tests() + g] != 0) pass(g);
}

void rollout::ask(std::uint32_t asked, lane_counts& counts) {
    std::uint64_t where = reach(asked);
    if (where != 0) learn(asked);
    for (; where != 0; where &= where - 1) ++counts[static_cast<std::size_t>(std::countr_zero(where))];
    const asked_fact& fact = space_.asked[asked];
    std::fill(reached_.begin() + space_.first_test(fact), reached_.begin() + space_.end_of_tests(fact), std::uint64_t{0});
    for (const std::uint32_t g : cones_.gates_above(asked)) reached_[space_.circuit.tests() + g] = 0;
}

void rollout::ask_all(const std::vector<std::uint32_t>& order, lane_counts& counts)
{
    for (const std::uint32_t asked : order)
        if (space_.asked[asked].askable) ask(asked, counts);
}

}  // namespace advise::engine
