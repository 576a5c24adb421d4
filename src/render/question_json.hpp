// The next question as JSON: advise/question/1 (COMMANDS.md).
#pragma once

#include "result_json.hpp"

#include <advise/engine/question.hpp>

#include <string>

namespace advise::cli {

/// \param until what the question was to settle; it is told too
std::string question_json(const result_parts& parts, const engine::question& asked, engine::ask_until until);

}  // namespace advise::cli
