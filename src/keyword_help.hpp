// What a word of the language means, for `advise help WORD` and for editors: a sentence or two and a small example. One entry for each word that the
// grammar lists (a test holds us to that).
#pragma once

#include "terminal.hpp"

#include <advise/grammar/messages.hpp>

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace advise::cli {

struct keyword_entry {
    std::string_view word;  ///< in small letters: "role", "at least", "+N"
    std::string_view meaning_en;
    std::string_view meaning_fa;
    std::string_view example;  ///< lines of a rule file without errors, or of a profile
    bool of_profiles = false;
};

// The groups, one file of src/keywords for each.
std::span<const keyword_entry> statement_keywords();
std::span<const keyword_entry> clause_keywords();
std::span<const keyword_entry> condition_keywords();

std::array<std::span<const keyword_entry>, 3> all_keywords();

/// In any letter case, blanks around it passed over; `+3` is `+N`. nullptr for what is no word of the language.
const keyword_entry* find_keyword(std::string_view word);

/// The page of a word; "" where there is none.
std::string keyword_help(std::string_view word, grammar::language in, const surface& on);

}  // namespace advise::cli
