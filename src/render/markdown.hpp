// A document as GitHub-flavoured Markdown. Text of users never becomes markup: no links, no HTML, no headings.
#pragma once

#include "document.hpp"

#include <advise/grammar/messages.hpp>

#include <string>
#include <string_view>

namespace advise::cli {

/// Lines are not wrapped. A Persian page stands in a <div dir="rtl">, which GitHub keeps. O(size).
std::string render_markdown(const document& page, grammar::language in);

/// Text that Markdown shows as it is, wherever it stands in a line.
std::string markdown_text(std::string_view text);

/// A code span: fenced with more backticks than the text has in a row.
std::string markdown_code(std::string_view text);

}  // namespace advise::cli
