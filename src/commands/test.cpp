// `advise test`: runs the test blocks of rule files.
#include "../commands.hpp"
#include "../pipeline.hpp"
#include "../render/rendering.hpp"
#include "../render/test_page.hpp"
#include "../test_run.hpp"

#include <algorithm>

namespace advise::cli {

exit_code run_test(context& run) {
    const loaded_rules loaded = load(run, run.chosen.operands);
    report(run, loaded.diagnostics);
    if (loaded.unreadable || loaded.diagnostics.has_errors()) return exit_code::usage;
    grammar::diagnostics found;
    const std::vector<test_outcome> outcomes = run_tests(*loaded.rules, found);
    report(run, found);
    if (run.chosen.format == output_format::json) run.answer = test_json(*loaded.rules, outcomes);
    else run.answer = render(test_page(*loaded.rules, outcomes, run.spoken), run.chosen.format, run.out, run.spoken);
    if (found.has_errors()) return exit_code::usage;
    return std::all_of(outcomes.begin(), outcomes.end(), [](const test_outcome& o) { return o.passed(); }) ? exit_code::ok : exit_code::no;
}

}  // namespace advise::cli
