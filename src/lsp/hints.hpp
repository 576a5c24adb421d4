// Verdicts of a profile beside the roles and concepts of a file.
#pragma once

#include "json.hpp"
#include "project.hpp"

#include <string>

namespace advise::cli::lsp {

/// Inlay hints for the declarations within a range; nullopt where the profile cannot be read or has errors. The rules must be sound.
/// \param path of the profile, which may be open in the editor
std::optional<json::array> hints(const project& of, const text_file& file, const range& where, const std::string& path, const documents& open,
                                 grammar::language in);

}  // namespace advise::cli::lsp
