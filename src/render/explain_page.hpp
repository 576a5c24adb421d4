// Why, or why not, one role: its verdict, and the whole proof.
#pragma once

#include "page_parts.hpp"

#include <advise/engine/advice.hpp>
#include <advise/engine/reasons.hpp>
#include <advise/grammar/profile.hpp>

#include <optional>

namespace advise::cli {

struct explain_options {
    std::optional<unsigned> depth;      ///< levels shown below each clause; without it, all
    const engine::minimal_reasons* why = nullptr;       ///< told first where it is given
    bool drawing = false;               ///< the proof as a drawing too
    const invocation* call = nullptr;   ///< where it is given, the page proposes the plan to a role that does not fit for certain
};

/// The role (or concept) is that of `answer.roles[which]`; the advice must have been asked for with its proof.
document explain_page(const engine::rule_base& rules, const engine::facts& person, const engine::advice& answer, std::size_t which,
                      const grammar::profile& profile, grammar::language in, const explain_options& options = {});

}  // namespace advise::cli
