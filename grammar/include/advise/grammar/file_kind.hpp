// Whether a text is rules or a profile, whatever it was given as: a mix-up deserves one sentence, not an error for each line.
#pragma once

#include <advise/grammar/source.hpp>

#include <optional>

namespace advise::grammar {

/// The first line that begins a statement or clause or has an arrow, where more than half of the lines do. O(bytes).
std::optional<span> rules_in(const source& file);

/// The first line, where no line is of rules and most read `key: value` (or the text is a JSON object). O(bytes).
std::optional<span> profile_in(const source& file);

}  // namespace advise::grammar
