// What runs over the planes of a block. Each instruction set has its own copy of it (people_block_lanes.hpp), compiled for it alone.
#pragma once

#include "people_block_code.hpp"

namespace advise::engine {

/// A block's planes and the code that runs over them.
struct block_view {
    const block_column* columns = nullptr;
    std::uint32_t column_count = 0;
    std::uint32_t inputs = 0;
    const block_gate* gates = nullptr;
    std::uint32_t gate_count = 0;
    const literal* operands = nullptr;
    const std::uint64_t* weights = nullptr;
    const literal* evidence = nullptr;
    const std::uint64_t* evidence_points = nullptr;
    lane_plane* certain = nullptr;       ///< of each node: the lanes in which it is true, where everybody's facts are known
    lane_plane* possible = nullptr;      ///< of each literal: the lanes in which it can be true
    lane_plane* marks = nullptr;         ///< of each literal: the lanes in which a greater root wants it true
    const lane_plane* closed = nullptr;  ///< lanes in which `otherwise: no` stands
};

/// Gates in order: all of them, or those listed.
struct gate_list {
    const std::uint32_t* of = nullptr;  ///< none: all
    std::uint32_t size = 0;
};

/// Inputs of one column, side by side in the planes.
struct cone_column {
    std::uint32_t column = 0;
    std::uint32_t first = 0;  ///< the first of the inputs
    std::uint32_t inputs = 0;
    std::uint32_t first_cell = 0;  ///< into `cells`: of each input the cell that it asks for, ascending
};

struct cone_columns {
    const cone_column* of = nullptr;
    std::uint32_t size = 0;
    const std::uint32_t* cells = nullptr;
};

/// An end of a role: the completions in which it holds, or has the most points; or the others.
enum class role_end : std::uint8_t { greatest, least };

inline constexpr std::uint32_t most_picks = 4;  ///< that narrow() counts; more are all

/// The functions of one instruction set.
struct block_kernel {
    void (*expand_certain)(const block_view&);   ///< noted cells become "at least" inputs, in place, in `certain`
    void (*expand_possible)(const block_view&);  ///< noted cells in `certain` become both bits of the inputs in `possible`
    void (*gates_certain)(const block_view&, gate_list);
    void (*gates_possible)(const block_view&, gate_list);
    void (*marks)(const block_view&);  ///< from all gates to what they read, the last gate first; what is not open stays unmarked
    /// Completions: of each column the cell `drawn` for it, brought inside what is known of it in each lane. Into the inputs of `certain`.
    void (*complete_drawn)(const block_view&, cone_columns, const std::uint32_t* drawn);
    /// The same, but where one cell is the best for all that the marks want of a column for that end, it is put there.
    void (*complete_best)(const block_view&, cone_columns, const std::uint32_t* drawn, role_end);
    /// The columns that have no best cell in some of those lanes, by their places, ascending. \return how many
    std::uint32_t (*find_mixed)(const block_view&, cone_columns, const lane_plane& among, role_end, std::uint32_t* places);
    /// Each column goes to its best cell, in the inputs of `possible`; in each lane the first `picks` of those that have none go to where `drawn` is
    /// true (of each input, "the cell drawn is at least this"), the others stay open.
    void (*narrow)(const block_view&, cone_columns, const lane_plane* drawn, role_end, std::uint32_t picks);
    void (*sum_certain)(const block_view&, const block_role&, lane_plane* sum);
    void (*sum_possible)(const block_view&, const block_role&, lane_plane* low, lane_plane* high);
};

const block_kernel& plain_kernel();
const block_kernel* avx2_kernel();  ///< null: not built for it
const block_kernel* avx512_kernel();

}  // namespace advise::engine
