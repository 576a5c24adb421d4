// Writing a whole file or nothing: a temporary file beside the target, on disk before it takes the target's name.
#include "files.hpp"

#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>

namespace advise::cli {
namespace {

// A signal while the temporary file exists removes it, then does what it would have done.
constexpr std::array<int, 3> ending_signals = {SIGINT, SIGTERM, SIGHUP};
std::array<char, PATH_MAX + 32> temporary_name{};

extern "C" void remove_temporary_and_die(int signal) {
    ::unlink(temporary_name.data());
    ::signal(signal, SIG_DFL);
    ::raise(signal);
}

/// Guards the temporary file against signals while it lives. A signal that was ignored before (nohup) stays ignored.
class signal_guard {
public:
    explicit signal_guard(const std::string& path) {
        path.copy(temporary_name.data(), path.size());
        temporary_name[path.size()] = '\0';
        struct sigaction guard {};
        guard.sa_handler = remove_temporary_and_die;
        for (std::size_t i = 0; i < ending_signals.size(); ++i) {
            ::sigaction(ending_signals[i], nullptr, &before_[i]);
            if (before_[i].sa_handler != SIG_IGN) ::sigaction(ending_signals[i], &guard, nullptr);
        }
    }
    ~signal_guard() {
        for (std::size_t i = 0; i < ending_signals.size(); ++i) ::sigaction(ending_signals[i], &before_[i], nullptr);
    }
    signal_guard(const signal_guard&) = delete;
    signal_guard& operator=(const signal_guard&) = delete;

private:
    std::array<struct sigaction, ending_signals.size()> before_{};
};

int write_all(int opened, std::string_view rest) {
    while (!rest.empty()) {
        const ssize_t sent = ::write(opened, rest.data(), rest.size());
        if (sent < 0 && errno == EINTR) continue;
        if (sent < 0) return errno;
        rest.remove_prefix(static_cast<std::size_t>(sent));
    }
    return 0;
}

/// A device or a FIFO cannot be replaced; it is written to.
int write_directly(const std::string& path, std::string_view bytes) {
    const int opened = ::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
    if (opened < 0) return errno;
    const int failure = write_all(opened, bytes);
    return ::close(opened) != 0 && failure == 0 ? errno : failure;
}

}  // namespace

std::string target_of(const std::string& path) {
    const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr), &std::free);
    return real == nullptr ? path : std::string(real.get());
}

std::string temporary_beside(const std::string& target) {
    struct stat about {};
    std::string name = fmt::format("{}.{}.tmp", target, ::getpid());
    for (int n = 1; n <= 1000 && ::lstat(name.c_str(), &about) == 0; ++n) name = fmt::format("{}.{}.{}.tmp", target, ::getpid(), n);
    return name;
}

void sync_folder(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    const std::string folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
    const descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (opened.valid()) ::fsync(opened.number());      // not every file system can; the data is on disk already
}

namespace {

/// Fills the temporary file; closes it.
int fill(int opened, std::string_view bytes, const struct stat* before) {
    int failure = write_all(opened, bytes);
    if (failure == 0 && before != nullptr && ::fchmod(opened, before->st_mode & 07777) != 0) failure = errno;
    if (failure == 0 && ::fsync(opened) != 0 && errno != EINVAL) failure = errno;
    if (::close(opened) != 0 && failure == 0) failure = errno;
    return failure;
}

}  // namespace

int write_file(const std::string& path, std::string_view bytes) {
    struct stat about {};
    const bool exists = ::stat(path.c_str(), &about) == 0;
    if (exists && S_ISDIR(about.st_mode)) return EISDIR;
    if (exists && !S_ISREG(about.st_mode)) return write_directly(path, bytes);
    if (exists && ::access(path.c_str(), W_OK) != 0) return errno;
    const std::string target = target_of(path);
    const std::string temporary = temporary_beside(target);
    if (temporary.size() >= temporary_name.size()) return ENAMETOOLONG;
    const signal_guard guarded(temporary);
    const int opened = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (opened < 0) return errno;
    int failure = fill(opened, bytes, exists ? &about : nullptr);
    if (failure == 0 && std::rename(temporary.c_str(), target.c_str()) != 0) failure = errno;
    if (failure != 0) ::unlink(temporary.c_str());
    else sync_folder(target);
    return failure;
}

}  // namespace advise::cli
