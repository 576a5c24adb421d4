// Whether lines of profiles say the same under every rule base.
#pragma once

#include <advise/grammar/profile.hpp>

#include <string>

namespace advise::grammar {

/// Two values that are not quoted as a whole: equal keys, and the same shape. O(bytes).
bool same_value_text(const std::string& a, const std::string& b);

/// Equal keys (term_key.hpp), and values that are read alike: a quoted one letter by letter, another by its key and by its shape. O(bytes).
bool same_entry(const profile_entry& a, const profile_entry& b);

}  // namespace advise::grammar
