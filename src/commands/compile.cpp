// `advise compile`: rules for other engines. Each target has a file of its own.
#include "compile.hpp"

#include "../commands.hpp"
#include "../pipeline.hpp"

namespace advise::cli {

exit_code run_compile(context& run) {
    if (run.chosen.target == compile_target::none) {
        run.complain(tell(say::compile_needs_target, run.spoken), tell(say::compile_targets, run.spoken));
        return exit_code::usage;
    }
    return run.chosen.target == compile_target::sql ? compile_sql(run) : compile_binary(run);
}

std::unique_ptr<engine::rule_base> rules_to_compile(context& run) {
    std::vector<std::string> files = run.chosen.rules;
    files.insert(files.end(), run.chosen.operands.begin(), run.chosen.operands.end());
    return rules_of_run(run, files);
}

}  // namespace advise::cli
