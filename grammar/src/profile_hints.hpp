// Lines of a profile as people write them who guess its shape.
#pragma once

#include <advise/grammar/diagnostic.hpp>
#include <advise/grammar/source.hpp>

#include "words.hpp"

namespace advise::grammar {

/// A line [first, last) whose key is not one term: `budget = 900`, `budget 900`, a full-width colon, a bullet, a comment of another
/// language, foreign quotes, or a name that has to be quoted. Reports it once. O(length of the line)
void report_malformed_key(const source& file, words::cursor first, words::cursor last, diagnostics& out);

}  // namespace advise::grammar
