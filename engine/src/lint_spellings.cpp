// Names that are written in two ways, parentheses for mixes of `and` and `or`, and plainer words for counts of all or none.
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

/// `at least 3 of (a, b, c)` is `all of (a, b, c)`, `at most 0 of (…)` is `none of (…)`. That other counts are the same takes a proof, and what they
/// should say instead a person.
void look_at_counts(const lint_state& state) {
    const rule_base& rules = state.rules;
    std::vector<condition_id> open;
    for (const clause& c : rules.clauses) open.push_back(c.body);
    for (const fact& f : rules.facts)
        if (f.after != nothing) open.push_back(f.after);
    while (!open.empty()) {
        const condition& c = rules.conditions[open.back()];
        open.pop_back();
        if (c.kind == condition_kind::test || c.kind == condition_kind::conclusion) continue;
        for (std::uint32_t i = 0; i < c.size; ++i) open.push_back(rules.condition_children[c.first + i]);
        if (c.kind != condition_kind::count || c.size == 0 || (c.most() != 0 && c.least() != c.size)) continue;
        const std::size_t list = state.file(c.at)->text().find('(', c.at.where.begin);
        if (list >= c.at.where.end) continue;
        const span head{c.at.where.begin, static_cast<std::uint32_t>(list)};
        state.add_fix(message::count_trivial, c.at, {{state.file(c.at), head, c.most() == 0 ? "none of " : "all of "}});
    }
}

}  // namespace advise::engine::lints
