#include "rename.hpp"

#include "../catalogue.hpp"
#include "keyword_hover.hpp"
#include "navigate.hpp"
#include "same_names.hpp"
#include "trial.hpp"

#include <advise/engine/facts.hpp>
#include <advise/grammar/habits.hpp>
#include <advise/grammar/limits.hpp>
#include <advise/grammar/term_key.hpp>
#include <advise/grammar/utf8.hpp>

#include <algorithm>
#include <map>

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
        if (each.key != key || names.is_profile(each.file)) return false;
        if (each.space == old.space) return (each.as != standing::used || owner.empty()) && names.owner(each) == owner;
        if (old.space != name_space::labels || each.as == standing::used) return false;
        if (of_value) return each.space == name_space::values && names.owner(each) == owner.substr(0, end) && each.key != owner.substr(end + 1);
        return each.space == name_space::things && std::string(owned_by_thing) + names.resolved(each.space, each.key) != owner;
    });
}

std::string in_quotes(std::string_view name) {
    std::string quoted = "\"";
    for (const char c : name) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted += '"';
}

/// A key or a value of a profile, where keywords end nothing.
std::string in_profile(const text_file& file, const occurrence& place, const std::string& name) {
    const std::string_view written = file.source().text(place.where);
    if (is_json_profile(file.source().text())) {
        const std::string quoted = json::serialize(json::value(name));
        return written.starts_with('"') ? quoted : quoted.substr(1, quoted.size() - 2);
    }
    grammar::diagnostics found;
    bool usable = true;
    const std::string line = place.space == name_space::values ? "x: " + name : name + ": x";
    const grammar::profile read = grammar::parse_profile(grammar::read_source("", line, 0, found, usable), found);
    if (found.sorted().empty() && read.entries.size() == 1 && place.space == name_space::things && read.entries[0].key == name) return name;
    const grammar::value_result value = grammar::parse_value(name);
    const bool plain = value.error == grammar::value_error::none && value.value.form == grammar::value_form::items && value.value.items.size() == 1
                       && !value.value.items[0].number && value.value.items[0].text == name;
    return place.space == name_space::values && plain && found.sorted().empty() ? name : in_quotes(name);
}

std::vector<edit> edits_of(const name_table& names, const occurrence& old, const std::string& name, bool quote_all) {
    std::vector<edit> all;
    for (const occurrence* each : places_of(names, old)) {
        const text_file& file = *names.files()[each->file];
        const bool quoted = each->space == name_space::labels || quote_all;
        const std::string written = names.is_profile(each->file) ? in_profile(file, *each, name)
                                    : quoted                     ? in_quotes(name)
                                                                 : grammar::quoted_if_needed(name);
        all.push_back({&file, each->where, written});
    }
    return all;
}

/// What some edits would do.
class outcome {
public:
    outcome(const rename_scope& scope, const std::vector<edit>& edits) : scope_(scope), edits_(edits) {}

    /// Why they must not be made; "" where nothing speaks against it. \param shown the new name
    std::string objection(const std::string& shown, grammar::language in) {
        for (const project* root : scope_.roots) {
            const project& after = after_.try_emplace(root->root, after_edits(*root, scope_.open, edits_)).first->second;
            if (after.found.errors() > root->found.errors()) return tell(say::lsp_rename_breaks, in, {shown});
            const bool tests = !root->sound() || same_tests(*root->rules, *after.rules);
            if (!tests || !same_names(*root, after)) return tell(say::lsp_rename_means, in, {shown});
        }
        for (const open_profile* profile : scope_.profiles)
            if (changes(*profile)) return tell(say::lsp_rename_profile, in, {shown, profile->shown.files.front().source().name()});
        return {};
    }

private:
    /// Whether a profile says another thing than before, or has findings that it does not have now.
    bool changes(const open_profile& profile) {
        const text_file& file = profile.shown.files.front();
        const auto after = after_.find(profile.rules->root);
        if (after == after_.end() || !profile.rules->sound()) return false;
        const open_profile read = read_profile(file.uri(), text_after(file, edits_)),
                           unchanged = read_profile(file.uri(), std::string(file.source().written()));
        grammar::diagnostics was = unchanged.shown.found, is = read.shown.found;
        const engine::facts before = engine::bind(profile.read, *profile.rules->rules, {}, was);
        const engine::facts now = engine::bind(read.read, *after->second.rules, {}, is);
        return !same_person(before, now) || is.errors() > was.errors() || is.sorted().size() > was.sorted().size();
    }

