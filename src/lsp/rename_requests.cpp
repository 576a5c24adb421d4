// The requests that give a name another one, from rules and from profiles.
#include "server.hpp"

#include "../catalogue.hpp"
#include "../files.hpp"
#include "navigate.hpp"
#include "profile_users.hpp"
#include "refusal.hpp"
#include "rename.hpp"
#include "uri.hpp"

#include <algorithm>

namespace advise::cli::lsp {
namespace {

bool is_ours(const project& rules) { return !path_of_uri(rules.root).empty(); }  // the shipped ones are no file

}  // namespace

json::value server::prepare_rename(const json::value& params) {
    name_table names;
    std::uint32_t offset = 0;
    const std::string uri = text_member(params, "textDocument.uri");
    const text_file* file = nullptr;
    grammar::language in = spoken();
    if (const open_profile* profile = profile_of(params)) {
        const std::optional<position> at = position_member(params, "position");
        if (!at || !is_ours(*profile->rules)) return nullptr;
        names = names_in(*profile->rules);
        names.add_profile(profile->shown.files.front(), profile->read);
        file = &profile->shown.files.front();
        offset = file->offset_of(*at);
        in = spoken_by(*profile);
    } else {
        const place asked = place_in(params, true);
        if (asked.file == nullptr) return nullptr;
        names = scope_of(asked, false).names;
        file = asked.file;
        offset = asked.offset;
        in = spoken(*asked.in);
    }
    if (std::optional<json::object> found = what_to_rename(names, uri, offset)) return std::move(*found);
    std::string why = why_it_keeps_its_name(names, *file, offset, in);
    if (!why.empty()) throw refusal{request_failed, std::move(why)};  // editors show it
    return nullptr;
}

/// Of a name in a profile its first place in the rules.
server::place server::place_of_name(const json::value& params) {
    const open_profile* profile = profile_of(params);
    if (profile == nullptr) return place_in(params, true);
    const std::optional<position> at = position_member(params, "position");
    if (!at || !is_ours(*profile->rules)) return {};
    const text_file& file = profile->shown.files.front();
    name_table names = names_in(*profile->rules);
    names.add_profile(file, profile->read);
    const occurrence* here = names.at(file.uri(), file.offset_of(*at));
    if (here == nullptr) return {};
    for (const occurrence* each : places_of(names, *here)) {
        const text_file& rules = *names.files()[each->file];
        if (!names.is_profile(each->file)) return {rules.uri(), profile->rules, profile->rules->file_named(rules.uri()), {}, each->where.begin};
    }
    return {};
}

/// Profiles that hold the name, perhaps, and are not touched.
void server::tell_left(const std::vector<const open_profile*>& doubtful, const name_table& names, const occurrence* renamed) {
    std::string left;
    for (const open_profile* each : doubtful) {
        name_table with = names;
        with.add_profile(each->shown.files.front(), each->read);
        const auto places = places_of(with, *renamed);
        const bool holds =
            std::ranges::any_of(places, [&](const occurrence* found) { return with.files()[found->file] == &each->shown.files.front(); });
        const std::string name = shown_name(path_of_uri(each->shown.root));
        if (holds) left = left.empty() ? name : tell(say::comma, spoken(), {left, name});
    }
    if (!left.empty()) notify("window/showMessage", {{"type", 2}, {"message", tell(say::lsp_rename_left, spoken(), {left})}});
}

json::value server::rename_at(const json::value& params) {
    const place asked = place_of_name(params);
    if (asked.file == nullptr) throw refusal{request_failed, tell(say::lsp_rename_nothing, spoken())};
    scope where = scope_of(asked, true);
    std::vector<std::string> folders = folders_;
    if (const std::string around = folder_around(path_of_uri(asked.uri)); std::ranges::find(folders, around) == folders.end())
        folders.push_back(around);
    const std::string chosen = chosen_profile();
    const std::vector<std::string> named = named_rules();
    const found_profiles profiles = profiles_of({where.roots, folders, chosen, named, projects_, profiles_, open_}, rules_for_profiles_);
    const name_table of_rules = where.names;
    for (const open_profile* each : profiles.all) where.names.add_profile(each->shown.files.front(), each->read);
    const grammar::language in = spoken(*asked.in);
    renaming made = rename({where.names, where.roots, profiles.all, open_}, asked.uri, asked.offset, text_member(params, "newName"), in);
    if (!made.edits) throw refusal{request_failed, made.refusal};
    tell_left(profiles.doubtful, of_rules, of_rules.at(asked.uri, asked.offset));
    return std::move(*made.edits);
}

}  // namespace advise::cli::lsp
