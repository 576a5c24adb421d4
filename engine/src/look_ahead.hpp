// One-step look-ahead over questions: what each of them would leave, estimated on sampled completions.
#pragma once

#include "question_optimum.hpp"

#include <vector>

namespace advise::engine {

/// \param relevant of the facts in question_space::asked those that may be the next question; at least one
best_question look_ahead(const question_space& space, const std::vector<std::uint32_t>& relevant);

}  // namespace advise::engine
