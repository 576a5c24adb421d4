// A formatted text is handed on only after it was read again: the same tree, the same comments.
#pragma once

#include <advise/grammar/diagnostic.hpp>

#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace advise::grammar {

/// Every comment of a text, as written, line by line; found without knowing any statement. O(bytes).
std::vector<std::string> comments_in(const source& file);

/// Formats a text and reads the result back: `format(source, diagnostics)` gives the new text, `same(source, source)` says whether both texts
/// are one. \return nullopt after errors in the text \throws std::logic_error where they are not
template <class Format, class Same>
std::optional<std::string> format_checked(const source& file, diagnostics& out, Format format, Same same) {
    std::string made = format(file, out);
    if (out.has_errors(file)) return std::nullopt;
    diagnostics found;
    bool usable = true;
    const source_ptr again = read_source(file.name(), made, 0, found, usable);
    if (!usable || found.has_errors() || !same(file, *again))
        throw std::logic_error("formatting " + file.name() + " would change what it says; it was left as it is");
    return made;
}

}  // namespace advise::grammar
