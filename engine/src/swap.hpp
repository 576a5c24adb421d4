// The smallest change of a profile that puts one conclusion before another.
#pragma once

#include "circuit.hpp"

#include <advise/engine/compare.hpp>

namespace advise::engine {

struct swap_found {
    std::optional<std::vector<changed_fact>> changes;
    bool exact = true;
    bool gained = false;                ///< the second gains by it: its verdict, or an end of its points
};

/// \param work_limit nodes of the circuit passed over
swap_found smallest_swap(const program& code, const facts& person, conclusion_id first, conclusion_id second, std::uint64_t work_limit);

/// What a change must do for the second besides putting it before the first.
enum class swap_wish : std::uint8_t {
    none,
    gain,  ///< its verdict or an end of its points rises
    fit    ///< its verdict becomes yes
};

/// The smallest of those changes that do this too. \param least facts: no smaller one is looked for
swap_found smallest_gain(const program& code, const facts& person, conclusion_id first, conclusion_id second, std::size_t least, swap_wish wish, std::uint64_t work_limit);

/// All evidence of the one, and that of the other with its sign turned; equal conditions put together.
std::vector<weighted_literal> difference_of(const program::data& code, conclusion_id first, conclusion_id second);

}  // namespace advise::engine
