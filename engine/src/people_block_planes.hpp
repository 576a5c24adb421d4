// Small things that are done with the planes of a block.
#pragma once

#include "people_block_state.hpp"

#include <algorithm>
#include <bit>

namespace advise::engine {

inline bool is_in(const lane_plane& plane, std::uint32_t lane) { return ((plane.words[lane / 64] >> (lane % 64)) & 1U) != 0; }

inline void put(lane_plane& plane, std::uint32_t lane, bool bit) {
    const std::uint64_t mask = std::uint64_t{1} << (lane % 64);
    std::uint64_t& word = plane.words[lane / 64];
    word = bit ? word | mask : word & ~mask;
}

inline lane_plane all_or_none(bool bit) {
    lane_plane plane;
    std::ranges::fill(plane.words, bit ? ~std::uint64_t{0} : 0);
    return plane;
}

inline lane_plane either(const lane_plane& a, const lane_plane& b) {
    lane_plane both;
    for (std::uint32_t w = 0; w < plane_words; ++w) both.words[w] = a.words[w] | b.words[w];
    return both;
}

inline lane_plane both(const lane_plane& a, const lane_plane& b) {
    lane_plane common;
    for (std::uint32_t w = 0; w < plane_words; ++w) common.words[w] = a.words[w] & b.words[w];
    return common;
}

inline lane_plane without(const lane_plane& a, const lane_plane& b) {
    lane_plane left;
    for (std::uint32_t w = 0; w < plane_words; ++w) left.words[w] = a.words[w] & ~b.words[w];
    return left;
}

inline bool is_empty(const lane_plane& plane) {
    std::uint64_t any = 0;
    for (const std::uint64_t word : plane.words) any |= word;
    return any == 0;
}

inline std::uint64_t count(const lane_plane& plane) {
    std::uint64_t lanes = 0;
    for (const std::uint64_t word : plane.words) lanes += static_cast<std::uint64_t>(std::popcount(word));
    return lanes;
}

/// The first lane that is in; block_people if none.
inline std::uint32_t first_lane(const lane_plane& plane) {
    for (std::uint32_t w = 0; w < plane_words; ++w)
        if (plane.words[w] != 0) return 64 * w + static_cast<std::uint32_t>(std::countr_zero(plane.words[w]));
    return block_people;
}

/// Those that are in when it begins: `visit` may take some out.
template <class Visit>
void for_each_lane(const lane_plane& lanes, const Visit& visit) {
    const lane_plane at_first = lanes;
    for (std::uint32_t w = 0; w < plane_words; ++w)
        for (std::uint64_t rest = at_first.words[w]; rest != 0; rest &= rest - 1) visit(64 * w + static_cast<std::uint32_t>(std::countr_zero(rest)));
}

}  // namespace advise::engine
