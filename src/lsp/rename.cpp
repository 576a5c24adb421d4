#include "rename.hpp"

#include "../catalogue.hpp"
#include "navigate.hpp"
#include "trial.hpp"

#include <advise/grammar/habits.hpp>
#include <advise/grammar/limits.hpp>
#include <advise/grammar/term_key.hpp>
#include <advise/grammar/utf8.hpp>

#include <algorithm>

namespace advise::cli::lsp {
namespace {

/// What somebody typed as a name: quotes around it are not a part of it.
std::string name_typed(std::string_view typed) {
    typed = grammar::without_blanks(typed);
    if (typed.size() >= 2 && typed.front() == '"' && typed.back() == '"') typed = typed.substr(1, typed.size() - 2);
    return std::string(typed);
}

bool can_be_name(std::string_view name) {
    if (grammar::term_key(name).empty() || grammar::quoted_if_needed(name).size() > grammar::limits::term_bytes) return false;
    for (std::size_t at = 0; at < name.size();) {
        const grammar::decoded here = grammar::decode_one(name, at);
        if (!here.valid || grammar::is_control(here.point) || grammar::is_bidi_control(here.point) || grammar::is_invisible(here.point)) return false;
        at += here.length;
    }
    return true;
}

/// Whether the key is that of something else of the kind; a label must not be called like another thing, or like another value, either: those win.
bool is_taken(const name_table& names, const occurrence& old, const std::string& key) {
    if (key == old.key) return false;
    const std::string owner = names.owner(old);
    const std::size_t end = owner.find('\n');
    const bool of_value = end != owner.npos;
    return std::any_of(names.all().begin(), names.all().end(), [&](const occurrence& each) {
        if (each.key != key) return false;
        if (each.space == old.space) return (each.as != standing::used || owner.empty()) && names.owner(each) == owner;
        if (old.space != name_space::labels || each.as == standing::used) return false;
        if (of_value) return each.space == name_space::values && names.owner(each) == owner.substr(0, end) && each.key != owner.substr(end + 1);
        return each.space == name_space::things && std::string(owned_by_thing) + names.resolved(each.space, each.key) != owner;
    });
}

/// A label stands in quotes where it is given.
std::vector<edit> edits_of(const name_table& names, const occurrence& old, const std::string& name) {
    std::string quoted = "\"";
    for (const char c : name) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    quoted += '"';
    std::vector<edit> all;
    for (const occurrence* each : places_of(names, old))
        all.push_back({names.files()[each->file], each->where, each->space == name_space::labels ? quoted : grammar::quoted_if_needed(name)});
    return all;
}

bool breaks(const std::vector<edit>& edits, const std::vector<const project*>& roots, const documents& open) {
    return std::any_of(roots.begin(), roots.end(),
                       [&](const project* root) { return after_edits(*root, open, edits).found.errors() > root->found.errors(); });
}

json::object workspace_edit(const std::vector<edit>& edits) {
    json::object changes;
    for (const edit& each : edits) {
        json::value& own = changes[each.file->uri()];
        if (!own.is_array()) own = json::array();
        own.as_array().push_back(text_edit(each.file->range_of(each.where), each.text));
    }
    return {{"changes", std::move(changes)}};
}

/// The levels of the scale that needs no declaration have their names for ever.
const occurrence* to_rename(const name_table& names, const std::string& uri, std::uint32_t offset) {
    const occurrence* at = names.at(uri, offset);
    if (at == nullptr || at->space != name_space::values) return at;
    return names.declaration_of(*at) == nullptr ? nullptr : at;
}

}  // namespace

std::optional<json::object> what_to_rename(const name_table& names, const std::string& uri, std::uint32_t offset) {
    const occurrence* at = to_rename(names, uri, offset);
    if (at == nullptr) return std::nullopt;
    const text_file& file = *names.files()[at->file];
    return json::object{{"range", as_json(file.range_of(at->where))}, {"placeholder", name_typed(file.source().text(at->where))}};
}

renaming rename(const name_table& names, const std::string& uri, std::uint32_t offset, const std::string& new_name,
                const std::vector<const project*>& roots, const documents& open, grammar::language in) {
    const occurrence* at = to_rename(names, uri, offset);
    if (at == nullptr) return {std::nullopt, tell(say::lsp_rename_nothing, in)};
    const std::string name = name_typed(new_name), shown = grammar::printable(grammar::shortened(name, 100));
    if (!can_be_name(name)) return {std::nullopt, tell(say::lsp_rename_bad, in, {shown})};
    const occurrence* label = names.label_meant(*at);
    if (is_taken(names, label == nullptr ? *at : *label, grammar::term_key(name))) return {std::nullopt, tell(say::lsp_rename_taken, in, {shown})};
    const std::vector<edit> edits = edits_of(names, *at, name);
    if (breaks(edits, roots, open)) return {std::nullopt, tell(say::lsp_rename_breaks, in, {shown})};
    return {workspace_edit(edits), {}};
}

}  // namespace advise::cli::lsp
