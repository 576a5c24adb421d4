// `advise check`: what is wrong with rule files. Findings are messages; the answer is that there are none.
#include "../commands.hpp"
#include "../pipeline.hpp"
#include "../render/check_json.hpp"
#include "../render/words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace advise::cli {
namespace {

std::string counted(std::size_t n, say one, say many, grammar::language in) {
    return tell(n == 1 ? one : many, in, {digits(fmt::format("{}", n), in)});
}

std::string well_text(const engine::rule_base& rules, grammar::language in) {
    const auto roles = static_cast<std::size_t>(
        std::count_if(rules.conclusions.begin(), rules.conclusions.end(), [](const engine::conclusion& one) { return one.is_role; }));
    const std::size_t concepts = rules.conclusions.size() - roles;
    return tell(say::well_with_counts, in,
                {tell(say::all_is_well, in), counted(roles, say::one_role, say::many_roles, in),
                 counted(concepts, say::one_concept, say::many_concepts, in), counted(rules.facts.size(), say::one_fact, say::many_facts, in)});
}

bool has_warnings(const std::vector<grammar::diagnostic>& found) {
    return std::any_of(found.begin(), found.end(), [](const grammar::diagnostic& one) { return one.severity() == grammar::severity::warning; });
}

}  // namespace

exit_code run_check(context& run) {
    const loaded_rules loaded = load(run, run.chosen.operands);
    const std::vector<grammar::diagnostic> found = loaded.diagnostics.sorted();
    const bool failed = loaded.diagnostics.has_errors() || (run.chosen.strict && has_warnings(found));
    if (run.chosen.format == output_format::json) run.answer = check_json(found, run.spoken);
    else report(run, loaded.diagnostics);
    if (loaded.unreadable) return exit_code::usage;
    if (failed) return exit_code::no;
    if (run.chosen.format == output_format::pretty && !run.chosen.quiet) run.answer = well_text(*loaded.rules, run.spoken) + "\n";
    return exit_code::ok;
}

}  // namespace advise::cli
