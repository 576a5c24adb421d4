// A statement as the formatter sees it: its tokens in their canonical spelling, each with the comments around it. The tree says which
// words are terms, which texts; what is left are keywords, numbers and symbols.
#pragma once

#include <advise/grammar/ast.hpp>
#include <advise/grammar/source.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace advise::grammar {

enum class token_kind : std::uint8_t { word, term, text, number, symbol };

struct format_token {
    token_kind kind{};
    std::string text;                 ///< as it is to be written
    std::size_t width = 0;            ///< columns
    bool glued = false;               ///< no blank before it: `)`
    bool opens = false;               ///< no blank after it: `(`
    bool sticky = false;              ///< a line must not begin with it: it would begin a statement there
    std::vector<std::string> before;  ///< comments on lines of their own; an empty one is an empty line
    std::string after;                ///< the comment at the end of its line; or empty

    [[nodiscard]] bool is(std::string_view what) const { return (kind == token_kind::word || kind == token_kind::symbol) && text == what; }
};

/// The tokens of a statement that was read without errors. O(bytes).
std::vector<format_token> format_tokens(const source& file, const ast::statement& s);

/// A stretch that is not empty as it was written: with the marks that reading drops, with the apostrophes that it replaces.
std::string written_text(const source& file, span where);

/// A comment as written, from its `#` to the end of its line, without blanks at its end. \param begin reading offset of the `#`
std::string comment_text(const source& file, std::uint32_t begin);

}  // namespace advise::grammar
