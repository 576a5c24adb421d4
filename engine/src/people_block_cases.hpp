// One person and one role in up to 512 cases at once: the facts of mixed sign that are used most, their values in the lanes of a block of their own.
// Cases that Kleene's tables leave open are split again, as long as that takes few such tables.
#pragma once

#include "people_block_guide.hpp"

#include <advise/engine/advice.hpp>

#include <deque>
#include <span>
#include <vector>

namespace advise::engine {

inline constexpr std::uint32_t most_tables = 32;                       ///< of cases, for one end of one role
inline constexpr std::size_t room_for_levels = std::size_t{16} << 20;  ///< bytes; where the planes of a large cone do not fit, less is tried

/// What the cases say of an end of a role's verdict: it is in no completion, in the one at hand, or either is possible.
enum class case_answer : std::uint8_t { never, found, open };

/// A column cut into groups of neighbouring cells, one for each value of some bits of a case's number.
struct split_column {
    std::uint32_t place = 0;  ///< among the columns of the cone
    std::uint32_t first_bit = 0, bits = 0;
    std::uint32_t high = 0;                     ///< so many of its inputs can be true
    std::uint32_t first_start = 0, groups = 0;  ///< of each group how many of the inputs are true in its first cell
};

/// The cases of one table: each case `from` of an earlier table, split by columns. The number of a case has the place in `from` above the bits of the splits.
struct split_table {
    std::uint32_t earlier = nothing;
    std::vector<std::uint32_t> from;
    std::uint32_t bits = 0;  ///< of all splits
    std::vector<split_column> splits;
    std::vector<std::uint32_t> starts;
};

class case_table {
public:
    case_table(const block_kernel& kernel, const block_program::data& code) : kernel_(kernel), code_(code) {}

    /// Splits what is open of a person, by the marks of the role's verdict, into cases; where Kleene's tables leave that end open in some, a completion
    /// of each case is tried, and then more splits. \param known what is known in all lanes
    case_answer look(std::uint32_t lane, std::uint32_t role, const role_cone& cone, const cone_planes& known, role_end end);
    /// Whether an input is true in the completion that was found.
    [[nodiscard]] bool in_completion(std::uint32_t input) const;
    /// Planes for anything else; what was found by the last look() is gone then.
    cone_planes& scratch() { return level(0); }
    /// The cases of the last look() as a tree, all with the same truth.
    [[nodiscard]] split_tree tree(const role_cone& cone, verdict truth) const;

private:
    /// A column of the cone in which the inputs from `low` on are not true for certain and those from `high` on not possible.
    struct known_column {
        std::uint32_t low = 0, high = 0;
        std::uint32_t best = 0;  ///< so many of the inputs are true in the best cell
        bool mixed = false;      ///< there is none
    };

    /// What is asked; the same in all tables.
    struct question {
        std::uint32_t role = 0;
        const role_cone* cone = nullptr;
        role_end end = role_end::greatest;
    };

    void read(std::uint32_t lane, const cone_planes& known);
    [[nodiscard]] known_column read(std::uint32_t lane, const cone_column& column, const cone_planes& known) const;
    void count_uses(std::uint32_t lane, const cone_planes& planes);
    void sort_mixed(std::uint32_t lane, const cone_planes& planes);
    template <class Marked>
    void start(std::uint32_t most_bits, const Marked& is_marked);
    split_table& add_table(std::uint32_t earlier);
    template <class Marked>
    void choose(split_table& table, std::span<const std::uint32_t> places, std::uint32_t most_bits, const Marked& is_marked);
    template <class Marked>
    void cut(split_table& table, std::uint32_t place, std::uint32_t most_bits, const Marked& is_marked);
    case_answer examine(std::uint32_t table, std::uint32_t depth);
    case_answer split_further(std::uint32_t table, std::uint32_t depth, const lane_plane& open);
    void fill(const split_table& table, std::uint32_t depth);
    void fill_known(std::uint32_t place, cone_planes& planes) const;
    void fill_split(const split_table& table, const split_column& split, cone_planes& planes) const;
    void fill_again(const split_table& table, std::uint32_t place, const cone_planes& from, cone_planes& planes) const;
    [[nodiscard]] lane_plane lanes_of(const split_table& table) const;
    [[nodiscard]] std::vector<std::uint32_t> still_mixed(cone_planes& planes, const lane_plane& open) const;
    bool guide(std::uint32_t depth, const lane_plane& open);
    cone_planes& level(std::uint32_t depth);
    void draw();
    std::uint32_t grow(split_tree& into, std::uint32_t table, std::size_t depth, std::uint32_t which, const role_cone& cone, verdict truth) const;
    [[nodiscard]] split_case case_of(const split_table& table, const split_column& split, std::uint32_t group, const role_cone& cone) const;

    const block_kernel& kernel_;
    const block_program::data& code_;
    question asked_;
    std::vector<known_column> known_;   ///< of each column of the cone
    std::vector<std::uint32_t> uses_;   ///< of each column, by what is open
    std::vector<std::uint32_t> mixed_;  ///< places of columns without a best cell
    std::vector<split_table> tables_;
    std::uint32_t table_count_ = 0;
    std::deque<cone_planes> levels_;          ///< of the tables on the way from the first one to the one at hand
    std::vector<std::uint32_t> split_;        ///< places that these split
    const cone_planes* completed_ = nullptr;  ///< the completion is a case of these
    std::uint32_t which_ = 0;                 ///< that case
    std::vector<lane_plane> drawn_;           ///< of each input
    std::uint32_t drawn_for_ = nothing;       ///< for that role
};

}  // namespace advise::engine
