// Where rule files come from: the disk, standard input, and the rule base inside the program ("builtin:…"). An import is judged by the
// file that was opened, never by the text of its path (TRUST.md §2).
#pragma once

#include "files.hpp"

#include <advise/engine/rule_base.hpp>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace advise::cli {

/// The name of the embedded rule base.
inline constexpr std::string_view embedded_rules_name = "builtin:ml_roles.rules";

/// An import's name as it is shown: that of the importer's folder ("" or with its slash) and what was asked, without "." and with ".." taken where it
/// can be.
std::string joined_path(const std::string& folder, std::string_view asked);

class file_provider final : public engine::source_provider {
public:
    explicit file_provider(int standard_input) : standard_input_(standard_input) {}

    file open_root(const std::string& name) override;
    file open_import(const std::string& asked, const std::string& importer, const std::string& root) override;

    /// A root file could not be read.
    [[nodiscard]] bool root_failed() const { return root_failed_; }
    /// What was read: identities by which `-o` knows them again.
    [[nodiscard]] std::vector<std::string> identities() const;

private:
    /// The folder of a file that was read, as people name it and as it is.
    struct folder {
        std::string shown;
        std::string real;                       ///< empty where there is none: a pipe, standard input
    };
    file open_embedded(std::string_view path);
    file import_from_disk(const std::string& asked, const folder& importer, const folder& root);
    void remember(const std::string& identity, const std::string& name, std::string real_path);

    int standard_input_;
    bool root_failed_ = false;
    std::map<std::string, folder> folders_;     ///< by identity of the file
};

}  // namespace advise::cli
