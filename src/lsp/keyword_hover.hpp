// What an editor shows beside a word of the language: the same text as `advise help WORD`.
#pragma once

#include "json.hpp"
#include "project.hpp"

#include <advise/grammar/messages.hpp>

namespace advise::cli::lsp {

/// In rules; null where no word of the language stands, as in names, texts and comments. \param at a place where no name stands
/// O(length of the statement)
json::value keyword_hover(const text_file& file, position at, grammar::language in);

/// In a profile: `name`, `note` and `otherwise`, in any of their words.
json::value profile_keyword_hover(const text_file& file, position at, grammar::language in);

}  // namespace advise::cli::lsp
