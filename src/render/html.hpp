// A document as one HTML page that stands alone: no network, no script, style by its hash under a policy that forbids everything
// else; for keyboard and screen reader, light and dark, both directions, screen and paper. The markup is well-formed XML too.
#pragma once

#include "document.hpp"

#include <advise/grammar/messages.hpp>

#include <string>

namespace advise::cli {

/// Items with items inside fold. So many levels of them stand open at first.
inline constexpr unsigned open_levels = 2;

/// Text of users never becomes markup, and no address in it becomes a link. O(size), but for the layout of drawings.
std::string render_html(const document& page, grammar::language in);

}  // namespace advise::cli
