// The shape of a condition for the formatter: what is joined by `and` and `or`, what stands in parentheses.
#pragma once

#include "format_tokens.hpp"

#include <cstddef>
#include <vector>

namespace advise::grammar {

enum class layout_kind : std::uint8_t {
    run,    ///< tokens in a row, with groups among them (`children`)
    chain,  ///< runs or chains (`children`) joined by one connective
    group   ///< `(` members `)`
};

/// A stretch [first, last) of the tokens of a statement.
struct layout_node {
    layout_kind kind{};
    std::size_t first = 0, last = 0;
    std::vector<layout_node> children;
    std::size_t need = 0;  ///< columns of the widest piece that cannot be broken
    bool fills = false;    ///< group: its members are bare terms, as many on a line as there is room for
};

/// The tokens of a statement with what the layout asks about them again and again.
class token_row {
public:
    explicit token_row(std::vector<format_token> tokens);

    [[nodiscard]] const format_token& operator[](std::size_t i) const { return tokens_[i]; }
    [[nodiscard]] std::size_t size() const { return tokens_.size(); }
    /// Whether a blank stands between a token and the one before it.
    [[nodiscard]] bool spaced(std::size_t i) const { return i != 0 && !tokens_[i].glued && !tokens_[i - 1].opens; }
    /// Columns of [first, last) on one line. O(1).
    [[nodiscard]] std::size_t width(std::size_t first, std::size_t last) const {
        return first == last ? 0 : ends_[last - 1] - ends_[first] + tokens_[first].width;
    }
    /// Whether a comment stands inside [first, last), so that a line ends there. O(1).
    [[nodiscard]] bool has_comment(std::size_t first, std::size_t last) const;

private:
    std::vector<format_token> tokens_;
    std::vector<std::size_t> ends_;            ///< column behind each token, were they all on one line
    std::vector<std::size_t> before_, after_;  ///< tokens up to here that have comments before them, after them
};

/// The shape of [first, last): a condition, up to a comma or a parenthesis that closes. O(tokens).
layout_node layout_of(const token_row& row, std::size_t first, std::size_t last);

}  // namespace advise::grammar
