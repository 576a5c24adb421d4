// `advise help roles`: what roles the rules know, and by which names.
#pragma once

#include "document.hpp"

#include <advise/engine/rule_base.hpp>
#include <advise/grammar/messages.hpp>

namespace advise::cli {

/// In the order of declaration: the label, beside it the term to type, below them further names.
document roles_page(const engine::rule_base& rules, grammar::language in);

}  // namespace advise::cli
