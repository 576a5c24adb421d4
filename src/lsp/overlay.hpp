// Files as the editor sees them: those that are open have the text of the editor, all others that of the disk.
#pragma once

#include "../file_provider.hpp"
#include "documents.hpp"

#include <map>
#include <string>

namespace advise::cli::lsp {

class overlay_provider final : public engine::source_provider {
public:
    explicit overlay_provider(const documents& open);

    /// `name` is a path, or the address of a document that is no file.
    file open_root(const std::string& name) override;
    file open_import(const std::string& asked, const std::string& importer, const std::string& root) override;

private:
    file with_text_of_editor(file from_disk) const;

    const documents& open_;
    std::map<std::string, const document*> by_identity_;
    file_provider disk_{-1};
};

}  // namespace advise::cli::lsp
