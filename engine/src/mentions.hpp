// Which conclusions a conclusion mentions by name.
#pragma once

#include <advise/engine/rule_base.hpp>

#include <vector>

namespace advise::engine {

/// In its own clauses; ascending, each once. O(size of its clauses)
std::vector<conclusion_id> mentioned_by(const rule_base& rules, conclusion_id x);

/// Marks the conclusion and all that it mentions, itself or through others. What is marked already is not looked into again. O(size of the clauses looked at)
/// \param seen one for each conclusion
void mark_mentioned(const rule_base& rules, conclusion_id x, std::vector<bool>& seen);

}  // namespace advise::engine
