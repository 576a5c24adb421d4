// Why the one role rather than the other, as a page and as JSON.
#pragma once

#include "page_parts.hpp"
#include "result_json.hpp"

#include <advise/engine/compare.hpp>

#include <optional>
#include <string>
#include <vector>

namespace advise::cli {

/// What would put the one that is behind now before the other.
struct smallest_change {
    std::optional<std::vector<engine::changed_fact>> facts;  ///< nullopt: there is none, or it was not found
    bool exact = true;                                       ///< false: a work limit stood in the way
    engine::advice then;                                     ///< where there is one, what it leaves: first and second as in the comparison
    std::optional<std::vector<engine::changed_fact>> gain;   ///< engine::comparison::gain
    engine::advice gain_then;
};

/// The page: both verdicts, the difference, what makes it, the smallest change that turns the order round, and what that leaves of both.
document compare_page(const engine::rule_base& rules, const engine::facts& person, const engine::comparison& found, const smallest_change& change,
                      grammar::language in, const invocation& call);

/// "advise/compare/1" (COMMANDS.md). The comparison must have been asked for with its proof.
std::string compare_json(const result_parts& parts, const engine::comparison& found);

}  // namespace advise::cli