    const rename_scope& scope_;
    const std::vector<edit>& edits_;
    std::map<std::string, project> after_;
};

json::object workspace_edit(const std::vector<edit>& edits) {
    json::object changes;
    for (const edit& each : edits) {
        json::value& own = changes[each.file->uri()];
        if (!own.is_array()) own = json::array();
        own.as_array().push_back(text_edit(each.file->range_of(each.where), each.text));
    }
    return {{"changes", std::move(changes)}};
}

/// The scale that needs no declaration and its levels have their names for ever.
const occurrence* to_rename(const name_table& names, const std::string& uri, std::uint32_t offset) {
    const occurrence* at = names.at(uri, offset);
    const bool of_a_scale = at != nullptr && (at->space == name_space::values || at->space == name_space::scales);
    if (!of_a_scale) return at;
    return names.declaration_of(*at) == nullptr ? nullptr : at;
}

}  // namespace

std::optional<json::object> what_to_rename(const name_table& names, const std::string& uri, std::uint32_t offset) {
    const occurrence* at = to_rename(names, uri, offset);
    if (at == nullptr) return std::nullopt;
    const text_file& file = *names.files()[at->file];
    return json::object{{"range", as_json(file.range_of(at->where))}, {"placeholder", name_typed(file.source().text(at->where))}};
}

std::string why_it_keeps_its_name(const name_table& names, const text_file& file, std::uint32_t offset, grammar::language in) {
    const occurrence* at = names.at(file.uri(), offset);
    const bool is_level = at != nullptr && at->space == name_space::values;
    if (is_level && to_rename(names, file.uri(), offset) == nullptr)
        return tell(say::lsp_rename_built_in, in, {name_typed(file.source().text(at->where))});
    if ((at != nullptr && at->space != name_space::scales) || is_json_profile(file.source().text())) return {};
    const position where = file.position_of(offset);
    const json::value word = file.uri().ends_with(".txt") ? profile_keyword_hover(file, where, in) : keyword_hover(file, where, in);
    const std::optional<range> stretch = range_member(word, "range");
    if (!stretch) return {};
    return tell(say::lsp_rename_word, in, {std::string(file.source().text({file.offset_of(stretch->begin), file.offset_of(stretch->end)}))});
}

renaming rename(const rename_scope& scope, const std::string& uri, std::uint32_t offset, const std::string& new_name, grammar::language in) {
    const occurrence* at = to_rename(scope.names, uri, offset);
    if (at == nullptr) {
        const project* const root = scope.roots.front();
        const std::string why = why_it_keeps_its_name(scope.names, *root->file_named(uri), offset, in);
        return {std::nullopt, why.empty() ? tell(say::lsp_rename_nothing, in) : why};
    }
    const std::string name = name_typed(new_name), shown = grammar::printable(grammar::shortened(name, 100));
    if (!can_be_name(name)) return {std::nullopt, tell(say::lsp_rename_bad, in, {shown})};
    const occurrence* label = scope.names.label_meant(*at);
    if (is_taken(scope.names, label == nullptr ? *at : *label, grammar::term_key(name)))
        return {std::nullopt, tell(say::lsp_rename_taken, in, {shown})};
    std::string objection;
    for (const bool quote_all : {false, true}) {  // a name may be read otherwise where it stands than alone
        const std::vector<edit> edits = edits_of(scope.names, *at, name, quote_all);
        const std::string said = outcome(scope, edits).objection(shown, in);
        if (said.empty()) return {workspace_edit(edits), {}};
        if (objection.empty()) objection = said;
    }
    return {std::nullopt, objection};
}

}  // namespace advise::cli::lsp
