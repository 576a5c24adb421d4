// Whole numbers near a number on the grid.
#pragma once

#include <advise/grammar/limits.hpp>

#include <cstdint>

namespace advise::engine {

/// The whole number next to `value` on the side away from `now`; both in grid steps.
inline std::int64_t whole_beyond(std::int64_t value, std::int64_t now) {
    constexpr std::int64_t grid = grammar::limits::grid;
    const std::int64_t over = ((value % grid) + grid) % grid;
    if (over == 0) return value;
    return value > now ? value + (grid - over) : value - over;
}

}  // namespace advise::engine
