// Pieces of the input, each of whole records, and what became of them.
#pragma once

#include "csv.hpp"
#include "token_table.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace advise::cli::batch {

/// Whole records of one file. Behind its text there are `padding` readable bytes, the first of them a line feed.
struct chunk {
    std::unique_ptr<char[]> bytes;
    std::size_t capacity = 0;
    std::size_t size = 0;
    std::size_t file = 0;                           ///< which of the run's files
    bool too_long = false;                          ///< holds nothing: one record stood here that is longer than any may be
    std::uint64_t lines = 0;                        ///< line ends of a record that is too long
    std::uint64_t lines_before = 0;                 ///< line ends of the header that stood before it
    std::uint64_t end = 0;                          ///< in the file: the byte behind it
    std::string digest;                             ///< of all that the file holds before `end`, where it is asked for
    std::shared_ptr<const csv_header> header;       ///< CSV

    [[nodiscard]] std::string_view text() const { return {bytes.get(), size}; }
};

/// A record that was refused, for whoever reads the messages.
struct complaint {
    std::uint64_t line = 0;         ///< of the chunk, from 0
    refusal why;
};

/// Only the first few refusals of a run are told one by one.
inline constexpr std::size_t most_complaints = 20;

/// What a run counts, or a part of it.
struct tally {
    std::uint64_t records = 0, rejected = 0, unknown_keys = 0;
    std::vector<std::uint64_t> fit, may_fit;        ///< by place of the role, where a summary is asked for
    std::vector<std::uint64_t> missing;             ///< by fact
    std::vector<std::uint64_t> steps;               ///< by fact
    std::vector<std::uint64_t> settled;             ///< pairs of person and role, by how: Kleene's tables, tried completions, branching, not at all

    void add(const tally& other);
};

/// What became of a piece, or of a part of it.
struct chunk_answer {
    std::string lines;
    bool whole = true;                              ///< nothing of the piece is missing behind it
    std::uint64_t input_lines = 0;                  ///< line ends passed, in the file
    tally counted;
    std::vector<complaint> complaints;              ///< the first few, and one more where there are more
    std::vector<std::string> unknown;               ///< the first few names that mean nothing
    // from the piece
    std::size_t file = 0;
    std::uint64_t end = 0;
    std::string digest;
};

}  // namespace advise::cli::batch
