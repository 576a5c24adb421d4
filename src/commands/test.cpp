// `advise test`: runs the test blocks of rule files; how much they try (--coverage), and what they would not notice (--mutate).
#include "../commands.hpp"
#include "../pipeline.hpp"
#include "../progress.hpp"
#include "../render/rendering.hpp"
#include "../render/test_page.hpp"
#include "../render/words.hpp"
#include "../test_run.hpp"

#include <advise/engine/program.hpp>
#include <advise/grammar/utf8.hpp>

#include <algorithm>
#include <fmt/format.h>

namespace advise::cli {
namespace {

engine::analysis_options with_progress(progress_line& line) {
    engine::analysis_options options;
    options.progress = [&line](std::size_t done, std::size_t of) { line.tell(done, of); };
    return options;
}

/// \return false where the command line asks for what does not go together; said already
bool check_usage(context& run, std::optional<title_pattern>& chosen) {
    const options& asked = run.chosen;
    if (asked.threshold && !asked.coverage && !asked.mutate) {
        run.complain(tell(say::threshold_alone, run.spoken));
        return false;
    }
    if (asked.run.empty()) return true;
    std::size_t wrong = 0;
    chosen = title_pattern::parse(asked.run, wrong);
    if (chosen) return true;
    run.complain(tell(say::pattern_wrong, run.spoken, {grammar::printable(asked.run), digits(fmt::format("{}", wrong), run.spoken)}),
                 tell(say::help_pattern, run.spoken));
    return false;
}

void look_further(context& run, const engine::program& code, test_report& report) {
    std::vector<engine::bound_test> tests;
    for (const test_outcome& o : report.outcomes) tests.push_back(o.bound);
    if (run.chosen.coverage) {
        progress_line line(run, say::coverage_progress);
        report.coverage = engine::cover(code, tests, with_progress(line));
    }
    report.mutants_wait = run.chosen.mutate && !report.passed();
    if (run.chosen.mutate && report.passed()) {
        progress_line line(run, say::mutants_progress);
        report.mutants = engine::try_mutants(code, tests, with_progress(line));
    }
}

/// Whether a threshold is not reached; says so.
bool is_below(context& run, say sentence, unsigned percent) {
    if (!run.chosen.threshold || percent >= *run.chosen.threshold) return false;
    const auto number = [&](unsigned n) { return digits(fmt::format("{}", n), run.spoken); };
    run.complain(tell(sentence, run.spoken, {number(percent), number(*run.chosen.threshold)}));
    return true;
}

void answer(context& run, const engine::rule_base& rules, const test_report& report) {
    switch (run.chosen.format) {
    case output_format::json: run.answer = test_json(rules, report, run.spoken); return;
    case output_format::junit: run.answer = test_junit(rules, report, run.spoken); return;
    default: run.answer = render(test_page(rules, report, run.spoken), run.chosen.format, run.out, run.spoken);
    }
}

exit_code run_once(context& run, const std::optional<title_pattern>& chosen) {
    const loaded_rules loaded = load(run, run.chosen.operands);
    report(run, loaded.diagnostics);
    if (loaded.unreadable || loaded.diagnostics.has_errors()) return exit_code::usage;
    const engine::program code(*loaded.rules);
    grammar::diagnostics found;
    test_report made{run_tests(code, chosen, found), {}, {}, false};
    report(run, found);
    if (chosen && made.outcomes.empty()) {
        run.complain(tell(say::pattern_matches_none, run.spoken, {grammar::printable(run.chosen.run)}));
        return exit_code::no;
    }
    look_further(run, code, made);
    answer(run, *loaded.rules, made);
    if (found.has_errors()) return exit_code::usage;
    bool well = made.passed();
    if (made.coverage && is_below(run, say::coverage_below, made.coverage->percent())) well = false;
    if (made.mutants && is_below(run, say::mutants_below, percent_noticed(*made.mutants))) well = false;
    return well ? exit_code::ok : exit_code::no;
}

}  // namespace

exit_code run_test(context& run) {
    std::optional<title_pattern> chosen;
    if (!check_usage(run, chosen)) return exit_code::usage;
    return run_once(run, chosen);
}

}  // namespace advise::cli
