// A formatted text is handed on only after it was read again: the same tree, the same comments.
#pragma once

#include <advise/grammar/diagnostic.hpp>

#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace advise::grammar {

/// Formats a text and reads the result back. `format(source, diagnostics, comments)` gives the new text and all comments in order;
/// `same(source, source)` compares the trees. \return nullopt after errors in the text \throws std::logic_error where they differ
template <class Format, class Same>
std::optional<std::string> format_checked(const source& file, diagnostics& out, Format format, Same same) {
    std::vector<std::string> comments, comments_again;
    std::string made = format(file, out, comments);
    if (out.has_errors(file)) return std::nullopt;
    diagnostics found;
    bool usable = true;
    const source_ptr again = read_source(file.name(), made, 0, found, usable);
    if (usable) format(*again, found, comments_again);
    if (!usable || found.has_errors() || comments != comments_again || !same(file, *again))
        throw std::logic_error("formatting " + file.name() + " would change what it says; it was left as it is");
    return made;
}

}  // namespace advise::grammar
