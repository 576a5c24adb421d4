#include "proof_findings.hpp"

#include "render/profile_lines.hpp"

#include <algorithm>

namespace advise::cli {
namespace {

using engine::finding_kind;
using engine::related_kind;
using grammar::figures;
using grammar::message;

figures number(std::int64_t n) { return figures(std::to_string(n)); }

message note_of(related_kind kind) {
    switch (kind) {
    case related_kind::same_condition: return message::note_same_condition;
    case related_kind::needed: return message::note_needed_here;
    case related_kind::excluded: return message::note_excluded_here;
    case related_kind::one_needed: return message::note_one_needed_here;
    case related_kind::points_needed: return message::note_points_needed_here;
    case related_kind::together_always: return message::note_together_always;
    case related_kind::says_already: return message::note_says_already;
    case related_kind::rules_out_already: return message::note_rules_out_already;
    case related_kind::declared: return message::note_declared_here;
    case related_kind::other_evidence: return message::note_other_evidence;
    case related_kind::more_points: return message::note_more_points;
    }
    return message::none;
}

class finding_reporter {
public:
    finding_reporter(const engine::rule_base& rules, grammar::language in, grammar::diagnostics& out) : rules_(rules), lines_(rules, in), out_(out) {}

    void add(const engine::finding& found) {
        const told said = said_of(found);
        grammar::diagnostic& made = out_.add(said.what, rules_.place_of(found.at), said.arguments);
        made.help = said.help;
        for (auto place = found.related.begin(); place != found.related.end(); ++place)
            if (is_new(found, place)) made.notes.push_back({note(found, *place), rules_.place_of(place->at)});
        if (found.witness) add_witness(found, made);
    }

private:
    /// A proof may lean on one place in several steps; it is told once.
    static bool is_new(const engine::finding& found, std::vector<engine::related_place>::const_iterator place) {
        return std::none_of(found.related.begin(), place, [&](const engine::related_place& before) {
            return before.kind == place->kind && before.at == place->at && before.role == place->role && before.points == place->points;
        });
    }

    struct told {
        message what{};
        grammar::arguments arguments;
        std::vector<grammar::sentence> help;
    };

    [[nodiscard]] std::string term(engine::conclusion_id x) const { return std::string(rules_.conclusions[x].term); }
    [[nodiscard]] const std::string& fact(engine::fact_id f) const { return rules_.facts[f].term; }

    [[nodiscard]] grammar::sentence note(const engine::finding& found, const engine::related_place& place) const {
        if (place.kind == related_kind::more_points) return {note_of(place.kind), {term(place.role)}};
        if (place.kind == related_kind::points_needed && place.points == 1) return {message::note_point_needed_here, {}};
        if (place.kind == related_kind::points_needed || place.kind == related_kind::other_evidence)
            return {note_of(place.kind), {number(place.points)}};
        if (place.kind == related_kind::declared) return {note_of(place.kind), {term(found.other)}};
        return {note_of(place.kind), {}};
    }

    [[nodiscard]] told said_of(const engine::finding& f) const {
        switch (f.kind) {
        case finding_kind::claim_refuted: return refuted(f);
        case finding_kind::claim_undecided: return {message::claim_undecided, {}, {}};
        case finding_kind::condition_never: return never(f);
        case finding_kind::condition_always: return {message::condition_always, {}, {{message::help_condition_always, {}}}};
        case finding_kind::conclusion_never: return {message::conclusion_never, {term(f.about)}, {{message::help_conclusion_never, {}}}};
        case finding_kind::conclusion_without_clauses:
            return {message::conclusion_without_clauses, {term(f.about)}, {{message::help_without_clauses, {}}}};
        case finding_kind::conclusion_always: return {message::conclusion_always, {term(f.about)}, {{message::help_conclusion_always, {}}}};
        case finding_kind::points_not_reached: return not_reached(f);
        case finding_kind::clause_changes_nothing: return idle_clause(f);
        case finding_kind::points_change_nothing:
            if (f.points == 1) return {message::point_changes_nothing, {term(f.about)}, {{message::help_leave_out, {}}}};
            return {message::points_change_nothing, {number(f.points), term(f.about)}, {{message::help_leave_out, {}}}};
        case finding_kind::part_changes_nothing: return {message::part_changes_nothing, {}, {{message::help_leave_out, {}}}};
        case finding_kind::equivalent:
            return {rules_.conclusions[f.about].is_role ? message::equivalent_roles : message::equivalent_concepts,
                    {term(f.about), term(f.other)},
                    {{message::help_equivalent, {}}}};
        case finding_kind::fact_unused: return {message::fact_unused, {fact(f.fact)}, {{message::help_fact_unused, {}}}};
        case finding_kind::fact_without_influence: return {message::fact_without_influence, {fact(f.fact)}, {}};
        case finding_kind::count_trivial: return trivial_count(f);
        case finding_kind::values_alike: return alike_values(f);
        case finding_kind::option_unasked:
            return {message::option_unasked, {rules_.facts[f.fact].options[f.value].term, fact(f.fact)}, {{message::help_values_alike, {}}}};
        case finding_kind::points_far_apart:
            return {
                message::points_far_apart, {term(f.about), number(f.points), term(f.other), number(*f.most)}, {{message::help_points_far_apart, {}}}};
        case finding_kind::evidence_twice: return {message::evidence_twice, {term(f.about)}, {{message::help_evidence_twice, {}}}};
        case finding_kind::evidence_equal: return {message::evidence_equal, {term(f.about)}, {{message::help_evidence_twice, {}}}};
        case finding_kind::role_never_first: return {message::role_never_first, {term(f.about)}, {{message::help_role_never_first, {}}}};
        }
        return {};
    }

