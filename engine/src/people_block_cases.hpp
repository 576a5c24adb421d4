// One person and one role in up to 512 cases at once: the facts of mixed sign that are used most, their values in the lanes of a block of their own.
#pragma once

#include "people_block_guide.hpp"

#include <advise/engine/advice.hpp>

#include <span>
#include <vector>

namespace advise::engine {

inline constexpr std::uint32_t guided_in_cases = 4;  ///< completions of each case

/// What the cases say of an end of a role's verdict: it is in no completion, in the one at hand, or either is possible.
enum class case_answer : std::uint8_t { never, found, open };

class case_table {
public:
    case_table(const block_kernel& kernel, const block_program::data& code) : kernel_(kernel), code_(code), guide_(kernel) {}

    /// Splits what is open of a person, by the marks of the role's verdict, into cases; where Kleene's tables leave that end open in some, completions
    /// of each case are tried. \\param known what is known in all lanes
    case_answer look(std::uint32_t lane, std::uint32_t role, const role_cone& cone, const cone_planes& known, role_end end);
    /// Whether an input is true in the completion that was found.
    [[nodiscard]] bool in_completion(std::uint32_t input) const;
    /// The cases of the last look() as a tree, all with the same truth.
    [[nodiscard]] split_tree tree(const role_cone& cone, verdict truth) const;

private:
    /// A column of the cone in which the inputs from `low` on are not true for certain and those from `high` on not possible.
    struct known_column {
        std::uint32_t place = 0;
        std::uint32_t low = 0, high = 0;
        std::uint32_t best = 0;  ///< so many of the inputs are true in the best cell
        bool mixed = false;      ///< there is none
    };

    /// A column whose cells from `low` to `high` are cut into groups, one for each value of some bits of a case's number.
    struct split_column {
        std::uint32_t place = 0;
        std::uint32_t first_bit = 0, bits = 0;
        std::uint32_t high = 0;
        std::uint32_t first_start = 0, groups = 0;  ///< of each group how many of the inputs are true in its first cell
    };

    void read(std::uint32_t lane, const role_cone& cone, const cone_planes& known, role_end end);
    [[nodiscard]] known_column read(std::uint32_t lane, const cone_column& column, const cone_planes& known, role_end end) const;
    void cut(std::uint32_t lane, const known_column& known, const role_cone& cone, const cone_planes& planes);
    void fill_known(const known_column& known, const role_cone& cone);
    void fill_split(const split_column& split, const role_cone& cone);
    bool guide(std::uint32_t role, const role_cone& cone, role_end end);
    void draw(std::uint32_t role, std::uint32_t round, const role_cone& cone);
    std::uint32_t grow(split_tree& into, std::size_t depth, const role_cone& cone, verdict truth) const;
    [[nodiscard]] split_case case_of(const split_column& split, std::uint32_t group, const role_cone& cone) const;

    const block_kernel& kernel_;
    const block_program::data& code_;
    cone_planes cases_;
    completion_guide guide_;
    bool guided_ = false;      ///< the completion is the guide's
    std::uint32_t which_ = 0;  ///< the case that it lies in
    std::vector<known_column> known_;
    std::vector<split_column> splits_;  ///< in the order of their bits
    std::vector<std::uint32_t> starts_;
    std::vector<lane_plane> drawn_[guided_in_cases];  ///< of each input, of the role drawn for last
    std::uint32_t drawn_for_[guided_in_cases] = {};   ///< 1 + that role
};

}  // namespace advise::engine
