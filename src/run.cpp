#include "run.hpp"

#include "commands.hpp"
#include "complete.hpp"
#include "context.hpp"
#include "files.hpp"
#include "help_text.hpp"
#include "man_page.hpp"
#include "pipeline.hpp"
#include "render/diagnostics.hpp"
#include "render/words.hpp"
#include "textmate.hpp"

#include <advise/engine/compiled.hpp>
#include <advise/grammar/profile.hpp>
#include <advise/grammar/suggest.hpp>
#include <advise/grammar/utf8.hpp>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <exception>
#include <fmt/format.h>
#include <new>
#include <stdexcept>
#include <unistd.h>

namespace advise::cli {
namespace {

using grammar::language;
constexpr std::size_t longest_shown = 100;

/// Something went wrong with the command line; said already.
exit_code wrong_usage(context& run, const usage_error& error) {
    run.complain(error.message, error.help);
    return exit_code::usage;
}

std::string shown(std::string_view text) { return grammar::printable(grammar::shortened(text, longest_shown)); }

/// `advise ROLE PROFILE`, `advise ROLE ROLE PROFILE`: the command that was left out; "" where the last argument is no file.
std::string command_left_out(const options& chosen) {
    const std::vector<std::string>& given = chosen.operands;
    if (given.size() < 2 || given.size() > 3) return {};
    if (given.back() != "-" && ::access(given.back().c_str(), F_OK) != 0) return {};
    std::string command = given.size() == 2 ? "advise explain" : "advise compare";
    for (const std::string& each : given) command += " " + shell_word(each);
    for (const std::string& option : invocation_of(chosen, given.back()).options) command += " " + shell_word(option);
    return command;
}

/// The first argument of the main command names no file: perhaps it was to be a command, or one was left out.
std::optional<usage_error> check_profile_name(const options& chosen, language in) {
    const std::string& name = chosen.operands.front();
    if (name == "-" || name.find('/') != std::string::npos || ::access(name.c_str(), F_OK) == 0 || errno != ENOENT) return std::nullopt;
    std::vector<std::string_view> names;
    for (const command_entry& command : commands()) names.push_back(command.name);
    names.erase(names.begin());
    const auto command = grammar::near(name, names);
    if (!command.empty()) return usage_error{tell(say::no_command_or_file, in, {shown(name)}), tell(say::mean_command, in, {command.front()})};
    const std::string left_out = command_left_out(chosen);
    if (!left_out.empty()) return usage_error{tell(say::no_command_or_file, in, {shown(name)}), tell(say::help_swapped, in, {left_out})};
    const std::string file = file_near(name);
    return usage_error{tell(say::no_command_or_file, in, {shown(name)}),
                       file.empty() ? tell(say::help_start, in) : tell(say::mean_file, in, {shown(file)})};
}

std::optional<usage_error> check_operands(const options& chosen, language in) {
    const command_entry& command = *chosen.command;
    const std::size_t given = chosen.operands.size();
    if (command.name.empty() && given > 0) {
        if (auto wrong = check_profile_name(chosen, in)) return wrong;
    }
    const auto needed = static_cast<std::size_t>(std::count_if(command.arguments.begin(), command.arguments.end(),
                                                               [](const argument_entry& argument) { return !argument.optional; }));
    const bool many = !command.arguments.empty() && command.arguments.back().many;
    const std::string usage = tell(say::usage_is, in, {usage_line(command)});
    if (given < needed && command.name == "compare") return usage_error{tell(say::compare_needs_two, in), usage};
    if (given < needed) return usage_error{tell(say::operand_missing, in, {command.arguments[given].name}), usage};
    if (given > command.arguments.size() && !many) {
        return usage_error{tell(say::operand_too_many, in, {shown(chosen.operands[command.arguments.size()])}), usage};
    }
    const auto dashes = [](const std::vector<std::string>& names) { return std::count(names.begin(), names.end(), "-"); };
    if (dashes(chosen.operands) + dashes(chosen.rules) + dashes({chosen.profile, chosen.people}) > 1) {
        return usage_error{tell(say::standard_input_twice, in), {}};
    }
    return std::nullopt;
}

exit_code output_failed(context& run, std::string_view where, int code) {
    if (code == EPIPE) return exit_code::closed_pipe;       // nobody reads any more; there is nobody to tell
    run.complain(tell(say::cannot_write, run.spoken, {where, std::strerror(code)}));
    return exit_code::usage;
}

exit_code write_to_file(context& run) {
    const std::string& path = run.chosen.output;
    const std::string identity = identity_of(path);
    if (!identity.empty() && std::find(run.inputs.begin(), run.inputs.end(), identity) != run.inputs.end()) {
        run.complain(tell(say::output_is_input, run.spoken, {shown(path)}));
        return exit_code::usage;
    }
    const int failure = write_file(path, run.answer);
    return failure == 0 ? exit_code::ok : output_failed(run, shown(path), failure);
}

/// The messages first, then the answer; what cannot be written is an error whatever the answer was.
exit_code deliver(context& run, exit_code result) {
    run.io.err.flush();
    exit_code written = exit_code::ok;
    if (!run.chosen.output.empty() && !run.output_is_written && (result != exit_code::usage || !run.answer.empty())) {
        written = write_to_file(run);
    } else {
        run.io.out.write(run.answer);
        if (!run.io.out.flush()) written = output_failed(run, tell(say::standard_output, run.spoken), run.io.out.error());
    }
    run.io.err.flush();
    return written == exit_code::ok ? result : written;
}

exit_code show_usage(context& run) {
    run.io.err.write(short_help(run.spoken));
    return exit_code::usage;
}

exit_code dispatch(context& run, const std::optional<usage_error>& error) {
    const options& chosen = run.chosen;
    if (error) return wrong_usage(run, *error);
    if (chosen.version) {
        run.answer = fmt::format("advise {}\n", ADVISE_VERSION);
        return exit_code::ok;
    }
    if (chosen.help) {
        run.answer = command_help(*chosen.command, run.spoken);
        return exit_code::ok;
    }
    if (chosen.command->name.empty() && chosen.operands.empty()) return show_usage(run);
    if (const auto wrong = check_operands(chosen, run.spoken)) return wrong_usage(run, *wrong);
    return chosen.command->run(run);
}

/// Damage in compiled rules may show only when they are used.
exit_code dispatch_guarded(context& run, const std::optional<usage_error>& error) {
    try {
        return dispatch(run, error);
    } catch (const engine::damaged_rules& damaged) {
        grammar::diagnostics found;
        found.add(grammar::message::compiled_damaged, {}, {damaged.name()}).help.push_back({grammar::message::help_compile_again, {shell_word(damaged.name())}});
        report(run, found);
        run.answer.clear();
        return exit_code::usage;
    }
}

surface surface_of(const options& chosen, const streams& io, bool is_terminal) {
    return {is_terminal, use_color(chosen.color, io.variables, is_terminal), usable_width(io.variables, io.terminal_columns)};
}

/// What the scripts of `advise completion` ask, what the build asks for the manual, and what colours rule files in editors (editors/). They are no commands: nobody types them.
int answer_shell(const std::vector<std::string>& arguments, streams& io) {
    if (arguments.front() == "__man") io.out.write(man_page());
    else if (arguments.front() == "__textmate") io.out.write(textmate_grammar());
    else io.out.write(completion_lines({arguments.begin() + 1, arguments.end()}));
    return static_cast<int>(io.out.flush() ? exit_code::ok : exit_code::usage);
}

/// Persian where a file among the arguments is: a profile that is named beside a mistake in the command line. Only files that can be read again are looked into.
language language_heard(const std::vector<std::string>& arguments) {
    for (const std::string& argument : arguments)
        if (!argument.starts_with('-') && grammar::mostly_arabic(beginning_of_file(argument))) return language::fa;
    return language::en;
}

int run_guarded(const std::vector<std::string>& arguments, streams& io) {
    if (!arguments.empty() && (arguments.front() == "__complete" || arguments.front() == "__man" || arguments.front() == "__textmate")) return answer_shell(arguments, io);
    options chosen;
    std::optional<usage_error> error = parse_arguments(arguments, chosen);
    const bool about_profile = error || chosen.command->takes_profile();
    if (!chosen.language && about_profile && !chosen.help && language_heard(arguments) == language::fa) {
        options again;
        again.assumed = language::fa;
        error = parse_arguments(arguments, again);
        chosen = std::move(again);
    }
    const bool to_terminal = io.out_is_terminal && chosen.output.empty();
    context run{chosen, io, surface_of(chosen, io, to_terminal), surface_of(chosen, io, io.err_is_terminal), {}, false,
                chosen.language.value_or(chosen.assumed), {}};
    return static_cast<int>(deliver(run, dispatch_guarded(run, error)));
}

/// A fault of ours: say so without anything that could fail again.
int fault(streams& io, std::string_view what) {
    io.err.write("advise: internal fault: ");
    io.err.write(grammar::printable(what));
    io.err.write("\nThis is a mistake of the program, not yours. Please report it with the command and the files that led to it.\n");
    io.err.flush();
    return static_cast<int>(exit_code::fault);
}

/// Not a fault: the input is larger than this machine has room for.
int out_of_memory(streams& io) {
    io.err.write("error: there is not enough memory for this input\n");
    io.err.flush();
    return static_cast<int>(exit_code::usage);
}

}  // namespace

void context::complain(std::string_view message, std::string_view help) {
    io.err.write(severity_text(grammar::severity::error, {}, spoken, err));
    io.err.write(fmt::format(": {}\n", message));
    if (!help.empty()) io.err.write(fmt::format("{}: {}\n", tell(say::word_help, spoken), help));
}

int run(const std::vector<std::string>& arguments, streams& io) {
    try {
        return run_guarded(arguments, io);
    } catch (const std::bad_alloc&) {
        return out_of_memory(io);
    } catch (const std::exception& problem) {
        return fault(io, problem.what());
    } catch (...) {
        return fault(io, "unknown exception");
    }
}

}  // namespace advise::cli
