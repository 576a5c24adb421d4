#include "interruption.hpp"

#include <array>
#include <atomic>
#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <system_error>
#include <unistd.h>

namespace advise::cli {
namespace {

constexpr std::array<int, 3> signals = {SIGINT, SIGTERM, SIGHUP};
std::atomic<int> wake_descriptor{-1};

extern "C" void wake(int signal) {
    const int code = errno;
    const auto byte = static_cast<unsigned char>(signal);
    if (::write(wake_descriptor.load(), &byte, 1) < 0) {
    }  // the pipe is full: somebody is about to wake
    errno = code;
}

}  // namespace

interruption::interruption() {
    if (::pipe2(pipe_, O_CLOEXEC | O_NONBLOCK) != 0) throw std::system_error(errno, std::generic_category(), "pipe");
    wake_descriptor = pipe_[1];
    struct sigaction ours {};
    ours.sa_handler = wake;
    ours.sa_flags = static_cast<int>(SA_RESTART | SA_RESETHAND);
    for (std::size_t i = 0; i < signals.size(); ++i) {
        ::sigaction(signals[i], nullptr, &before_[i]);
        if (before_[i].sa_handler != SIG_IGN) ::sigaction(signals[i], &ours, nullptr);
    }
}

interruption::~interruption() {
    for (std::size_t i = 0; i < signals.size(); ++i) ::sigaction(signals[i], &before_[i], nullptr);
    wake_descriptor = -1;
    ::close(pipe_[0]);
    ::close(pipe_[1]);
}

void interruption::done() const {
    const unsigned char byte = 0;
    if (::write(pipe_[1], &byte, 1) < 0) {
    }  // as above
}

int interruption::wait(int milliseconds) const {
    pollfd asked{pipe_[0], POLLIN, 0};
    for (;;) {
        const int ready = ::poll(&asked, 1, milliseconds);
        if (ready < 0 && errno == EINTR) continue;
        if (ready == 0) return -1;
        if (const int woken = taken(); woken >= 0) return woken;
    }
}

int interruption::wait_or_read(int descriptor) const {
    std::array<pollfd, 2> asked{pollfd{pipe_[0], POLLIN, 0}, pollfd{descriptor, POLLIN, 0}};
    for (;;) {
        const int ready = ::poll(asked.data(), asked.size(), -1);
        if (ready < 0 && errno == EINTR) continue;
        if (ready < 0 || asked[0].revents == 0) return 0;
        if (const int woken = taken(); woken > 0) return woken;
    }
}

/// The next byte of the pipe; -1 where there is none.
int interruption::taken() const {
    unsigned char byte = 0;
    return ::read(pipe_[0], &byte, 1) == 1 ? byte : -1;
}

}  // namespace advise::cli
