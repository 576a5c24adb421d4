// Edits that are tried before they are offered.
#pragma once

#include "documents.hpp"
#include "project.hpp"

#include <string>
#include <vector>

namespace advise::cli::lsp {

/// A replacement in the text of a file, in its reading offsets.
struct edit {
    const text_file* file = nullptr;
    grammar::span where;
    std::string text;
};

/// The written text of a file after those of some edits that are of it. They do not overlap. O(bytes)
std::string text_after(const text_file& file, const std::vector<edit>& edits);

/// How the project of a root stands after some edits, which do not overlap. O(bytes).
project after_edits(const project& of, const documents& open, const std::vector<edit>& edits);

}  // namespace advise::cli::lsp
