// What may stand where somebody types.
#pragma once

#include "json.hpp"
#include "names.hpp"

#include <advise/grammar/messages.hpp>

namespace advise::cli::lsp {

/// A CompletionList: statements and clauses at the start of a line, values after a comparison, types, sources, else names and the words of
/// conditions. Names are inserted in quotes where they need them.
json::object completions(const name_table& names, const text_file& file, position at, grammar::language in);

}  // namespace advise::cli::lsp
