#include "rule_folder.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace advise::cli {
namespace fs = std::filesystem;

std::vector<std::string> rule_files_in(const std::string& folder, int& failure) {
    std::vector<std::string> found;
    std::error_code error;
    fs::recursive_directory_iterator at(folder, error);
    for (const fs::recursive_directory_iterator end; !error && at != end; at.increment(error)) {
        const std::string name = at->path().filename().string();
        std::error_code ignored;
        if (name.starts_with('.')) at.disable_recursion_pending();
        else if (name.ends_with(".rules") && at->is_regular_file(ignored)) found.push_back(at->path().string());
    }
    failure = error.value();
    std::sort(found.begin(), found.end());
    return found;
}

std::string real_name_of(const std::string& path) {
    std::error_code error;
    const fs::path real = fs::canonical(path, error);
    return error ? path : real.string();
}

bool is_folder(const std::string& path) {
    std::error_code ignored;
    return fs::is_directory(path, ignored);
}

}  // namespace advise::cli
