// Functions of finitely many variables as reduced ordered decision diagrams with as many branches as the variable has cells
// (Bryant, IEEE Trans. Comput. 1986; Srinivasan et al., ICCAD 1990). Equal functions are one node.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace advise::engine {

using diagram_node = std::uint32_t;

/// Thrown when a diagram, with the restrictions made of it, grows past its limit.
struct diagram_too_large {};

class decision_diagram {
public:
    /// \param cells of each variable, of which there are at most 64  \param work_limit steps of building and restricting
    decision_diagram(std::vector<std::uint32_t> cells, std::uint64_t work_limit) : cells_(std::move(cells)), work_left_(work_limit) {}

    /// The constant function whose value is this list of numbers.
    diagram_node constant(const std::vector<std::int64_t>& value);
    /// The function that is branches[c] where the variable is in its cell c; the branches depend on later variables only.
    diagram_node branch(std::uint32_t variable, const std::vector<diagram_node>& branches);
    /// The function with the variable in one cell.
    diagram_node restricted(diagram_node f, std::uint32_t variable, std::uint32_t cell);
    /// Bit v: the function depends on variable v.
    [[nodiscard]] std::uint64_t support(diagram_node f) const { return nodes_[f].support; }
    /// Takes one step of the work limit.
    void work();

private:
    struct node {
        std::uint32_t variable = 0;
        std::uint32_t first = 0;            ///< into branches_
        std::uint64_t support = 0;          ///< 0: a constant
    };
    struct hash {
        template <class Number>
        std::size_t operator()(const std::vector<Number>& numbers) const
        {
            std::uint64_t h = 0x9E37'79B9'7F4A'7C15ULL;
            for (const Number n : numbers) h = (h ^ static_cast<std::uint64_t>(n)) * 0xBF58'476D'1CE4'E5B9ULL, h ^= h >> 29;
            return static_cast<std::size_t>(h);
        }
    };

    std::vector<std::uint32_t> cells_;
    std::vector<node> nodes_;
    std::vector<diagram_node> branches_;
    std::unordered_map<std::vector<std::int64_t>, diagram_node, hash> constants_;
    std::unordered_map<std::vector<std::uint32_t>, diagram_node, hash> known_;      ///< by variable and branches
    std::unordered_map<std::uint64_t, diagram_node> restrictions_;
    std::uint64_t work_left_;
};

}  // namespace advise::engine
