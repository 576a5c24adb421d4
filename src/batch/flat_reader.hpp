// Records as nearly all of them are: a flat object of known keys and plain values on one line. They go straight into the planes of a block,
// without a tree in between. Whatever is unusual is left to the general way (record.hpp), of which this one knows nothing but what it was told:
// the meaning of each spelling of a key or a value is asked for once, and remembered.
#pragma once

#include "record.hpp"
#include "scan.hpp"
#include "token_table.hpp"

#include <advise/engine/people_block.hpp>

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace advise::cli::batch {

/// What a record says of a fact.
struct saying {
    engine::fact_id fact = 0;
    std::int64_t value = 0;                         ///< exactly this, where `known` is null
    const engine::known_fact* known = nullptr;      ///< lives as long as the reader
};

/// Reads one record after the other; each thread has its own.
class flat_reader {
public:
    /// \param keep_sayings for whoever looks at people one by one
    explicit flat_reader(const reading& how, bool keep_sayings = false);

    /// Reads the record that begins at `line` for the person added last to `into`. Behind the line's end there are `padding` readable bytes, and a
    /// line feed stands at it.
    /// \return the line feed; nullptr where the general way has to decide, whatever was set meanwhile
    const char* read(const char* line, engine::people_block& into);

    /// Of the record read last: `id` as it stands in the line, empty where there is none.
    [[nodiscard]] std::string_view id() const { return id_; }
    /// Of the record read last: the keys that name nothing.
    [[nodiscard]] std::size_t unknown_keys() const { return unknown_.size(); }
    /// Their names, each by its place among `unknown_keys`.
    [[nodiscard]] const std::string& unknown_key(std::size_t which) const { return *names_[unknown_[which]]; }
    /// Of the record read last: what it says, in its order; kept only where the reader was made so.
    [[nodiscard]] const std::vector<saying>& sayings() const { return sayings_; }

private:
    const char* read_member(const char* at, engine::people_block& into);
    const char* read_fact(const char* at, const token_meaning& key, engine::people_block& into);
    const char* read_token(const char* at, engine::fact_id fact, engine::people_block& into);
    const char* read_id(const char* at);
    bool first_time(std::uint32_t slot);

    // The first time that a spelling is met: never null.
    [[nodiscard, gnu::noinline]] const token_meaning* learn_key(const char* text, std::size_t length);
    [[nodiscard, gnu::noinline]] const token_meaning* learn_value(const char* text, std::size_t length, engine::fact_id fact, bool quoted);
    const token_meaning* remember(token_table& table, const char* text, std::size_t length, std::uint32_t context, const token_meaning& meaning);
    token_meaning ask_key(std::string_view raw);
    token_meaning ask_value(std::string_view raw, engine::fact_id fact);
    [[nodiscard]] std::uint8_t one_digit_values(engine::fact_id fact) const;
    std::optional<std::uint32_t> slot_of(const std::string& key);

    const reading how_;
    token_table keys_, values_;
    bool keep_;
    std::vector<std::int64_t> exact_;
    std::deque<engine::known_fact> known_;
    std::map<std::string, std::uint32_t> slots_;            ///< of keys that are no facts; behind those of the facts
    std::vector<const std::string*> names_;                 ///< of these slots
    std::vector<std::uint32_t> seen_;                       ///< by slot: the last record in which it stood
    std::uint32_t record_ = 0;
    std::string_view id_;
    std::vector<std::uint32_t> unknown_;
    std::vector<saying> sayings_;
};

}  // namespace advise::cli::batch
