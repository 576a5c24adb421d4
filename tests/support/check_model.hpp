#pragma once

// Whether a generated model is inside the language. A generator that strays outside would only test
// error messages, and every difference to the engine would have to be looked at in vain.

#include <string>
#include <vector>

#include "model.hpp"

namespace advise::tests {

// Everything wrong, in words; empty if the rule base is well-formed.
std::vector<std::string> defects(const rule_base& base);
// The same for a profile of a well-formed rule base.
std::vector<std::string> defects(const rule_base& base, const profile& known);

}  // namespace advise::tests
