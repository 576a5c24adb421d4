// Cuts a rule file into statements before anything else looks at it: one pass over the bytes that knows only lines,
// comments, quotes, parentheses and the words that go on or begin a statement (LANGUAGE.md §2).
#pragma once

#include "words.hpp"

namespace advise::grammar {

/// One statement as text: from its first character to the end of its last line.
struct statement_line {
    words::cursor first = nullptr;
    words::cursor last = nullptr;  ///< the line feed after it, or the end of the file; comments may stand before it
    bool has_keyword = false;      ///< else it is an arrow rule
    ast::statement_kind kind{};    ///< with a keyword only
    words::cursor keyword_end = nullptr;
    bool unclosed = false;  ///< a parenthesis is still open at `last`
};

class statement_lines {
public:
    statement_lines(words::cursor first, words::cursor end) : at_(first), end_(end), suspect_until_(first) {}

    /// The next statement; false at the end of the file. Each byte is looked at once, or twice where a statement with an
    /// open parenthesis was given up.
    bool next(statement_line& out);

    /// After an error in a statement whose parenthesis was never closed: go on inside it, at its next line that begins a
    /// statement or clause. Until its end such lines end a statement even inside a parenthesis.
    void resume_inside(const statement_line& broken);

private:
    [[nodiscard]] words::cursor skip_empty_lines(words::cursor p) const;
    [[nodiscard]] bool goes_on(words::cursor line) const;
    [[nodiscard]] bool ends_open_statement(words::cursor line) const;
    words::cursor scan_line(words::cursor p);

    words::cursor at_;  ///< where the next statement is looked for: the start of a line
    words::cursor end_;
    words::cursor suspect_until_;  ///< end of the unclosed statement we have resumed in
    std::size_t open_ = 0;         ///< parentheses open in the statement being scanned
};

}  // namespace advise::grammar
