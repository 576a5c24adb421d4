#include "overlay.hpp"

#include "../files.hpp"

#include <utility>

namespace advise::cli::lsp {

open_files::open_files(const documents& open) : open_(open) {
    for (const auto& [uri, document] : open.all()) {
        if (document.path.empty()) continue;
        by_path_.emplace(document.path, uri);
        if (std::string identity = identity_of(document.path); !identity.empty()) by_identity_.emplace(std::move(identity), uri);
    }
}

std::string open_files::by_identity(const std::string& identity) const {
    const auto found = by_identity_.find(identity);
    return found == by_identity_.end() ? std::string() : found->second;
}

std::string open_files::by_path(const std::string& path) const {
    const auto found = by_path_.find(path);
    return found == by_path_.end() ? std::string() : found->second;
}

engine::source_provider::file overlay_provider::with_text_of_editor(file from_disk) const {
    if (const document* shown = open_.texts().find(open_.by_identity(from_disk.identity)); shown != nullptr) from_disk.bytes = shown->text;
    return from_disk;
}

engine::source_provider::file overlay_provider::open_root(const std::string& name) {
    const document* shown = open_.texts().find(name);
    if (shown == nullptr || !shown->path.empty()) {
        file read = disk_.open_root(name);
        if (read.failure == grammar::message::none) return with_text_of_editor(std::move(read));
        if (const std::string uri = open_.by_path(name); !uri.empty()) shown = open_.texts().find(uri);  // not on disk yet
        if (shown == nullptr) return read;
    }
    file only_here;
    only_here.name = shown_name(name);
    only_here.identity = "editor:" + name;
    only_here.bytes = shown->text;
    return only_here;
}

engine::source_provider::file overlay_provider::open_import(const std::string& asked, const std::string& importer, const std::string& root) {
    file read = disk_.open_import(asked, importer, root);
    return read.failure == grammar::message::none ? with_text_of_editor(std::move(read)) : read;
}

}  // namespace advise::cli::lsp
