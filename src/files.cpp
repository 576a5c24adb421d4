#include "files.hpp"

#include <advise/grammar/suggest.hpp>
#include <advise/grammar/utf8.hpp>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <memory>
#include <new>
#include <stdexcept>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace advise::cli {
namespace {

using grammar::message;

file_bytes failed(message why, const std::string& name, std::string detail = {}) {
    file_bytes result;
    result.failure = why;
    result.failure_arguments = {shown_name(name)};
    if (!detail.empty()) result.failure_arguments.emplace_back(std::move(detail));
    return result;
}

struct code_message { int code; message what; };
constexpr code_message messages_of_codes[] = {
    {ENOENT, message::file_not_found},        {ENOTDIR, message::file_not_found}, {EACCES, message::file_permission},
    {EPERM, message::file_permission},        {EISDIR, message::file_is_folder},  {ENAMETOOLONG, message::file_name_too_long},
    {ELOOP, message::file_link_loop},         {EIO, message::file_read_error},    {ENOMEM, message::file_no_memory},
};

/// Size of the buffer for the next read: all that a regular file is said to have and one byte to see its end; doubling for what has no size.
std::size_t next_size(std::size_t have, std::uint64_t expected, std::uint64_t limit) {
    const std::uint64_t want = have == 0 ? std::max<std::uint64_t>(expected + 1, 4096) : 2 * std::uint64_t{have};
    return static_cast<std::size_t>(std::min(want, limit + 1));
}

enum class ending { whole, too_large, failed };

/// Reads to the end, or to one byte past the limit; of what has a NUL in its first read, which no text has, only that much: a device
/// without end is refused as early as a picture. On `failed`, errno says why.
ending read_to_end(int opened, std::uint64_t expected, std::uint64_t limit, std::string& bytes) {
    constexpr std::size_t one_read = std::size_t{1} << 20;     // what a string clears is still in the processor's cache when it is read into
    std::size_t filled = 0, room = 0;
    for (;;) {
        if (filled == bytes.size()) {
            if (filled == room) bytes.reserve(room = next_size(filled, expected, limit));
            bytes.resize(std::min(room, filled + one_read));
        }
        const ssize_t got = ::read(opened, bytes.data() + filled, bytes.size() - filled);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return ending::failed;
        const bool begins_without_text = filled == 0 && got > 0 && std::memchr(bytes.data(), 0, static_cast<std::size_t>(got)) != nullptr;
        filled += static_cast<std::size_t>(got);
        if (filled > limit) return ending::too_large;
        if (got > 0 && !begins_without_text) continue;
        bytes.resize(filled);
        return ending::whole;
    }
}

}  // namespace

std::string shown_name(std::string_view name) {
    return grammar::printable(name);
}

file_bytes failure_of(int code, const std::string& name) {
    for (const auto& [known, what] : messages_of_codes) {
        if (known == code) return failed(what, name);
    }
    return failed(message::file_failed, name, std::strerror(code));
}

file_bytes read_descriptor(int opened, const std::string& name, std::uint64_t limit) {
    struct stat about {};
    if (::fstat(opened, &about) != 0) return name == "-" ? failed(message::standard_input_closed, name) : failure_of(errno, name);
    if (S_ISDIR(about.st_mode)) return failed(message::file_is_folder, name);
    file_bytes result;
    result.identity = fmt::format("{}:{}", about.st_dev, about.st_ino);
    const std::uint64_t expected = S_ISREG(about.st_mode) ? static_cast<std::uint64_t>(about.st_size) : 0;
    try {
        switch (read_to_end(opened, std::min(expected, limit), limit, result.bytes)) {
            case ending::whole: return result;
            case ending::too_large: return failed(message::file_too_large, name, fmt::format("{}", limit >> 20));
            // a closed input was opened on /dev/null, and not for reading (streams.cpp)
            case ending::failed: return name == "-" && errno == EBADF ? failed(message::standard_input_closed, name) : failure_of(errno, name);
        }
    } catch (const std::bad_alloc&) {
    } catch (const std::length_error&) {
    }
    return failed(message::file_no_memory, name);
}

file_bytes read_file(const std::string& name, std::uint64_t limit, int standard_input) {
    if (name == "-") return read_descriptor(standard_input, name, limit);
    if (name.find('\0') != std::string::npos) return failure_of(ENOENT, name);
    const descriptor opened(::open(name.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
    return opened.valid() ? read_descriptor(opened.number(), name, limit) : failure_of(errno, name);
}

std::string identity_of(const std::string& path) {
    struct stat about {};
    return ::stat(path.c_str(), &about) == 0 ? fmt::format("{}:{}", about.st_dev, about.st_ino) : std::string();
}

std::string beginning_of_file(const std::string& path) {
    constexpr std::size_t enough = 4096;
    struct stat about {};
    if (path.find('\0') != std::string::npos || ::stat(path.c_str(), &about) != 0 || !S_ISREG(about.st_mode)) return {};
    const descriptor opened(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
    std::string bytes(enough, '\0');
    const ssize_t read = opened.valid() ? ::read(opened.number(), bytes.data(), bytes.size()) : 0;
    bytes.resize(read > 0 ? static_cast<std::size_t>(read) : 0);
    return bytes;
}

std::string file_near(std::string_view name) {
    constexpr std::size_t most_looked_at = 1000;
    const std::unique_ptr<DIR, int (*)(DIR*)> folder(::opendir("."), ::closedir);
    if (folder == nullptr) return {};
    std::vector<std::string> names;
    while (const dirent* entry = names.size() < most_looked_at ? ::readdir(folder.get()) : nullptr) {
        if (entry->d_name[0] != '.' && grammar::is_valid(entry->d_name)) names.emplace_back(entry->d_name);
    }
    std::sort(names.begin(), names.end());      // the order of a folder is no order
    const auto found = grammar::near(name, {names.begin(), names.end()});
    return found.empty() ? std::string() : found.front();
}

descriptor::~descriptor() {
    if (valid()) ::close(number_);
}

}  // namespace advise::cli
