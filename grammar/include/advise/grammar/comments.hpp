// Where the comments of a rule file stand.
#pragma once

#include <advise/grammar/source.hpp>

#include <vector>

namespace advise::grammar {

/// Every comment of a rule file, from its `#` to the end of its line without blanks there, in order. A `#` in quotes begins none. O(bytes).
std::vector<span> comments_of(const source& file);

}  // namespace advise::grammar
