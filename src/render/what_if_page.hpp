// The same person with some facts changed, side by side: only what differs.
#pragma once

#include "document.hpp"
#include "result_json.hpp"

#include <advise/engine/advice.hpp>
#include <advise/engine/compare.hpp>
#include <advise/grammar/messages.hpp>

#include <string>
#include <vector>

namespace advise::cli {

/// One person and the advice about one role, with its proof.
struct outlook {
    const engine::facts& person;
    const engine::advice& answer;
};

/// The role is that of both answers; they were made by one program, so that their nodes are the same but for what they say is true.
document what_if_page(const engine::rule_base& rules, outlook now, outlook then, const std::vector<engine::changed_fact>& changes, grammar::language in);

/// "advise/if/1": {"schema", "role", "changes": [{"fact", "from", "to"}], "now": {"verdict", "exact", "points"}, "then", "differences": [{"node", "now", "then"}],
/// "nodes", "rules", "profile"}: the nodes are those of now.
std::string what_if_json(const result_parts& parts, outlook now, outlook then, const std::vector<engine::changed_fact>& changes);

}  // namespace advise::cli
