// What an analysis found, as diagnostics: which sentence, where, and the profiles that show it.
#pragma once

#include <advise/engine/analysis.hpp>
#include <advise/grammar/diagnostic.hpp>

namespace advise::cli {

/// Adds a diagnostic for each finding, and one for what the limits left undecided. Lines of profiles are written for somebody who reads `in`.
void add_findings(const engine::rule_base& rules, const engine::analysis& found, grammar::language in, grammar::diagnostics& out);

}  // namespace advise::cli
