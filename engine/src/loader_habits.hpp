// What a name may have meant that no statement declares: part of a comparison in words, an option or level without its fact.
#pragma once

#include "loader.hpp"

#include <advise/grammar/diagnostic.hpp>

#include <optional>

namespace advise::engine::loading {

/// `index` is the condition that is the bare or compared undeclared fact `undeclared`; the conditions before it are settled.
/// \return the help, or nothing where the name may well be a fact. O(length of the name), and a look at the options of all facts
/// while suggestions are left
std::optional<grammar::sentence> meant_by_undeclared(draft& d, std::size_t index, fact_id undeclared);

/// What a type of another language is called here: "yes/no" for "boolean"; "" for a word that is no type anywhere.
std::string_view type_of_other_languages(std::string_view word);

/// "five" as "5"; "" for what is no number word from 0 to 12.
std::string number_word(std::string_view word);

}  // namespace advise::engine::loading
