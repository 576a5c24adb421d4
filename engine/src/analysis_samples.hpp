// Complete profiles drawn at random, 64 in each word: what they show needs no proof, so that few questions are left for the solver.
#pragma once

#include "cell_profiles.hpp"

#include <cstdint>
#include <vector>

namespace advise::engine {

class random_samples {
public:
    /// Large rule bases get fewer: drawing and evaluating stay below a second, and memory below a quarter of a GiB.
    static constexpr std::uint32_t fewest_blocks = 3, most_blocks_at_first = 24, most_blocks = 256;
    static constexpr std::size_t most_drawn = 60'000'000;  ///< values and truths at first
    static constexpr std::size_t most_words = 32'000'000;   ///< of all blocks

    /// Deterministic. O(blocks × size of the circuit).
    random_samples(const program::data& code, const fact_cells& cells);

    [[nodiscard]] std::uint32_t blocks_at_first() const { return blocks_at_first_; }
    /// Whether `add` does nothing any more.
    [[nodiscard]] bool full() const { return blocks() >= most_blocks || std::size_t{blocks()} * code_.node_count() >= most_words; }
    [[nodiscard]] std::uint32_t blocks() const { return static_cast<std::uint32_t>(words_.size()); }
    /// The truths of a literal in one block, a bit for each profile.
    [[nodiscard]] std::uint64_t word(std::uint32_t block, literal l) const {
        const std::uint64_t w = words_[block][node_of(l)];
        return is_negated(l) ? ~w : w;
    }
    [[nodiscard]] bool ever(literal l) const;

    /// A profile that was found. With 64 of them there is a new block, as long as there are few enough: what one question brought to light often answers
    /// the next.
    void add(cell_profile profile);

private:
    void draw(std::uint32_t seed);
    void evaluate(const std::vector<cell_profile>& profiles);

    const program::data& code_;
    const fact_cells& cells_;
    tests_in_cells tests_;
    std::uint32_t blocks_at_first_ = 0;
    std::vector<std::vector<std::uint64_t>> words_;    // of each block, of each node
    std::vector<cell_profile> waiting_;                // profiles for the next block
};

}  // namespace advise::engine
