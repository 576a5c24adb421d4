// The next question as JSON: advise/question/1 (COMMANDS.md).
#pragma once

#include <advise/engine/question.hpp>
#include <advise/engine/rule_base.hpp>

#include <string>
#include <string_view>

namespace advise::cli {

/// \param labels_in language of the question's text
std::string question_json(const engine::rule_base& rules, const engine::question& asked, std::string_view labels_in);

}  // namespace advise::cli
