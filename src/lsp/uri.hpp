// file: addresses and paths.
#pragma once

#include <string>
#include <string_view>

namespace advise::cli::lsp {

/// The path of a `file:` address, percent signs resolved; "" for any other address.
std::string path_of_uri(std::string_view uri);

/// The address of an absolute path.
std::string uri_of_path(std::string_view path);

}  // namespace advise::cli::lsp
