// The exactness of a block, lane by lane where nothing else helps.
#pragma once

#include "people_block_cases.hpp"
#include "people_block_planes.hpp"
#include "role_search.hpp"

#include <optional>
#include <vector>

namespace advise::engine {

/// How many completions are tried. engine::advise, which tries them last, tries more: what a block finds must be found there too.
struct tried_completions {
    std::uint32_t of_all = 0;     ///< completions of everything
    std::uint32_t of_role = 0;    ///< towards each end of a role's verdict
    std::uint32_t guided = 0;     ///< the same, step by step
    std::uint32_t of_points = 0;  ///< towards each end of a role's points
};
inline constexpr tried_completions tried_in_block{4, 2, 2, 64};
inline constexpr tried_completions tried_alone{16, 64, 4, 64};

/// The lanes in which a role still lacks a completion: one in which it holds, one in which it does not, one with the fewest points that Kleene's
/// tables allow, one with the most.
struct witness_needs {
    lane_plane yes, no, low, high;

    void reset(const people_block::state& block, std::uint32_t role);
    void leave_out_noes(const people_block::state& block, std::uint32_t role);
    [[nodiscard]] lane_plane verdicts() const;
    [[nodiscard]] lane_plane points() const;
    [[nodiscard]] lane_plane all() const;
    [[nodiscard]] bool has(std::uint32_t lane) const { return is_in(all(), lane); }
    [[nodiscard]] bool has_verdict(std::uint32_t lane) const { return is_in(verdicts(), lane); }
    [[nodiscard]] lane_plane& verdict_at(role_end end) { return end == role_end::greatest ? yes : no; }
};

witness_needs everything();

class block_settler {
public:
    explicit block_settler(people_block::state& block);

    /// Settles what the tables left open of the first `size` lanes.
    void settle(std::uint32_t size);

    /// Tries every completion that there is for a role in lane 0 alone, then cases; calls `tried` after each completion. \return whether all that Kleene's
    /// tables left open is settled. O(what the role rests on), so that a person may have many such roles
    template <class Tried>
    bool confirm_alone(std::uint32_t role, const Tried& tried) {
        decided_ = 0;
        needs_[role].reset(block_, role);
        take_role(role);
        for (std::uint32_t draw = 0; draw < tried_alone.of_all; ++draw) {
            draw_cells(cone_->columns, draw);
            block_.kernel->complete_drawn(view_, cone_->listed_columns(), cells_.data());
            block_.kernel->gates_certain(view_, {});
            look_at(role, view_, cone_->role, everything());
            tried();
        }
        try_for_role(role, tried_alone, tried);
        return !needs_[role].has(0);
    }
    [[nodiscard]] const witness_needs& needs(std::uint32_t role) const { return needs_[role]; }
    /// What the completion at hand, of the role asked about last, has in lane 0: the place of its first value among those of a column (block_column),
    /// or nullopt where the role does not rest on the column.
    [[nodiscard]] std::optional<std::uint32_t> completed_cell(std::uint32_t column) const;
    /// The tree of the cases that decided the verdict of confirm_alone(), if they did.
    [[nodiscard]] std::optional<split_tree> deciding_cases(std::uint32_t role) const;

private:
    void find_witnesses();
    void try_everywhere();
    void take_role(std::uint32_t role);
    void look_at(std::uint32_t role, const block_view& view, const block_role& as, const witness_needs& eligible);
    void draw_cells(const std::vector<cone_column>& columns, std::uint64_t draw);
    void list_mixed(const lane_plane& among, role_end end);
    void draw_for_guide(std::uint32_t role, std::uint32_t draw);
    void mark_points();
    void take_case(std::uint32_t lane);
    void decide(std::uint32_t lane, std::uint32_t role, verdict v);

