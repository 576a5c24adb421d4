#include "rollout.hpp"

#include "gate_kernel.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

namespace advise::engine {
namespace {

constexpr std::uint64_t everywhere = ~std::uint64_t{0};

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

rollout::rollout(const question_space& space, const sampled_cells& cells, std::uint32_t block) : space_(space), truths_(space.circuit.tests())
{
    const residual& circuit = space.circuit;
    for (std::uint32_t v = 0; v < circuit.variables.size(); ++v) {
        const variable& about = circuit.variables[v];
        for (unsigned lane = 0; lane < lanes; ++lane)
            for (std::uint32_t t = 0; t < about.tests; ++t)
                truths_[about.first_test + t] |= std::uint64_t{circuit.truth(about, cells.cell(v, block, lane), t)} << lane;
    }
    now_.can_be_true.resize(circuit.nodes());
    now_.can_be_false.resize(circuit.nodes());
    now_.reaching.resize(circuit.nodes());
}

void rollout::begin()
{
    std::fill_n(now_.can_be_true.begin(), space_.circuit.tests(), everywhere);
    std::fill_n(now_.can_be_false.begin(), space_.circuit.tests(), everywhere);
    pass();
    reach();
}

void rollout::pass()
{
    const residual& circuit = space_.circuit;
    node_id node = circuit.tests();
    for (const residual_gate& gate : circuit.gates) {
        const literal* inputs = circuit.inputs.data() + gate.first;
        const std::int64_t* weights = circuit.weights.data() + gate.first;
        const auto weight = [&](std::uint32_t i) { return weights[i]; };
        const auto may_be = [&](std::uint32_t i, bool wanted) { return (wanted != is_negated(inputs[i]) ? now_.can_be_true : now_.can_be_false)[node_of(inputs[i])]; };
        now_.can_be_true[node] = threshold<std::uint64_t>(gate.kind, gate.size, gate.least, [&](std::uint32_t i) { return may_be(i, true); }, weight);
        // it can be false where what can be false weighs more than total - least: the dual gate
        const gate_kind dual = gate.kind == gate_kind::all ? gate_kind::any : gate.kind == gate_kind::any ? gate_kind::all : gate.kind;
        const std::int64_t rest = gate.total - gate.least + 1;
        now_.can_be_false[node] = threshold<std::uint64_t>(dual, gate.size, rest, [&](std::uint32_t i) { return may_be(i, false); }, weight);
        ++node;
    }
}

void rollout::reach()
{
    const residual& circuit = space_.circuit;
    const auto open = [&](node_id n) { return now_.can_be_true[n] & now_.can_be_false[n]; };
    std::ranges::fill(now_.reaching, std::uint64_t{0});
    for (const weighted_literal& root : circuit.verdict.terms) now_.reaching[node_of(root.of)] |= open(node_of(root.of));
    for (std::size_t g = circuit.gates.size(); g-- > 0;) {
        const std::uint64_t from = now_.reaching[circuit.tests() + g];
        if (from == 0) continue;
        const residual_gate& gate = circuit.gates[g];
        for (std::uint32_t i = 0; i < gate.size; ++i) {
            const node_id n = node_of(circuit.inputs[gate.first + i]);
            now_.reaching[n] |= from & open(n);
        }
    }
}

std::uint64_t rollout::counting(std::uint32_t asked) const
{
    const asked_fact& fact = space_.asked[asked];
    std::uint64_t where = 0;
    for (std::uint32_t v = fact.first; v < fact.first + fact.variables; ++v) {
        const variable& about = space_.circuit.variables[v];
        for (std::uint32_t t = 0; t < about.tests; ++t) where |= now_.reaching[about.first_test + t];
    }
    return where;
}

void rollout::ask(std::uint32_t asked, lane_counts& counts)
{
    std::uint64_t where = counting(asked);
    if (where == 0) return;
    for (; where != 0; where &= where - 1) ++counts[static_cast<std::size_t>(std::countr_zero(where))];
    const asked_fact& fact = space_.asked[asked];
    for (std::uint32_t v = fact.first; v < fact.first + fact.variables; ++v) {
        const variable& about = space_.circuit.variables[v];
        for (std::uint32_t t = about.first_test; t < about.first_test + about.tests; ++t) {
            now_.can_be_true[t] = truths_[t];
            now_.can_be_false[t] = ~truths_[t];
        }
    }
    pass();
    reach();
}

void rollout::ask_all(const std::vector<std::uint32_t>& order, lane_counts& counts)
{
    for (const std::uint32_t asked : order)
        if (space_.asked[asked].askable) ask(asked, counts);
}

}  // namespace advise::engine
