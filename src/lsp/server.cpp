// The server's own part: messages in and out, what is open, what has changed.
#include "server.hpp"

#include "../catalogue.hpp"
#include "findings.hpp"
#include "limits.hpp"
#include "overlay.hpp"
#include "refusal.hpp"
#include "uri.hpp"

#include <advise/grammar/utf8.hpp>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace advise::cli::lsp {
namespace {

using grammar::language;

constexpr int parse_error = -32700, invalid_request = -32600, no_such_method = -32601, not_initialized = -32002;

/// Rules, unless the name says that it is a profile.
bool is_rules(const std::string& uri) { return !uri.ends_with(".txt") && !uri.ends_with(".json"); }

/// Of a file that several open ones import, each finding once.
void add_new(json::array& all, json::array more) {
    std::set<std::string> known;
    for (const json::value& each : all) known.insert(json::serialize(each));
    for (json::value& each : more)
        if (known.insert(json::serialize(each)).second) all.push_back(std::move(each));
}

}  // namespace

language server::spoken() const { return chosen_.language.value_or(locale_.value_or(language::en)); }

language server::spoken(const project& about) const {
    if (chosen_.language || locale_) return spoken();
    return about.rules->language == "fa" ? language::fa : language::en;
}

language server::spoken_by(const open_profile& about) const { return lsp::spoken_by(about, chosen_.language); }

void server::reply(const json::value& id, json::value result) {
    send_(json::serialize(json::object{{"jsonrpc", "2.0"}, {"id", id}, {"result", std::move(result)}}));
}

void server::refuse(const json::value& id, int code, const std::string& message) {
    send_(json::serialize(json::object{{"jsonrpc", "2.0"}, {"id", id}, {"error", json::object{{"code", code}, {"message", message}}}}));
}

void server::notify(std::string_view method, json::object params) {
    send_(json::serialize(
        json::object{{"jsonrpc", "2.0"}, {"method", json::string_view(method.data(), method.size())}, {"params", std::move(params)}}));
}

void server::take(const frame& one) {
    if (one.fault == frame_fault::header) return refuse(nullptr, parse_error, tell(say::lsp_bad_frame, spoken()));
    if (one.fault == frame_fault::too_long)
        return refuse(nullptr, invalid_request, tell(say::lsp_too_long, spoken(), {std::to_string(limits::message_bytes >> 20)}));
    const std::optional<json::value> read = parse_json(one.body);
    if (!read) return refuse(nullptr, parse_error, tell(say::lsp_bad_json, spoken()));
    const json::value* id = member(*read, "id");
    const json::value* params = member(*read, "params");
    const std::string method = text_member(*read, "method");
    const json::value none;
    if (method.empty()) {
        const bool answer = member(*read, "result") != nullptr || member(*read, "error") != nullptr;
        if (!answer) refuse(nullptr, invalid_request, tell(say::lsp_bad_request, spoken()));
        return;
    }
    if (id != nullptr) return take_request(*id, method, params == nullptr ? none : *params);
    const notification known = find_notification(method);
    if (known != nullptr && (initialized_ || method == "exit")) (this->*known)(params == nullptr ? none : *params);
}

void server::take_request(const json::value& id, std::string_view method, const json::value& params) {
    if (!initialized_ && method != "initialize") return refuse(id, not_initialized, tell(say::lsp_not_ready, spoken()));
    if (shut_down_) return refuse(id, invalid_request, tell(say::lsp_over, spoken()));
    const request known = find_request(method);
    if (known == nullptr)
        return refuse(id, no_such_method, tell(say::lsp_no_method, spoken(), {grammar::printable(grammar::shortened(method, 100))}));
    settle();
    try {
        reply(id, (this->*known)(params));
    } catch (const refusal& why) {
        refuse(id, why.code, why.message);
    }
}

// --- texts

void server::did_open(const json::value& params) {
    const std::string uri = text_member(params, "textDocument.uri");
    if (uri.empty()) return;
    open_.open(uri, text_member(params, "textDocument.text"), number_member(params, "textDocument.version").value_or(0));
    all_changed_ = true;  // others may import it
}

void server::did_change(const json::value& params) {
    const std::string uri = text_member(params, "textDocument.uri");
    const json::value* changes = member(params, "contentChanges");
    if (open_.find(uri) == nullptr || changes == nullptr || !changes->is_array()) return;
    for (const json::value& each : changes->as_array()) open_.change(uri, {range_member(each, "range"), text_member(each, "text")});
    open_.set_version(uri, number_member(params, "textDocument.version").value_or(0));
    changed_.insert(uri);
}

void server::did_close(const json::value& params) {
    const std::string uri = text_member(params, "textDocument.uri");
    open_.close(uri);
    projects_.erase(uri);
    profiles_.erase(uri);
    all_changed_ = true;
}

