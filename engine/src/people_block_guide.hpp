// Completions that are put together step by step: after each step Kleene's tables and the signs of a role say anew what is left to decide.
#pragma once

#include "people_block_cone.hpp"

namespace advise::engine {

/// Planes of a role's cone: of what is known, and of what the marks want.
struct cone_planes {
    std::vector<lane_plane> possible, marks;

    /// Room for the cone's nodes. Nothing is allocated where there is room already.
    void fit(const role_cone& cone);
    /// Marks what the root (the role's verdict) wants, in those of the lanes in which it is open.
    void mark_root(const block_kernel& kernel, const role_cone& cone, const lane_plane& lanes);
    void clear_marks(const role_cone& cone);
    /// "A greater root wants this literal true", in those lanes in which it is open.
    void mark(literal l, const lane_plane& lanes);
    void spread_marks(const block_kernel& kernel, const role_cone& cone);
};

/// The literal that is true at that end of a role's verdict.
inline literal at_end(const role_cone& cone, role_end end) { return end == role_end::greatest ? cone.role.holds : flipped(cone.role.holds); }

/// Goes from what is known towards an end of the verdict: columns with a best cell are put there, a few of those without go to where `drawn` is true
/// (of each input), and so on. \param known marked from the root \param picks of those without in each step; after the last one all
/// \param reached where each lane comes to: the completions of that are all alike at the root where it is not open any more
/// \return the lanes in which the role is at that end for certain
lane_plane guide_completions(const block_kernel& kernel, const role_cone& cone, cone_planes& known, cone_planes& reached, role_end end,
                             const lane_plane* drawn, const lane_plane& lanes, std::span<const std::uint32_t> picks);

}  // namespace advise::engine
