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

/// For each fact the gates above its tests, inputs before what reads them.
class fact_cones {
public:
    explicit fact_cones(const question_space& space);
    [[nodiscard]] const std::vector<std::uint32_t>& gates_above(std::uint32_t asked) const { return cones_[asked]; }
    [[nodiscard]] bool is_root(node_id n) const { return roots_[n] != 0; }
    /// Inputs of the gates in all cones, those of sums dearer: what it costs to ask every fact once.
    [[nodiscard]] std::uint64_t cost() const { return cost_; }

private:
    std::vector<std::vector<std::uint32_t>> cones_;
    std::vector<std::uint8_t> roots_;
    std::uint64_t cost_ = 0;
};

/// One block of lanes. A question is asked in the lanes in which its fact still reaches, through what is open, something that is to be settled.
class rollout {
public:
    rollout(const question_space& space, const fact_cones& cones, const sampled_cells& cells, std::uint32_t block);

    /// Nothing has been asked.
    void begin();
    /// Asks a fact in the lanes where it counts, and adds these to `counts`.
    void ask(std::uint32_t asked, lane_counts& counts);
    /// Asks these facts one after the other; unaskable ones are left out.
    void ask_all(const std::vector<std::uint32_t>& order, lane_counts& counts);

private:
    /// Marks the open nodes that a fact reaches through open ones. \return the lanes in which it counts
    std::uint64_t reach(std::uint32_t asked);
    /// Puts its values in, in all lanes. Only after reach().
    void learn(std::uint32_t asked);
    void pass(std::uint32_t gate);
    [[nodiscard]] std::uint64_t open(node_id n) const { return can_be_true_[n] & can_be_false_[n]; }

    const question_space& space_;
    const fact_cones& cones_;
    std::vector<std::uint64_t> truths_;                         ///< of tests, in the sampled completions
    std::vector<std::uint64_t> can_be_true_, can_be_false_;     ///< of nodes
    std::vector<std::uint64_t> begun_true_, begun_false_;       ///< the same when nothing has been asked
    std::vector<std::uint64_t> reached_;                        ///< of nodes; all 0 but while one fact is looked at
};

}  // namespace advise::engine