void server::did_save(const json::value&) { all_changed_ = saved_ = true; }
void server::files_changed(const json::value&) { all_changed_ = true; }

void server::leave(const json::value&) { over_ = true; }

json::value server::shut_down(const json::value&) {
    shut_down_ = true;
    return nullptr;
}

// --- findings

void server::settle() {
    if (!unsettled()) return;
    const open_files files(open_);
    const std::vector<std::string> named = named_rules();
    for (const auto& [uri, document] : open_.all()) {
        if (!is_rules(uri)) continue;
        const auto known = projects_.find(uri);
        const bool touched =
            known == projects_.end() || all_changed_ || changed_.contains(uri)
            || std::any_of(changed_.begin(), changed_.end(), [&](const std::string& each) { return known->second.file_named(each) != nullptr; });
        if (touched) projects_.insert_or_assign(uri, load(uri, named, files));
    }
    read_profiles();
    publish();
    ask_for_hints_again();
    changed_.clear();
    all_changed_ = complained_ = false;
}

/// One of several files that are named as one rule base is a part of it; any other is a rule base itself.
project server::load(const std::string& uri, const std::vector<std::string>& named, const open_files& files) const {
    const bool part = named.size() > 1 && std::find(named.begin(), named.end(), uri) != named.end();
    return part ? load_project(named, uri, files) : load_project(uri, files);
}

/// An edit of rules may change what every profile means.
void server::read_profiles() {
    if (all_changed_) rules_for_profiles_.forget();
    else rules_for_profiles_.reread(changed_, open_);
    const bool rules_changed = all_changed_ || std::any_of(changed_.begin(), changed_.end(), [](const std::string& uri) { return is_rules(uri); });
    for (const auto& [uri, document] : open_.all()) {
        if (is_rules(uri) || (!rules_changed && !changed_.contains(uri) && profiles_.contains(uri))) continue;
        open_profile read = read_profile(uri, document.text);
        const project* rules = rules_for_profiles_.choose(read.read, uri, named_rules(), projects_, open_);
        if (rules != nullptr) bind_profile(read, *rules, chosen_.language);
        profiles_.insert_or_assign(uri, std::move(read));
    }
}

std::vector<std::string> server::named_rules() const {
    std::vector<std::string> all;
    for (const std::string& file : rules_)  // an absolute one stays what it is
        all.push_back(uri_of_path((std::filesystem::path(folder_) / file).lexically_normal().string()));
    return all;
}

void server::publish() {
    std::map<std::string, json::array> found;
    for (const auto& [uri, profile] : profiles_)
        if (profile.rules != nullptr)
            for (auto& [file, own] : findings_by_file(profile.shown, spoken_by(profile))) found[file] = std::move(own);
    for (const auto& [uri, about] : projects_) {
        for (auto& [file, own] : findings_by_file(about, spoken(about))) {
            if (file != uri && projects_.contains(file)) continue;  // it is open, and speaks for itself
            json::array& all = found[file];
            if (all.empty()) all = std::move(own);
            else add_new(all, std::move(own));
        }
    }
    for (const auto& [uri, unused] : std::map(published_))
        if (!found.contains(uri)) publish(uri, {});
    for (const auto& [uri, all] : found) publish(uri, all);
}

void server::publish(const std::string& uri, const json::array& found) {
    const document* shown = open_.find(uri);
    const std::string text = json::serialize(found);
    const auto before = published_.find(uri);
    const bool same = before == published_.end() ? found.empty() && shown == nullptr : before->second == text;
    if (same && !changed_.contains(uri)) return;
    json::object params{{"uri", uri}};
    if (shown != nullptr) params["version"] = shown->version;
    params["diagnostics"] = found;
    notify("textDocument/publishDiagnostics", std::move(params));
    if (shown == nullptr && found.empty()) published_.erase(uri);
    else published_[uri] = text;
}

void server::ask_for_hints_again() {
    if (!refreshes_hints_ || profile_.empty()) return;
    send_(json::serialize(json::object{{"jsonrpc", "2.0"}, {"id", "hints " + std::to_string(++asked_)}, {"method", "workspace/inlayHint/refresh"}}));
}

bool server::has_proofs() const {
    return !shut_down_
           && std::any_of(projects_.begin(), projects_.end(), [](const auto& each) { return !each.second.proved && each.second.sound(); });
}

void server::prove(const std::function<bool()>& interrupted) {
    for (auto& [uri, about] : projects_) {
        if (about.proved || !about.sound()) continue;
        if (lsp::prove(about, spoken(about), interrupted)) publish();
        break;
    }
    if (!has_proofs()) saved_ = false;
}

const project* server::project_of(const std::string& uri) const {
    const auto found = projects_.find(uri);
    return found == projects_.end() ? nullptr : &found->second;
}

}  // namespace advise::cli::lsp
