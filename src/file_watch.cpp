#include "file_watch.hpp"

#include <algorithm>
#include <poll.h>
#include <sys/stat.h>
#include <utility>

namespace advise::cli {
namespace {

void sleep_once() { ::poll(nullptr, 0, static_cast<int>(watch_interval.count())); }

}  // namespace

void file_watch::follow(std::vector<std::string> paths) {
    std::vector<state> known;
    for (const std::string& path : paths) {
        const auto old = std::find(paths_.begin(), paths_.end(), path);
        known.push_back(old == paths_.end() ? look(path) : known_[static_cast<std::size_t>(old - paths_.begin())]);
    }
    paths_ = std::move(paths);
    known_ = std::move(known);
}

file_watch::state file_watch::look(const std::string& path) {
    struct stat found {};
    if (::stat(path.c_str(), &found) != 0) return {};
    constexpr std::uint64_t second = 1'000'000'000;
    return {static_cast<std::uint64_t>(found.st_dev), static_cast<std::uint64_t>(found.st_ino), static_cast<std::uint64_t>(found.st_size),
            static_cast<std::uint64_t>(found.st_mtim.tv_sec) * second + static_cast<std::uint64_t>(found.st_mtim.tv_nsec)};
}

std::vector<file_watch::state> file_watch::look() const {
    std::vector<state> all;
    for (const std::string& path : paths_) all.push_back(look(path));
    return all;
}

std::string file_watch::wait() {
    std::vector<state> now = look();
    for (; now == known_; now = look()) sleep_once();
    std::string changed;
    for (std::size_t i = 0; i < now.size() && changed.empty(); ++i)
        if (now[i] != known_[i]) changed = paths_[i];
    for (std::vector<state> before; before != now; now = look()) {
        before = now;
        sleep_once();
    }
    known_ = std::move(now);
    return changed;
}

}  // namespace advise::cli
