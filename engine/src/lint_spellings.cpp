// Names that are written in two ways, and parentheses for mixes of `and` and `or`.
#include "lint_state.hpp"

#include <advise/grammar/term_key.hpp>

#include <map>

namespace advise::engine::lints {
namespace {

/// All places of one name, by how it is written there, in order of reading.
struct spelled {
    const written_name* reference = nullptr;  ///< its declaration, else where it first stands
    bool declared_twice = false;              ///< values of different facts, written differently: different things
    std::vector<std::vector<const written_name*>> ways;
};

void add(spelled& to, const written_name& name) {
    if (to.reference == nullptr || (name.declares && !to.reference->declares)) to.reference = &name;
    else if (name.declares && to.reference->spelling != name.spelling) to.declared_twice = true;
    for (auto& way : to.ways) {
        if (way.front()->spelling == name.spelling) return way.push_back(&name);
    }
    to.ways.push_back({&name});
}

}  // namespace

void look_at_spellings(const lint_state& state) {
    std::map<std::pair<name_kind, std::string>, spelled> by_key;
    for (const written_name& name : state.files.names) {
        std::string key = grammar::term_key(name.spelling);
        if (name.kind == name_kind::value && (key == "yes" || key == "no")) continue;
        add(by_key[{name.kind, std::move(key)}], name);
    }
    for (const auto& [key, one] : by_key) {
        if (one.declared_twice) continue;
        for (const auto& way : one.ways) {
            if (way.front()->spelling == one.reference->spelling) continue;
            const std::string write = grammar::quoted_if_needed(one.reference->spelling);
            grammar::diagnostic& made = state.tell(message::term_two_ways, way.front()->at, {way.front()->spelling, one.reference->spelling});
            const message note = one.reference->declares ? message::note_declared_here : message::note_first_here;
            made.notes.push_back({{note, {one.reference->spelling}}, state.rules.place_of(one.reference->at)});
            made.help.push_back({message::help_write, {write}});
            std::vector<text_edit> edits;
            for (const written_name* name : way) edits.push_back({state.file(name->at), name->at.where, write});
            state.add_fix(message::term_two_ways, way.front()->at, std::move(edits));
        }
    }
}

void look_at_mixes(const lint_state& state) {
    for (const auto& [at, groups] : state.files.groups) {
        std::vector<text_edit> edits;
        for (const span group : groups) {
            edits.push_back({state.file(at), {group.begin, group.begin}, "("});
            edits.push_back({state.file(at), {group.end, group.end}, ")"});
        }
        if (!edits.empty()) state.add_fix(message::mixed_and_or, at, std::move(edits));
    }
}

}  // namespace advise::engine::lints
