// The exactness of a block, lane by lane where nothing else helps.
#pragma once

#include "people_block_state.hpp"
#include "role_search.hpp"

#include <optional>
#include <vector>

namespace advise::engine {

/// The lanes in which a role still lacks a completion: one in which it holds, one in which it does not, one with the fewest points that Kleene's
/// tables allow, one with the most.
struct witness_needs {
    lane_plane yes, no, low, high;

    void reset(const people_block::state& block, std::uint32_t role);
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

private:
    void find_witnesses();
    void try_everywhere();
    void look_at(std::uint32_t role);
    void reach(node_id n);
    void find_cone(std::uint32_t role);
    void clear_marks();
    void mark(literal l, const lane_plane& lanes);
    void try_for_role(std::uint32_t role);
    template <class Done>
    void try_ends(std::uint32_t role, const Done& done);
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
