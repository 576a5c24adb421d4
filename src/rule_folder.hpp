// The rule files below a folder.
#pragma once

#include <string>
#include <vector>

namespace advise::cli {

/// Every `*.rules` in a folder and in the folders below it, in order of their names. Hidden ones, and folders behind symbolic links, are left out.
/// \param failure an errno where the folder cannot be read, else 0
std::vector<std::string> rule_files_in(const std::string& folder, int& failure);

/// The one name of what a path leads to; the path itself where that cannot be found out.
std::string real_name_of(const std::string& path);

/// Whether a path leads to a folder.
bool is_folder(const std::string& path);

}  // namespace advise::cli
