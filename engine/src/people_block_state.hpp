// What a block of people holds.
#pragma once

#include "people_block_kernel.hpp"

#include <vector>

namespace advise::engine {

inline constexpr std::uint32_t plane_words = block_people / 64;

/// An interval of cells that was said of a column; exactly one cell is noted in the planes instead.
struct noted_interval {
    std::uint32_t lane = 0;
    std::uint32_t column = 0;
    std::uint32_t low = 0, high = 0;
};

/// An answer that is not the one of Kleene's tables, or not exact.
struct settled_pair {
    std::uint32_t lane = 0;
    std::uint32_t role = 0;
    bool exact = true;
    points_interval points;
};

class block_settler;

struct people_block::state {
    state(const block_program::data& prepared, const block_options& asked);
    ~state();

    const block_program::data* code;
    block_options options;
    const block_kernel* kernel;
    block_view view;
    std::vector<lane_plane> certain, possible;
    lane_plane closed{};  ///< lanes in which what is not said is at its "no"
    lane_plane lanes{};   ///< those that somebody is in
    std::vector<noted_interval> intervals;
    std::vector<lane_plane> yes, unknown;  ///< of each role
    std::vector<lane_plane> low, high;     ///< planes of the sums of points
    std::vector<settled_pair> pairs;       ///< by lane, then by role
    bool transposed = false;
    std::vector<std::uint64_t> yes_of, unknown_of;  ///< of each lane: bits of the roles
    block_settled settled;
    std::unique_ptr<block_settler> settler;  ///< made when something is open for the first time

    [[nodiscard]] std::uint32_t role_words() const { return static_cast<std::uint32_t>((code->roles.size() + 63) / 64); }
    void begin(std::uint32_t lane, bool is_closed);  ///< somebody of whom nothing is said
    void note(std::uint32_t lane, fact_id f, const known_fact& known);
    void note(std::uint32_t lane, const facts& person);  ///< begin() and all that is known
    void evaluate(std::uint32_t size);
    void transpose();
    /// The roles on which the verdict on somebody is that one. After transpose().
    void append_outcomes(std::uint32_t person, verdict v, std::vector<role_outcome>& out) const;

private:
    void add_points(std::uint32_t role, std::uint32_t lane, role_outcome& to) const;
    [[nodiscard]] bool everything_is_known(std::uint32_t size) const;
    void evaluate_certain();
    void evaluate_possible();
    void put_intervals();
    void note_cell(std::uint32_t lane, const block_column& column, std::uint32_t cell);
};

}  // namespace advise::engine
