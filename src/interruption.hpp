// SIGINT, SIGTERM and SIGHUP are waited for: what a batch wrote stays whole lines, what was answered in an interview is not lost. A second one of a kind ends
// the program at once.
#pragma once

#include <csignal>

namespace advise::cli {

/// Takes the signals over while it lives; one that was ignored before (nohup) stays ignored. One at a time.
class interruption {
public:
    interruption();
    ~interruption();
    interruption(const interruption&) = delete;
    interruption& operator=(const interruption&) = delete;

    /// Wakes whoever waits: the work is done. From any thread.
    void done() const;
    /// Waits for that or a signal, or for so many milliseconds (-1: for ever). \return 0 when it is done, -1 when the time is over, else the signal
    [[nodiscard]] int wait(int milliseconds) const;
    /// Waits for that or until something can be read, which the end of the input is too. \return 0 when it can, else the signal
    [[nodiscard]] int wait_or_read(int descriptor) const;

private:
    [[nodiscard]] int taken() const;

    int pipe_[2] = {-1, -1};
    struct sigaction before_[3] = {};
};

}  // namespace advise::cli
