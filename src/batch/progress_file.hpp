// OUT.progress: how far a run with --resume has come, so that a broken one goes on where it was, exactly once.
#pragma once

#include "chunk.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace advise::cli::batch {

struct progress {
    std::string rules;          ///< digest of all rule files
    std::string options;        ///< those that an answer depends on
    std::string input;          ///< digest of the part that is answered
    std::string answers;        ///< digest of what was written
    bool finished = false;      ///< the input had come to its end
    std::uint64_t read = 0;     ///< bytes of the input that are answered
    std::uint64_t written = 0;  ///< bytes of the output that answer them
    std::uint64_t lines = 0;    ///< line ends passed in the input
    tally counted;
};

/// Where the progress of an output stands.
std::string progress_path(const std::string& output);

/// As JSON.
std::string text_of(const progress& state);
/// nullopt: no progress of ours.
std::optional<progress> read_progress(std::string_view text);

/// What a run does that depends on its options, as one text.
std::string options_text(const options& chosen, bool is_csv);

/// The digest of the files of a rule base, in their order.
std::string digest_of(const engine::rule_base& rules);

}  // namespace advise::cli::batch
