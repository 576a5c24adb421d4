#include "streams.hpp"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace advise::cli {
namespace {

/// A buffer of this size goes out by itself, so that long answers need little memory.
constexpr std::size_t enough = 1U << 16;

std::string variable(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(value);
}

bool is_open(int descriptor) {
    return ::fcntl(descriptor, F_GETFD) != -1 || errno != EBADF;
}

/// Opens /dev/null as exactly this descriptor: all lower ones are open, so it is the first free number.
void fill(int descriptor, int mode) {
    if (is_open(descriptor)) return;
    const int opened = ::open("/dev/null", mode);
    if (opened >= 0 && opened != descriptor) {
        ::dup2(opened, descriptor);
        ::close(opened);
    }
}

unsigned columns_of(int descriptor) {
    winsize size{};
    return ::ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

}  // namespace

void sink::write(std::string_view text) {
    if (error_ != 0) return;
    if (descriptor_ >= 0 && text.size() >= enough) {
        flush();
        send(text);      // what is long already is not copied
        return;
    }
    buffer_ += text;
    if (descriptor_ >= 0 && buffer_.size() >= enough) flush();
}

bool sink::flush() {
    if (descriptor_ < 0) return true;
    send(buffer_);
    buffer_.clear();
    return error_ == 0;
}


void sink::send(std::string_view rest) {
    while (error_ == 0 && !rest.empty()) {
        const ssize_t sent = ::write(descriptor_, rest.data(), rest.size());
        if (sent < 0 && errno == EINTR) continue;
        if (sent < 0) error_ = errno;
        else rest.remove_prefix(static_cast<std::size_t>(sent));
    }
}

streams process_streams() {
    ::signal(SIGXFSZ, SIG_IGN);      // a file that may not grow further is an error of the write, as a full disk is
    fill(0, O_WRONLY);      // reading it fails, as reading a closed input should
    fill(1, O_RDONLY);      // and so does writing to these
    fill(2, O_RDONLY);
    streams made;
    made.in = 0;
    made.out = sink(1);
    made.err = sink(2);
    made.in_is_terminal = ::isatty(0) == 1;
    made.out_is_terminal = ::isatty(1) == 1;
    made.err_is_terminal = ::isatty(2) == 1;
    if (made.out_is_terminal) made.terminal_columns = columns_of(1);
    else if (made.err_is_terminal) made.terminal_columns = columns_of(2);
    made.variables = {variable("NO_COLOR"), variable("CLICOLOR_FORCE"), variable("TERM"), variable("COLUMNS")};
    return made;
}

}  // namespace advise::cli
