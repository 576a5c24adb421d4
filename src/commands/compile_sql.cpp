// `advise compile --to sql`: the rules as a script for an engine of SQL.
#include "compile.hpp"

#include "../pipeline.hpp"
#include "../render/words.hpp"
#include "../sql/script.hpp"

#include <advise/engine/program.hpp>

#include <fmt/format.h>

namespace advise::cli {

exit_code compile_sql(context& run) {
    if (!run.chosen.dialect) {
        run.complain(tell(say::compile_needs_dialect, run.spoken), tell(say::compile_dialects, run.spoken));
        return exit_code::usage;
    }
    const std::unique_ptr<engine::rule_base> rules = rules_to_compile(run);
    if (rules == nullptr) return exit_code::usage;
    const engine::program code(*rules);
    grammar::diagnostics found;
    const dialect_traits& in = traits_of(*run.chosen.dialect);
    sql_script script = make_script(code, {in.id, {run.chosen.closed, run.chosen.bounds}, run.chosen.staged}, run.spoken, found);
    report(run, found);
    if (found.has_errors()) return exit_code::usage;
    if (script.staged_by_size && !run.chosen.quiet) {
        const auto number = [&](std::size_t n) { return digits(fmt::format("{}", n), run.spoken); };
        run.io.err.write(fmt::format("{}: {}\n", tell(say::severity_note, run.spoken),
                                     tell(say::compile_staged, run.spoken, {number(script.layers), number(in.most_layers), in.title})));
    }
    run.answer = std::move(script.text);
    return exit_code::ok;
}

}  // namespace advise::cli
