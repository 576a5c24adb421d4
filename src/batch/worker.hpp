// What one thread of a batch does with a piece of the input: read the records, evaluate them a block at a time, write their lines.
#pragma once

#include "answers.hpp"
#include "chunk.hpp"
#include "counting.hpp"
#include "flat_reader.hpp"

#include <advise/engine/people_block.hpp>

#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace advise::cli::batch {

/// What the threads of a run share; constant while they run.
struct work_order {
    const reading& how;
    const engine::block_program& prepared;
    const answer_lines& lines;
    std::mutex& one_large;              ///< large records take their memory one after the other
    const counted_rules* counting;      ///< where a summary is asked for
    std::size_t most_bytes = 1U << 20;  ///< of an answer, before a part of it is handed on
};

class worker {
public:
    explicit worker(const work_order& order);

    /// Gets parts of an answer that grows large, each of whole lines.
    using part_taker = std::function<void(chunk_answer&&)>;

    /// Answers every record of a piece; what is not handed on in parts is left in `into`. What it says depends on the piece alone.
    void answer(const chunk& piece, chunk_answer& into, const part_taker& hand_on);

private:
    /// A record that waits for the evaluation of its block, or one that was refused.
    struct waiting {
        std::string_view id;
        std::optional<std::uint32_t> person;  ///< its lane
        std::size_t refused = 0;              ///< else: which of `refusals_`
        said_person said;                     ///< where people are counted
    };

    void answer_lines_of(std::string_view text);
    void answer_rows(const chunk& piece);
    void make_records(std::string_view& text, const csv_header& header);
    const char* take_line(const char* line, const char* last);
    const char* take_flat(const char* line);
    void take_generally(std::string_view line, std::string_view row);
    void judge(std::string_view line, std::string_view row);
    void take_good(const record& one);
    void append_in_full(const record& one);
    void make_room();
    void add_person(std::string_view id, said_person said);
    void add_refused(std::string_view id, refusal why);
    void note_unknown(std::string_view key);
    void finish_block();
    void hand_on_much();
    std::vector<std::uint64_t> since(engine::block_settled& before);

    const work_order order_;
    engine::people_block block_;
    flat_reader flat_;
    std::size_t longest_;
    std::vector<waiting> waiting_;
    std::vector<refusal> refusals_;
    std::vector<engine::role_outcome> outcomes_;
    /// CSV: a row and the record that is made of it.
    struct row_record {
        std::string_view row;
        std::size_t begin = 0, end = 0;  ///< in `records_`
        refusal why;                     ///< with a code: it is no row
        std::string id;                  ///< of such a one, as JSON, where its cell is there
    };
    std::vector<row_record> rows_;
    std::string records_;
    engine::block_settled alone_;  ///< people that were evaluated by themselves
    engine::block_settled settled_before_;
    std::optional<people_counter> counter_;
    chunk_answer* answer_ = nullptr;
    const part_taker* hand_on_ = nullptr;
    std::uint64_t line_ = 0;  ///< of the piece, where the record begins that is being read
};

}  // namespace advise::cli::batch
