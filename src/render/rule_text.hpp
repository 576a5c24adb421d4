// Conditions and clauses as they may be written in a rule file: what a mutant changes is shown in the author's own language.
#pragma once

#include <advise/engine/mutants.hpp>
#include <advise/engine/rule_base.hpp>

#include <string>

namespace advise::cli {

/// On one line, in the spelling of `advise fmt`; the one that stands in the file may differ in parentheses and words. Not cut.
std::string condition_text(const engine::rule_base& rules, engine::condition_id c);

/// "+2 systems background", "requires …", "… -> not infra".
std::string clause_text(const engine::rule_base& rules, engine::conclusion_id about, const engine::clause& c);

/// What a mutant does: what stands there, and what it becomes; `after` is empty where it is negated or left out.
struct mutation_text {
    std::string before, after;
};
mutation_text text_of(const engine::rule_base& rules, const engine::mutation& m);

/// A conclusion's name as it may stand after `expect`.
std::string expected_name(const engine::rule_base& rules, engine::conclusion_id x);

}  // namespace advise::cli
