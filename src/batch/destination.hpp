// Where the lines of a batch go: standard output, a device, a file that takes its name when it is whole, or a file that a broken run may go on
// with. Whatever happens, what can be seen there is whole lines.
#pragma once

#include "../files.hpp"
#include "../streams.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace advise::cli::batch {

class destination {
public:
    /// Standard output.
    explicit destination(sink& out) : sink_(&out), opened_(out.descriptor()) {}
    /// Abandons what is not finished.
    ~destination() { abandon(); }
    destination(const destination&) = delete;
    destination& operator=(const destination&) = delete;

    /// To a file: as a whole, or not at all; to a device directly. \return 0 or an errno
    int open_whole(const std::string& path);
    /// To a file, so that what is written stays: behind its first `keep` bytes, which have to be there. \return 0 or an errno (ENODATA: they are not)
    int open_growing(const std::string& path, std::uint64_t keep);

    /// Whole lines. Where not all of them could be written, part of the last one is taken back. \return 0 or an errno
    int write(std::string_view lines);
    /// What was written is on disk. \return 0 or an errno
    int sync();
    /// All is written. \return 0 or an errno
    int finish();
    /// Nothing of a file that is not whole stays.
    void abandon();

    /// Bytes in the file that grows.
    [[nodiscard]] std::uint64_t size() const { return size_; }

private:
    void take_back(std::size_t bytes);

    sink* sink_ = nullptr;
    std::unique_ptr<descriptor> own_;
    int opened_ = -1;
    std::string target_, temporary_;        ///< of a file that is not whole yet
    std::uint64_t size_ = 0;
};

}  // namespace advise::cli::batch
