// A run of `advise batch` from its options to its exit code.
#pragma once

#include "../context.hpp"
#include "chunk_source.hpp"
#include "destination.hpp"
#include "progress_file.hpp"

#include <advise/engine/people_block.hpp>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace advise::cli::batch {

class session {
public:
    session(context& run, const engine::rule_base& rules);

    exit_code go();

private:
    std::optional<exit_code> check_inputs();
    std::optional<exit_code> open_output();
    std::optional<exit_code> resume();
    bool read_answers(std::uint64_t bytes);
    exit_code nothing_left();
    exit_code refuse(say why, std::string_view help = {});
    exit_code output_failed(int code);
    exit_code input_failed();

    bool take(const chunk_answer& answer);
    void tell_complaints(const chunk_answer& answer);
    int save_progress();
    void show_progress();
    void wipe_progress();
    exit_code finish();
    [[noreturn]] void end_by_signal(int signal);
    void tell_end(bool interrupted);
    void tell_summary();

    context& run_;
    const engine::rule_base& rules_;
    const reading how_;
    const std::vector<std::string> files_;
    std::string output_shown_;
    std::unique_ptr<chunk_source> input_;
    std::unique_ptr<destination> output_;
    std::uint64_t input_bytes_ = 0;  ///< of all files, where that is known
    // what came out so far; guarded by the crew
    progress so_far_;
    sha256_stream answers_;  ///< of what was written, where the run can be resumed
    tally counted_;
    std::size_t file_ = 0;
    std::uint64_t lines_ = 0;  ///< passed in this file
    std::size_t complaints_ = 0;
    input_hint hint_ = input_hint::none;  ///< where the first line was refused
    std::vector<std::string> unknown_;
    int write_error_ = 0;
    bool resumes_ = false, progress_shown_ = false;
    std::chrono::steady_clock::time_point begun_, saved_;
};

}  // namespace advise::cli::batch
