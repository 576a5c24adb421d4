// Waiting until one of some files changes.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace advise::cli {

/// How often the files are looked at. Looking costs a few microseconds, and unlike inotify sees files on every file system, those that an editor
/// replaces by another, and those that are not there yet.
inline constexpr std::chrono::milliseconds watch_interval{250};

class file_watch {
public:
    /// Remembers how the files (or folders) are now; what is missing is a state too.
    explicit file_watch(std::vector<std::string> paths) { follow(std::move(paths)); }

    /// Watches these from now on. Of those it watched already a change since the last look is not forgotten: who saves while the tests run is heard.
    void follow(std::vector<std::string> paths);

    /// Returns once a file has changed and no file has for one more interval: who saves many files at once is told of once. \return one that changed
    std::string wait();

private:
    struct state {
        std::uint64_t device = 0, inode = 0, size = 0, changed = 0;
        friend bool operator==(const state&, const state&) = default;
    };
    static state look(const std::string& path);
    [[nodiscard]] std::vector<state> look() const;

    std::vector<std::string> paths_;
    std::vector<state> known_;
};

}  // namespace advise::cli