    [[nodiscard]] told refuted(const engine::finding& f) const {
        using grammar::ast::claim_kind;
        const std::vector<grammar::sentence> help{{message::help_claim, {}}};
        switch (rules_.claims[f.claim].kind) {
        case claim_kind::always: return {message::claim_always_refuted, {}, help};
        case claim_kind::never: return {message::claim_never_refuted, {}, help};
        case claim_kind::ignores: return {message::claim_ignores_refuted, {fact(f.fact), term(f.about)}, help};
        case claim_kind::more_never_hurts: return {message::claim_hurts_refuted, {fact(f.fact), term(f.about)}, help};
        }
        return {};
    }

    [[nodiscard]] told never(const engine::finding& f) const {
        if (f.fact == engine::nothing) return {message::condition_never, {}, {{message::help_condition_never, {}}}};
        return {message::learning_never, {fact(f.fact)}, {{message::help_after_can_hold, {}}}};
    }

    [[nodiscard]] static told trivial_count(const engine::finding& f) {
        const std::string as = f.list == engine::list_kind::all ? "all of" : f.list == engine::list_kind::any ? "any of" : "none of";
        return {message::count_trivial, {as}, {{message::help_write, {as + " (…)"}}}};
    }

    [[nodiscard]] told alike_values(const engine::finding& f) const {
        const bool scale = f.scale != engine::nothing;
        const auto& values = scale ? rules_.scales[f.scale].levels : rules_.facts[f.fact].options;
        const std::string& of = scale ? rules_.scales[f.scale].term : fact(f.fact);
        return {message::values_alike, {values[f.value].term, of, values[f.other_value].term}, {{message::help_values_alike, {}}}};
    }

    [[nodiscard]] told not_reached(const engine::finding& f) const {
        told made{message::points_not_reached, {number(f.points), term(f.about)}, {}};
        if (f.points == 1) made = {message::point_not_reached, {term(f.about)}, {}};
        if (f.most) made.help.push_back({message::help_points_most, {number(*f.most)}});
        return made;
    }

    [[nodiscard]] told idle_clause(const engine::finding& f) const {
        const std::vector<grammar::sentence> help{{message::help_leave_out, {}}};
        switch (f.clause) {
        case engine::clause_kind::when: return {message::when_changes_nothing, {term(f.about)}, help};
        case engine::clause_kind::requires_: return {message::requires_changes_nothing, {term(f.about)}, help};
        case engine::clause_kind::unless: return {message::unless_changes_nothing, {term(f.about)}, help};
        case engine::clause_kind::evidence: return {message::evidence_changes_nothing, {}, help};
        }
        return {};
    }

    void add_witness(const engine::finding& f, grammar::diagnostic& made) const {
        const engine::claim_witness& shown = *f.witness;
        const message what = shown.smallest ? message::witness_smallest : message::witness_some;
        made.profiles.push_back({{what, {}}, lines_.lines(shown.first)});
        if (!shown.second) return;
        const auto verdict = [](const engine::certain_outcome& o) { return o.holds ? message::verdict_word_yes : message::verdict_word_no; };
        made.profiles.front().heading = {message::witness_first, {term(f.about), verdict(shown.outcome), number(shown.outcome.points), what}};
        made.profiles.push_back(
            {{message::witness_second, {verdict(shown.second_outcome), number(shown.second_outcome.points)}}, {lines_.line(f.fact, *shown.second)}});
    }

    const engine::rule_base& rules_;
    profile_lines lines_;
    grammar::diagnostics& out_;
};

}  // namespace

void add_findings(const engine::rule_base& rules, const engine::analysis& found, grammar::language in, grammar::diagnostics& out) {
    finding_reporter reporter(rules, in, out);
    const std::vector<grammar::diagnostic> known = out.sorted();
    const auto told_already = [&](const engine::finding& f) {  // that it can never be learnt
        return f.kind == finding_kind::condition_never && f.fact != engine::nothing && std::ranges::any_of(known, [&](const grammar::diagnostic& d) {
                   return d.text.id == message::learning_never && d.at.file == rules.place_of(f.at).file && d.at.where == f.at.where;
               });
    };
    // A fact that nobody asks for beside one that is not declared: most likely a slip of the pen, which has been told.
    const bool misspelt = std::ranges::any_of(known, [](const grammar::diagnostic& d) { return d.text.id == message::undeclared_fact; });
    for (const engine::finding& one : found.findings) {
        if ((!misspelt || one.kind != finding_kind::fact_unused) && !told_already(one)) reporter.add(one);
    }
    if (found.undecided == 0 || rules.files.empty()) return;
    grammar::diagnostic& open = out.add(message::proofs_undecided, {}, {figures(found.undecided)});
    open.help.push_back({message::help_proofs_undecided, {}});
}

}  // namespace advise::cli
