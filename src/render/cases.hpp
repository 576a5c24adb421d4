// What is still open, told as cases: the two completions of an unknown verdict, and the case distinctions that settle one.
#pragma once

#include "document.hpp"
#include "words.hpp"

#include <advise/engine/advice.hpp>

namespace advise::cli {

/// Two completions side by side, what differs first; below it what is the same in both. A role fits in the one; a concept holds.
block two_ways(const engine::completion& fits, const engine::completion& does_not_fit, bool role, const words& speak);

enum class about : std::uint8_t { verdict, points };

/// "if parallelism: none or beginner" … "then it fits". At most some dozens of cases, then it says that there are more.
std::vector<block> cases_of(const engine::split_tree& split, about what, bool role, const words& speak);

}  // namespace advise::cli
