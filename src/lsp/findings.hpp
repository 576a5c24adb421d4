// Findings as an editor shows them, and what it can mend of them.
#pragma once

#include "json.hpp"
#include "project.hpp"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace advise::cli::lsp {

/// A finding as a diagnostic of the protocol: help stands in its message, notes are related places.
json::object as_json(const project& of, const text_file& in, const grammar::diagnostic& found, grammar::language say_in);

/// What `check` would say of a project, as far as it was looked, in order of place.
std::vector<grammar::diagnostic> told(const project& of);

/// The findings of a project by the address of their file; every file of it has an entry. What has no place stands at the beginning of the root.
std::map<std::string, json::array> findings_by_file(const project& of, grammar::language say_in);

/// Adds what the proofs say, as `advise check` does, within the limits of the server.
/// \param interrupted asked now and then; true gives the proofs up, and nothing is added
/// \return false where they were given up
bool prove(project& about, grammar::language say_in, const std::function<bool()>& interrupted);

}  // namespace advise::cli::lsp
