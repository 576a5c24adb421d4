// An empty profile to fill in: the answer to "what do I write in profile.txt?". Valid as it stands, for every value in it is "?".
#pragma once

#include <advise/engine/rule_base.hpp>
#include <advise/grammar/messages.hpp>

#include <string>

namespace advise::cli {

/// \param command how to run the filled-in profile: "advise me.txt"
std::string blank_profile(const engine::rule_base& rules, grammar::language in, const std::string& command);

}  // namespace advise::cli
