// The function from completions to what an interview is to settle.
#pragma once

#include "decision_diagram.hpp"
#include "question_space.hpp"

namespace advise::engine {

/// The function as a diagram over the variables of the residual circuit, of which there are at most 64; its constants are the truth and the points of each
/// part, one after the other. Exponential in the variables at worst. Throws diagram_too_large at the limit of `made`.
diagram_node diagram_of(const question_space& space, decision_diagram& made);

}  // namespace advise::engine
