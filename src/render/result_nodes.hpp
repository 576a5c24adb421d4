// The proof as JSON: the nodes of a result, and the trees of a split (COMMANDS.md, The result).
#pragma once

#include "json_writer.hpp"

#include <advise/engine/advice.hpp>

namespace advise::cli {

/// The array of nodes, children first.
/// What a test asks of its fact: the members "op" and "value".
void write_asked(json_writer& out, const engine::rule_base& rules, const engine::condition& test);

void write_nodes(json_writer& out, const engine::rule_base& rules, const engine::facts& person, const engine::advice& answer);

/// {"verdict": TREE|null, "points": TREE|null}, or null where the answer is not exact.
void write_split(json_writer& out, const engine::rule_base& rules, const engine::role_advice& role);

}  // namespace advise::cli
