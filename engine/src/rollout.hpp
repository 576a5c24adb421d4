// Interviews on 64 sampled completions at once, with Kleene's tables in every lane: how many questions does an order of facts ask?
#pragma once

#include "question_space.hpp"
#include "random.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace advise::engine {

inline constexpr unsigned lanes = 64;

/// How many questions were asked in each lane.
using lane_counts = std::array<std::uint16_t, lanes>;

/// Cells for every variable in some blocks of 64 lanes. In all of them together each cell stands as often as its weight says, as nearly as can be.
class sampled_cells {
public:
    sampled_cells(const question_space& space, std::uint32_t blocks);
    [[nodiscard]] std::uint32_t blocks() const { return blocks_; }
    [[nodiscard]] std::uint32_t cell(std::uint32_t variable, std::uint32_t block, unsigned lane) const
    {
        return cells_[std::size_t{variable} * blocks_ * lanes + block * lanes + lane];
    }

private:
    std::uint32_t blocks_;
    std::vector<std::uint32_t> cells_;
};

/// One block of lanes. A question is asked in the lanes in which its fact still reaches, through what is open, something that is to be settled.
class rollout {
public:
    rollout(const question_space& space, const sampled_cells& cells, std::uint32_t block);

    /// Nothing has been asked.
    void begin();
    /// Goes on from where `remember` was called last.
    void remember() { kept_ = now_; }
    void go_back() { now_ = kept_; }
    /// Asks a fact in the lanes where it counts, and adds these to `counts`.
    void ask(std::uint32_t asked, lane_counts& counts);
    /// Asks these facts one after the other; unaskable ones are left out.
    void ask_all(const std::vector<std::uint32_t>& order, lane_counts& counts);
    /// The lanes in which a fact still counts.
    [[nodiscard]] std::uint64_t counting(std::uint32_t asked) const;

private:
    struct state {
        std::vector<std::uint64_t> can_be_true, can_be_false;   ///< of nodes
        std::vector<std::uint64_t> reaching;                    ///< of nodes: open, and through open gates connected with an open root
    };
    void pass();
    void reach();

    const question_space& space_;
    std::vector<std::uint64_t> truths_;     ///< of tests, in the sampled completions
    state now_, kept_;
};

}  // namespace advise::engine
