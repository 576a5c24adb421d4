// `advise check`: what is wrong with rule files. Findings are messages; the answer is that there are none.
#include "../commands.hpp"
#include "../learning_findings.hpp"
#include "../pipeline.hpp"
#include "../proof_findings.hpp"
#include "../render/check_json.hpp"
#include "../render/words.hpp"

#include <advise/engine/analysis.hpp>
#include <advise/engine/program.hpp>

#include <algorithm>
#include <chrono>
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

/// Tells a person at a terminal how far the proofs are, once they have taken a second.
class proof_progress {
public:
    explicit proof_progress(context& run) : run_(run), shown_(run.io.err_is_terminal && !run.chosen.quiet) {}
    ~proof_progress() {
        if (percent_ >= 0) tell_line("\r\x1b[K");
    }
    proof_progress(const proof_progress&) = delete;
    proof_progress& operator=(const proof_progress&) = delete;

    void tell(std::size_t done, std::size_t of) {
        if (!shown_ || std::chrono::steady_clock::now() - begun_ < std::chrono::seconds(1)) return;
        const int percent = static_cast<int>(100 * done / std::max<std::size_t>(of, 1));
        if (percent == percent_) return;
        percent_ = percent;
        tell_line("\r" + advise::cli::tell(say::check_progress, run_.spoken, {digits(fmt::format("{}", percent), run_.spoken)}));
    }

private:
    void tell_line(const std::string& text) {
        run_.io.err.write(text);
        run_.io.err.flush();
    }

    context& run_;
    bool shown_;
    int percent_ = -1;
    std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
};

/// Everything that takes the whole rule base. \return how many claims are proved
std::size_t prove(context& run, const engine::rule_base& rules, grammar::diagnostics& out) {
    const engine::program code(rules);
    add_learning_findings(code, out);
    proof_progress progress(run);
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
