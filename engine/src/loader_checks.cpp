// What can only be seen when everything is in its place: cycles, concepts that nothing mentions, the lines of tests.
#include "loader.hpp"

#include <advise/engine/facts.hpp>
#include <advise/engine/rule_graph.hpp>
#include <advise/grammar/term_key.hpp>

#include <map>

namespace advise::engine::loading {
namespace {

constexpr std::size_t most_edges_shown = 12;

/// One diagnostic for a cycle: its first edge, then a note for each further one; the middle of a long one is left out.
void report_cycle(draft& d, const std::vector<rule_graph::cycle_step>& cycle) {
    const auto names = [&](const rule_graph::cycle_step& step) {
        return grammar::arguments{std::string(d.rules.conclusions[step.from].term), std::string(d.rules.conclusions[step.to].term)};
    };
    grammar::diagnostic& found = d.error(message::cycle, cycle.front().at, names(cycle.front()));
    const std::size_t left_out = cycle.size() > most_edges_shown ? cycle.size() - most_edges_shown : 0;
    for (std::size_t i = 1; i < cycle.size(); ++i) {
        if (left_out > 0 && i == most_edges_shown / 2) {
            d.note(found, message::note_steps_left_out, cycle[i].at, {std::to_string(left_out)});
            i += left_out;
        }
        d.note(found, message::note_needs_here, cycle[i].at, names(cycle[i]));
    }
    found.help.push_back({message::help_break_cycle, {}});
}

/// One conclusion needs another.
struct need {
    conclusion_id from;
    conclusion_id to;
};

std::vector<need> needs_of(const draft& d) {
    // From the roots of clauses down: parents stand after their children.
    const rule_base& rules = d.rules;
    std::vector<conclusion_id> owner(rules.conditions.size(), nothing);
    for (const clause_draft& c : d.clauses) owner[c.body] = c.owner;
    std::vector<need> needs;
    for (std::size_t i = rules.conditions.size(); i-- > 0;) {
        const condition& c = rules.conditions[i];
        if (owner[i] == nothing || c.kind == condition_kind::test) continue;
        if (c.kind == condition_kind::conclusion) needs.push_back({owner[i], c.subject});
        else for (std::uint32_t k = 0; k < c.size; ++k) owner[rules.condition_children[c.first + k]] = owner[i];
    }
    return needs;
}

/// Takes away what nothing needs any more until nothing is left, or a cycle. Much cheaper than the graph of all conditions,
/// which is only built to show a cycle.
bool has_cycle(const draft& d) {
    const std::vector<need> needs = needs_of(d);
    const std::size_t size = d.rules.conclusions.size();
    std::vector<std::uint32_t> first(size + 1, 0), needed(size, 0), sorted(needs.size());
    for (const need& n : needs) ++first[n.from + 1], ++needed[n.to];
    for (std::size_t i = 0; i < size; ++i) first[i + 1] += first[i];
    std::vector<std::uint32_t> next(first.begin(), first.end() - 1), open;
    for (const need& n : needs) sorted[next[n.from]++] = n.to;
    for (conclusion_id id = 0; id < size; ++id)
        if (needed[id] == 0) open.push_back(id);
    std::size_t taken = 0;
    for (; !open.empty(); ++taken) {
        const conclusion_id id = open.back();
        open.pop_back();
        for (std::uint32_t i = first[id]; i < first[id + 1]; ++i)
            if (--needed[sorted[i]] == 0) open.push_back(sorted[i]);
    }
    return taken != size;
}

void check_cycles(draft& d) {
    if (d.from_the_ground_up || !has_cycle(d)) return;
    for (const auto& cycle : rule_graph(d.rules).cycles()) report_cycle(d, cycle);
}

void warn_of_unmentioned(draft& d) {
    if (d.incomplete()) return;
    for (std::size_t i = 0; i < d.conclusions.size(); ++i) {
        if (d.use(d.conclusions[i].name).in_conditions) continue;
        const conclusion& c = d.rules.conclusions[i];
        if (c.is_role) continue;
        d.error(message::concept_unmentioned, c.at, {std::string(c.term)}).help.push_back({message::help_mention_concept, {std::string(c.term)}});
    }
}

/// A test that nobody can tell from another, or that cannot fail.
void warn_of_tests(draft& d) {
    std::map<std::string_view, const test_block*> first_of;
    for (const test_block& test : d.rules.tests) {
        const auto [first, fresh] = first_of.emplace(test.title, &test);
        if (!fresh) d.note(d.error(message::test_title_twice, test.at, {test.title}), message::note_first_here, first->second->at);
        if (!test.expected.empty() || d.incomplete()) continue;
        grammar::diagnostic& found = d.error(message::test_expects_nothing, test.at, {test.title});
        for (const conclusion& c : d.rules.conclusions)
            if (c.is_role && found.help.empty()) found.help.push_back({message::help_expect, {grammar::quoted_if_needed(c.term)}});
    }
}

/// The lines are bound again when a test runs; here only their errors are of interest.
void check_given(draft& d) {
    if (d.out.has_errors()) return;
    for (const test_block& test : d.rules.tests) bind_given(test, d.rules, d.out);
}

}  // namespace

void final_checks(draft& d) {
    check_cycles(d);
    warn_of_unmentioned(d);
    warn_of_tests(d);
    check_given(d);
}

}  // namespace advise::engine::loading
