// Why a question is asked: what its answers would settle.
#pragma once

#include "words.hpp"

#include <advise/engine/program.hpp>
#include <advise/engine/question.hpp>

#include <string>
#include <vector>

namespace advise::cli {

/// What each answer would settle, answers of one effect together; of a set of more than two options what each option would settle, whatever the
/// others. Where no answer settles anything, the roles whose verdict depends on it.
std::vector<std::string> why_asked(const words& speak, const engine::program& code, const engine::question& asked);

/// The roles that are open and that the fact can still change.
std::vector<std::string> counts_for(const words& speak, const engine::program& code, engine::fact_id f);

}  // namespace advise::cli
