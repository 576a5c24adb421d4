// The part of a block's circuit that one role rests on, as a circuit of its own: what is tried for a role runs over few planes, one beside the other.
#pragma once

#include "people_block_state.hpp"

#include <memory>
#include <vector>

namespace advise::engine {

/// Its nodes are numbered anew: inputs column by column, those columns first that its gates read most (of equals the first), then gates.
struct role_cone {
    block_role role;
    std::vector<cone_column> columns;
    std::vector<std::uint32_t> cells;   ///< of each input
    std::vector<std::uint32_t> places;  ///< of each input the place of its column among them
    std::vector<node_id> nodes;         ///< of each node the one of the block's circuit
    std::vector<block_gate> gates;
    std::vector<literal> operands;
    std::vector<std::uint64_t> weights;
    std::vector<literal> evidence;
    const std::uint64_t* evidence_points = nullptr;

    [[nodiscard]] std::uint32_t inputs() const { return static_cast<std::uint32_t>(cells.size()); }
    [[nodiscard]] cone_columns listed_columns() const { return {columns.data(), static_cast<std::uint32_t>(columns.size()), cells.data()}; }
    [[nodiscard]] std::size_t bytes() const;
    /// Of those planes, which may be null where a function of the kernel does not look at them.
    [[nodiscard]] block_view view(lane_plane* certain, lane_plane* possible, lane_plane* marks) const;
};

inline constexpr std::size_t room_for_cones = std::size_t{4} << 20;

/// The cones of all roles, each made when it is asked for; as many are kept as there is room for.
class role_cones {
public:
    /// \param room for cones that are kept, in bytes
    explicit role_cones(const block_program::data& code, std::size_t room = room_for_cones);

    /// Good until the next call. O(1), or O(size of the cone · log) where it is not kept yet.
    const role_cone& of(std::uint32_t role);

private:
    void make(std::uint32_t role);
    void reach(node_id n);
    void list_columns();
    void copy_gates();
    [[nodiscard]] literal translated(literal l) const { return literal_of(local_[node_of(l)], is_negated(l)); }

    const block_program::data& code_;
    std::vector<std::unique_ptr<const role_cone>> kept_;  ///< of each role
    std::size_t room_;                                    ///< bytes
    role_cone made_;
    std::vector<std::uint32_t> uses_;      ///< of each node, by the cone at hand
    std::vector<std::uint32_t> local_;     ///< of each node of it
    std::vector<node_id> inputs_, gates_;  ///< of it
};

}  // namespace advise::engine
