// What may follow in a condition that is being typed (LANGUAGE.md §4), and in what follows a condition.
#pragma once

#include "typed_tokens.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace advise::cli::lsp {

/// What may stand at the cursor.
enum class typed_mode : std::uint8_t {
    operand,          ///< a term, `not`, a list
    behind_term,      ///< more of the term, a comparison, or what follows a condition
    behind_is,        ///< a value, `not`, `at least`, `at most`
    behind_at,        ///< `least`, `most`
    value,            ///< of `compared`
    behind_value,     ///< more of the value, or what follows a condition
    values_or_range,  ///< behind `in`
    listed_value,     ///< inside of `in (…`
    behind_list,      ///< a comparison for all members, or what follows a condition
    behind_group,     ///< what follows a condition
    number,           ///< how many
    of,               ///< behind `at least 2`
    open,             ///< a parenthesis
    conclusion,       ///< behind an arrow; `not` may stand before it unless it stood
    behind_conclusion,
    language,     ///< behind `because`: or its text
    source,       ///< behind `cites`
    behind_text,  ///< another reason or source
    nothing
};

struct typed_place {
    typed_mode mode = typed_mode::nothing;
    std::size_t term_begin = 0;  ///< of the term or value whose words stand before the cursor; its `word_begin` where none does
    std::string term;            ///< of `behind_term`: what is compared
    std::string compared;        ///< of values: the fact; of a list that is compared its first member
    bool in_list = false;        ///< a comma may follow
    bool inside = false;         ///< a parenthesis is open
    bool negated = false;        ///< `not` stands behind the arrow
};

/// \param tokens those of a condition, from its first one on \param word_begin of the statement
/// O(tokens)
typed_place place_in_condition(std::span<const typed_token> tokens, std::size_t word_begin);

/// What a token says as a term, without its quotes.
std::string spelled(const typed_token& of);

}  // namespace advise::cli::lsp
