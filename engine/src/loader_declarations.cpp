// Sources, scales, facts, concepts and roles.
#include "loader.hpp"
#include "loader_values.hpp"

#include <advise/grammar/limits.hpp>

#include <algorithm>

namespace advise::engine::loading {
namespace {

void declared_twice(draft& d, ast::term name, const origin& first) {
    d.note(d.error(message::name_declared_twice, d.here(name.where), {d.spelling(name)}), message::note_first_declared, first)
        .help.push_back({message::help_one_declaration, {}});
}

/// Reports each name that stands in the list before.
void report_repeated(draft& d, const std::vector<ast::term>& terms, const std::vector<symbol>& names) {
    std::vector<std::size_t> by_name(names.size());
    for (std::size_t i = 0; i < names.size(); ++i) by_name[i] = i;
    std::stable_sort(by_name.begin(), by_name.end(), [&](std::size_t a, std::size_t b) { return names[a] < names[b]; });
    for (std::size_t i = 1; i < by_name.size(); ++i) {
        if (names[by_name[i - 1]] != names[by_name[i]]) continue;
        const ast::term& again = terms[by_name[i]];
        d.note(d.error(message::option_twice, d.here(again.where), {d.spelling(again)}), message::note_first_here,
               d.here(terms[by_name[i - 1]].where))
            .help.push_back({message::help_take_away, {}});
    }
}

std::vector<option> options_of(draft& d, const std::vector<ast::term>& terms) {
    std::vector<option> made;
    made.reserve(terms.size());
    for (const ast::term& t : terms) made.push_back({d.spelling(t), {}, d.here(t.where)});
    return made;
}

std::vector<symbol> symbols_of(draft& d, const std::vector<ast::term>& terms) {
    std::vector<symbol> names;
    names.reserve(terms.size());
    for (const ast::term& t : terms) names.push_back(d.symbol_of(t));
    return names;
}

}  // namespace

void take_source(draft& d, const ast::statement& st) {
    d.block = block_kind::source;
    if (st.name.empty()) return;
    const symbol name = d.symbol_of(st.name);
    const auto [known, is_new] = d.source_of.try_emplace(name, static_cast<std::uint32_t>(d.rules.cited.size()));
    if (!is_new) return declared_twice(d, st.name, d.rules.cited[known->second].at);
    d.block_of = known->second;
    d.rules.cited.push_back({d.spelling(st.name), st.quoted.content, {}, d.here(st.name.where)});
}

void take_scale(draft& d, const ast::statement& st) {
    d.block = block_kind::scale;
    if (st.name.empty()) return;
    const symbol name = d.symbol_of(st.name);
    const std::vector<symbol> levels = symbols_of(d, st.terms);
    report_repeated(d, st.terms, levels);
    const auto [known, is_new] = d.scale_of.try_emplace(name, static_cast<scale_id>(d.scales.size()));
    const scale_id index = known->second;
    if (is_new) {
        d.scales.emplace_back();
        d.rules.scales.emplace_back();
    } else if (!d.rules.scales[index].built_in) {
        return declared_twice(d, st.name, d.rules.scales[index].at);
    }
    d.block_of = index;
    const std::vector<outdated_level> outdated = is_new ? std::vector<outdated_level>{} : renumber_levels(d, levels);
    d.scales[index] = {levels, st.broken};
    d.rules.scales[index] = {d.spelling(st.name), options_of(d, st.terms), d.here(st.name.where), false};
    if (!st.broken) report(d, outdated);
}

namespace {

fact_type type_of(ast::fact_type type) {
    switch (type) {
    case ast::fact_type::yes_no: return fact_type::yes_no;
    case ast::fact_type::number: return fact_type::number;
    case ast::fact_type::one_of: return fact_type::one_of;
    case ast::fact_type::any_of: return fact_type::any_of;
    default: return fact_type::level;
    }
}

void take_range(draft& d, fact& f, const ast::statement& st) {
    f.least = 0;
    f.greatest = grammar::limits::greatest_number;
    f.has_range = st.has_range;
    if (!st.has_range) return;
    f.least = st.lower.micro;
    f.greatest = st.upper.micro;
    if (f.least > f.greatest) d.error(message::range_upside_down, d.here(st.range_where));
}

void take_type(draft& d, fact& f, fact_draft& draft_of, const ast::statement& st) {
    f.type = type_of(st.type);
    draft_of.first_option = static_cast<std::uint32_t>(d.option_names.size());
    if (f.type == fact_type::level) {
        draft_of.scale = d.symbol_of(st.scale_name);
        draft_of.scale_at = d.here(st.scale_name.where);
        take_scale_of(d, f, draft_of);
    } else if (f.type == fact_type::number) {
        take_range(d, f, st);
        if (!st.unit.empty()) f.unit = d.spelling(st.unit);
    } else if (f.type != fact_type::yes_no) {
        const std::vector<symbol> names = symbols_of(d, st.terms);
        report_repeated(d, st.terms, names);
        f.options = options_of(d, st.terms);
        d.option_names.insert(d.option_names.end(), names.begin(), names.end());
    }
}

/// Whether the name is free for a fact; what stands in the way is reported.
bool free_for_fact(draft& d, symbol name, ast::term at) {
    const name_use& use = d.use(name);
    if (use.kind == name_kind::unknown) return true;
    if (use.kind == name_kind::fact) {
        declared_twice(d, at, d.rules.facts[use.of].at);
        return false;
    }
    const conclusion& known = d.rules.conclusions[use.of];
    if (known.declared) declared_twice(d, at, known.at);
    else
        d.note(d.error(message::fact_also_concluded, d.here(at.where), {d.spelling(at)}), message::note_concluded_here, known.at)
            .help.push_back({message::help_fact_or_conclusion, {}});
    return false;
}

}  // namespace

void take_fact(draft& d, const ast::statement& st) {
    d.block = block_kind::fact;
    d.this_file().declares_facts = true;
    if (st.name.empty()) return;
    const symbol name = d.name(st.name);
    if (!free_for_fact(d, name, st.name)) return;
    const auto id = static_cast<fact_id>(d.rules.facts.size());
    d.use(name).kind = name_kind::fact;
    d.use(name).of = id;
    d.block_of = id;
    fact& f = d.rules.facts.emplace_back();
    f.term = d.spelling(st.name);
    f.declared = true;
    f.at = d.here(st.name.where);
    fact_draft& of = d.facts.emplace_back();
    of.name = name;
    of.since = {d.statement, st.name.where.begin};
    of.broken = st.broken;
    if (!st.broken) take_type(d, f, of, st);
}

namespace {

/// A new conclusion for a name that has no meaning yet.
conclusion_id make_conclusion(draft& d, symbol name, span where) {
    const auto id = static_cast<conclusion_id>(d.rules.conclusions.size());
    d.use(name).kind = name_kind::conclusion;
    d.use(name).of = id;
    d.rules.conclusions.emplace_back().at = d.here(where);
    d.conclusions.push_back({name, d.first_place(name)});
    return id;
}

}  // namespace

conclusion_id conclusion_named(draft& d, symbol name, span where) {
    const name_use& use = d.use(name);
    if (use.kind == name_kind::conclusion) return use.of;
    if (use.kind == name_kind::unknown) {
        d.undeclared.push_back(make_conclusion(d, name, where));
        return d.undeclared.back();
    }
    const fact& known = d.rules.facts[use.of];
    d.note(d.error(message::fact_also_concluded, d.here(where), {known.term}), message::note_declared_as_fact, known.at)
        .help.push_back({message::help_fact_or_conclusion, {}});
    return nothing;
}

void take_conclusion(draft& d, const ast::statement& st, bool is_role) {
    d.block = block_kind::conclusion;
    if (st.name.empty()) return;
    const symbol name = d.name(st.name);
    if (d.use(name).kind == name_kind::fact) return declared_twice(d, st.name, d.rules.facts[d.use(name).of].at);
    const name_use& use = d.use(name);
    const conclusion_id id = use.kind == name_kind::conclusion ? use.of : make_conclusion(d, name, st.name.where);
    conclusion& c = d.rules.conclusions[id];
    if (c.declared) return declared_twice(d, st.name, c.at);
    c.declared = true;
    c.is_role = is_role;
    d.any_role_declared |= is_role;
    c.term = d.kept_spelling(*d.text, st.name);
    c.at = d.here(st.name.where);
    d.conclusions[id].since = {d.statement, st.name.where.begin};
    d.block_of = id;
    if (st.has_quoted) take_label(d, st);
}

}  // namespace advise::engine::loading
