// What can only be seen when everything is in its place: cycles, concepts that nothing mentions, the lines of tests.
#include "loader.hpp"

#include <advise/engine/facts.hpp>
#include <advise/engine/rule_graph.hpp>

#include <algorithm>

namespace advise::engine::loading {
namespace {

constexpr std::size_t most_edges_shown = 12;

/// One diagnostic for a cycle: its first edge, then a note for each further one; the middle of a long one is left out.
void report_cycle(draft& d, const std::vector<rule_graph::cycle_step>& cycle) {
    const auto names = [&](const rule_graph::cycle_step& step) {
        return grammar::arguments{d.rules.conclusions[step.from].term, d.rules.conclusions[step.to].term};
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

void check_cycles(draft& d) {
    const auto mentions = [](const condition& c) { return c.kind == condition_kind::conclusion; };
    if (std::none_of(d.rules.conditions.begin(), d.rules.conditions.end(), mentions)) return;
    for (const auto& cycle : rule_graph(d.rules).cycles()) report_cycle(d, cycle);
}

void warn_of_unmentioned(draft& d) {
    if (d.incomplete()) return;
    for (std::size_t i = 0; i < d.conclusions.size(); ++i) {
        const conclusion& c = d.rules.conclusions[i];
        if (c.is_role || d.use(d.conclusions[i].name).in_conditions) continue;
        d.error(message::concept_unmentioned, c.at, {c.term}).help.push_back({message::help_mention_concept, {c.term}});
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
    check_given(d);
}

}  // namespace advise::engine::loading
