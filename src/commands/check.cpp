// `advise check`: what is wrong with rule files. Findings are messages; the answer is that there are none.
#include "../check_fixes.hpp"
#include "../commands.hpp"
#include "../judgement.hpp"
#include "../learning_findings.hpp"
#include "../pipeline.hpp"
#include "../progress.hpp"
#include "../proof_findings.hpp"
#include "../render/check_json.hpp"
#include "../render/check_lines.hpp"
#include "../render/check_sarif.hpp"
#include "../render/words.hpp"

#include <advise/engine/analysis.hpp>
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
    const std::string all =
        tell(say::well_with_counts, in,
             {tell(say::all_is_well, in), counted(roles, say::one_role, say::many_roles, in),
              counted(concepts, say::one_concept, say::many_concepts, in), counted(rules.facts.size(), say::one_fact, say::many_facts, in)});
    if (claims == 0) return all;
    return tell(claims == 1 ? say::one_claim_proved : say::many_claims_proved, in, {all, digits(fmt::format("{}", claims), in)});
}

struct proof_outcome {
    std::size_t claims_proved = 0;
    bool complete = true;  ///< no limit left anything open
};

/// Everything that takes the whole rule base.
proof_outcome prove(context& run, const engine::rule_base& rules, grammar::diagnostics& out) {
    const engine::program code(rules);
    add_learning_findings(code, out);
    progress_line progress(run, say::check_progress);
    engine::analysis_options options;
    options.progress = [&](std::size_t done, std::size_t of) { progress.tell(done, of); };
    const engine::analysis found = engine::analyse(code, options);
    add_findings(rules, found, run.spoken, out);
    return {found.claims_proved, found.undecided == 0};
}

/// What stands between the rules and the answer.
struct judged {
    std::vector<grammar::diagnostic> found;
    std::size_t proved = 0;
    bool whole = false;  ///< no error stood in the way of the proofs
};

judged judge(context& run, const engine::rule_base& rules, grammar::diagnostics& out) {
    judged made;
    looked_for extent = looked_for::texts;
    if (!out.has_errors()) {
        const proof_outcome proofs = prove(run, rules, out);
        made.proved = proofs.claims_proved;
        made.whole = true;
        extent = proofs.complete ? looked_for::everything : looked_for::most;
    }
    made.found = judgement(rules, out, extent);
    return made;
}

count_line count_of(const loaded_rules& loaded, const judged& made) {
    if (loaded.unreadable) return count_line::of_several;
    return made.whole ? count_line::of_all : count_line::of_first;
}

bool has_any(const std::vector<grammar::diagnostic>& found, grammar::severity from) {
    return std::ranges::any_of(found, [&](const grammar::diagnostic& one) { return one.severity() <= from; });
}

/// With `--diff`: what the difference mends is shown there.
void leave_out_mended(std::vector<grammar::diagnostic>& found, const std::vector<engine::text_fix>& fixes) {
    std::erase_if(found, [&](const grammar::diagnostic& one) {
        return std::ranges::any_of(fixes, [&](const engine::text_fix& fix) {
            return fix.of == one.text.id && fix.at.file == one.at.file && fix.at.where.begin == one.at.where.begin;
        });
    });
}

void tell_would_be_mended(context& run, std::size_t fixes) {
    if (fixes == 0 || run.chosen.quiet) return;
    run.io.err.write(counted(fixes, say::one_finding_would_be_fixed, say::many_findings_would_be_fixed, run.spoken) + "\n");
}

/// The answer where it is not for people.
std::string machine_text(const options& chosen, const std::vector<grammar::diagnostic>& found, const std::vector<grammar::source_ptr>& files,
                         grammar::severity from, grammar::language in) {
    switch (chosen.format) {
    case output_format::json: return check_json(found, in);
    case output_format::concise: return check_concise(found, in);
    case output_format::github: return check_github(found, in);
    case output_format::sarif: return check_sarif(found, in);
    case output_format::junit: return check_junit(found, files, from, in);
    default: return {};
    }
}

}  // namespace

exit_code run_check(context& run) {
    if (const auto wrong = contradiction_in(run.chosen)) {
        run.complain(tell(*wrong, run.spoken));
        return exit_code::usage;
    }
    loaded_rules loaded = load(run, run.chosen.operands);
    if (refuse_compiled(loaded, run.chosen.operands)) {
        report(run, loaded.diagnostics);
        return exit_code::usage;
    }
    mended shown;
    if (run.chosen.diff || run.chosen.fix) {
        shown = mend(run, loaded);
        if (shown.ended) return *shown.ended;
        if (run.chosen.fix) loaded = load(run, run.chosen.operands);
    }
    judged made = judge(run, *loaded.rules, loaded.diagnostics);
    leave_out_mended(made.found, shown.would_do);
    const grammar::severity from = std::max(run.chosen.fail_level, run.chosen.strict ? grammar::severity::warning : grammar::severity::error);
    const bool pretty = run.chosen.format == output_format::pretty;
    if (pretty) report(run, made.found, loaded.diagnostics.errors(), count_of(loaded, made));
    else run.answer = machine_text(run.chosen, made.found, loaded.rules->files, from, run.spoken);
    tell_would_be_mended(run, shown.would_do.size());
    if (loaded.unreadable) return exit_code::usage;
    if (loaded.diagnostics.has_errors() || has_any(made.found, from)) return exit_code::no;
    if (pretty && !run.chosen.quiet && !run.chosen.diff) run.answer += well_text(*loaded.rules, made.proved, run.spoken) + "\n";
    return exit_code::ok;
}

}  // namespace advise::cli
