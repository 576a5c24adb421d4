// Text inside HTML, SVG and XML.
#pragma once

#include <advise/grammar/messages.hpp>

#include <string>
#include <string_view>

namespace advise::cli {

/// Text as it may stand between tags and in quoted attributes: nothing in it begins a tag or an entity or ends a quotation, and
/// what is invalid or invisible is written out, as by grammar::printable.
std::string markup(std::string_view text);

/// Only the escapes, for text that is printable but for isolates that were put into it since.
std::string escaped_markup(std::string_view text);

/// Text between tags, as by `markup`, with <bdi> in the place of these isolates.
std::string markup_isolated(std::string_view text, grammar::language in);

}  // namespace advise::cli
