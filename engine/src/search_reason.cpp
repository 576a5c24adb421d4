#include "search_reason.hpp"

#include <algorithm>

namespace advise::engine {

search_reasons::search_reasons(const residual& circuit)
    : circuit_(circuit), level_(circuit.variables.size()), node_level_(circuit.nodes()), needed_(circuit.nodes()) {}

void search_reasons::clear(std::uint32_t depth) {
    if (reasons_.size() <= depth) reasons_.resize(depth + 1);
    reasons_[depth].assign(circuit_.variables.size(), 0);
}

void search_reasons::undo(std::uint32_t depth, std::uint32_t variable_index) {
    level_[variable_index] = 0;
    reasons_[depth][variable_index] = 0;
}

bool search_reasons::take_case(std::uint32_t depth, std::uint32_t variable_index) {
    std::vector<std::uint8_t>&all = reasons_[depth], &of_case = reasons_[depth + 1];
    if (of_case[variable_index] == 0) {
        all.swap(of_case);
        return false;
    }
    for (std::size_t v = 0; v < all.size(); ++v) all[v] |= of_case[v];
    return true;
}

/// The inputs that make a decided gate what it is: true ones if it is true, false ones if it is false.
void search_reasons::list_supports(const search_state& state, std::uint32_t g) {
    const residual_gate& gate = circuit_.gates[g];
    const truth_bits truth = state.bits(literal_of(circuit_.tests() + g));
    supports_.clear();
    for (std::uint32_t i = gate.first; i < gate.first + gate.size; ++i) {
        const literal l = circuit_.inputs[i];
        if (state.bits(l) == truth) supports_.push_back({node_level_[node_of(l)], l, circuit_.weights[i]});
    }
}

/// Supports that weigh enough together, those of the earliest decisions first; of equals the first.
template <class Visit>
void search_reasons::for_each_needed(std::int64_t missing, const Visit& visit) {
    std::ranges::sort(supports_, [](const support& a, const support& b) { return a.level != b.level ? a.level < b.level : a.of < b.of; });
    for (const support& s : supports_) {
        if (missing <= 0) return;
        missing -= s.weight;
        visit(s);
    }
}

void search_reasons::find_levels(const search_state& state) {
    for (node_id t = 0; t < circuit_.tests(); ++t) node_level_[t] = level_[circuit_.variable_of[t]];
    for (std::uint32_t g = 0; g < circuit_.gates.size(); ++g) {
        const node_id node = circuit_.tests() + g;
        node_level_[node] = 0;
        const truth_bits truth = state.bits(literal_of(node));
        if (truth == is_open) continue;
        list_supports(state, g);
        const residual_gate& gate = circuit_.gates[g];
        for_each_needed(truth == can_be_true ? gate.least : gate.total - gate.least + 1,
                        [&](const support& s) { node_level_[node] = std::max(node_level_[node], s.level); });
    }
}

void search_reasons::need(std::int64_t missing) {
    for_each_needed(missing, [this](const support& s) { needed_[node_of(s.of)] = 1; });
}

void search_reasons::add_bound(std::uint32_t depth, search_state& state, const objective& o, std::int64_t bound) {
    // What the tables do not say without the last decision rests on it: with one decision alone there is nothing to find out.
    if (depth <= 1) {
        for (std::size_t v = 0; v < level_.size(); ++v) reasons_[depth][v] |= static_cast<std::uint8_t>(level_[v]);
        return;
    }
    state.charge(2 * circuit_.inputs.size() + o.terms.size());
    find_levels(state);
    std::ranges::fill(needed_, std::uint8_t{0});
    // The objective is a gate with weights too: a term that is false for certain adds what it would have taken away.
    std::int64_t least = o.base;
    supports_.clear();
    for (const weighted_literal& term : o.terms) {
        least += std::min<std::int64_t>(term.points, 0);
        if (state.bits(term.of) == (term.points > 0 ? can_be_true : can_be_false))
            supports_.push_back({node_level_[node_of(term.of)], term.of, term.points > 0 ? term.points : -term.points});
    }
    need(bound - least);
    for (std::uint32_t g = static_cast<std::uint32_t>(circuit_.gates.size()); g-- > 0;) {
        if (needed_[circuit_.tests() + g] == 0) continue;
        list_supports(state, g);
        const residual_gate& gate = circuit_.gates[g];
        need(state.bits(literal_of(circuit_.tests() + g)) == can_be_true ? gate.least : gate.total - gate.least + 1);
    }
    for (node_id t = 0; t < circuit_.tests(); ++t)
        if (needed_[t] != 0 && node_level_[t] != 0) reasons_[depth][circuit_.variable_of[t]] = 1;
}

}  // namespace advise::engine
