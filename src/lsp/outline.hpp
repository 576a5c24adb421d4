// What a rule file is made of: symbols, folds, its layout.
#pragma once

#include "json.hpp"
#include "names.hpp"

namespace advise::cli::lsp {

/// Declarations, rules, tests and claims of a file, in order.
json::array symbols(const text_file& file);

/// Blocks with clauses, statements over several lines, and groups of comments.
json::array folds(const text_file& file);

/// The edit that makes a file look as `advise fmt` writes it; none where it does already, or has errors.
json::array formatting(const text_file& file);
json::array profile_formatting(const text_file& file);

}  // namespace advise::cli::lsp
