#include "file_provider.hpp"

#include "embedded.hpp"

#include <advise/grammar/limits.hpp>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <fcntl.h>
#include <fmt/format.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>

namespace advise::cli {
namespace {

using engine::source_provider;
using grammar::message;

constexpr std::string_view builtin = "builtin:";

source_provider::file refused(message why, std::string_view asked) {
    source_provider::file result;
    result.name = shown_name(asked);
    result.failure = why;
    result.failure_arguments = {result.name};
    return result;
}

source_provider::file as_result(file_bytes&& read, const std::string& name) {
    source_provider::file result;
    result.name = shown_name(name);
    result.identity = std::move(read.identity);
    result.bytes = std::move(read.bytes);
    result.failure = read.failure;
    result.failure_arguments = std::move(read.failure_arguments);
    return result;
}

bool same_file(int opened, const char* path) {
    struct stat a {}, b {};
    return ::fstat(opened, &a) == 0 && ::stat(path, &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

/// Where an open file really is, or "" where it is no file of a folder (a pipe). Without /proc, where its path leads if that is the same file.
std::string real_path(int opened, const std::string& path) {
    std::string real(PATH_MAX, '\0');
    const ssize_t length = ::readlink(fmt::format("/proc/self/fd/{}", opened).c_str(), real.data(), real.size());
    if (length < 0) {
        const std::unique_ptr<char, decltype(&std::free)> resolved(::realpath(path.c_str(), nullptr), &std::free);
        return resolved != nullptr && same_file(opened, resolved.get()) ? std::string(resolved.get()) : std::string();
    }
    real.resize(static_cast<std::size_t>(length));
    return real.starts_with('/') ? real : std::string();
}

/// With its slash: "" for a name without a folder.
std::string folder_of(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string() : std::string(path.substr(0, slash + 1));
}

/// Opens the very file that `found` was opened on (with O_PATH, which touches nothing), now for reading.
int open_for_reading(int found, const std::string& real) {
    int opened = ::open(fmt::format("/proc/self/fd/{}", found).c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (opened >= 0 || errno != ENOENT) return opened;
    opened = ::open(real.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NOFOLLOW | O_NONBLOCK);      // no /proc here
    if (opened < 0 || same_file(found, real.c_str())) return opened;
    ::close(opened);
    errno = ENOENT;
    return -1;
}

}  // namespace

std::string joined_path(const std::string& folder, std::string_view asked) {
    std::string path = asked.starts_with('/') ? std::string() : folder;
    while (!asked.empty()) {
        const std::size_t slash = std::min(asked.find('/'), asked.size());
        const std::string_view part = asked.substr(0, slash);
        const std::string_view before = std::string_view(path).substr(0, path.empty() ? 0 : path.size() - 1);
        const std::string parent = folder_of(before);
        const std::string_view last = before.substr(parent.size());
        if (part == ".." && !last.empty() && last != ".." && last != ".") path = parent;
        else if (part != "." && (!part.empty() || path.empty())) path.append(part).append("/");
        asked.remove_prefix(std::min(slash + 1, asked.size()));
    }
    if (path.ends_with('/') && path.size() > 1) path.pop_back();
    return path;
}

void file_provider::remember(const std::string& identity, const std::string& name, std::string real) {
    folders_.try_emplace(identity, folder{folder_of(name), real.empty() ? std::string() : folder_of(real)});
}

source_provider::file file_provider::open_embedded(std::string_view path) {
    for (const embedded_file& inside : embedded_rules()) {
        if (inside.path != path) continue;
        file result;
        result.name = fmt::format("{}{}", builtin, path);
        result.identity = result.name;
        result.bytes = std::string(inside.bytes);
        return result;
    }
    return refused(message::import_not_embedded, path);
}

source_provider::file file_provider::open_root(const std::string& name) {
    if (std::string_view(name).starts_with(builtin)) {
        file inside = open_embedded(std::string_view(name).substr(builtin.size()));
        if (inside.failure == message::none) return inside;
    }
    const bool standard = name == "-";
    const descriptor opened(standard ? -1 : ::open(name.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
    const bool usable = standard || opened.valid();
    const int number = standard ? standard_input_ : opened.number();
    file result = as_result(usable ? read_descriptor(number, name, grammar::limits::rules_bytes) : failure_of(errno, name), name);
    root_failed_ = root_failed_ || result.failure != message::none;
    if (result.failure == message::none) remember(result.identity, name, standard ? std::string() : real_path(number, name));
    return result;
}

source_provider::file file_provider::open_import(const std::string& asked, const std::string& importer, const std::string& root) {
    if (importer.starts_with(builtin)) return open_embedded(joined_path({}, asked));
    const auto from = folders_.find(importer);
    const auto tree = folders_.find(root);
    if (from == folders_.end() || tree == folders_.end() || tree->second.real.empty()) return refused(message::import_from_pipe, asked);
    return import_from_disk(asked, from->second, tree->second);
}

source_provider::file file_provider::import_from_disk(const std::string& asked, const folder& importer, const folder& root) {
    const std::string path = asked.starts_with('/') ? asked : importer.real + asked;
    const descriptor found(::open(path.c_str(), O_PATH | O_CLOEXEC));
    if (!found.valid()) return as_result(failure_of(errno, asked), asked);
    const std::string real = real_path(found.number(), path);
    if (!std::string_view(real).starts_with(root.real)) return refused(message::import_outside, asked);
    struct stat about {};
    if (::fstat(found.number(), &about) != 0) return as_result(failure_of(errno, asked), asked);
    if (S_ISDIR(about.st_mode)) return refused(message::file_is_folder, asked);
    if (!S_ISREG(about.st_mode)) return refused(message::import_irregular, asked);
    const descriptor opened(open_for_reading(found.number(), real));
    if (!opened.valid()) return as_result(failure_of(errno, asked), asked);
    const std::string name = joined_path(importer.shown, asked);
    file result = as_result(read_descriptor(opened.number(), asked, grammar::limits::rules_bytes), name);
    if (result.failure == message::none) remember(result.identity, name, real);
    return result;
}

std::vector<std::string> file_provider::identities() const {
    std::vector<std::string> all;
    for (const auto& [identity, unused] : folders_) all.push_back(identity);
    return all;
}

}  // namespace advise::cli
