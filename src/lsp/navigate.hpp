// From a name to where it is declared and used, and what there is to say about it.
#pragma once

#include "json.hpp"
#include "names.hpp"

#include <advise/grammar/messages.hpp>

namespace advise::cli::lsp {

/// The places of one name, each once, in the order of the files: of a value in all facts of its scale; of a label where it is written and in lines of
/// tests that call something by it. Other spellings of the same name belong to it; other names of the thing do not. O(names)
std::vector<const occurrence*> places_of(const name_table& names, const occurrence& of);

/// Where the name at a place is declared, or first concluded; null where no name stands there.
json::value definition(const name_table& names, const std::string& uri, std::uint32_t offset);

/// Every place of what is named there, other names of it too.
json::array references(const name_table& names, const std::string& uri, std::uint32_t offset, bool with_declaration);

/// The same in one file, for highlighting.
json::array highlights(const name_table& names, const std::string& uri, std::uint32_t offset);

/// The declaration, its texts, what uses it; null where no name stands there.
json::value hover(const name_table& names, const std::string& uri, std::uint32_t offset, grammar::language in);

}  // namespace advise::cli::lsp
