// `advise compile --to binary`: the rules as a file that is mapped.
#include "../pipeline.hpp"
#include "../sha256.hpp"
#include "compile.hpp"

#include <advise/engine/compiled.hpp>
#include <advise/engine/program.hpp>

namespace advise::cli {
namespace {

std::vector<std::string> hashes_of(const engine::rule_base& rules) {
    std::vector<std::string> all;
    for (const grammar::source_ptr& file : rules.files) all.push_back(sha256_of(*file));
    return all;
}

}  // namespace

exit_code compile_binary(context& run) {
    if (run.chosen.output.empty() && run.io.out_is_terminal) {
        run.complain(tell(say::compile_binary_needs_file, run.spoken), tell(say::compile_binary_file_help, run.spoken));
        return exit_code::usage;
    }
    const std::unique_ptr<engine::rule_base> rules = rules_to_compile(run);
    if (rules == nullptr) return exit_code::usage;
    const engine::program code(*rules);
    std::optional<std::string> made = engine::compiled(code, hashes_of(*rules));
    if (!made) {
        grammar::diagnostics found;
        found.add(grammar::message::compiled_too_large, {});
        report(run, found);
        return exit_code::usage;
    }
    run.answer = std::move(*made);
    return exit_code::ok;
}

}  // namespace advise::cli
