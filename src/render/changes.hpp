// Facts that have, or would have, another value than now.
#pragma once

#include "document.hpp"
#include "json_writer.hpp"
#include "words.hpp"

#include <advise/engine/compare.hpp>

#include <vector>

namespace advise::cli {

/// "Parallelism: expert, now none (line 3)".
std::string change_text(const words& speak, engine::fact_id fact, const engine::known_fact& to);

/// [{"fact", "from", "to"}]: a value; or, where a fact has more than one left, what is known of it, as in a test node.
void write_changes(json_writer& out, const engine::rule_base& rules, const engine::facts& person, const std::vector<engine::changed_fact>& changes);

}  // namespace advise::cli
