// Which open facts can still change a conclusion's verdict or points: exactly, as far as the work limit allows.
#pragma once

#include "optimum.hpp"

namespace advise::engine {

/// The facts for which two completions differ in that fact alone and give another verdict or other points; in order of declaration.
/// A fact that the work limit leaves undecided is listed. Set options are looked at one by one: if a set matters, one of its options does.
std::vector<fact_id> facts_that_matter(const residual& circuit, std::uint64_t work_limit);

/// The same, added up over several circuits of one program.
struct influence {
    std::vector<bool> matters;      ///< of each fact of the rule base
    std::vector<bool> undecided;    ///< the work limit left it open whether it does
};

/// Looks only at facts that are not known to matter yet; `wanted` says which facts are worth the work.
void find_influence(const residual& circuit, std::uint64_t work_limit, const std::vector<bool>& wanted, influence& found);

}  // namespace advise::engine
