// The requests that the server answers.
#include "server.hpp"

#include "../catalogue.hpp"
#include "../files.hpp"
#include "complete.hpp"
#include "fixes.hpp"
#include "hints.hpp"
#include "imports.hpp"
#include "keyword_hover.hpp"
#include "navigate.hpp"
#include "outline.hpp"
#include "refusal.hpp"
#include "rule_users.hpp"
#include "uri.hpp"

#include <algorithm>
#include <filesystem>
#include <limits>

namespace advise::cli::lsp {
namespace {

using grammar::language;

template <class Member>
struct entry {
    std::string_view method;
    Member member;
};

template <class Table>
auto find_in(const Table& table, std::string_view method) -> decltype(table[0].member) {
    for (const auto& each : table)
        if (each.method == method) return each.member;
    return nullptr;
}

json::object capabilities() {
    return {{"positionEncoding", "utf-16"},
            {"textDocumentSync", json::object{{"openClose", true}, {"change", 2}, {"save", true}}},
            {"hoverProvider", true},
            {"completionProvider", json::object{{"triggerCharacters", json::array{">", "=", "<", ":", " ", "(", ",", "\""}}}},
            {"definitionProvider", true},
            {"documentLinkProvider", json::object{{"resolveProvider", false}}},
            {"referencesProvider", true},
            {"documentHighlightProvider", true},
            {"documentSymbolProvider", true},
            {"foldingRangeProvider", true},
            {"documentFormattingProvider", true},
            {"renameProvider", json::object{{"prepareProvider", true}}},
            {"codeActionProvider", json::object{{"codeActionKinds", json::array{"quickfix", "source.fixAll.advise"}}}},
            {"inlayHintProvider", true}};
}

/// What `context.only` names, or all; a kind stands for those below it.
wanted_fixes wanted_by(const json::value& params) {
    const json::value* only = member(params, "context.only");
    if (only == nullptr || !only->is_array()) return {};
    wanted_fixes wanted{false, false};
    for (const json::value& each : only->as_array()) {
        if (!each.is_string()) continue;
        const std::string kind(each.as_string());
        wanted.quick = wanted.quick || kind.empty() || kind == "quickfix";
        wanted.all = wanted.all || kind.empty() || std::string_view("source.fixAll.advise.").starts_with(kind + ".");
    }
    return wanted;
}

/// One file, or a list of them.
std::vector<std::string> files_member(const json::value& of, std::string_view path) {
    std::vector<std::string> files;
    const json::value* found = member(of, path);
    if (found != nullptr && found->is_array())
        for (const json::value& each : found->as_array())
            if (each.is_string()) files.emplace_back(each.as_string());
    if (std::string one = text_member(of, path); !one.empty()) files.push_back(std::move(one));
    std::erase(files, "");
    return files;
}

/// The folders that the editor has open.
std::vector<std::string> folders_of(const json::value& params) {
    std::vector<std::string> all;
    const json::value* folders = member(params, "workspaceFolders");
    if (folders != nullptr && folders->is_array())
        for (const json::value& each : folders->as_array()) all.push_back(path_of_uri(text_member(each, "uri")));
    if (all.empty()) all.push_back(path_of_uri(text_member(params, "rootUri")));
    if (all.front().empty()) all.front() = text_member(params, "rootPath");
    std::erase(all, "");
    return all;
}

bool is_inside(const std::string& path, const std::string& folder) {
    return path.size() > folder.size() && path.starts_with(folder) && (folder.ends_with('/') || path[folder.size()] == '/');
}

}  // namespace

server::request server::find_request(std::string_view method) {
    static constexpr entry<request> all[] = {
        {"initialize", &server::initialize},
        {"shutdown", &server::shut_down},
        {"textDocument/documentSymbol", &server::symbols_of},
        {"textDocument/foldingRange", &server::folds_of},
        {"textDocument/formatting", &server::format},
        {"textDocument/hover", &server::hover_at},
        {"textDocument/definition", &server::definition_of},
        {"textDocument/documentLink", &server::links_of},
        {"textDocument/references", &server::references_to},
        {"textDocument/documentHighlight", &server::highlights_of},
        {"textDocument/completion", &server::complete},
        {"textDocument/prepareRename", &server::prepare_rename},
        {"textDocument/rename", &server::rename_at},
        {"textDocument/codeAction", &server::actions_for},
        {"textDocument/inlayHint", &server::hints_for},
    };
    return find_in(all, method);
}

server::notification server::find_notification(std::string_view method) {
    static constexpr entry<notification> all[] = {
        {"textDocument/didOpen", &server::did_open},
        {"textDocument/didChange", &server::did_change},
        {"textDocument/didClose", &server::did_close},
        {"textDocument/didSave", &server::did_save},
        {"workspace/didChangeWatchedFiles", &server::files_changed},
        {"workspace/didChangeConfiguration", &server::configured},
        {"exit", &server::leave},
    };
    return find_in(all, method);
}

json::value server::initialize(const json::value& params) {
    initialized_ = true;
    const std::string locale = text_member(params, "locale");
    if (!locale.empty()) locale_ = locale.starts_with("fa") ? language::fa : language::en;
    folders_ = folders_of(params);
    folder_ = folders_.empty() ? std::string() : folders_.front();
    profile_ = chosen_.profile.empty() ? text_member(params, "initializationOptions.profile") : chosen_.profile;
    rules_ = chosen_.rules.empty() ? files_member(params, "initializationOptions.rules") : chosen_.rules;
    const json::value* refresh = member(params, "capabilities.workspace.inlayHint.refreshSupport");
    refreshes_hints_ = refresh != nullptr && refresh->is_bool() && refresh->as_bool();
    return json::object{{"capabilities", capabilities()}, {"serverInfo", json::object{{"name", "advise"}, {"version", ADVISE_VERSION}}}};
}

void server::configured(const json::value& params) {
    if (member(params, "settings.advise.profile") != nullptr) profile_ = text_member(params, "settings.advise.profile");
    if (member(params, "settings.advise.rules") != nullptr) rules_ = files_member(params, "settings.advise.rules");
    all_changed_ = true;
}

/// The file that a request is about, and the place in it. What is not open is nothing to ask about.
server::place server::place_in(const json::value& params, bool with_position) {
    place found;
    found.uri = text_member(params, "textDocument.uri");
    const std::optional<position> at = with_position ? position_member(params, "position") : position{};
    if (found.uri.empty() || !at) throw refusal{invalid_params, tell(say::lsp_bad_request, spoken())};
    found.in = project_of(found.uri);
    found.file = found.in == nullptr ? nullptr : found.in->file_named(found.uri);
    if (found.file == nullptr) return found;
    found.at = *at;
    found.offset = found.file->offset_of(*at);
    return found;
}

server::scope server::scope_of(const place& at, bool with_folder) const {
    scope made;
    made.roots.push_back(at.in);
    for (const auto& [uri, other] : projects_)
        if (&other != at.in && other.file_named(at.uri) != nullptr) made.roots.push_back(&other);
    const std::string path = path_of_uri(at.uri);
    if (with_folder && !path.empty()) {
        for (project& user : users_in_folder(folder_around(path), at.uri, open_)) made.roots.push_back(&made.of_folder.emplace_back(std::move(user)));
    }
    for (const project* root : made.roots)
        for (const text_file& file : root->files) made.names.add(file);
    return made;
}

json::value server::symbols_of(const json::value& params) {
    const place asked = place_in(params, false);
    return asked.file == nullptr ? json::array() : symbols(*asked.file);
}

json::value server::folds_of(const json::value& params) {
    const place asked = place_in(params, false);
    return asked.file == nullptr ? json::array() : folds(*asked.file);
}

json::value server::format(const json::value& params) {
    if (const open_profile* profile = profile_of(params)) return profile_formatting(profile->shown.files.front());
    const place asked = place_in(params, false);
    return asked.file == nullptr ? json::array() : formatting(*asked.file);
}

/// The profile that a request is about; nullptr for rules, and for what is no profile.
const open_profile* server::profile_of(const json::value& params) const {
    const auto found = profiles_.find(text_member(params, "textDocument.uri"));
    return found == profiles_.end() || found->second.rules == nullptr ? nullptr : &found->second;
}

json::value server::hover_at(const json::value& params) {
    if (const open_profile* profile = profile_of(params)) {
        const std::optional<position> at = position_member(params, "position");
        if (!at) throw refusal{invalid_params, tell(say::lsp_bad_request, spoken())};
        const text_file& text = profile->shown.files.front();
        json::value shown = profile_hover(*profile, names_in(*profile->rules), text.offset_of(*at), spoken_by(*profile));
        return shown.is_null() ? profile_keyword_hover(text, *at, spoken_by(*profile)) : shown;
    }
    const place asked = place_in(params, true);
    if (asked.file == nullptr) return nullptr;
    json::value shown = hover(scope_of(asked, false).names, asked.uri, asked.offset, spoken(*asked.in));
    return shown.is_null() ? keyword_hover(*asked.file, asked.at, spoken(*asked.in)) : shown;
}

json::value server::definition_of(const json::value& params) {
    if (const open_profile* profile = profile_of(params)) {
        const std::optional<position> at = position_member(params, "position");
        if (!at) throw refusal{invalid_params, tell(say::lsp_bad_request, spoken())};
        return profile_definition(*profile, names_in(*profile->rules), profile->shown.files.front().offset_of(*at));
    }
    const place asked = place_in(params, true);
    if (asked.file == nullptr) return nullptr;
    if (json::value file = import_definition(*asked.in, *asked.file, asked.offset); !file.is_null()) return file;
    return definition(scope_of(asked, false).names, asked.uri, asked.offset);
}

json::value server::links_of(const json::value& params) {
    const place asked = place_in(params, false);
    return asked.file == nullptr ? json::array() : import_links(*asked.in, *asked.file);
}

json::value server::references_to(const json::value& params) {
    const place asked = place_in(params, true);
    if (asked.file == nullptr) return json::array();
    const json::value* with = member(params, "context.includeDeclaration");
    const scope where = scope_of(asked, true);
    return references(where.names, asked.uri, asked.offset, with == nullptr || !with->is_bool() || with->as_bool());
}

json::value server::highlights_of(const json::value& params) {
    const place asked = place_in(params, true);
    if (asked.file == nullptr) return json::array();
    return highlights(scope_of(asked, false).names, asked.uri, asked.offset);
}

json::value server::complete(const json::value& params) {
    if (const open_profile* profile = profile_of(params)) {
        const std::optional<position> at = position_member(params, "position");
        if (!at) throw refusal{invalid_params, tell(say::lsp_bad_request, spoken())};
        return profile_completions(*profile, *at, spoken_by(*profile));
    }
    const place asked = place_in(params, true);
    if (asked.file == nullptr) return nullptr;
    return completions(scope_of(asked, false).names, *asked.file, asked.at, spoken(*asked.in),
                       [&] { return importable_by(*asked.file, open_, asked.offset); });
}

/// The folder of the editor that a file lies in, else the file's own.
std::string server::folder_around(const std::string& path) const {
    for (const std::string& folder : folders_)
        if (is_inside(path, folder)) return folder;
    return std::filesystem::path(path).parent_path().string();
}

std::string server::chosen_profile() const {
    return profile_.empty() ? profile_ : (std::filesystem::path(folder_) / profile_).lexically_normal().string();  // an absolute one stays what it is
}

json::value server::actions_for(const json::value& params) {
    const place asked = place_in(params, false);
    const std::optional<range> where = range_member(params, "range");
    if (!where) throw refusal{invalid_params, tell(say::lsp_bad_request, spoken())};
    if (const open_profile* profile = profile_of(params))
        return wanted_by(params).quick ? profile_fixes(*profile, *where, spoken_by(*profile)) : json::array();
    return asked.file == nullptr ? json::array() : fixes(*asked.in, *asked.file, *where, open_, wanted_by(params), spoken(*asked.in));
}

json::value server::hints_for(const json::value& params) {
    const place asked = place_in(params, false);
    constexpr std::uint32_t last = std::numeric_limits<std::uint32_t>::max();
    if (profile_.empty() || asked.file == nullptr || !asked.in->sound()) return json::array();
    const std::string path = chosen_profile();
    const range where = range_member(params, "range").value_or(range{{}, {last, 0}});
    std::optional<json::array> found = hints(*asked.in, *asked.file, where, path, open_, spoken(*asked.in));
    if (found) return std::move(*found);
    if (!complained_) notify("window/showMessage", {{"type", 2}, {"message", tell(say::lsp_no_profile, spoken(), {shown_name(profile_)})}});
    complained_ = true;
    return json::array();
}

}  // namespace advise::cli::lsp
