#include "cell_profiles.hpp"

#include "gate_kernel.hpp"

#include <algorithm>

namespace advise::engine {

tests_in_cells::tests_in_cells(const program::data& code, const fact_cells& cells) : code_(code) {
    for (const circuit_test& test : code.tests) {
        cut& made = cuts_.emplace_back();
        made.first = static_cast<std::uint32_t>(cell_ranges_.size());
        made.ranges = test.option == nothing ? test.ranges : 0;
        if (test.option != nothing)
            made.option =
                static_cast<std::uint32_t>(std::ranges::lower_bound(cells.options(test.fact), test.option) - cells.options(test.fact).begin());
        for (std::uint32_t i = 0; i < made.ranges; ++i) {
            const value_range& r = code.ranges[test.first_range + i];
            cell_ranges_.emplace_back(cells.cell_of(test.fact, r.from), cells.cell_of(test.fact, r.to));
        }
    }
}

bool tests_in_cells::holds(node_id test, std::uint64_t value) const {
    const cut& of = cuts_[test];
    if (of.option != nothing) return of.option < bits_of_set && (value >> of.option & 1) != 0;
    for (std::uint32_t i = of.first; i < of.first + of.ranges; ++i)
        if (value >= cell_ranges_[i].first && value <= cell_ranges_[i].second) return true;
    return false;
}

std::uint64_t tests_in_cells::word(node_id test, const std::vector<cell_profile>& profiles) const {
    std::uint64_t word = 0;
    for (std::size_t lane = 0; lane < profiles.size(); ++lane)
        if (holds(test, profiles[lane][code_.tests[test].fact])) word |= std::uint64_t{1} << lane;
    return word;
}

std::uint64_t word_of_gate(const program::data& code, node_id gate, const std::vector<std::uint64_t>& words) {
    const circuit_gate& of = code.gate(gate);
    const auto input = [&](std::uint32_t i) {
        const literal l = code.inputs[of.first + i];
        return is_negated(l) ? ~words[node_of(l)] : words[node_of(l)];
    };
    const auto weight = [&](std::uint32_t i) { return of.kind == gate_kind::weighted ? code.weights[of.first_weight + i] : 1; };
    return threshold<std::uint64_t>(of.kind, of.size, of.least, input, weight);
}

}  // namespace advise::engine
