// What may stand where somebody types.
#pragma once

#include "json.hpp"
#include "names.hpp"

#include <advise/grammar/messages.hpp>

#include <functional>
#include <string>
#include <vector>

namespace advise::cli::lsp {

/// Paths of files that could be imported, relative to the one that is edited. Asked only behind `import`.
using importable_files = std::function<std::vector<std::string>()>;

/// A CompletionList with what the grammar takes at a place, and nothing else: statements and clauses at the start of a line; names, comparisons that the fact
/// before the cursor knows, its values, and the words that may follow; types, sources, languages, files to import. Names are inserted in quotes where they
/// need them.
json::object completions(const name_table& names, const text_file& file, position at, grammar::language in, const importable_files& importable);

}  // namespace advise::cli::lsp
