#include "analysis_samples.hpp"

#include "gate_kernel.hpp"
#include "random.hpp"

#include <array>

namespace advise::engine {
namespace {

/// Blocks differ in how high their facts are: any value alike, mostly the lowest, mostly the highest.
std::uint32_t draw_cell(splitmix& random, std::uint32_t cells, std::uint32_t block)
{
    const bool at_an_end = block % 3 != 0 && random.below(4) != 0;
    if (!at_an_end) return random.below(cells);
    return block % 3 == 1 ? 0 : cells - 1;
}

}  // namespace

random_samples::random_samples(const program::data& code, const fact_cells& cells) : nodes_(code.node_count()), words_(nodes_ * blocks)
{
    for (std::uint32_t block = 0; block < blocks; ++block) draw(code, cells, block);
}

void random_samples::draw(const program::data& code, const fact_cells& cells, std::uint32_t block)
{
    splitmix random(block);
    std::uint64_t* const words = words_.data() + std::size_t{block} * nodes_;
    std::vector<std::array<std::uint32_t, 64>> cell_of(code.rules->facts.size());
    for (fact_id f = 0; f < cell_of.size(); ++f) {
        const auto count = static_cast<std::uint32_t>(cells.starts(f).size());
        for (std::uint32_t& cell : cell_of[f]) cell = count < 2 ? 0 : draw_cell(random, count, block);
    }
    for (node_id n = 0; n < code.test_count(); ++n) {
        const circuit_test& test = code.tests[n];
        if (test.option != nothing) {
            words[n] = random.next();
            if (block % 3 == 1) words[n] &= random.next();
            continue;
        }
        for (std::uint32_t i = 0; i < test.ranges; ++i) {
            const value_range& r = code.ranges[test.first_range + i];
            const std::uint32_t from = cells.cell_of(test.fact, r.from), to = cells.cell_of(test.fact, r.to);
            for (unsigned lane = 0; lane < 64; ++lane)
                if (cell_of[test.fact][lane] >= from && cell_of[test.fact][lane] <= to) words[n] |= std::uint64_t{1} << lane;
        }
    }
    for (node_id n = code.test_count(); n < nodes_; ++n) {
        const circuit_gate& gate = code.gate(n);
        const auto input = [&](std::uint32_t i) {
            const literal l = code.inputs[gate.first + i];
            return is_negated(l) ? ~words[node_of(l)] : words[node_of(l)];
        };
        const auto weight = [&](std::uint32_t i) { return gate.kind == gate_kind::weighted ? code.weights[gate.first_weight + i] : 1; };
        words[n] = threshold<std::uint64_t>(gate.kind, gate.size, gate.least, input, weight);
    }
}

bool random_samples::ever(literal l) const
{
    for (std::uint32_t block = 0; block < blocks; ++block)
        if (word(block, l) != 0) return true;
    return false;
}

}  // namespace advise::engine
