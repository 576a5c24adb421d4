#include "imports.hpp"

#include "../files.hpp"
#include "rule_users.hpp"
#include "uri.hpp"

#include <advise/grammar/limits.hpp>
#include <advise/grammar/parse.hpp>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

namespace advise::cli::lsp {
namespace {

namespace fs = std::filesystem;

fs::path folder_of(const text_file& file) { return fs::path(path_of_uri(file.uri())).parent_path(); }

/// A file alone, as the editor has it or else the disk.
text_file file_at(const std::string& uri, const std::string& path, const documents& open) {
    const document* shown = open.find(uri);
    grammar::diagnostics ignored;
    bool usable = true;
    const std::string text = shown != nullptr ? shown->text : read_file(path, grammar::limits::rules_bytes, -1).bytes;
    return {grammar::read_source(path, text, 0, ignored, usable), uri};
}

/// Which of some files import another one, themselves or by others of them; by what is written, since a file may only be right as a part of its rule base.
std::set<std::string> users_among(const std::vector<std::string>& paths, const text_file& file, const documents& open) {
    std::multimap<std::string, std::string> importers;
    for (const std::string& path : paths) {
        const std::string known = open.uri_of(path), uri = known.empty() ? uri_of_path(path) : known;
        const text_file own = file_at(uri, path, open);
        for (const import_line& each : imports_in(own)) importers.emplace((folder_of(own) / each.asked).lexically_normal().string(), path);
    }
    std::set<std::string> users;
    std::vector<std::string> to_do = {path_of_uri(file.uri())};
    while (!to_do.empty()) {
        const auto [first, last] = importers.equal_range(to_do.back());
        to_do.pop_back();
        for (auto each = first; each != last; ++each)
            if (users.insert(each->second).second) to_do.push_back(each->second);
    }
    return users;
}

}  // namespace

std::vector<import_line> imports_in(const text_file& file) {
    std::vector<import_line> found;
    grammar::diagnostics ignored;
    grammar::rules_reader statements(file.source(), ignored);
    for (grammar::ast::statement s; statements.next(s);)
        if (s.kind == grammar::ast::statement_kind::import && !s.broken && !s.quoted.content.empty())
            found.push_back({s.quoted.where, s.quoted.content});
    return found;
}

std::string imported_by(const project& of, const text_file& file, const import_line& line) {
    const fs::path folder = folder_of(file);
    if (folder.empty()) return {};
    const std::string path = (folder / line.asked).lexically_normal().string();
    const std::string identity = identity_of(path);
    for (const text_file& each : of.files)
        if (const std::string own = path_of_uri(each.uri()); own == path || (!identity.empty() && identity_of(own) == identity)) return each.uri();
    return identity.empty() ? std::string() : uri_of_path(path);
}

json::value import_definition(const project& of, const text_file& file, std::uint32_t offset) {
    for (const import_line& each : imports_in(file)) {
        if (offset < each.where.begin || offset > each.where.end) continue;
        const std::string uri = imported_by(of, file, each);
        if (!uri.empty()) return location(uri, range{});
    }
    return nullptr;
}

json::array import_links(const project& of, const text_file& file) {
    json::array links;
    for (const import_line& each : imports_in(file))
        if (const std::string uri = imported_by(of, file, each); !uri.empty())
            links.push_back(json::object{{"range", as_json(file.range_of(each.where))}, {"target", uri}});
    return links;
}

std::vector<std::string> importable_by(const text_file& file, const documents& open, std::uint32_t offset) {
    const fs::path folder = folder_of(file);
    if (folder.empty()) return {};
    const std::vector<std::string> near = rule_files_near(folder.string());
    const std::set<std::string> users = users_among(near, file, open);
    std::set<std::string> left_out = {path_of_uri(file.uri())};
    const std::uint32_t line = file.position_of(offset).line;
    for (const import_line& each : imports_in(file))
        if (file.position_of(each.where.begin).line != line) left_out.insert((folder / each.asked).lexically_normal().string());
    std::vector<std::string> found;
    for (const std::string& each : near)
        if (!users.contains(each) && !left_out.contains(each)) found.push_back(fs::path(each).lexically_relative(folder).generic_string());
    return found;
}

}  // namespace advise::cli::lsp
