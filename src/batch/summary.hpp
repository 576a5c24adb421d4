// What a batch comes to, for people and for programs.
#pragma once

#include "../render/document.hpp"
#include "chunk.hpp"

#include <string>

namespace advise::cli::batch {

/// "1,234,567" in the digits of a language.
std::string number_shown(std::uint64_t n, grammar::language in);

/// Roles in order of declaration, the most frequent missing facts and steps first.
document summary_page(const engine::rule_base& rules, const tally& counted, grammar::language in);

/// All of it as JSON: "advise/batch-summary/1".
std::string summary_json(const engine::rule_base& rules, const tally& counted);

}  // namespace advise::cli::batch
