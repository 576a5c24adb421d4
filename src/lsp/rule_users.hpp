// The rule files of a folder that use a file.
#pragma once

#include "project.hpp"

#include <string>
#include <vector>

namespace advise::cli::lsp {

/// Projects whose root lies in or below a folder and whose files have `uri` among them; those whose root is open are left out: they are known.
/// Looks at no more than the limits say. O(bytes of the rule files there).
std::vector<project> users_in_folder(const std::string& folder, const std::string& uri, const documents& open);

}  // namespace advise::cli::lsp
