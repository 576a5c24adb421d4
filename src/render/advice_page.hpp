// The advice as people read it: the roles under three headings, each with the reasons that matter.
#pragma once

#include "page_parts.hpp"

#include <advise/engine/advice.hpp>
#include <advise/grammar/profile.hpp>

namespace advise::cli {

/// The advice must have been asked for with its proof.
document advice_page(const engine::rule_base& rules, const engine::facts& person, const engine::advice& answer,
                     const grammar::profile& profile, grammar::language in, const invocation& call = {});

}  // namespace advise::cli
