// The JSON Schema of a profile under a rule base: a property for each fact, with its label, its question and its values. It says what
// is usual and lets pass what the language allows besides ("at least advanced"); `advise` itself is the judge.
#pragma once

#include <advise/engine/rule_base.hpp>

#include <string>
#include <string_view>

namespace advise::cli {

/// \param labels_in language of titles and descriptions
std::string profile_schema(const engine::rule_base& rules, std::string_view labels_in);

}  // namespace advise::cli
