#include "overlay.hpp"

#include "../files.hpp"

#include <utility>

namespace advise::cli::lsp {

overlay_provider::overlay_provider(const documents& open) : open_(open) {
    for (const auto& [uri, document] : open.all()) {
        const std::string identity = document.path.empty() ? std::string() : identity_of(document.path);
        if (!identity.empty()) by_identity_.emplace(identity, &document);
    }
}

engine::source_provider::file overlay_provider::with_text_of_editor(file from_disk) const {
    if (const auto found = by_identity_.find(from_disk.identity); found != by_identity_.end()) from_disk.bytes = found->second->text;
    return from_disk;
}

engine::source_provider::file overlay_provider::open_root(const std::string& name) {
    const document* shown = open_.find(name);
    if (shown == nullptr || !shown->path.empty()) {
        file read = disk_.open_root(name);
        if (read.failure == grammar::message::none) return with_text_of_editor(std::move(read));
        if (const std::string uri = open_.uri_of(name); !uri.empty()) shown = open_.find(uri);  // not on disk yet
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
