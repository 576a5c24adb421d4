// What the text and the JSON form of a profile share: the keys that are no facts.
#pragma once

#include <advise/grammar/profile.hpp>

namespace advise::grammar {

enum class profile_word : std::uint8_t { fact, name, note, otherwise, id };

/// What a key is: `name`, `note`, `otherwise` in any of their words (LANGUAGE.md §5), `id`, or the name of a fact.
profile_word profile_word_of(std::string_view key);

/// Whether a value is the `no` of `otherwise: no`.
bool is_no(const profile_value& value);

/// Puts an entry where it belongs: into the entries, or as name, note, `otherwise` (an error where its value is not `no`).
void take_entry(profile_entry&& entry, profile& into, diagnostics& out);

/// A profile in JSON; the text begins with `{` after blanks.
void read_json_profile(profile& into, diagnostics& out);

}  // namespace advise::grammar
