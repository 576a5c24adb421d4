// The input of a batch, in pieces of whole records. Reads no more than it must hold, and hands on what it has when a pipe has no more for now.
#pragma once

#include "../files.hpp"
#include "../sha256.hpp"
#include "chunk.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace advise::cli::batch {

/// Where a broken run goes on.
struct starting_point {
    std::uint64_t bytes = 0;
    std::string digest;  ///< of the bytes before
};

struct source_options {
    std::vector<std::string> files;   ///< "-": standard input
    std::optional<batch_input> form;  ///< without it the name decides: NDJSON, or CSV where it ends in .csv
    int standard_input = 0;
    std::size_t chunk_bytes = 1U << 19;
    bool digests = false;  ///< tell the digest of what was read with each piece
};

/// What the first line of an NDJSON file looks like, if it is no record.
enum class input_hint : std::uint8_t { none, csv, array, several_lines };

/// What went wrong with an input, so that nothing further can be read.
struct input_failure {
    std::size_t file = 0;
    grammar::message why = grammar::message::none;
    grammar::arguments arguments;
    bool looks_like_json = false;  ///< the header begins as a JSON record does
    refusal header;     ///< of a CSV file: with a code where it is wrong
    std::string twice;  ///< the name that its header has twice
    std::string encoded;  ///< the first bytes of what is no UTF-8 text: compressed, UTF-16
    std::string idle;   ///< the first name of a header of which none is a fact or the id

    [[nodiscard]] bool any() const { return why != grammar::message::none || !header.code.empty() || !twice.empty() || !idle.empty() || !encoded.empty(); }
};

/// One thread at a time may call it.
class chunk_source {
public:
    chunk_source(source_options asked, const reading& how);

    /// Begins in the middle of the only file. \return false where what stands before is not what it was, or cannot be read
    bool start_at(const starting_point& where);

    /// Fills a piece; its buffer is used again. \return false at the end and after a failure
    bool next(chunk& into);

    [[nodiscard]] const input_failure& failure() const { return failure_; }
    /// What the first line of the first file looks like; to be told where it was refused.
    [[nodiscard]] input_hint hint() const { return hint_; }
    /// Whether a file is read as CSV.
    [[nodiscard]] bool is_csv(std::size_t file) const;
    [[nodiscard]] const std::string& name(std::size_t file) const { return asked_.files[file]; }

private:
    bool open_next();
    bool fail(int code);
    bool read_first_bytes();
    [[nodiscard]] input_hint hint_of(std::string_view beginning) const;
    bool read_first_row();
    bool fill(chunk& into);
    std::optional<std::size_t> read_some(char* to, std::size_t most);
    [[nodiscard]] bool waits() const;
    [[nodiscard]] std::size_t whole_records(const chunk& into, std::size_t fresh) const;
    bool hand_on(chunk& into, std::size_t size);
    bool pass_over(chunk& into);
    void consume(std::string_view bytes);

    source_options asked_;
    const reading how_;
    std::size_t longest_;
    std::size_t next_file_ = 0;           ///< the one after the one that is open
    std::unique_ptr<descriptor> opened_;  ///< none for standard input
    int number_ = -1;                     ///< what is read; -1: nothing is open
    bool regular_ = false;
    std::string rest_;  ///< read, but not handed on: the beginning of a record
    std::uint64_t offset_ = 0;
    sha256_stream digest_;
    std::shared_ptr<const csv_header> header_;
    std::uint64_t header_lines_ = 0;  ///< until a piece has taken them along
    input_failure failure_;
    input_hint hint_ = input_hint::none;
};

/// Room for a piece: a buffer of this many bytes and the padding.
void reserve(chunk& into, std::size_t capacity);

}  // namespace advise::cli::batch
