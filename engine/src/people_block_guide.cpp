#include "people_block_guide.hpp"

#include "people_block_planes.hpp"

namespace advise::engine {

void cone_planes::fit(const role_cone& cone) {
    const std::size_t literals = 2 * cone.nodes.size();
    if (possible.size() >= literals) return;
    possible.resize(literals);
    marks.resize(literals);
}

void cone_planes::clear_marks(const role_cone& cone) { std::fill_n(marks.begin(), 2 * cone.nodes.size(), lane_plane{}); }

void cone_planes::mark(literal l, const lane_plane& lanes) { marks[l] = either(marks[l], both(lanes, both(possible[l], possible[flipped(l)]))); }

void cone_planes::spread_marks(const block_kernel& kernel, const role_cone& cone) { kernel.marks(cone.view(nullptr, possible.data(), marks.data())); }

void cone_planes::mark_root(const block_kernel& kernel, const role_cone& cone, const lane_plane& lanes) {
    clear_marks(cone);
    mark(cone.role.holds, lanes);
    spread_marks(kernel, cone);
}

lane_plane guide_completions(const block_kernel& kernel, const role_cone& cone, cone_planes& known, cone_planes& reached, role_end end,
                             const lane_plane* drawn, const lane_plane& lanes, std::span<const std::uint32_t> picks) {
    reached.fit(cone);
    std::copy_n(known.possible.begin(), 2 * std::size_t{cone.inputs()}, reached.possible.begin());
    const literal sought = at_end(cone, end);
    block_view view = cone.view(nullptr, reached.possible.data(), known.marks.data());
    for (std::size_t step = 0;; ++step) {
        kernel.narrow(view, cone.listed_columns(), drawn, end, step < picks.size() ? picks[step] : most_picks + 1);
        kernel.gates_possible(view, {});
        const lane_plane can = both(lanes, reached.possible[sought]), open = both(can, reached.possible[flipped(sought)]);
        if (is_empty(open) || step == picks.size()) return without(can, open);
        reached.mark_root(kernel, cone, can);
        view.marks = reached.marks.data();
    }
}

}  // namespace advise::engine
