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

/// Columns of a role, where some lane is open.
struct column_list {
    const std::uint32_t* of = nullptr;
    std::uint32_t size = 0;
};

/// The functions of one instruction set.
struct block_kernel {
    void (*expand_certain)(const block_view&);   ///< noted cells become "at least" inputs, in place, in `certain`
    void (*expand_possible)(const block_view&);  ///< noted cells in `certain` become both bits of the inputs in `possible`
    void (*gates_certain)(const block_view&, gate_list);
    void (*gates_possible)(const block_view&, gate_list);
    void (*marks)(const block_view&, gate_list);  ///< from gates to what they read, the last gate first; what is not open stays unmarked
    /// Completions: of each column the cell `drawn`, brought inside what is known of it in each lane. Into the inputs of `certain`.
    void (*complete_drawn)(const block_view&, const std::uint32_t* drawn);
    /// Of those columns the cell that the marks want for a greatest (or least) root; the drawn one where they want both.
    void (*complete_best)(const block_view&, column_list, const std::uint32_t* drawn, bool greatest);
    void (*sum_certain)(const block_view&, const block_role&, lane_plane* sum);
    void (*sum_possible)(const block_view&, const block_role&, lane_plane* low, lane_plane* high);
};

const block_kernel& plain_kernel();
const block_kernel* avx2_kernel();  ///< null: not built for it
const block_kernel* avx512_kernel();

}  // namespace advise::engine
