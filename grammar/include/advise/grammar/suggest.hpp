// Did you mean …? Damerau-Levenshtein distance on keys, bounded.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace advise::grammar {

/// Names near a misspelt one, nearest first, ties in the order given; at most `most`. Distance at most 1 for keys up to
/// 4 code points, 2 up to 8, else 3; longer keys than `limits::suggestion_bytes` get none. Candidates are spellings;
/// both sides are compared by `term_key`; names with no character in common are never near. O(candidates × length), cut off early.
std::vector<std::string> near(std::string_view misspelt, const std::vector<std::string_view>& candidates, std::size_t most = 1);

/// The bounded distance itself (optimal string alignment: a swap of neighbours counts 1), over code points; limit + 1
/// where it is greater than `limit`.
unsigned distance(std::string_view a, std::string_view b, unsigned limit);

}  // namespace advise::grammar
