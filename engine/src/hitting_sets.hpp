// The minimal members of a family of sets that is closed upwards, smallest first, by way of the sets that all of them hit.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace advise::engine {

/// Indices into a ground set 0..n-1, ascending.
using index_set = std::vector<std::uint32_t>;

struct minimal_members {
    std::vector<index_set> found;   ///< by size, then by their indices
    bool all = true;                ///< there are no others
};

/// Asks whether a set belongs to the family; nullopt ends the search.
using membership = std::function<std::optional<bool>(const index_set&)>;

/// The first `most` minimal members of the family, smallest first, equal sizes in lexicographic order. `is_member` must be monotone: a
/// superset of a member is a member. `work_limit` bounds the steps of each search for a hitting set.
/// For each member found, at most n questions and one search; likewise for each minimal set that all members hit which is met on the way.
minimal_members smallest_members(std::uint32_t n, std::size_t most, std::uint64_t work_limit, const membership& is_member);

}  // namespace advise::engine
