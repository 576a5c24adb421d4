// The identity of terms (LANGUAGE.md §2): two spellings name one thing when their keys are equal.
#pragma once

#include <advise/grammar/ast.hpp>

#include <string>
#include <string_view>

namespace advise::grammar {

/// The key of a spelling: NFKC, case folding, NFKC; Arabic letters to Persian; tatweel and harakat dropped; digits to ASCII;
/// blanks, '-', '_' and U+200C dropped, except that one '-' stays before a digit that follows no letter.
/// Marks count with the letter or digit before them; a run of separators is one; what is dropped separates nothing.
/// Empty when nothing is left. Pure ASCII and plain Arabic script take a fast way. O(bytes). \param spelling valid UTF-8
std::string term_key(std::string_view spelling);

/// The same, written into `out` (what it held is lost; `spelling` must not lie in it); returns a view of it.
std::string_view term_key(std::string_view spelling, std::string& out);

/// What a term says: the quotes and escapes of a quoted one resolved, runs of blanks in a plain one made single.
std::string spelling(const source& file, ast::term t);

/// How a term is written so that it is read back as itself: plain where it can be, else quoted.
std::string quoted_if_needed(std::string_view spelling);

}  // namespace advise::grammar
