// `advise ask`: an interview; with --next one question; with --blank an empty profile to fill in.
#include "../commands.hpp"
#include "../files.hpp"
#include "../interruption.hpp"
#include "../interview.hpp"
#include "../interview_saving.hpp"
#include "../pipeline.hpp"
#include "../render/advice_page.hpp"
#include "../render/blank_profile.hpp"
#include "../render/question_json.hpp"
#include "../render/question_page.hpp"
#include "../render/text.hpp"
#include "../render/words.hpp"

#include <advise/grammar/limits.hpp>
#include <advise/grammar/utf8.hpp>

#include <fmt/format.h>
#include <unistd.h>

namespace advise::cli {
namespace {

exit_code print_blank(context& run) {
    const std::unique_ptr<engine::rule_base> rules = rules_of_run(run);
    if (rules == nullptr) return exit_code::usage;
    std::string command = "advise";
    for (const std::string& file : run.chosen.rules) command += fmt::format(" --rules {}", shell_word(file));
    const std::string& target = run.chosen.output;
    command += " " + (target.empty() ? std::string("me.txt") : shell_word(target));
    run.answer = blank_profile(*rules, run.spoken, command);
    return exit_code::ok;
}

/// The profile that was named, or one that says nothing.
std::optional<consultation> start(context& run) {
    if (!run.chosen.operands.empty()) return consult(run, run.chosen.operands.front());
    consultation made;
    made.rules = rules_of_run(run);
    if (made.rules == nullptr) return std::nullopt;
    bool usable = true;
    const auto nothing = grammar::read_source("profile", "", static_cast<std::uint32_t>(made.rules->files.size()), made.diagnostics, usable);
    made.profile = grammar::parse_profile(nothing, made.diagnostics);
    made.facts = engine::bind(made.profile, *made.rules, {run.chosen.strict, run.chosen.closed}, made.diagnostics);
    return made;
}

exit_code print_next(context& run) {
    const std::optional<consultation> about = start(run);
    if (!about) return exit_code::usage;
    const engine::program code(*about->rules);
    const engine::question asked = engine::next_question(code, about->facts, {.until = run.chosen.until});
    if (run.chosen.format == output_format::json) {
        run.answer = question_json({*about->rules, about->profile, about->facts, {}, run.spoken, label_language(run.chosen, *about->rules)}, asked, run.chosen.until);
        return exit_code::ok;
    }
    const words speak(*about->rules, about->facts, run.spoken);
    const profile_terms terms(speak);
    run.answer = render_text(question_page(speak, terms, code, asked), run.out, run.spoken);
    return exit_code::ok;
}

exit_code hold_interview(context& run) {
    run.output_is_written = true;
    const std::string& target = run.chosen.output;
    if (!target.empty() && !run.io.in_is_terminal && ::access(target.c_str(), F_OK) == 0) {
        run.complain(tell(say::ask_output_exists, run.spoken, {grammar::printable(target)}), tell(say::ask_output_exists_help, run.spoken));
        return exit_code::usage;
    }
    std::optional<consultation> about = start(run);
    if (!about) return exit_code::usage;
    const std::string path = run.chosen.operands.empty() ? std::string() : run.chosen.operands.front();
    const engine::program code(*about->rules);
    const words speak(*about->rules, about->facts, run.spoken);
    const profile_terms terms(speak);
    std::string original = path.empty() ? std::string() : read_file(path, grammar::limits::profile_bytes, run.io.in).bytes;
    interview_profile file(*about->rules, terms, std::move(original), path.empty() ? "profile" : shown_name(path),
                           {run.chosen.strict, run.chosen.closed});
    const interruption signals;
    interview talk(run, code, about->facts, file, speak, terms, signals);
    talk.talk();
    const std::optional<std::string> saved = talk.signal() == 0 ? save(run, talk, file) : std::nullopt;
    if (talk.signal() != 0) return save_interrupted(run, talk.signal(), file, path);
    grammar::diagnostics known_already;
    about->facts = file.bind(known_already);
    engine::advise_options asked;
    asked.proof = true;
    const document page = advice_page(*about->rules, about->facts, engine::advise(code, about->facts, asked), file.parsed(), run.spoken,
                                      invocation_of(run.chosen, saved.value_or("").empty() ? path : *saved));
    run.answer = render_text(page, run.out, run.spoken);
    return saved ? exit_code::ok : exit_code::usage;
}

}  // namespace

exit_code run_ask(context& run) {
    if (run.chosen.blank) return print_blank(run);
    if (run.chosen.next) return print_next(run);
    if (run.chosen.format == output_format::json) {
        run.complain(tell(say::ask_json_needs_next, run.spoken), tell(say::usage_is, run.spoken, {"advise ask --next --json [PROFILE]"}));
        return exit_code::usage;
    }
    if (!run.chosen.operands.empty() && run.chosen.operands.front() == "-") {
        run.complain(tell(say::ask_needs_file, run.spoken), tell(say::usage_is, run.spoken, {usage_line(*run.chosen.command)}));
        return exit_code::usage;
    }
    return hold_interview(run);
}

}  // namespace advise::cli
