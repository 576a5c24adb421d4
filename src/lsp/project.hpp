// A rule file with all that it imports, loaded, and its places as the editor counts them.
#pragma once

#include "documents.hpp"
#include "positions.hpp"

#include <advise/engine/rule_base.hpp>
#include <advise/grammar/diagnostic.hpp>

#include <deque>
#include <memory>
#include <string>
#include <vector>

namespace advise::cli::lsp {

class open_files;

/// One file of a project.
class text_file {
public:
    text_file(grammar::source_ptr source, std::string uri);

    [[nodiscard]] const grammar::source& source() const { return *source_; }
    [[nodiscard]] const grammar::source_ptr& shared() const { return source_; }
    [[nodiscard]] const std::string& uri() const { return uri_; }
    [[nodiscard]] const line_table& lines() const { return lines_; }
    [[nodiscard]] range range_of(grammar::span where) const;
    [[nodiscard]] position position_of(std::uint32_t reading_offset) const;
    /// The offset in the text that the grammar reads.
    [[nodiscard]] std::uint32_t offset_of(position at) const;

private:
    grammar::source_ptr source_;
    std::string uri_;
    line_table lines_;
};

struct project {
    std::string root;                ///< address of the file that it is about
    std::vector<std::string> roots;  ///< those of the files that are named: it alone, or several that are one rule base
    std::unique_ptr<engine::rule_base> rules;
    grammar::diagnostics found;   ///< of reading, names and types
    std::deque<text_file> files;  ///< those of the rule base, in its order
    bool proved = false;          ///< `found` has what the proofs say too
    bool complete = false;        ///< and no limit left anything open

    [[nodiscard]] const text_file* file_of(const grammar::source* source) const;
    [[nodiscard]] const text_file* file_named(const std::string& uri) const;
    /// Only then the rule base may be used.
    [[nodiscard]] bool sound() const { return !found.has_errors(); }
};

/// Loads what stands at an address, with unsaved texts in place of those on disk. O(bytes).
project load_project(const std::string& uri, const documents& open);
/// The same for one of several that are loaded at once.
project load_project(const std::string& uri, const open_files& open);
/// Several files that are one rule base. \param uri which of them it is about
project load_project(const std::vector<std::string>& roots, const std::string& uri, const open_files& open);
/// The same project once more, with the texts as they are now.
project load_again(const project& of, const documents& open);

}  // namespace advise::cli::lsp
