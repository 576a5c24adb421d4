// What the checker of results found, for people and for programs.
#pragma once

#include "../verify/json.hpp"
#include "../verify/report.hpp"
#include "document.hpp"

#include <advise/grammar/messages.hpp>

#include <string>

namespace advise::cli {

document verify_page(const verify::report& found, grammar::language in);

/// {"schema":"advise/verify/1", "accepted", "proved", "not_checked", "refused"} as COMMANDS.md has it.
std::string verify_json(const verify::report& found, grammar::language in);

/// Why a text is no JSON.
std::string json_error_text(verify::json_error why, grammar::language in);

}  // namespace advise::cli
