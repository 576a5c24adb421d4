// The style sheet of an HTML page: light and dark, screen and print, both directions. It loads nothing.
#pragma once

#include <string_view>

namespace advise::cli {

/// Stands between <style> and </style> as it is; holds no "<" and no "&", so that HTML and XML read the same.
std::string_view page_style();

/// For a drawing in a file of its own.
std::string_view svg_file_style();

}  // namespace advise::cli
