// What is known of a person, written as a profile.
#pragma once

#include <advise/engine/facts.hpp>
#include <advise/engine/rule_base.hpp>

#include <string>
#include <vector>

namespace advise::c {

/// Name and notes, a line or two for each fact that something was said of, in order of declaration, and `otherwise: no` where the facts are closed. Terms
/// as declared. Read again it has the same facts.
std::string profile_text(const engine::rule_base& rules, const engine::facts& person, const std::string& name, const std::vector<std::string>& notes);

}  // namespace advise::c
