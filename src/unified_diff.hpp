// The difference between two texts as `diff -u` and `patch` know it.
#pragma once

#include <string>
#include <string_view>

namespace advise::cli {

/// The unified diff from one text to another with three lines of context; "" when they are equal. `name` stands in both headings; `color`
/// paints lines that go and come. A shortest difference by the algorithm of Myers (Algorithmica 1, 1986), O(lines · changes); past
/// a few thousand changed lines, everything between the first and the last of them.
std::string unified_diff(std::string_view before, std::string_view after, std::string_view name, bool color = false);

}  // namespace advise::cli
