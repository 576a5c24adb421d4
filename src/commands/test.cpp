// `advise test`: runs the test blocks of rule files; how much they try (--coverage), and what they would not notice (--mutate).
#include "../commands.hpp"
#include "../file_watch.hpp"
#include "../files.hpp"
#include "../pipeline.hpp"
#include "../progress.hpp"
#include "../render/rendering.hpp"
#include "../render/test_page.hpp"
#include "../render/words.hpp"
#include "../test_run.hpp"
#include "../test_writing.hpp"

#include <advise/engine/program.hpp>
#include <advise/grammar/utf8.hpp>

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace advise::cli {
namespace {

engine::trial_options with_progress(progress_line& line) {
    engine::trial_options options;
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
    if (!asked.write_tests.empty() && (!asked.mutate || asked.watch)) {
        run.complain(tell(say::write_tests_alone, run.spoken));
        return false;
    }
    const bool for_people = asked.format == output_format::pretty && asked.output.empty();
    const bool from_input = std::find(asked.operands.begin(), asked.operands.end(), "-") != asked.operands.end();
    if (asked.watch && (!for_people || from_input)) {
        run.complain(tell(for_people ? say::watch_needs_files : say::watch_for_people, run.spoken));
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

/// What a change of must lead to another run: the files that were read; where something is wrong, their folders too, in which a missing import may
/// appear.
std::vector<std::string> watched_paths(const context& run, const loaded_rules& loaded) {
    std::vector<std::string> all = run.chosen.operands;
    for (const grammar::source_ptr& file : loaded.rules->files)
        if (std::find(all.begin(), all.end(), file->name()) == all.end()) all.push_back(file->name());
    if (!loaded.diagnostics.has_errors()) return all;
    for (const std::string& root : run.chosen.operands) {
        const std::size_t slash = root.rfind('/');
        all.push_back(slash == std::string::npos ? "./" : root.substr(0, slash + 1));
    }
    return all;
}

/// \param watched gets what to watch; may be null
exit_code run_once(context& run, const std::optional<title_pattern>& chosen, std::vector<std::string>* watched = nullptr) {
    const loaded_rules loaded = load(run, run.chosen.operands);
    if (watched != nullptr) *watched = watched_paths(run, loaded);
    report(run, loaded.diagnostics);
    if (loaded.unreadable || loaded.diagnostics.has_errors()) return exit_code::usage;
    const engine::program code(*loaded.rules);
    grammar::diagnostics found;
    test_report made{run_tests(code, chosen, found), {}, {}, false, {}};
    report(run, found);
    if (chosen && made.outcomes.empty()) {
        run.complain(tell(say::pattern_matches_none, run.spoken, {grammar::printable(run.chosen.run)}));
        return exit_code::no;
    }
    std::optional<test_writing> writing;
    if (!run.chosen.write_tests.empty() && !(writing = test_writing::prepare(run, *loaded.rules))) return exit_code::usage;
    look_further(run, code, made);
    if (writing && made.mutants && !(made.written = writing->write(run, *made.mutants))) return exit_code::usage;
    answer(run, *loaded.rules, made);
    if (found.has_errors()) return exit_code::usage;
    bool well = made.passed();
    if (made.coverage && is_below(run, say::coverage_below, made.coverage->percent())) well = false;
    if (made.mutants && is_below(run, say::mutants_below, percent_noticed(*made.mutants))) well = false;
    return well ? exit_code::ok : exit_code::no;
}

/// Runs the tests again and again. It ends with ctrl-c, or when nobody reads any more; there is nothing to clean up, for nothing is ever written
/// but whole answers.
exit_code run_watching(context& run, const std::optional<title_pattern>& chosen) {
    file_watch watch(run.chosen.operands);
    while (true) {
        std::vector<std::string> paths;
        run_once(run, chosen, &paths);
        run.io.err.flush();
        run.io.out.write(std::exchange(run.answer, {}));
        if (!run.io.out.flush()) return exit_code::closed_pipe;
        watch.follow(paths);
        const auto files =
            static_cast<std::size_t>(std::count_if(paths.begin(), paths.end(), [](const std::string& p) { return !p.ends_with('/'); }));
        const std::string many = tell(say::many_files, run.spoken, {digits(fmt::format("{}", files), run.spoken)});
        run.io.err.write("\n" + tell(say::watch_waiting, run.spoken, {files == 1 ? tell(say::one_file, run.spoken) : many}) + "\n");
        run.io.err.flush();
        const std::string changed = watch.wait();
        if (run.io.out_is_terminal) run.io.out.write("\x1b[2J\x1b[H");
        run.io.err.write(tell(say::watch_again, run.spoken, {shown_name(changed)}) + "\n\n");
    }
}

}  // namespace

exit_code run_test(context& run) {
    std::optional<title_pattern> chosen;
    if (!check_usage(run, chosen)) return exit_code::usage;
    return run.chosen.watch ? run_watching(run, chosen) : run_once(run, chosen);
}

}  // namespace advise::cli
