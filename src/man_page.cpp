#include "man_page.hpp"

#include "commands.hpp"

#include <advise/grammar/utf8.hpp>

#include <fmt/format.h>
#include <string_view>
#include <utility>

namespace advise::cli {
namespace {

constexpr grammar::language english = grammar::language::en;

/// Text as roff: nothing in it is a request or an escape, and a sign of minus can be copied.
std::string roff(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto [point, length, valid] = grammar::decode_one(text, at);
        if (text[at] == '\\') out += "\\e";
        else if (text[at] == '-') out += "\\-";
        else if (text[at] == '\'') out += "\\(aq";
        else if (text[at] == '"') out += "\\(dq";
        else if (text[at] == '`') out += "\\(ga";
        else if (text[at] == '~') out += "\\(ti";
        else if (text[at] == '^') out += "\\(ha";
        else if (text[at] == '\n') out += ' ';
        else if (point >= 0x80 || !valid) out += fmt::format("\\[u{:04X}]", static_cast<std::uint32_t>(point));
        else out += text[at];
        at += length;
    }
    return out.starts_with('.') ? "\\&" + out : out;
}

std::string said(say id) { return roff(tell(id, english)); }

void section(std::string& out, std::string_view name) { out += fmt::format(".SH {}\n", name); }

void tagged(std::string& out, std::string_view tag, std::string_view text) { out += fmt::format(".TP\n.B {}\n{}\n", tag, text); }

void examples(std::string& out, const command_entry& command) {
    for (const example_entry& example : command.examples) tagged(out, roff(fmt::format("advise {}", example.line)), said(example.meaning));
}

void option_list(std::string& out, const command_entry& command) {
    for (const option_id id : command.options) tagged(out, roff(option_usage(option_of(id), command)), said(summary_of(option_of(id), command)));
}

/// Whether a command takes an option just as the main job does, which was told.
bool is_told(const option_id id, const command_entry& command) {
    const command_entry& whole = commands().front();
    const option_entry& option = option_of(id);
    return has_option(whole, id) && option_usage(option, whole) == option_usage(option, command)
           && summary_of(option, whole) == summary_of(option, command);
}

/// The options of a command: those of its own, then the names of the others.
void own_options(std::string& out, const command_entry& command) {
    std::string others;
    for (const option_id id : command.options) {
        const option_entry& option = option_of(id);
        if (!is_told(id, command)) tagged(out, roff(option_usage(option, command)), said(summary_of(option, command)));
        else others += (others.empty() ? "" : ",\n") + roff(option.letter.empty() ? option.name : option.letter);
    }
    if (!others.empty()) out += ".PP\n" + tell(say::man_also, english, {others}) + "\n";
}

/// A command with everything: examples first, as `advise help COMMAND`.
void about(std::string& out, const command_entry& command) {
    out += fmt::format(".SS {}\n{}.\n", roff(usage_line(command)), said(command.summary));
    examples(out, command);
    own_options(out, command);
}

void exit_codes(std::string& out) {
    section(out, "EXIT STATUS");
    for (const auto& [code, meaning] : {std::pair("0", say::exit_0), std::pair("1", say::exit_1), std::pair("2", say::exit_2),
                                        std::pair("3", say::exit_3), std::pair("70", say::exit_70), std::pair("130, 143", say::exit_130)})
        tagged(out, code, said(meaning));
}

void files(std::string& out) {
    section(out, "FILES");
    tagged(out, "me.txt, me.json", said(say::man_files_profile));
    tagged(out, "*.rules", said(say::man_files_rules));
    tagged(out, "OUT.progress", said(say::man_files_progress));
}

void variables(std::string& out) {
    section(out, "ENVIRONMENT");
    for (const auto& [name, meaning] : {std::pair("COLUMNS", say::man_env_columns), std::pair("NO_COLOR", say::man_env_no_color),
                                        std::pair("CLICOLOR_FORCE", say::man_env_force), std::pair("TERM", say::man_env_term)})
        tagged(out, name, said(meaning));
}

}  // namespace

std::string man_page() {
    const command_entry& whole = commands().front();
    const std::string summary = tell(say::program_summary, english);
    std::string out = fmt::format(".\\\" Made of the table of commands and options by the build of advise; do not edit.\n"
                                  ".TH ADVISE 1 \"\" \"advise {}\" \"User Commands\"\n",
                                  ADVISE_VERSION);
    section(out, "NAME");
    out += "advise \\- " + roff(summary.substr(summary.find(' ') + 1)) + "\n";
    section(out, "SYNOPSIS");
    for (const command_entry& command : commands()) out += fmt::format("{}.B {}\n", &command == &whole ? "" : ".br\n", roff(usage_line(command)));
    section(out, "DESCRIPTION");
    out += said(whole.summary) + ".\n.PP\n" + said(say::help_more) + "\n";
    section(out, "EXAMPLES");
    examples(out, whole);
    section(out, "OPTIONS");
    option_list(out, whole);
    section(out, "COMMANDS");
    for (const command_entry& command : commands())
        if (&command != &whole) about(out, command);
    exit_codes(out);
    files(out);
    variables(out);
    return out;
}

}  // namespace advise::cli
