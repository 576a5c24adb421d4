// Where a run reads from and writes to. The program gives it descriptors; tests give it strings.
#pragma once

#include "terminal.hpp"

#include <string>
#include <string_view>

namespace advise::cli {

/// A buffered output. Without a descriptor it keeps everything, for tests.
class sink {
public:
    explicit sink(int descriptor = -1) : descriptor_(descriptor) {}

    void write(std::string_view text);
    /// Sends what is buffered. \return false once anything could not be written; `error()` is its errno
    bool flush();
    [[nodiscard]] int error() const { return error_; }
    /// Where it goes; -1: nowhere, it is kept.
    [[nodiscard]] int descriptor() const { return descriptor_; }
    /// What was written, where there is no descriptor.
    [[nodiscard]] const std::string& kept() const { return buffer_; }

private:
    void send(std::string_view rest);

    std::string buffer_;
    int descriptor_;
    int error_ = 0;
};

struct streams {
    int in = -1;                  ///< what "-" reads
    sink out;
    sink err;
    bool in_is_terminal = false;
    bool out_is_terminal = false;
    bool err_is_terminal = false;
    unsigned terminal_columns = 0;    ///< what the terminal says; 0: nothing
    environment variables;
};

/// The process's own streams. A descriptor of 0 to 2 that is closed is first opened on /dev/null, so that no file we open later can
/// take its number, and in the direction in which using it fails: reading a closed input and writing a closed output are errors.
streams process_streams();

}  // namespace advise::cli
