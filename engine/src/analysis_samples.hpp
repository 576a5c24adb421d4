// Complete profiles drawn at random, 64 in each word: what they show needs no proof, so that few questions are left for the solver.
#pragma once

#include "fact_cells.hpp"

#include <cstdint>
#include <vector>

namespace advise::engine {

class random_samples {
public:
    static constexpr std::uint32_t blocks = 24;

    /// Deterministic. O(blocks × size of the circuit).
    random_samples(const program::data& code, const fact_cells& cells);

    /// The truths of a literal in one block, a bit for each profile.
    [[nodiscard]] std::uint64_t word(std::uint32_t block, literal l) const
    {
        const std::uint64_t w = words_[std::size_t{block} * nodes_ + node_of(l)];
        return is_negated(l) ? ~w : w;
    }
    [[nodiscard]] bool ever(literal l) const;

private:
    void draw(const program::data& code, const fact_cells& cells, std::uint32_t block);
    std::size_t nodes_;
    std::vector<std::uint64_t> words_;
};

}  // namespace advise::engine
