// `advise help [COMMAND|CODE|WORD…]`: a topic may have several words ("at least").
#include "../code_help.hpp"
#include "../commands.hpp"
#include "../help_text.hpp"
#include "../keyword_help.hpp"
#include "../pipeline.hpp"
#include "../render/roles_page.hpp"
#include "../render/text.hpp"

#include <advise/grammar/suggest.hpp>
#include <advise/grammar/utf8.hpp>

#include <fmt/ranges.h>

namespace advise::cli {
namespace {

exit_code unknown_topic(context& run, const std::string& topic) {
    std::vector<std::string_view> names;
    for (const command_entry& command : commands()) names.push_back(command.name);
    names.emplace_back("roles");
    for (const auto& group : all_keywords())
        for (const keyword_entry& entry : group) names.push_back(entry.word);
    auto near = grammar::near(topic, names);
    if (near.empty()) near = grammar::near(run.chosen.operands.front(), names);
    const std::string shown = grammar::printable(grammar::shortened(topic, 100));
    run.complain(tell(say::unknown_topic, run.spoken, {shown}),
                 near.empty() ? tell(say::help_topics, run.spoken) : tell(say::did_you_mean, run.spoken, {"advise help " + near.front()}));
    return exit_code::usage;
}

/// `test` and `ask` are commands, and words of the language as well.
std::string also_a_word(const context& run, const std::string& topic) {
    const std::string page = keyword_help(topic, run.spoken, run.out);
    return page.empty() ? page : "\n" + tell(say::help_word_of_rules, run.spoken, {topic}) + "\n\n" + page.substr(page.find('\n') + 1);
}

exit_code help_on_roles(context& run) {
    const std::unique_ptr<engine::rule_base> rules = rules_of_run(run);
    if (rules == nullptr) return exit_code::usage;
    run.answer = render_text(roles_page(*rules, run.spoken), run.out, run.spoken);
    return exit_code::ok;
}

}  // namespace

exit_code run_help(context& run) {
    if (run.chosen.operands.empty()) {
        run.answer = command_help(commands().front(), run.spoken);
        return exit_code::ok;
    }
    const std::string topic = fmt::format("{}", fmt::join(run.chosen.operands, " "));
    if (topic == "roles") return help_on_roles(run);
    const command_entry* command = topic == "advise" ? &commands().front() : find_command(topic);
    if (command != nullptr) run.answer = command_help(*command, run.spoken) + also_a_word(run, topic);
    else if (run.answer = code_help(topic, run.spoken, run.out); run.answer.empty()) run.answer = keyword_help(topic, run.spoken, run.out);
    return run.answer.empty() ? unknown_topic(run, topic) : exit_code::ok;
}

}  // namespace advise::cli
