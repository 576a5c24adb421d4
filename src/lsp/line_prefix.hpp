// What stands before the cursor on its line, as far as completion needs to know.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace advise::cli::lsp {

/// Where the words begin that may be the beginning of a term: behind the last symbol, or word that no term holds.
std::size_t begin_of_term(std::string_view prefix);

/// A comparison just before the term that is being typed: "parallelism >= adv|".
/// \return the term that is compared ("" where there is no comparison); of "at least 2 of (a, b) >= " the first member
std::string compared_term(std::string_view before_term);

/// The first word of a text; empty where it begins with none.
std::string_view first_word(std::string_view text);

}  // namespace advise::cli::lsp
