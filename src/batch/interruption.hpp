// SIGINT and SIGTERM during a batch: they are waited for, so that what was written stays whole lines. A second one ends the program at once.
#pragma once

#include <csignal>

namespace advise::cli::batch {

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

private:
    int pipe_[2] = {-1, -1};
    struct sigaction before_[2] = {};
};

}  // namespace advise::cli::batch
