#include "documents.hpp"

#include "uri.hpp"

#include <utility>

namespace advise::cli::lsp {

void documents::open(const std::string& uri, std::string text, std::int64_t version) {
    open_[uri] = document{path_of_uri(uri), std::move(text), version};
}

bool documents::change(const std::string& uri, const text_change& made) {
    const auto found = open_.find(uri);
    if (found == open_.end()) return false;
    std::string& text = found->second.text;
    if (!made.where) {
        text = made.text;
        return true;
    }
    const line_table lines(text);
    const std::uint32_t begin = lines.offset_of(text, made.where->begin), end = lines.offset_of(text, made.where->end);
    text.replace(begin, end > begin ? end - begin : 0, made.text);
    return true;
}

void documents::set_version(const std::string& uri, std::int64_t version) {
    if (const auto found = open_.find(uri); found != open_.end()) found->second.version = version;
}

const document* documents::find(const std::string& uri) const {
    const auto found = open_.find(uri);
    return found == open_.end() ? nullptr : &found->second;
}

std::string documents::uri_of(std::string_view path) const {
    for (const auto& [uri, open] : open_)
        if (!open.path.empty() && open.path == path) return uri;
    return {};
}

}  // namespace advise::cli::lsp
