// Why the one role rather than the other, as a page and as JSON.
#pragma once

#include "page_parts.hpp"
#include "result_json.hpp"

#include <advise/engine/compare.hpp>

#include <string>

namespace advise::cli {

/// The page: both verdicts, the difference, what makes it, and the smallest change that turns the order round.
/// \param turned what would put the one that is behind before the other; the comparison of the two in the other order, where the second is ahead
document compare_page(const engine::rule_base& rules, const engine::facts& person, const engine::comparison& found,
                      const std::optional<std::vector<engine::changed_fact>>& turned, bool turned_exact, grammar::language in, const invocation& call);

/// "advise/compare/1" (COMMANDS.md). The comparison must have been asked for with its proof.
std::string compare_json(const result_parts& parts, const engine::comparison& found);

}  // namespace advise::cli
