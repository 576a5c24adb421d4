// Files as the editor sees them: those that are open have the text of the editor, all others that of the disk.
#pragma once

#include "../file_provider.hpp"
#include "documents.hpp"

#include <map>
#include <string>

namespace advise::cli::lsp {

/// Open documents by the files that they are, as the disk has it now.
class open_files {
public:
    /// O(documents), each a question to the disk.
    explicit open_files(const documents& open);

    [[nodiscard]] const documents& texts() const { return open_; }
    /// The address of the document that is this file; "" for none.
    [[nodiscard]] std::string by_identity(const std::string& identity) const;
    /// The address of the document that a path leads to by its name alone; "" for none.
    [[nodiscard]] std::string by_path(const std::string& path) const;

private:
    const documents& open_;
    std::map<std::string, std::string> by_identity_, by_path_;
};

class overlay_provider final : public engine::source_provider {
public:
    explicit overlay_provider(const open_files& open) : open_(open) {}

    /// `name` is a path, or the address of a document that is no file.
    file open_root(const std::string& name) override;
    file open_import(const std::string& asked, const std::string& importer, const std::string& root) override;

private:
    file with_text_of_editor(file from_disk) const;

    const open_files& open_;
    file_provider disk_{-1};
};

}  // namespace advise::cli::lsp
