// A diagram as an SVG drawing inside a page: laid out by layout.hpp, styled by the classes of the page's style sheet (page_style.hpp),
// so that light, dark and print are the page's business.
#pragma once

#include "diagram.hpp"

#include <advise/grammar/messages.hpp>

#include <string>
#include <string_view>

namespace advise::cli {

/// The element, an image with a title and a description for those who do not see it. Facts first in the direction of reading.
/// \param id names its parts uniquely within the page
std::string svg_drawing(const diagram& drawn, grammar::language in, std::string_view id);

/// A file of its own: the title above, the legend below, on white, with a style that every program for SVG understands.
std::string svg_file(const diagram& drawn, grammar::language in);

}  // namespace advise::cli
