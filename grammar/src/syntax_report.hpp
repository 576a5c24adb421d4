// Turns "reading stopped here" into what a person needs to hear: which text is wrong, what to write instead.
#pragma once

#include "grammar.hpp"
#include "statement_lines.hpp"

#include <advise/grammar/source.hpp>

namespace advise::grammar {

/// A statement that could not be read, with all that is known about it.
struct broken_statement {
    const source& file;
    const statement_line& line;
    ast::statement_kind kind;    ///< `arrow` for a line without a keyword
    const ast::statement& read;  ///< what had been read before the error
    const syntax_failure& failure;
    bool in_test = false;  ///< it stands in the block of a `test`

    [[nodiscard]] words::cursor origin() const { return file.text().data(); }
    [[nodiscard]] words::cursor end_of_file() const { return origin() + file.text().size(); }
    [[nodiscard]] place at(words::cursor first, words::cursor last) const {
        return {&file, {static_cast<std::uint32_t>(first - origin()), static_cast<std::uint32_t>(last - origin())}};
    }
};

/// Reports it once. \return the keyword that its first word was probably meant to be; "" where it is one, or like none
std::string_view report(const broken_statement& broken, diagnostics& out);

/// `test automation -> qa`: a line that begins with a keyword only by chance. Reports it. \return false where it does not
bool report_keyword_in_rule(const source& file, const statement_line& line, diagnostics& out);

/// A piece of the user's text for a message: shortened, invisible characters by name.
std::string shown(words::cursor first, words::cursor last);

/// The first arrow of a stretch, outside of quotes and comments; null where there is none.
words::cursor find_arrow(words::cursor first, words::cursor last);

}  // namespace advise::grammar
