// Clauses of conclusions, and the arrow rules that are equal to them.
#include "loader.hpp"

namespace advise::engine::loading {
namespace {

std::vector<because> reasons_of(draft& d, const ast::statement& st) {
    std::vector<because> reasons;
    std::vector<span> places;
    for (const ast::because& b : st.reasons) {
        std::string language = language_of(d, b.language, b.text.where);
        if (language.empty()) continue;
        for (std::size_t i = 0; i < reasons.size(); ++i)
            if (reasons[i].language == language)
                d.note(d.error(message::text_given_twice, d.here(b.text.where)), message::note_first_here, d.here(places[i]));
        reasons.push_back({std::move(language), b.text.content});
        places.push_back(b.text.where);
    }
    return reasons;
}

std::vector<citation> citations_of(draft& d, const ast::statement& st) {
    std::vector<citation> citations;
    for (const ast::cites& c : st.citations) {
        const symbol source = d.symbol_of(c.source);
        citations.push_back({source, c.text.content});
        d.citations.push_back({source, d.here(c.source.where)});
    }
    return citations;
}

void add_clause(draft& d, conclusion_id to, clause_kind kind, condition_id body, const ast::statement& st) {
    clause_draft made{to, body, 0, nothing, d.here(st.where), kind, st.kind == ast::statement_kind::arrow};
    if (kind == clause_kind::evidence) made.points = st.points;
    const bool named = made.arrow && !st.name.empty();
    if (named || !st.reasons.empty() || !st.citations.empty()) {
        made.extra = static_cast<std::uint32_t>(d.extras.size());
        d.extras.push_back({named ? d.spelling(st.name) : std::string(), reasons_of(d, st), citations_of(d, st)});
    }
    if (to == nothing || body == nothing) return;
    d.clauses.push_back(made);
    for (std::size_t i = d.pending.size(); i-- > 0 && d.pending[i].statement == d.statement;) d.pending[i].owner = to;
}

clause_kind kind_of(ast::statement_kind kind) {
    switch (kind) {
    case ast::statement_kind::requires_: return clause_kind::requires_;
    case ast::statement_kind::unless: return clause_kind::unless;
    case ast::statement_kind::evidence: return clause_kind::evidence;
    default: return clause_kind::when;
    }
}

}  // namespace

void take_clause(draft& d, const ast::statement& st) {
    const condition_id body = take_condition(d, st.condition, true);
    add_clause(d, d.block_of, kind_of(st.kind), body, st);
}

void take_requires_points(draft& d, const ast::statement& st) {
    if (d.block_of == nothing) return;
    points_requirement made{st.points, d.here(st.where), reasons_of(d, st), citations_of(d, st)};
    std::vector<points_requirement>& needs = d.words_of(d.block_of).needs;
    const bool greatest = !needs.empty() && needs.front().points < made.points;
    needs.insert(greatest ? needs.begin() : needs.end(), std::move(made));
}

void take_arrow(draft& d, const ast::statement& st) {
    const condition_id body = take_condition(d, st.condition, true);
    const symbol name = d.name(st.conclusion);
    const conclusion_id to = conclusion_named(d, name, st.conclusion.where);
    const clause_kind kind = st.negated ? clause_kind::unless : st.has_points ? clause_kind::evidence : clause_kind::when;
    add_clause(d, to, kind, body, st);
}

void take_after(draft& d, const ast::statement& st) {
    const condition_id body = take_condition(d, st.condition, false);
    if (d.block_of == nothing || body == nothing) return;
    fact& f = d.rules.facts[d.block_of];
    if (f.after == nothing) {
        f.after = body;
        return;
    }
    // Several hold together.
    condition both;
    both.kind = condition_kind::all;
    both.first = static_cast<std::uint32_t>(d.rules.condition_children.size());
    both.size = 2;
    both.at = d.rules.conditions[f.after].at;
    d.rules.condition_children.push_back(f.after);
    d.rules.condition_children.push_back(body);
    f.after = static_cast<condition_id>(d.rules.conditions.size());
    d.rules.conditions.push_back(both);
}

void settle_clauses(draft& d) {
    // Where the clauses of each conclusion begin: most often they stand together already.
    std::vector<std::uint32_t> next(d.conclusions.size() + 1, 0);
    for (clause_draft& c : d.clauses) {
        const conclusion_id merged = d.conclusions[c.owner].merged_into;
        if (merged != nothing) c.owner = merged;
        ++next[c.owner + 1];
    }
    for (std::size_t i = 1; i < next.size(); ++i) next[i] += next[i - 1];
    std::vector<clause>& all = d.rules.clauses.own();
    all.reserve(d.clauses.size());
    all.resize(d.clauses.size());
    for (std::size_t i = 0; i < d.conclusions.size(); ++i) d.rules.conclusions[i].clauses = {all.data() + next[i], next[i + 1] - next[i]};
    for (const clause_draft& c : d.clauses) {
        clause& made = all[next[c.owner]++];
        made.kind = c.kind;
        made.arrow = c.arrow;
        made.points = c.points;
        made.body = c.body;
        made.at = c.at;
        made.words = c.extra;
    }
    d.rules.wordings = std::move(d.extras);
}

}  // namespace advise::engine::loading
