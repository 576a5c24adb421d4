// The best order of questions there is, while what is open is small.
#pragma once

#include "question_space.hpp"

#include <optional>

namespace advise::engine {

struct best_question {
    std::uint32_t asked = nothing;          ///< into question_space::asked; `nothing`: none is relevant
    fraction expected;
};

/// Steps of building the decision diagram and of restricting it, beyond which the optimum is not looked for: 10 ms at most.
inline constexpr std::uint64_t optimum_work_limit = 15'000;

/// Dynamic programming over functions: the mean number of questions depends only on the function that is left, which answers lead to from many sides.
/// Nullopt where that is too much work.
std::optional<best_question> optimal_question(const question_space& space);

}  // namespace advise::engine
