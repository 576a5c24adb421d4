// The exactness of a block, lane by lane where nothing else helps.
#pragma once

#include "people_block_cases.hpp"
#include "role_search.hpp"

#include <bit>
#include <optional>
#include <vector>

namespace advise::engine {

inline constexpr std::uint32_t draws_for_all = 16;   ///< completions of everything
inline constexpr std::uint32_t draws_for_role = 64;  ///< pairs of completions towards a role's greatest and least

inline constexpr std::uint32_t sampling_rounds = 4;  ///< of a completion for each case of one person

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

inline bool is_in(const lane_plane& plane, std::uint32_t lane) { return ((plane.words[lane / 64] >> (lane % 64)) & 1U) != 0; }

template <class Visit>
void for_each_lane(lane_plane lanes, const Visit& visit) {
    for (std::uint32_t w = 0; w < plane_words; ++w)
        for (; lanes.words[w] != 0; lanes.words[w] &= lanes.words[w] - 1)
            visit(64 * w + static_cast<std::uint32_t>(std::countr_zero(lanes.words[w])));
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
    [[nodiscard]] bool has(std::uint32_t lane) const { return is_in(all(), lane); }
    [[nodiscard]] bool has_verdict(std::uint32_t lane) const { return is_in(verdicts(), lane); }
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
        const auto look = [&] {
            look_at(role);
            tried();
        };
        find_cone(role);
        try_drawn([this] { run_cone(); }, look);
        try_for_role(role, true, look);
        return !needs_[role].has(0);
    }
    [[nodiscard]] const witness_needs& needs(std::uint32_t role) const { return needs_[role]; }
    /// The tree of the cases that decided the verdict of confirm_alone(), if they did.
    [[nodiscard]] std::optional<split_tree> deciding_cases(std::uint32_t role) const;

private:
    void find_witnesses();
    void look_at(std::uint32_t role);
    void take_all_columns();
    void draw_cells(const std::vector<std::uint32_t>& columns, std::uint64_t draw);
    void mark_verdict(std::uint32_t role);
    void mark_points(std::uint32_t role);
    void complete_best(const std::vector<std::uint32_t>& columns, bool greatest);
    void run_cone();
    void find_mixed(const lane_plane& lanes);
    void decide(std::uint32_t lane, std::uint32_t role, verdict v);

    /// Completions of everything, drawn.
    template <class Look>
    void try_everywhere(const Look& look) {
        take_all_columns();
        try_drawn([this] { block_.kernel->gates_certain(block_.view, {}); }, look);
    }
    /// The same of the columns at hand. \param run evaluates the gates that `look` looks at
    template <class Run, class Look>
    void try_drawn(const Run& run, const Look& look) {
        eligible_ = everything();
        for (std::uint32_t draw = 0; draw < draws_for_all; ++draw) {
            draw_cells(cone_.columns, draw);
            block_.kernel->complete_drawn(block_.view, cells_.data());
            run();
            look();
        }
    }
    /// Completions of what a role rests on, where its signs want them; drawn where those are mixed; then cases. `whole`: all of them, needed or not.
    template <class Look>
    void try_for_role(std::uint32_t role, bool whole, const Look& look) {
        find_cone(role);
        const witness_needs& needs = needs_[role];
        if (whole || !is_empty(needs.verdicts())) {
            mark_verdict(role);
            try_end(role, true, whole, &witness_needs::yes, look);
            try_end(role, false, whole, &witness_needs::no, look);
            for_each_lane(needs.verdicts(), [&](std::uint32_t lane) { try_cases(lane, role, look); });
        }
        if (whole || !is_empty(needs.points())) {
            mark_points(role);
            try_end(role, true, whole, &witness_needs::high, look);
            try_end(role, false, whole, &witness_needs::low, look);
        }
    }
    template <class Look>
    void try_end(std::uint32_t role, bool greatest, bool whole, lane_plane witness_needs::*end, const Look& look) {
        const lane_plane& needed = needs_[role].*end;
        for (std::uint32_t draw = 0; draw < draws_for_role && (whole || !is_empty(needed)); ++draw) {
            if (draw == 1) find_mixed(needed);
            const std::vector<std::uint32_t>& columns = draw == 0 ? cone_.columns : mixed_;
            draw_cells(columns, (std::uint64_t{role} + 1) << 32 | draw);
            complete_best(columns, greatest);
            run_cone();
            eligible_ = {};
            eligible_.*end = needed;
            look();
        }
    }
    template <class Look>
    void try_cases(std::uint32_t lane, std::uint32_t role, const Look& look) {
        const case_verdicts found = cases_.look(lane, code_.roles[role], cone_);
        if (!found.can_hold || !found.can_fail) return decide(lane, role, found.can_hold ? verdict::yes : verdict::no);
        const auto look_here = [&] {
            run_cone();
            eligible_ = {};
            eligible_.yes.words[lane / 64] = eligible_.no.words[lane / 64] = std::uint64_t{1} << (lane % 64);
            look();
        };
        for (const std::uint32_t which : {found.holding, found.failing}) {
            if (which == nothing) continue;
            cases_.complete(lane, which);
            look_here();
        }
        for (const bool greatest : {true, false}) {
            const lane_plane& needed = greatest ? needs_[role].yes : needs_[role].no;
            for (std::uint32_t round = 0; round < sampling_rounds && is_in(needed, lane); ++round)
                if (cases_.sample(lane, code_.roles[role], cone_, greatest, round)) look_here();
        }
    }
    void reach(node_id n);
    void find_cone(std::uint32_t role);
    void clear_marks();
    void mark(literal l, const lane_plane& lanes);
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
    witness_needs eligible_;            ///< the lanes that may learn something from the completions at hand, for each end
    std::vector<lane_plane> sum_;
    std::vector<std::uint32_t> cells_;   ///< drawn, of each column
    std::vector<std::uint8_t> in_cone_;  ///< of each node
    role_cone cone_;                     ///< of the role at hand
    std::vector<std::uint32_t> mixed_;   ///< columns of the cone that are of mixed sign in some lane
    case_table cases_;
    std::uint64_t decided_ = 0;  ///< verdicts that cases decided
    facts person_;
    std::vector<role_advice> roles_;
};

}  // namespace advise::engine
