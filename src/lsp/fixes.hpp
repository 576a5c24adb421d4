// What mends a finding: the help of its message as an edit.
#pragma once

#include "json.hpp"
#include "project.hpp"

namespace advise::cli::lsp {

/// Code actions for the findings of a file that touch a range. Each was tried: the finding is gone with it, and nothing new is wrong.
json::array fixes(const project& of, const text_file& file, const range& where, const documents& open, grammar::language in);

}  // namespace advise::cli::lsp
