// The imports of a file: where they lead, and which files may be imported.
#pragma once

#include "json.hpp"
#include "project.hpp"

#include <string>
#include <vector>

namespace advise::cli::lsp {

/// `import "…"` as it stands in a file.
struct import_line {
    grammar::span where;  ///< the text in quotes, with them
    std::string asked;    ///< what stands in the quotes
};

/// The imports of a file, in order; those that are not finished yet are no imports. O(bytes)
std::vector<import_line> imports_in(const text_file& file);

/// The address of the file that an import leads to; "" where there is none. Of a file that is read with `of` its address there.
std::string imported_by(const project& of, const text_file& file, const import_line& line);

/// The beginning of the imported file, for a place in the quotes of an import; null elsewhere.
json::value import_definition(const project& of, const text_file& file, std::uint32_t offset);

/// A DocumentLink for each import that leads to a file.
json::array import_links(const project& of, const text_file& file);

/// Paths, relative to its folder, of the rule files in the folder tree of a file that it can import: neither itself nor what imports it, nor what it
/// imports on another line. O(bytes of the rule files there)
std::vector<std::string> importable_by(const text_file& file, const documents& open, std::uint32_t offset);

}  // namespace advise::cli::lsp
