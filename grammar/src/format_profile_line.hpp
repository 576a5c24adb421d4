// One line of a profile in its canonical spelling; for profiles, and for `given` in rule files.
#pragma once

#include <advise/grammar/source.hpp>

#include <string>

namespace advise::grammar {

/// A line that was read without errors, without its comment: `key: value`, single blanks, the words of the language in lower case.
/// Inside a value a blank is changed only where it could not make another value of it under any rule base. O(bytes).
std::string format_profile_line(const source& file, span line);

}  // namespace advise::grammar
