// The rule files of a folder that use a file.
#pragma once

#include "project.hpp"

#include <string>
#include <vector>

namespace advise::cli::lsp {

/// Rule files in and below a folder, in order of their names; hidden ones and those behind symbolic links are left out, and what is beyond the limits.
std::vector<std::string> rule_files_near(const std::string& folder);
/// Paths of the files of a folder and those below that may be profiles by their name and size, in order; the same limits, and its own of their number.
std::vector<std::string> profile_files_near(const std::string& folder);

/// Projects whose root lies in or below a folder and whose files have `uri` among them; those whose root is open are left out: they are known.
/// Looks at no more than the limits say. O(bytes of the rule files there).
std::vector<project> users_in_folder(const std::string& folder, const std::string& uri, const documents& open);

}  // namespace advise::cli::lsp
