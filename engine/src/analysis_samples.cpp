#include "analysis_samples.hpp"

#include "gate_kernel.hpp"
#include "random.hpp"

#include <algorithm>

namespace advise::engine {
namespace {

/// Blocks differ in how high their facts are: any value alike, mostly the lowest, mostly the highest.
std::uint32_t draw_cell(splitmix& random, std::uint32_t cells, std::uint32_t block) {
    const bool at_an_end = block % 3 != 0 && random.below(4) != 0;
    if (!at_an_end) return random.below(cells);
    return block % 3 == 1 ? 0 : cells - 1;
}

}  // namespace

random_samples::random_samples(const program::data& code, const fact_cells& cells) : code_(code), cells_(cells) {
    const std::size_t size = code.rules->facts.size() + code.node_count() + code.inputs.size();
    blocks_at_first_ = static_cast<std::uint32_t>(std::clamp<std::size_t>(most_drawn / (64 * size + 1), fewest_blocks, most_blocks_at_first));
    for (std::uint32_t block = 0; block < blocks_at_first_; ++block) draw(block);
}

void random_samples::draw(std::uint32_t seed) {
    splitmix random(seed);
    std::vector<std::vector<std::uint64_t>> profiles(64, std::vector<std::uint64_t>(code_.rules->facts.size(), 0));
    for (fact_id f = 0; f < code_.rules->facts.size(); ++f) {
        const auto count = static_cast<std::uint32_t>(cells_.starts(f).size());
        for (auto& profile : profiles) {
            if (count > 1) profile[f] = draw_cell(random, count, seed);
            else if (count == 0) profile[f] = seed % 3 == 1 ? random.next() & random.next() : random.next();
        }
    }
    evaluate(profiles);
}

void random_samples::add(std::vector<std::uint64_t> profile) {
    if (full()) return;
    waiting_.push_back(std::move(profile));
    if (waiting_.size() < 64) return;
    evaluate(waiting_);
    waiting_.clear();
}

void random_samples::evaluate(const std::vector<std::vector<std::uint64_t>>& profiles) {
    std::vector<std::uint64_t>& words = words_.emplace_back(code_.node_count());
    const auto mark = [&](node_id n, const auto& holds) {
        for (unsigned lane = 0; lane < 64; ++lane)
            if (holds(profiles[lane][code_.tests[n].fact])) words[n] |= std::uint64_t{1} << lane;
    };
    for (node_id n = 0; n < code_.test_count(); ++n) {
        const circuit_test& test = code_.tests[n];
        if (test.option != nothing) {
            const auto at =
                static_cast<std::size_t>(std::ranges::lower_bound(cells_.options(test.fact), test.option) - cells_.options(test.fact).begin());
            if (at < 64) mark(n, [&](std::uint64_t set) { return (set >> at & 1) != 0; });
        }
        for (std::uint32_t i = 0; i < test.ranges; ++i) {
            const value_range& r = code_.ranges[test.first_range + i];
            const std::uint32_t from = cells_.cell_of(test.fact, r.from), to = cells_.cell_of(test.fact, r.to);
            mark(n, [&](std::uint64_t cell) { return cell >= from && cell <= to; });
        }
    }
    for (node_id n = code_.test_count(); n < code_.node_count(); ++n) {
        const circuit_gate& gate = code_.gate(n);
        const auto input = [&](std::uint32_t i) {
            const literal l = code_.inputs[gate.first + i];
            return is_negated(l) ? ~words[node_of(l)] : words[node_of(l)];
        };
        const auto weight = [&](std::uint32_t i) { return gate.kind == gate_kind::weighted ? code_.weights[gate.first_weight + i] : 1; };
        words[n] = threshold<std::uint64_t>(gate.kind, gate.size, gate.least, input, weight);
    }
}

bool random_samples::ever(literal l) const {
    for (std::uint32_t block = 0; block < blocks(); ++block)
        if (word(block, l) != 0) return true;
    return false;
}

}  // namespace advise::engine
