#include "help_text.hpp"

#include <advise/grammar/utf8.hpp>

#include <algorithm>
#include <fmt/format.h>
#include <utility>
#include <vector>

namespace advise::cli {
namespace {

using lines = std::vector<std::pair<std::string, std::string>>;
constexpr std::size_t widest_left = 33, widest_option = 28;  // what stands beside options is longer

/// Two columns; what is too wide on the left has its right side on the next line.
void put_columns(std::string& out, const lines& rows, std::size_t widest = widest_left) {
    std::size_t width = 0;
    for (const auto& [left, right] : rows) {
        const std::size_t own = grammar::display_width(left);
        if (own <= widest) width = std::max(width, own);
    }
    for (const auto& [left, right] : rows) {
        const std::size_t own = grammar::display_width(left);
        out += "  " + left;
        if (own > width) out += "\n  " + std::string(width, ' ');
        else out.append(width - own, ' ');
        out += "  " + right + "\n";
    }
}

void put_heading(std::string& out, say heading, grammar::language in) { out += "\n" + tell(heading, in) + "\n"; }

void put_examples(std::string& out, const command_entry& command, grammar::language in) {
    lines rows;
    for (const example_entry& example : command.examples) rows.emplace_back(fmt::format("advise {}", example.line), tell(example.meaning, in));
    put_columns(out, rows);
}

void put_options(std::string& out, const command_entry& command, grammar::language in) {
    lines rows;
    for (const option_id id : command.options) rows.emplace_back(option_usage(option_of(id), command), tell(summary_of(option_of(id), command), in));
    put_heading(out, say::heading_options, in);
    put_columns(out, rows, widest_option);
}

/// "explain ROLE PROFILE".
std::string call_of(const command_entry& command) {
    std::string call(command.name);
    for (const argument_entry& argument : command.arguments) {
        if (!call.empty()) call += ' ';
        call += argument.optional ? fmt::format("[{}]", argument.name) : argument.name;
        if (argument.many) call += "…";
    }
    return call;
}

void put_commands(std::string& out, grammar::language in) {
    lines rows;
    for (const command_entry& command : commands()) rows.emplace_back(call_of(command), tell(command.summary, in));
    put_heading(out, say::heading_commands, in);
    put_columns(out, rows);
}

void put_exit_codes(std::string& out, grammar::language in) {
    put_heading(out, say::heading_exit, in);
    put_columns(out, {{"0", tell(say::exit_0, in)},
                      {"1", tell(say::exit_1, in)},
                      {"2", tell(say::exit_2, in)},
                      {"3", tell(say::exit_3, in)},
                      {"70", tell(say::exit_70, in)},
                      {"130, 143", tell(say::exit_130, in)}});
}

}  // namespace

std::string command_help(const command_entry& command, grammar::language in) {
    const bool whole_program = command.name.empty();
    std::string out = whole_program ? tell(say::program_summary, in) : fmt::format("advise {}: {}", command.name, tell(command.summary, in));
    out += '\n';
    put_heading(out, say::heading_examples, in);
    put_examples(out, command, in);
    put_heading(out, say::heading_usage, in);
    out += "  " + usage_line(command) + "\n";
    if (whole_program) put_commands(out, in);
    put_options(out, command, in);
    if (!whole_program) return out;
    put_exit_codes(out, in);
    out += "\n" + tell(say::help_more, in) + "\n";
    return out;
}

std::string short_help(grammar::language in) {
    const command_entry& whole = commands().front();
    std::string out = tell(say::usage_is, in, {usage_line(whole)}) + "\n\n";
    put_columns(out, {{fmt::format("advise {}", whole.examples[0].line), tell(whole.examples[0].meaning, in)},
                      {fmt::format("advise {}", whole.examples[1].line), tell(whole.examples[1].meaning, in)},
                      {"advise --help", tell(say::example_all_help, in)}});
    return out;
}

}  // namespace advise::cli
