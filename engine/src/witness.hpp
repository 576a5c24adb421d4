// Witnesses: completions that attain a value, the canonical one of all that do.
#pragma once

#include "optimum.hpp"

namespace advise::engine {

/// Of all assignments with a value of `o` not greater than `goal` the first one: variables in their order, lowest cell first. `start` must be one of
/// them. Where the work limit stops a question, the cell of the assignment at hand stands. The state is left as it was found.
assignment canonical_witness(search_state& state, const objective& o, std::int64_t goal, assignment start);

/// The facts that these literals rest on; in order of declaration. O(their cone).
std::vector<fact_id> facts_below(const program::data& code, const std::vector<literal>& roots);

/// The facts that a conclusion mentions, itself or through others, and that are not decided; in order of declaration. O(its cone).
std::vector<fact_id> open_facts_below(const program::data& code, const facts& person, conclusion_id about);

/// An assignment as values of all those facts; a fact that no open test asks for has its lowest value.
completion completion_of(const residual& circuit, const facts& person, const std::vector<fact_id>& of, const assignment& cells, const rule_base& rules);

}  // namespace advise::engine
