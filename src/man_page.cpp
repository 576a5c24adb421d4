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

/// A command with everything: examples first, as `advise help COMMAND`.
void about(std::string& out, const command_entry& command) {
    out += fmt::format(".SS {}\n{}.\n", roff(usage_line(command)), said(command.summary));
    examples(out, command);
    option_list(out, command);
}

void exit_codes(std::string& out) {
    section(out, "EXIT STATUS");
    for (const auto& [code, meaning] : {std::pair("0", say::exit_0), std::pair("1", say::exit_1), std::pair("2", say::exit_2),
                                        std::pair("3", say::exit_3), std::pair("70", say::exit_70), std::pair("130, 143", say::exit_130)})
        tagged(out, code, said(meaning));
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
    return out;
}

}  // namespace advise::cli
