#include "learning_findings.hpp"

#include <advise/engine/learning.hpp>

#include <algorithm>

namespace advise::cli {
namespace {

/// Where the `after` of a fact stands.
grammar::place after_of(const engine::rule_base& rules, engine::fact_id f) { return rules.place_of(rules.conditions[rules.facts[f].after].at); }

}  // namespace

void add_learning_findings(const engine::program& code, grammar::diagnostics& out) {
    using grammar::message;
    const engine::rule_base& rules = code.rules();
    if (std::all_of(rules.facts.begin(), rules.facts.end(), [](const engine::fact& f) { return f.after == engine::nothing; })) return;
    for (const engine::never_learnt& found : engine::never_learnt_by_beginners(code)) {
        const auto term = [&](std::size_t i) { return rules.facts[found.facts[i % found.facts.size()]].term; };
        const message id = found.circle ? message::learning_waits : message::learning_never;
        grammar::diagnostic& warning = out.add(id, after_of(rules, found.facts.front()), {term(0), term(1)});
        for (std::size_t i = 1; i < found.facts.size(); ++i)
            warning.notes.push_back({{message::note_waits_here, {term(i), term(i + 1)}}, after_of(rules, found.facts[i])});
        warning.help.push_back({found.circle ? message::help_let_begin : message::help_after_can_hold, {}});
    }
}

}  // namespace advise::cli
