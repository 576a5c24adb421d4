// Which known facts alone force a verdict, and what would have to be different: as parts of a page, and as JSON.
#pragma once

#include "document.hpp"
#include "json_writer.hpp"
#include "words.hpp"

#include <advise/engine/reasons.hpp>

namespace advise::cli {

void put_minimal_reasons(document& page, const engine::minimal_reasons& why, engine::verdict now, const words& speak);

/// {"sufficient": [[fact]], "changes": [{"facts": [{"fact", "from", "to"}], "then": verdict}], "complete"}.
void write_minimal_reasons(json_writer& out, const engine::rule_base& rules, const engine::facts& person, const engine::minimal_reasons& why);

}  // namespace advise::cli
