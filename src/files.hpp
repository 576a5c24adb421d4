// Files in and out. Reading counts bytes while it reads (a device has no size), takes "-" for standard input, and gives failures as
// messages of group A4. Writing is all or nothing.
#pragma once

#include <advise/grammar/messages.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace advise::cli {

/// A file as bytes, or why not.
struct file_bytes {
    std::string bytes;
    std::string identity;                       ///< "device:inode"; equal for two ways to one file
    grammar::message failure = grammar::message::none;
    grammar::arguments failure_arguments;
};

/// A name as it is shown: valid UTF-8 without control characters.
std::string shown_name(std::string_view name);

/// An open file that closes itself.
class descriptor {
public:
    explicit descriptor(int number) : number_(number) {}
    ~descriptor();
    descriptor(const descriptor&) = delete;
    descriptor& operator=(const descriptor&) = delete;
    [[nodiscard]] bool valid() const { return number_ >= 0; }
    [[nodiscard]] int number() const { return number_; }

private:
    int number_;
};

/// What an errno says about a file, as a failure.
file_bytes failure_of(int code, const std::string& name);

/// Reads what is open, to its end or to the limit. \param name for messages
file_bytes read_descriptor(int opened, const std::string& name, std::uint64_t limit);

/// Reads a file, FIFO or device to its end or to the limit. "-" reads the descriptor `standard_input`.
file_bytes read_file(const std::string& name, std::uint64_t limit, int standard_input);

/// Writes a whole file: a temporary one beside it, flushed to disk, then renamed; what is no regular file is written directly.
/// \return 0 or an errno. Nothing of the old file is lost on failure.
int write_file(const std::string& path, std::string_view bytes);

// What whoever writes a large file bit by bit needs for the same.
/// The file that a path leads to through symbolic links, so that a link stays a link; a new file is itself.
std::string target_of(const std::string& path);
/// A name beside the target that nothing has: what a killed run left must not stop the next one, which may have its number.
std::string temporary_beside(const std::string& target);
/// A name that was given to a file stays given when the power fails.
void sync_folder(const std::string& path);

/// "device:inode" of what a path leads to, or "".
std::string identity_of(const std::string& path);

/// The first 4 KiB of a regular file; "" where there is none, or it cannot be read.
std::string beginning_of_file(const std::string& path);

/// A file of the working directory whose name is near to one that does not exist, or "". Looks at no more than a thousand.
std::string file_near(std::string_view name);

}  // namespace advise::cli
