// When all is read: what every name is, and the order of declaration.
#include "loader.hpp"
#include <advise/grammar/term_key.hpp>

#include <advise/grammar/limits.hpp>

#include <algorithm>
#include <type_traits>

namespace advise::engine::loading {
namespace {

// --- other names

const origin& place_of_other_name(const draft& d, symbol name) {
    return std::find_if(d.other_names.begin(), d.other_names.end(), [&](const other_name& o) { return o.name == name; })->at;
}

/// Where a name was declared or concluded.
const origin& place_of(const draft& d, symbol s) {
    const name_use& use = d.uses[s];
    return use.kind == name_kind::fact ? d.rules.facts[use.of].at : d.rules.conclusions[use.of].at;
}

void report_two_meanings(draft& d, const other_name& o) {
    const auto shown = [&](symbol s) { return d.spelling_at(place_of(d, s)); };
    const name_use& use = d.use(o.name);
    if (use.kind == name_kind::alias) {
        grammar::diagnostic& found = d.error(message::name_means_two, o.at, {d.spelling_at(o.at), shown(use.of), shown(o.of)});
        d.note(found, message::note_other_name_here, place_of_other_name(d, o.name), {shown(use.of)}).help.push_back({message::help_rename_fact, {}});
    } else {
        grammar::diagnostic& found = d.error(message::other_name_taken, o.at, {d.spelling_at(o.at), shown(o.of)});
        d.note(found, message::note_declared_here, place_of(d, o.name), {shown(o.name)}).help.push_back({message::help_rename_fact, {}});
    }
}

/// Rules that conclude a conclusion by its other name, read before it was known to be one.
void merge_conclusion(draft& d, symbol from, symbol into) {
    conclusion_draft& old = d.conclusions[d.use(from).of];
    old.name = no_symbol;
    old.merged_into = d.use(into).of;
}

/// Whether the name may become another name of its thing; what stands in the way is reported.
bool free_for_other_name(draft& d, const other_name& o) {
    const name_use& use = d.use(o.name);
    if (use.kind == name_kind::unknown) return true;
    const bool only_concluded = use.kind == name_kind::conclusion && !d.rules.conclusions[use.of].declared;
    if (!only_concluded) {
        report_two_meanings(d, o);
        return false;
    }
    if (d.use(o.of).kind == name_kind::conclusion) {
        merge_conclusion(d, o.name, o.of);
        return true;
    }
    d.note(d.error(message::fact_also_concluded, d.rules.conclusions[use.of].at, {d.spelling_at(o.at)}), message::note_declared_as_fact, o.at)
        .help.push_back({message::help_fact_or_conclusion, {}});
    return false;
}

void settle_other_names(draft& d) {
    for (const other_name& o : d.other_names) {
        name_use& use = d.use(o.name);
        if (o.name == o.of || (use.kind == name_kind::alias && use.of == o.of) || !free_for_other_name(d, o)) continue;
        use.kind = name_kind::alias;
        use.of = o.of;
        name_use& of = d.use(o.of);
        of.in_rules |= use.in_rules;
        of.in_conditions |= use.in_conditions;
    }
}

// --- what no statement declares

void make_fact(draft& d, symbol s) {
    name_use& use = d.use(s);
    fact& f = d.rules.facts.emplace_back();
    f.term = d.spelling_of(s);
    f.at = d.firsts[s].at;
    fact_draft& of = d.facts.emplace_back();
    of.name = s;
    of.since = d.first_place(s);
    use.kind = name_kind::fact;
    const compared_with with = s < d.compared.size() ? d.compared[s] : compared_with();
    if (with.number == nothing) return;
    f.type = fact_type::number;
    f.greatest = grammar::limits::greatest_number;
    if (with.unit != nothing) {
        const value_draft& first = d.values[with.unit];
        f.unit = d.spelling_at({first.file, d.numbers[first.of].unit});
    }
    if (with.word == nothing) return;
    of.broken = true;
    const value_draft& word = d.values[with.word];
    const value_draft& number = d.values[with.number];
    d.note(d.error(message::compared_with_both, {word.file, word.where}, {f.term}), message::note_number_here, {number.file, number.where})
        .help.push_back({message::help_declare_fact, {grammar::quoted_if_needed(f.term), message::type_number}});
}

void make_undeclared(draft& d) {
    for (const conclusion_id i : d.undeclared) {
        conclusion& c = d.rules.conclusions[i];
        if (c.declared || d.conclusions[i].name == no_symbol) continue;
        const first_use& first = d.firsts[d.conclusions[i].name];
        c.term = d.kept_spelling(*d.rules.files[first.at.file], {first.at.where, first.quoted});
        d.conclusions[i].since = d.first_place(d.conclusions[i].name);
        c.is_role = !d.any_role_declared && !d.use(d.conclusions[i].name).in_rules;
    }
    for (symbol s = 0; s < d.uses.size(); ++s)
        if (d.uses[s].kind == name_kind::unknown && d.uses[s].in_rules) make_fact(d, s);
}

// --- the order of declaration

bool label_is_on(const label_draft& label, const fact&) { return label.kind == label_of::fact || label.kind == label_of::option; }
bool label_is_on(const label_draft& label, const conclusion&) { return label.kind == label_of::conclusion; }

/// Conditions that are settled already, and clauses, follow their facts or conclusions.
void move_conditions(draft& d, const std::vector<std::uint32_t>& moved_to, const fact&) {
    for (condition& c : d.rules.conditions)
        if (c.kind == condition_kind::test && c.size != unsettled) c.subject = moved_to[c.subject];
}

void move_conditions(draft& d, const std::vector<std::uint32_t>& moved_to, const conclusion&) {
    const auto moved = [&](conclusion_id id) {
        const conclusion_id merged = d.conclusions[id].merged_into;
        return moved_to[merged == nothing ? id : merged];
    };
    for (condition& c : d.rules.conditions)
        if (c.kind == condition_kind::conclusion) c.subject = moved(c.subject);
    for (clause_draft& c : d.clauses) c.owner = moved(c.owner);
    d.from_the_ground_up = false;
}

template <class Thing, class Draft>
void reorder(draft& d, std::vector<Thing>& things, std::vector<Draft>& drafts, const std::vector<std::uint32_t>& order) {
    std::vector<Thing> sorted;
    std::vector<Draft> sorted_drafts;
    sorted.reserve(order.size());
    sorted_drafts.reserve(order.size());
    std::vector<std::uint32_t> moved_to(things.size(), nothing);
    for (const std::uint32_t i : order) {
        moved_to[i] = static_cast<std::uint32_t>(sorted.size());
        sorted.push_back(std::move(things[i]));
        sorted_drafts.push_back(drafts[i]);
    }
    for (label_draft& label : d.labels)
        if (label_is_on(label, Thing())) label.of = moved_to[label.of];
    move_conditions(d, moved_to, Thing());
    things = std::move(sorted);
    drafts = std::move(sorted_drafts);
}

/// Sorts facts or conclusions by their place: that of the declaration, or where the name first stands. Nameless ones go.
template <class Thing, class Draft>
void put_in_order(draft& d, std::vector<Thing>& things, std::vector<Draft>& drafts) {
    std::vector<std::uint32_t> order;
    order.reserve(things.size());
    for (std::uint32_t i = 0; i < things.size(); ++i)
        if (drafts[i].name != no_symbol) order.push_back(i);
    const auto before = [&](std::uint32_t a, std::uint32_t b) { return drafts[a].since < drafts[b].since; };
    const bool sorted = std::is_sorted(order.begin(), order.end(), before);
    if (!sorted) std::sort(order.begin(), order.end(), before);
    if (!sorted || order.size() != things.size()) reorder(d, things, drafts, order);
    for (std::uint32_t i = 0; i < drafts.size(); ++i) d.use(drafts[i].name).of = i;
}

constexpr const char* forbidden_names[] = {"id", "name", "note", "otherwise", "نام", "یادداشت", "بقیه"};

void check_forbidden(draft& d) {
    for (const char* const word : forbidden_names) {
        const symbol s = d.symbols.find(word);
        if (s == no_symbol || s >= d.uses.size()) continue;
        const name_use& named = d.use(d.resolved(s));
        if (named.kind != name_kind::fact) continue;
        const origin& at = d.use(s).kind == name_kind::alias ? place_of_other_name(d, s) : d.rules.facts[named.of].at;
        d.error(message::forbidden_fact_name, at, {d.spelling_at(at)}).help.push_back({message::help_rename_fact, {}});
    }
}

}  // namespace

void settle_names(draft& d) {
    d.uses.resize(d.symbols.size());
    d.firsts.resize(d.symbols.size());
    settle_other_names(d);
    settle_clauses(d);
    make_undeclared(d);
    put_in_order(d, d.rules.facts, d.facts);
    put_in_order(d, d.rules.conclusions, d.conclusions);
    check_forbidden(d);
}

}  // namespace advise::engine::loading
