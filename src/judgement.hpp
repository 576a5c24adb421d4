// What `check` and an editor tell of rules, from everything that was found.
#pragma once

#include "allowances.hpp"

#include <advise/engine/rule_base.hpp>
#include <advise/grammar/diagnostic.hpp>

#include <vector>

namespace advise::cli {

/// Adds what the texts and names of rules without errors show; leaves out what only follows from it, and what comments allow.
/// \param found  what loading and proving found
/// \param extent how far it was looked: an allowance of what was not looked for is not called unused
/// \return what is to be told, in the order of the files
std::vector<grammar::diagnostic> judgement(const engine::rule_base& rules, grammar::diagnostics& found, looked_for extent);

}  // namespace advise::cli
