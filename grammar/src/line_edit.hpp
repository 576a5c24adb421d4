// A line of the user with one stretch of it replaced: what a help shows as corrected.
#pragma once

#include "syntax_report.hpp"

#include <advise/grammar/utf8.hpp>

#include <algorithm>

namespace advise::grammar {

/// [first, last); empty where what was looked for ended behind `last`, as a piece does that goes on into a comment.
inline std::string_view view(words::cursor first, words::cursor last) { return {first, first < last ? static_cast<std::size_t>(last - first) : 0}; }

/// One line, without the blanks around it and without its comment.
struct line_edit {
    static constexpr std::size_t most_shown = 160;  ///< bytes of a corrected line

    words::cursor first, last;

    /// "write: …" with [from, to) replaced by `meant`.
    [[nodiscard]] sentence with(words::cursor from, words::cursor to, std::string_view meant) const {
        std::string corrected(view(first, from));
        corrected.append(meant).append(view(to, last));
        return {message::help_write_line, {shortened(corrected, most_shown)}};
    }
};

/// The line of a broken statement on which `at` stands. O(length of the line).
inline line_edit line_around(const broken_statement& b, words::cursor at) {
    words::cursor first = at;
    while (first != b.line.first && first[-1] != '\n') --first;
    first = words::skip_blanks(first, at);
    return {first, std::max(words::text_end(first, b.line.last), at)};
}

/// `at` without the blanks before it, but not before `first`.
inline words::cursor before_blanks(words::cursor first, words::cursor at) {
    while (at != first && (at[-1] == ' ' || at[-1] == '\t')) --at;
    return at;
}

}  // namespace advise::grammar
