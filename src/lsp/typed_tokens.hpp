// What stands before the cursor: the statement that is being typed, and its tokens. Read without the grammar, because what is being typed is seldom
// right yet.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace advise::cli::lsp {

enum class typed_kind : std::uint8_t { word, quoted, number, symbol };

struct typed_token {
    typed_kind kind{};
    std::string_view text;
    std::size_t begin = 0;  ///< into the text that was given
    std::string lower;      ///< of a word; of a symbol its form in ASCII
    [[nodiscard]] std::size_t end() const { return begin + text.size(); }
};

/// A statement up to the cursor. Views into the text that was given.
struct typed_statement {
    std::vector<typed_token> tokens;  ///< those that are complete
    std::size_t word_begin = 0;  ///< of the word that the cursor stands in or behind; the cursor's own place where it stands behind a blank or symbol
    bool in_comment = false;
    bool in_quotes = false;    ///< `word_begin` is at the quotation mark
    bool begins_line = false;  ///< the word is the first of the line and no parenthesis is open: it may begin a statement
};

/// \param text everything before the cursor
/// O(length of the statement; of rules with an arrow a few lines before it too)
typed_statement statement_before_cursor(std::string_view text);

/// The statement that ends before the line of the cursor, which a line of `and`, `because` … would continue. Empty before the first one.
typed_statement statement_above_cursor(std::string_view text);

/// The first word of a text; empty where it begins with none.
std::string_view first_word(std::string_view text);

}  // namespace advise::cli::lsp
