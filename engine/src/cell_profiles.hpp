// Complete profiles in cells, 64 of them at once: what the tests and gates of a circuit say of them, a bit for each profile.
#pragma once

#include "fact_cells.hpp"

#include <cstdint>
#include <utility>
#include <vector>

namespace advise::engine {

/// Of each fact its cell, or of a set a bit for each of the first `bits_of_set` of fact_cells::options; all further options are out.
using cell_profile = std::vector<std::uint64_t>;
inline constexpr std::uint32_t bits_of_set = 64;

/// The tests of a program in terms of cells.
class tests_in_cells {
public:
    /// `code` must outlive the object. O(tests log cells).
    tests_in_cells(const program::data& code, const fact_cells& cells);

    /// Whether a test is true of a value of its fact, in cells.
    [[nodiscard]] bool holds(node_id test, std::uint64_t value) const;
    /// Whether a test asks for an option that has no bit in a profile.
    [[nodiscard]] bool has_no_bit(node_id test) const { return cuts_[test].option != nothing && cuts_[test].option >= bits_of_set; }
    /// The truths of a test under up to 64 profiles; a bit for each.
    [[nodiscard]] std::uint64_t word(node_id test, const std::vector<cell_profile>& profiles) const;

private:
    struct cut {
        std::uint32_t first = 0, ranges = 0;  ///< of cell_ranges_
        std::uint32_t option = nothing;       ///< of a set: its place in fact_cells::options
    };

    const program::data& code_;
    std::vector<cut> cuts_;
    std::vector<std::pair<std::uint64_t, std::uint64_t>> cell_ranges_;  // from and to
};

/// The truths of a gate under 64 profiles, from those of the nodes before it.
std::uint64_t word_of_gate(const program::data& code, node_id gate, const std::vector<std::uint64_t>& words);

}  // namespace advise::engine
