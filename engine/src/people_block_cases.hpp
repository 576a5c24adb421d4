// One person and one role in up to 512 cases at once: the facts of mixed sign that are used most, their values in the lanes of a block of their own.
#pragma once

#include "people_block_state.hpp"

#include <advise/engine/advice.hpp>

#include <span>
#include <vector>

namespace advise::engine {

/// A role's part of the circuit: its gates and columns in order, and how often gates of it read a column.
struct role_cone {
    std::vector<std::uint32_t> gates, columns;
    std::vector<std::uint32_t> uses;  ///< of every column
};

/// What Kleene's tables say of a role in all cases.
struct case_verdicts {
    bool can_hold = true, can_fail = true;               ///< in some case
    std::uint32_t holding = nothing, failing = nothing;  ///< a case in which it is certain
};

class case_table {
public:
    explicit case_table(people_block::state& block);

    /// Splits what is open of a person into cases. The marks of the block are those of the role's verdict.
    case_verdicts look(std::uint32_t lane, const block_role& role, const role_cone& cone);
    /// Puts a completion that lies in a case into the inputs of `certain`, in that lane: lowest values first.
    void complete(std::uint32_t lane, std::uint32_t which);
    /// After look(): completions of each case towards the role's greatest or least; what is of mixed sign beyond the cases is drawn in each round.
    /// \return whether the role holds (fails) in some; that completion is then put into the inputs of `certain` in that lane
    bool sample(std::uint32_t lane, const block_role& role, const role_cone& cone, bool greatest, std::uint32_t round);
    /// The cases of the last look() as a tree, all with the same truth.
    [[nodiscard]] split_tree tree(verdict truth) const;

private:
    /// What is known of a column of the cone in the lane at hand, and what the role's signs want of it.
    struct known_column {
        std::uint32_t column = 0;
        std::uint32_t low = 0, high = 0;
        bool up = false, down = false;
    };

    /// A column whose cells from `low` to `high` are cut into groups, one for each value of some bits of a case's number.
    struct split_column {
        std::uint32_t column = 0;
        std::uint32_t first_bit = 0, bits = 0;
        std::uint32_t low = 0, high = 0;
        std::vector<std::uint32_t> starts;  ///< the first cell of each group
    };

    [[nodiscard]] known_column read(std::uint32_t lane, std::uint32_t column) const;
    [[nodiscard]] split_column cut(std::uint32_t lane, const known_column& known) const;
    void choose(std::uint32_t lane, const role_cone& cone);
    void fill_known(const known_column& known);
    void fill_split(const split_column& split);
    void start_sampling(bool greatest);
    void draw(const split_column& parts, std::uint32_t round);
    void copy_completion(std::uint32_t lane, std::uint32_t from, const role_cone& cone);
    [[nodiscard]] std::uint32_t cell_in(const split_column& split, std::uint32_t which) const;
    std::uint32_t grow(split_tree& into, std::size_t depth, verdict truth) const;
    [[nodiscard]] split_case case_of(const split_column& split, std::size_t group) const;

    people_block::state& block_;
    const block_program::data& code_;
    std::vector<lane_plane> possible_, certain_;
    std::vector<split_column> splits_;  ///< in the order of their bits
    std::vector<split_column> rest_;    ///< of mixed sign too, but beyond the bits that there are
    std::vector<known_column> known_;   ///< of each column of the cone
    std::vector<const known_column*> mixed_;
};

}  // namespace advise::engine
