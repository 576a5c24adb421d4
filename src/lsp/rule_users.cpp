#include "rule_users.hpp"

#include "../files.hpp"
#include "limits.hpp"
#include "uri.hpp"

#include <advise/grammar/limits.hpp>

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace advise::cli::lsp {
namespace {

namespace fs = std::filesystem;

/// Whether a file has the word that brings in others: most have not, and need not be read as rules.
bool mentions_import(const std::string& path) {
    constexpr std::string_view word = "import";
    const std::string bytes = read_file(path, grammar::limits::rules_bytes, -1).bytes;
    const auto same = [](char a, char b) { return (a | 0x20) == b; };
    return std::search(bytes.begin(), bytes.end(), word.begin(), word.end(), same) != bytes.end();
}

/// Regular files that `fits` says yes to, in order; hidden ones and what others have installed are passed over.
template <class Fits>
std::vector<std::string> files_near(const std::string& folder, std::size_t most, const Fits& fits) {
    std::vector<std::string> found;
    std::error_code error;
    std::size_t entries = 0;
    fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, error);
    for (const fs::recursive_directory_iterator end; !error && at != end && ++entries < limits::folder_entries; at.increment(error)) {
        const std::string name = at->path().filename().string();
        std::error_code ignored;
        if (name.starts_with('.') || name == "node_modules" || at.depth() >= limits::folder_depth) at.disable_recursion_pending();
        if (!name.starts_with('.') && fits(name) && at->is_regular_file(ignored)) found.push_back(at->path().lexically_normal().string());
    }
    std::sort(found.begin(), found.end());
    if (found.size() > most) found.resize(most);
    return found;
}

}  // namespace

std::vector<std::string> rule_files_near(const std::string& folder) {
    return files_near(folder, limits::folder_rules, [](const std::string& name) { return name.ends_with(".rules"); });
}

std::vector<std::string> profile_files_near(const std::string& folder) {
    std::vector<std::string> found =
        files_near(folder, limits::folder_profiles, [](const std::string& name) { return name.ends_with(".txt") || name.ends_with(".json"); });
    std::erase_if(found, [](const std::string& path) {
        std::error_code error;
        const auto bytes = fs::file_size(path, error);
        return error || bytes > limits::folder_profile_bytes;
    });
    return found;
}

std::vector<project> users_in_folder(const std::string& folder, const std::string& uri, const documents& open) {
    std::vector<project> users;
    for (const std::string& path : rule_files_near(folder)) {
        if (!open.uri_of(path).empty() || !mentions_import(path)) continue;
        project read = load_project(uri_of_path(path), open);
        if (read.root != uri && read.file_named(uri) != nullptr) users.push_back(std::move(read));
    }
    return users;
}

}  // namespace advise::cli::lsp
