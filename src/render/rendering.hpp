// One door to all back ends for pages. A page (a document) is made once; how it is written is chosen here.
#pragma once

#include "document.hpp"

#include "../options.hpp"
#include "../terminal.hpp"

#include <advise/grammar/messages.hpp>

#include <string>

namespace advise::cli {

/// Whether a page is written in this format (pretty, markdown, html); the others are made of the answer itself.
bool is_page_format(output_format format);

/// The page in one of these formats. The surface matters to `pretty` only.
std::string render(const document& page, output_format format, const surface& on, grammar::language in);

}  // namespace advise::cli
