// One door to all back ends for pages. A page (a document) is made once; how it is written is chosen here.
#pragma once

#include "document.hpp"

#include "../options.hpp"
#include "../terminal.hpp"

#include <advise/grammar/messages.hpp>

#include <string>

namespace advise::cli {

/// The page as text for a terminal or file, as Markdown or as HTML. The surface matters to `pretty` only. JSON and dot are made of the
/// answer itself, not of a page: asking for them here is a mistake of ours.
std::string render(const document& page, output_format format, const surface& on, grammar::language in);

}  // namespace advise::cli
