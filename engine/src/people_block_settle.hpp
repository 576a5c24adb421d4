// The exactness of a block, lane by lane where nothing else helps.
#pragma once

#include "people_block_state.hpp"
#include "role_search.hpp"

#include <optional>
#include <vector>

namespace advise::engine {

inline constexpr std::uint32_t draws_for_all = 16;          ///< completions of everything
inline constexpr std::uint32_t draws_for_role = 16;         ///< pairs of completions towards a role's greatest and least

inline bool is_empty(const lane_plane& plane)
{
    std::uint64_t any = 0;
    for (const std::uint64_t word : plane.words) any |= word;
    return any == 0;
}

/// The lanes in which a role still lacks a completion: one in which it holds, one in which it does not, one with the fewest points that Kleene's
/// tables allow, one with the most.
struct witness_needs {
    lane_plane yes, no, low, high;

    void reset(const people_block::state& block, std::uint32_t role);
    void leave_out_noes(const people_block::state& block, std::uint32_t role);
    [[nodiscard]] lane_plane verdicts() const;
    [[nodiscard]] lane_plane points() const;
    [[nodiscard]] lane_plane all() const;
    [[nodiscard]] bool has(std::uint32_t lane) const { return ((all().words[lane / 64] >> (lane % 64)) & 1U) != 0; }
};

class block_settler {
public:
    explicit block_settler(people_block::state& block);

    /// Settles what the tables left open of the first `size` lanes.
    void settle(std::uint32_t size);

    /// Tries every completion that there is for a role, calls `tried` after each, and tells whether all that lane 0 needs was found.
    template <class Tried>
    bool confirm_alone(std::uint32_t role, const Tried& tried)
    {
        for (std::uint32_t r = 0; r < needs_.size(); ++r) needs_[r] = witness_needs{};
        needs_[role].reset(block_, role);
        const auto look = [&] { look_at(role); tried(); };
        try_everywhere(look);
        try_for_role(role, true, look);
        return !needs_[role].has(0);
    }
    [[nodiscard]] const witness_needs& needs(std::uint32_t role) const { return needs_[role]; }

private:
    void find_witnesses();
    void look_at(std::uint32_t role);
    void take_all_columns();
    void draw_cells(std::uint64_t draw);
    void complete_drawn();
    void mark_verdict(std::uint32_t role);
    void mark_points(std::uint32_t role);
    void complete_best(bool greatest);

    /// Completions of everything, drawn.
    template <class Look>
    void try_everywhere(const Look& look)
    {
        take_all_columns();
        for (std::uint32_t draw = 0; draw < draws_for_all; ++draw) {
            draw_cells(draw);
            complete_drawn();
            look();
        }
    }
    /// Completions of what a role rests on, where its signs want them; drawn where those are mixed. `whole`: all of them, needed or not; a lane whose
    /// neighbours need more sees them too.
    template <class Look>
    void try_for_role(std::uint32_t role, bool whole, const Look& look)
    {
        find_cone(role);
        if (whole || !is_empty(needs_[role].verdicts())) {
            mark_verdict(role);
            try_ends(role, look, [&] { return !whole && is_empty(needs_[role].verdicts()); });
        }
        if (whole || !is_empty(needs_[role].points())) {
            mark_points(role);
            try_ends(role, look, [&] { return !whole && is_empty(needs_[role].points()); });
        }
    }
    template <class Look, class Done>
    void try_ends(std::uint32_t role, const Look& look, const Done& done)
    {
        for (std::uint32_t draw = 0; draw < draws_for_role && !done(); ++draw) {
            draw_cells((std::uint64_t{role} + 1) << 32 | draw);
            for (const bool greatest : {true, false}) {
                complete_best(greatest);
                look();
            }
        }
    }
    void reach(node_id n);
    void find_cone(std::uint32_t role);
    void clear_marks();
    void mark(literal l, const lane_plane& lanes);
    void read_person(std::uint32_t lane);
    void search(std::uint32_t lane);
    void search_rest();
    void count_way(const std::optional<ends>& holds);
    void ask_alone(std::uint32_t lane);
    void answer(std::uint32_t lane, std::uint32_t role, verdict v, bool exact, points_interval points);

    people_block::state& block_;
    const block_program::data& code_;
    std::vector<witness_needs> needs_;          ///< of each role
    std::vector<lane_plane> sum_;
    std::vector<std::uint32_t> cells_;          ///< drawn, of each column
    std::vector<std::uint8_t> in_cone_, column_in_cone_;
    std::vector<std::uint32_t> gates_, columns_;    ///< the cone of the role at hand
    facts person_;
    std::vector<role_advice> roles_;
};

}  // namespace advise::engine
