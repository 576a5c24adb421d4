#include "destination.hpp"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace advise::cli::batch {

int destination::open_whole(const std::string& path) {
    struct stat about {};
    const bool exists = ::stat(path.c_str(), &about) == 0;
    if (exists && S_ISDIR(about.st_mode)) return EISDIR;
    if (exists && !S_ISREG(about.st_mode)) {
        own_ = std::make_unique<descriptor>(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY));
    } else {
        if (exists && ::access(path.c_str(), W_OK) != 0) return errno;
        target_ = target_of(path);
        temporary_ = temporary_beside(target_);
        own_ = std::make_unique<descriptor>(::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666));
        if (own_->valid() && exists && ::fchmod(own_->number(), about.st_mode & 07777) != 0) return errno;
    }
    sink_ = nullptr;
    opened_ = own_->number();
    return own_->valid() ? 0 : (temporary_.clear(), errno);
}

int destination::open_growing(const std::string& path, std::uint64_t keep) {
    own_ = std::make_unique<descriptor>(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOCTTY, 0666));
    sink_ = nullptr;
    opened_ = own_->number();
    struct stat about {};
    if (!own_->valid() || ::fstat(opened_, &about) != 0) return errno;
    if (!S_ISREG(about.st_mode)) return EINVAL;
    char last = '\n';
    if (static_cast<std::uint64_t>(about.st_size) < keep || (keep != 0 && ::pread(opened_, &last, 1, static_cast<off_t>(keep - 1)) != 1) || last != '\n') return ENODATA;
    if (::ftruncate(opened_, static_cast<off_t>(keep)) != 0 || ::lseek(opened_, static_cast<off_t>(keep), SEEK_SET) < 0) return errno;
    size_ = keep;
    return 0;
}

int destination::write(std::string_view lines) {
    if (sink_ != nullptr && opened_ < 0) {      // of a test
        sink_->write(lines);
        return sink_->error();
    }
    for (std::size_t done = 0; done < lines.size();) {
        const ssize_t sent = ::write(opened_, lines.data() + done, lines.size() - done);
        if (sent < 0 && errno == EINTR) continue;
        if (sent < 0) {
            const int code = errno;
            const std::size_t feed = done == 0 ? std::string_view::npos : lines.rfind('\n', done - 1);
            take_back(feed == std::string_view::npos ? done : done - feed - 1);
            return code;
        }
        done += static_cast<std::size_t>(sent);
        size_ += static_cast<std::size_t>(sent);
    }
    return 0;
}

/// From the end of a regular file that nobody else writes to; a pipe gives nothing back.
void destination::take_back(std::size_t bytes) {
    struct stat about {};
    const off_t here = ::lseek(opened_, 0, SEEK_CUR);
    if (bytes == 0 || ::fstat(opened_, &about) != 0 || !S_ISREG(about.st_mode) || here != about.st_size) return;
    if (::ftruncate(opened_, here - static_cast<off_t>(bytes)) != 0) return;
    ::lseek(opened_, here - static_cast<off_t>(bytes), SEEK_SET);
    size_ -= bytes;
}

int destination::sync() {
    return own_ != nullptr && ::fdatasync(opened_) != 0 && errno != EINVAL ? errno : 0;
}

int destination::finish() {
    if (own_ == nullptr) return 0;
    int failure = sync();
    const bool whole = !temporary_.empty();
    if (failure == 0 && whole && std::rename(temporary_.c_str(), target_.c_str()) != 0) failure = errno;
    if (failure != 0) return failure;
    if (whole) sync_folder(target_);
    temporary_.clear();
    return 0;
}

void destination::abandon() {
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
    temporary_.clear();
}

}  // namespace advise::cli::batch
