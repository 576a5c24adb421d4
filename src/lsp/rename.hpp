// Another name for a thing, everywhere.
#pragma once

#include "json.hpp"
#include "names.hpp"
#include "profiles.hpp"

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

/// Why what stands at a place is no name that can be changed: a level of the built-in scale, a word of the language; "" for what is nothing at all.
/// \param file the one that the place is in
std::string why_it_keeps_its_name(const name_table& names, const text_file& file, std::uint32_t offset, grammar::language in);

/// What a new name concerns.
struct rename_scope {
    const name_table& names;  ///< of the files of all these
    const std::vector<const project*>& roots;
    const std::vector<const open_profile*>& profiles;  ///< each read by the rules of one of the roots
    const documents& open;
};

/// Writes the new name wherever the old one stands in any spelling, in quotes where it needs them, in rules and profiles. Refused where the name is another
/// thing's, where the rules of one of the roots would have errors that they do not have now, and where something would mean another thing than before:
/// a name, a line of a test, a profile.
renaming rename(const rename_scope& scope, const std::string& uri, std::uint32_t offset, const std::string& new_name, grammar::language in);

}  // namespace advise::cli::lsp
