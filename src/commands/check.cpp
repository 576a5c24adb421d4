// `advise check`: what is wrong with rule files. Findings are messages; the answer is that there are none.
#include "../commands.hpp"
#include "../pipeline.hpp"
#include "../progress.hpp"
#include "../proof_findings.hpp"
#include "../render/check_json.hpp"
#include "../render/words.hpp"

#include <advise/engine/analysis.hpp>
#include <advise/engine/learning.hpp>
#include <advise/engine/program.hpp>

#include <algorithm>
#include <fmt/format.h>

namespace advise::cli {
namespace {

std::string counted(std::size_t n, say one, say many, grammar::language in) {
    return tell(n == 1 ? one : many, in, {digits(fmt::format("{}", n), in)});
}

std::string well_text(const engine::rule_base& rules, std::size_t claims, grammar::language in) {
    const auto roles = static_cast<std::size_t>(
        std::count_if(rules.conclusions.begin(), rules.conclusions.end(), [](const engine::conclusion& one) { return one.is_role; }));
    const std::size_t concepts = rules.conclusions.size() - roles;
    const std::string all = tell(say::well_with_counts, in,
                                 {tell(say::all_is_well, in), counted(roles, say::one_role, say::many_roles, in),
                                  counted(concepts, say::one_concept, say::many_concepts, in),
                                  counted(rules.facts.size(), say::one_fact, say::many_facts, in)});
    if (claims == 0) return all;
    return tell(claims == 1 ? say::one_claim_proved : say::many_claims_proved, in, {all, digits(fmt::format("{}", claims), in)});
}

/// Where the `after` of a fact stands.
grammar::place after_of(const engine::rule_base& rules, engine::fact_id f) { return rules.place_of(rules.conditions[rules.facts[f].after].at); }

/// Facts that no plan can ever raise: each waits for another, or for what never holds.
void warn_of_learning(const engine::program& code, grammar::diagnostics& out) {
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

/// Everything that takes the whole rule base. \return how many claims are proved
std::size_t prove(context& run, const engine::rule_base& rules, grammar::diagnostics& out) {
    const engine::program code(rules);
    warn_of_learning(code, out);
    progress_line progress(run, say::check_progress);
    engine::analysis_options options;
    options.progress = [&](std::size_t done, std::size_t of) { progress.tell(done, of); };
    const engine::analysis found = engine::analyse(code, options);
    add_findings(rules, found, run.spoken, out);
    return found.claims_proved;
}

bool has_warnings(const std::vector<grammar::diagnostic>& found) {
    return std::any_of(found.begin(), found.end(), [](const grammar::diagnostic& one) { return one.severity() == grammar::severity::warning; });
}

}  // namespace

exit_code run_check(context& run) {
    loaded_rules loaded = load(run, run.chosen.operands);
    std::size_t proved = 0;
    if (!loaded.diagnostics.has_errors()) proved = prove(run, *loaded.rules, loaded.diagnostics);
    const std::vector<grammar::diagnostic> found = loaded.diagnostics.sorted();
    const bool failed = loaded.diagnostics.has_errors() || (run.chosen.strict && has_warnings(found));
    if (run.chosen.format == output_format::json) run.answer = check_json(found, run.spoken);
    else report(run, loaded.diagnostics);
    if (loaded.unreadable) return exit_code::usage;
    if (failed) return exit_code::no;
    if (run.chosen.format == output_format::pretty && !run.chosen.quiet) run.answer = well_text(*loaded.rules, proved, run.spoken) + "\n";
    return exit_code::ok;
}

}  // namespace advise::cli
