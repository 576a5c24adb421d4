// What one value of a profile says of its fact.
#pragma once

#include <advise/engine/advice.hpp>
#include <advise/engine/facts.hpp>

#include <optional>

namespace advise::engine {

inline constexpr std::uint8_t option_out = 0, option_in = 1, option_open = 2;   ///< in known_fact::options

/// A line of a profile whose key names a fact.
struct profile_line {
    fact_id fact = nothing;
    const grammar::profile_entry& entry;
    const grammar::source& file;
    std::string_view language;              ///< of who reads the messages
};

/// The values of a fact that a line of a profile allows; ends may lie outside the fact's range.
/// \param suggestions_left how many more times to look for what a misspelt value may have meant
/// \return nullopt after an error, which has been reported
std::optional<known_fact> meaning_of_value(const rule_base& rules, const profile_line& line, grammar::diagnostics& out, std::size_t& suggestions_left);

/// Help: what may be written for this fact by somebody who reads `language`.
grammar::sentence possible_values(const rule_base& rules, fact_id f, std::string_view language);

/// A fact that has just this value.
known_fact certain(const rule_base& rules, fact_id f, const fact_value& value);

/// A number's "no": 0, or its least value where 0 is out of range.
std::int64_t no_of_number(const fact& f);

}  // namespace advise::engine
