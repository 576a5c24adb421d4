// What can never be learnt, as warnings.
#pragma once

#include <advise/engine/program.hpp>
#include <advise/grammar/diagnostic.hpp>

namespace advise::cli {

/// Warns of facts that no plan can ever raise: each waits for another, or for what never holds.
void add_learning_findings(const engine::program& code, grammar::diagnostics& out);

}  // namespace advise::cli