    /// Completions of what a role rests on, where its signs want them; drawn where those are mixed; then cases.
    template <class Tried>
    void try_for_role(std::uint32_t role, const tried_completions& most, const Tried& tried) {
        witness_needs& needs = needs_[role];
        if (!is_empty(needs.verdicts())) {
            planes_.mark_root(*block_.kernel, *cone_, block_.unknown[role]);
            for (const role_end end : {role_end::greatest, role_end::least}) {
                try_end(role, end, most.of_role, end == role_end::greatest ? &witness_needs::yes : &witness_needs::no, tried);
                for (std::uint32_t draw = 0; draw < most.guided && !is_empty(needs.verdict_at(end)); ++draw) {
                    if (guide(role, end, draw)) tried();
                }
                for_each_lane(needs.verdict_at(end), [&](std::uint32_t lane) { try_cases(lane, role, end, tried); });
            }
        }
        if (is_empty(needs.points())) return;
        mark_points();
        try_end(role, role_end::greatest, most.of_points, &witness_needs::high, tried);
        try_end(role, role_end::least, most.of_points, &witness_needs::low, tried);
    }
    template <class Tried>
    void try_end(std::uint32_t role, role_end end, std::uint32_t draws, lane_plane witness_needs::*need, const Tried& tried) {
        const lane_plane& needed = needs_[role].*need;
        witness_needs eligible{};
        for (std::uint32_t draw = 0; draw < draws && !is_empty(needed); ++draw) {
            if (draw == 1) list_mixed(needed, end);
            const std::vector<cone_column>& columns = draw == 0 ? cone_->columns : mixed_;
            draw_cells(columns, (std::uint64_t{role} + 1) << 32 | draw);
            block_.kernel->complete_best(view_, {columns.data(), static_cast<std::uint32_t>(columns.size()), cone_->cells.data()}, cells_.data(),
                                         end);
            block_.kernel->gates_certain(view_, {});
            eligible.*need = needed;
            look_at(role, view_, cone_->role, eligible);
            tried();
        }
    }
    /// \return whether it found something
    bool guide(std::uint32_t role, role_end end, std::uint32_t draw);
    template <class Tried>
    void try_cases(std::uint32_t lane, std::uint32_t role, role_end end, const Tried& tried) {
        switch (cases_.look(lane, role, *cone_, planes_, end)) {
        case case_answer::never: return decide(lane, role, end == role_end::greatest ? verdict::no : verdict::yes);
        case case_answer::open: return;
        case case_answer::found: break;
        }
        take_case(lane);
        put(needs_[role].verdict_at(end), lane, false);
        tried();
    }
    void read_person(std::uint32_t lane);
    void search(std::uint32_t lane);
    bool search_one_end(std::uint32_t lane, std::uint32_t role, const truth_table& table, std::uint64_t limit);
    void search_rest();
    void count_way(const std::optional<ends>& holds);
    void ask_alone(std::uint32_t lane);
    void answer(std::uint32_t lane, std::uint32_t role, verdict v, bool exact, points_interval points);

    people_block::state& block_;
    const block_program::data& code_;
    std::vector<witness_needs> needs_;  ///< of each role
    std::vector<lane_plane> sum_;
    std::vector<cone_column> columns_;      ///< all of them, in the planes of the block
    std::vector<std::uint32_t> all_cells_;  ///< what their inputs ask for: 1, 2, …
    std::vector<std::uint32_t> cells_;      ///< drawn, of each column at hand
    role_cones cones_;
    const role_cone* cone_ = nullptr;  ///< of the role at hand
    cone_planes planes_;               ///< of it, in all lanes
    std::vector<lane_plane> certain_;  ///< the completions at hand, in the planes of the cone
    block_view view_;                  ///< all of these
    std::vector<std::uint32_t> places_;
    std::vector<cone_column> mixed_;  ///< columns of the cone that are of mixed sign in some lane
    std::vector<lane_plane> drawn_;
    case_table cases_;
    std::uint64_t decided_ = 0;  ///< verdicts that cases decided
    facts person_;
    std::vector<role_advice> roles_;
};

}  // namespace advise::engine
