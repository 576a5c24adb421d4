// Another name for a thing, everywhere.
#pragma once

#include "json.hpp"
#include "names.hpp"

#include <advise/grammar/messages.hpp>

#include <optional>

namespace advise::cli::lsp {

/// The edits, or why there are none.
struct renaming {
    std::optional<json::object> edits;  ///< a WorkspaceEdit
    std::string refusal;
};

/// The stretch of the name at a place, and what it says; nothing where no name stands there.
std::optional<json::object> what_to_rename(const name_table& names, const std::string& uri, std::uint32_t offset);

/// Writes the new name wherever the old one stands in any spelling, in quotes where it needs them. Refused where the name is another thing's, or
/// the rules of one of `roots` would have errors that they do not have now.
renaming rename(const name_table& names, const std::string& uri, std::uint32_t offset, const std::string& new_name,
                const std::vector<const project*>& roots, const documents& open, grammar::language in);

}  // namespace advise::cli::lsp
