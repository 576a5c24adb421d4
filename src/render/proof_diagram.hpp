// The proof as a drawing: the circuit from what is known of a person up to the conclusions, each condition once, with its truth.
#pragma once

#include "diagram.hpp"
#include "proof_reader.hpp"
#include "words.hpp"

#include <advise/engine/advice.hpp>

#include <cstddef>
#include <vector>

namespace advise::cli {

/// How much is drawn; of what is more than that, the conditions nearest to the conclusions.
struct diagram_limits {
    std::size_t nodes;
    std::size_t edges;
};
/// On a page, which a person is to take in. The tree on the page has everything.
inline constexpr diagram_limits drawn_on_a_page{150, 400};
/// For programs that draw or search it.
inline constexpr diagram_limits drawn_in_full{100'000'000, 400'000'000};

/// A node is drawn with all that leads to it, or is marked as cut. The advice needs its proof. O(what is drawn).
diagram proof_diagram(const std::vector<engine::role_advice>& roles, const proof_reader& proof, const words& speak, diagram_limits most);

}  // namespace advise::cli
