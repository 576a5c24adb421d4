#include "project.hpp"

#include "../files.hpp"
#include "overlay.hpp"
#include "uri.hpp"

#include <filesystem>
#include <utility>

namespace advise::cli::lsp {
namespace {

/// The address of a file that was read: the editor's own one where it is open there.
std::string address_of(const std::string& name, const open_files& open) {
    if (open.texts().find(name) != nullptr) return name;
    const std::string path = std::filesystem::path(name).lexically_normal().string();
    if (std::string uri = open.by_path(path); !uri.empty()) return uri;
    std::string uri = open.by_identity(identity_of(path));
    return uri.empty() ? uri_of_path(path) : uri;
}

}  // namespace

text_file::text_file(grammar::source_ptr source, std::string uri) : source_(std::move(source)), uri_(std::move(uri)), lines_(source_->written()) {}

position text_file::position_of(std::uint32_t reading_offset) const {
    return lines_.position_of(source_->written(), source_->written_offset(reading_offset));
}

range text_file::range_of(grammar::span where) const { return {position_of(where.begin), position_of(where.end)}; }

std::uint32_t text_file::offset_of(position at) const { return source_->reading_offset(lines_.offset_of(source_->written(), at)); }

const text_file* project::file_of(const grammar::source* source) const {
    for (const text_file& file : files)
        if (&file.source() == source) return &file;
    return nullptr;
}

const text_file* project::file_named(const std::string& uri) const {
    for (const text_file& file : files)
        if (file.uri() == uri) return &file;
    return nullptr;
}

project load_project(const std::string& uri, const documents& open) { return load_project(uri, open_files(open)); }

project load_project(const std::string& uri, const open_files& open) { return load_project({uri}, uri, open); }

project load_project(const std::vector<std::string>& roots, const std::string& uri, const open_files& open) {
    overlay_provider provider(open);
    std::vector<std::string> names;
    for (const std::string& root : roots) {
        const std::string path = path_of_uri(root);
        names.push_back(path.empty() ? root : path);
    }
    engine::load_result loaded = engine::load_rules(names, provider);
    project made{uri, roots, std::move(loaded.rules), std::move(loaded.diagnostics), {}, false};
    for (const grammar::source_ptr& file : made.rules->files)
        made.files.emplace_back(file, made.files.empty() ? roots.front() : address_of(file->name(), open));
    return made;
}

project load_again(const project& of, const documents& open) { return load_project(of.roots, of.root, open_files(open)); }

}  // namespace advise::cli::lsp
