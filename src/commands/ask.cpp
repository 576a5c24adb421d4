// `advise ask --blank`: an empty profile to fill in.
#include "../commands.hpp"
#include "../pipeline.hpp"
#include "../render/blank_profile.hpp"
#include "../render/words.hpp"

#include <fmt/format.h>

namespace advise::cli {

exit_code run_ask(context& run) {
    if (!run.chosen.blank) {
        run.complain(tell(say::ask_needs_blank, run.spoken), tell(say::usage_is, run.spoken, {usage_line(*run.chosen.command)}));
        return exit_code::usage;
    }
    const std::unique_ptr<engine::rule_base> rules = rules_of_run(run);
    if (rules == nullptr) return exit_code::usage;
    std::string command = "advise";
    for (const std::string& file : run.chosen.rules) command += fmt::format(" --rules {}", shell_word(file));
    const std::string& target = run.chosen.output;
    command += " " + (target.empty() ? std::string("me.txt") : shell_word(target));
    run.answer = blank_profile(*rules, run.spoken, command);
    return exit_code::ok;
}

}  // namespace advise::cli
