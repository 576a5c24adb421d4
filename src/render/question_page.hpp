// One question as people read it: its text, its answers, why it is asked, how many may follow.
#pragma once

#include "document.hpp"
#include "profile_terms.hpp"

#include <advise/engine/question.hpp>

#include <string>
#include <vector>

namespace advise::cli {

/// Answers that can be chosen by their number, in the order of the numbers; of a set its options, of a number none.
std::vector<std::string> choices_of(const profile_terms& terms, const words& speak, engine::fact_id f, const engine::known_fact& known);

/// The question with its answers, why it is asked and how many are left at most and on average; or that there is none.
document question_page(const words& speak, const profile_terms& terms, const engine::program& code, const engine::question& asked);

/// A mean with some digits behind the point, rounded half up.
std::string rounded(const engine::fraction& mean, unsigned digits_behind);

}  // namespace advise::cli
