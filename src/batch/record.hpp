// One record of a batch on the general way: the line as a JSON profile, bound to the rules, exactly as `advise` reads that profile when it is
// alone. What this says of a record is right by definition; the flat reader only says the same sooner.
#pragma once

#include "../options.hpp"

#include <advise/engine/facts.hpp>
#include <advise/grammar/profile.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace advise::cli::batch {

/// How records are read, the same for all of a run.
struct reading {
    const engine::rule_base& rules;
    const options& chosen;
};

/// Why a record has no answer.
struct refusal {
    std::string_view code;
    std::string message;
    std::uint32_t column = 1;  ///< in code points of the record, from 1
    std::size_t offset = 0;    ///< the same in bytes, from 0
    std::string help = {};     ///< what `advise` would say to help; empty: nothing
};

struct record {
    std::string_view id;  ///< as it stands in the line; empty: there is none
    grammar::source_ptr file;
    grammar::diagnostics found;
    grammar::profile profile;
    engine::facts facts;  ///< where nothing is wrong
    grammar::language spoken = grammar::language::en;

    [[nodiscard]] bool good() const { return !found.has_errors(); }
};

/// How a record is called among the files of a result: as what is read from standard input, so that an answer does not depend on where its record stood.
inline constexpr std::string_view record_name = "-";

/// Reads a record that is not blank and not too long. \param suggest look for what unknown keys may have meant
record read_record(const reading& how, std::string_view line, bool suggest);

/// The first error of a record that is not good, in order of place.
refusal refusal_of(const record& bad);

/// Records longer than this are refused: `limits::record_bytes`, or more where the rules have so many facts that whoever says something of all of them needs it.
std::size_t longest_record(const engine::rule_base& rules);

/// Whether a line holds nothing but blanks.
bool is_blank_line(std::string_view line);

refusal blank_line(const reading& how);
refusal too_long(const reading& how);

/// Keys of a good record that name no fact, in their order.
std::vector<std::string_view> unknown_keys(const record& good, const engine::rule_base& rules);

}  // namespace advise::cli::batch
