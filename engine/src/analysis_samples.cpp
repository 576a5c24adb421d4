#include "analysis_samples.hpp"

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

random_samples::random_samples(const program::data& code, const fact_cells& cells) : code_(code), cells_(cells), tests_(code, cells) {
    const std::size_t size = code.rules->facts.size() + code.node_count() + code.inputs.size();
    blocks_at_first_ = static_cast<std::uint32_t>(std::clamp<std::size_t>(most_drawn / (64 * size + 1), fewest_blocks, most_blocks_at_first));
    for (std::uint32_t block = 0; block < blocks_at_first_; ++block) draw(block);
}

void random_samples::draw(std::uint32_t seed) {
    splitmix random(seed);
    std::vector<cell_profile> profiles(64, cell_profile(code_.rules->facts.size(), 0));
    for (fact_id f = 0; f < code_.rules->facts.size(); ++f) {
        const auto count = static_cast<std::uint32_t>(cells_.starts(f).size());
        for (cell_profile& profile : profiles) {
            if (count > 1) profile[f] = draw_cell(random, count, seed);
            else if (count == 0) profile[f] = seed % 3 == 1 ? random.next() & random.next() : random.next();
        }
    }
    evaluate(profiles);
}

void random_samples::add(cell_profile profile) {
    if (full()) return;
    waiting_.push_back(std::move(profile));
    if (waiting_.size() < 64) return;
    evaluate(waiting_);
    waiting_.clear();
}

void random_samples::evaluate(const std::vector<cell_profile>& profiles) {
    std::vector<std::uint64_t>& words = words_.emplace_back(code_.node_count());
    for (node_id n = 0; n < code_.test_count(); ++n) words[n] = tests_.word(n, profiles);
    for (node_id n = code_.test_count(); n < code_.node_count(); ++n) words[n] = word_of_gate(code_, n, words);
}

bool random_samples::ever(literal l) const {
    for (std::uint32_t block = 0; block < blocks(); ++block)
        if (word(block, l) != 0) return true;
    return false;
}

}  // namespace advise::engine
