// How far a long piece of work is, for a person who waits at a terminal.
#pragma once

#include "context.hpp"

#include <chrono>
#include <cstddef>

namespace advise::cli {

/// Tells it on standard error once the work has taken a second, on one line, which is wiped off in the end. Says nothing where nobody looks.
class progress_line {
public:
    /// \param sentence with a hole for the percents
    progress_line(context& run, say sentence) : run_(run), sentence_(sentence), shown_(run.io.err_is_terminal && !run.chosen.quiet) {}
    ~progress_line();
    progress_line(const progress_line&) = delete;
    progress_line& operator=(const progress_line&) = delete;

    void tell(std::size_t done, std::size_t of);

private:
    void write(const std::string& text);

    context& run_;
    say sentence_;
    bool shown_;
    int percent_ = -1;
    std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
};

}  // namespace advise::cli
