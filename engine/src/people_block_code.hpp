// A circuit prepared for blocks of people: thresholds of facts as inputs, gates over them in order, without what no role rests on.
//
// Nodes are numbered anew. Inputs come first: a *column* for each fact (each option of a set) that some test asks about, cut into the cells that
// the tests tell apart, and for each column the inputs "its cell is at least 1", "at least 2" …. A test of an inner range is a gate over two of
// them, so Kleene's tables judge it exactly. `any` is a flipped `all` of flipped inputs; gates that one `all` alone reads become part of it.
#pragma once

#include "circuit.hpp"

#include <advise/engine/people_block.hpp>

#include <cstdint>
#include <vector>

namespace advise::engine {

/// One bit for each person of a block.
struct alignas(64) lane_plane {
    std::uint64_t words[block_people / 64];
};

struct block_column {
    fact_id fact = nothing;
    std::uint32_t option = nothing;         ///< of an any_of fact
    std::uint32_t first = 0;                ///< the input "at least cell 1"
    std::uint32_t cells = 0;                ///< at least 2: `cells` - 1 inputs, and behind them the place where cell 0 is noted
    std::uint32_t first_start = 0;          ///< into starts
    std::uint32_t no_low = 0, no_high = 0;  ///< the cells that `otherwise: no` leaves
};

enum class block_gate_kind : std::uint8_t { all, count, weighted };

struct block_gate {
    std::uint32_t first = 0;  ///< into operands
    std::uint32_t size = 0;
    std::uint32_t plain = 0;               ///< the first `plain` operands are not negated, the others are
    std::uint32_t first_weight = nothing;  ///< into weights; weighted only
    std::int64_t least = 0;
    std::int64_t total = 0;
    block_gate_kind kind = block_gate_kind::all;
};

struct block_role {
    literal holds = 0;
    std::uint32_t first_evidence = 0;  ///< into evidence and evidence_points; points against are points for the flipped literal
    std::uint32_t evidence = 0;
    std::int64_t base = 0;         ///< the sum of the points against: what the sum of the planes starts from
    std::uint32_t sum_planes = 0;  ///< bits of the greatest sum; 0: the points are always `base`
    std::uint32_t first_sum = 0;   ///< into the planes of sums
};

struct block_program::data {
    const program* code = nullptr;
    std::vector<conclusion_id> role_ids;
    std::vector<block_role> roles;
    std::vector<block_column> columns;
    std::vector<std::int64_t> starts;      ///< of each column: the first value of each of its cells
    std::vector<std::uint32_t> column_of;  ///< of each input
    std::vector<noted_fact> facts;
    std::vector<std::uint32_t> places;  ///< an input or a cell-0 place for each value of a fact
    std::uint32_t inputs = 0;           ///< places of columns together, and one where what nobody asks for is noted
    std::vector<block_gate> gates;      ///< node inputs + i
    std::vector<literal> operands;
    std::vector<std::uint64_t> weights;
    std::vector<literal> evidence;
    std::vector<std::uint64_t> evidence_points;
    std::uint32_t sums = 0;   ///< planes of all sums
    bool no_is_known = true;  ///< `otherwise: no` leaves no column open

    [[nodiscard]] std::uint32_t node_count() const { return inputs + static_cast<std::uint32_t>(gates.size()); }
    [[nodiscard]] std::uint32_t cell_place(const block_column& c, std::uint32_t cell) const { return c.first + (cell == 0 ? c.cells : cell) - 1; }
    [[nodiscard]] std::uint32_t cell_of(const block_column& c, std::int64_t value) const {
        std::uint32_t cell = 0;
        if (c.cells <= few_cells) {
            for (std::uint32_t i = 1; i < c.cells; ++i) cell += value >= starts[c.first_start + i] ? 1 : 0;
            return cell;
        }
        return search_cell(c, value);
    }
    /// What is known of the column's fact (option) when it lies in these cells.
    void know_cells(const block_column& c, std::uint32_t low, std::uint32_t high, known_fact& known) const;

private:
    static constexpr std::uint32_t few_cells = 16;
    [[nodiscard]] std::uint32_t search_cell(const block_column& c, std::int64_t value) const;
};

/// The code of what these conclusions rest on; they stand in the order of declaration. O(size of the circuit).
block_program::data compile_block(const program& code, std::vector<conclusion_id> about);

/// In order of declaration.
std::vector<conclusion_id> roles_of(const rule_base& rules);

}  // namespace advise::engine
