#include "diagnostics.hpp"

#include "../catalogue.hpp"
#include "excerpt.hpp"
#include "words.hpp"

#include <advise/grammar/utf8.hpp>

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <optional>

namespace advise::cli {
namespace {

using grammar::diagnostic;
using grammar::severity;

constexpr std::string_view bold = "1", red = "1;31", yellow = "1;33", cyan = "1;36", blue = "34";

std::string painted(std::string_view text, std::string_view color, const surface& to) {
    return to.color && !text.empty() ? fmt::format("\x1b[{}m{}\x1b[0m", color, text) : std::string(text);
}

std::string_view color_of(severity which) {
    if (which == severity::error) return red;
    return which == severity::warning ? yellow : cyan;
}

say word_of(severity which) {
    if (which == severity::error) return say::severity_error;
    return which == severity::warning ? say::severity_warning : say::severity_note;
}

/// On a terminal, text of another direction is kept apart from the words around it.
std::string isolated(std::string text, const surface& to) { return to.terminal ? "\u2068" + text + "\u2069" : text; }

/// Writes one finding; the gutter is as wide as the greatest line number in it.
class finding_writer {
public:
    finding_writer(std::string& out, grammar::language in, const surface& to) : out_(out), in_(in), to_(to) {}

    void write(const diagnostic& found) {
        gutter_ = gutter_of(found);
        out_ += severity_text(found.severity(), code_of(found.text.id), in_, to_);
        out_ += painted(": " + text_of(found.text.id, in_, found.text.arguments), bold, to_);
        out_ += '\n';
        quote(found.at, '^', color_of(found.severity()));
        for (const grammar::diagnostic_note& note : found.notes) {
            line_of(say::severity_note, text_of(note.text.id, in_, note.text.arguments));
            quote(note.at, '-', cyan);
        }
        for (const grammar::diagnostic_profile& shown : found.profiles) profile(shown);
        for (const grammar::sentence& help : found.help) line_of(say::word_help, text_of(help.id, in_, help.arguments));
    }

private:
    static std::size_t digits_of(const grammar::place& at) {
        return at.file == nullptr ? 0 : fmt::formatted_size("{}", at.file->position_of(at.where.begin).line);
    }

    static std::size_t gutter_of(const diagnostic& found) {
        std::size_t most = digits_of(found.at);
        for (const grammar::diagnostic_note& note : found.notes) most = std::max(most, digits_of(note.at));
        return most;
    }

    void line_of(say opening, const std::string& text) {
        out_ += painted(tell(opening, in_) + ":", cyan, to_);
        out_ += " " + text + "\n";
    }

    void profile(const grammar::diagnostic_profile& shown) {
        line_of(say::severity_note, text_of(shown.heading.id, in_, shown.heading.arguments) + ":");
        for (const std::string& line : shown.lines) out_ += "    " + grammar::printable(line) + "\n";
    }

    /// The start of a line of the quotation: a number or blanks, and a bar.
    void bar(std::optional<std::uint32_t> number) {
        const std::string text = number ? fmt::format("{:>{}} |", *number, gutter_) : fmt::format("{:>{}} |", "", gutter_);
        out_ += painted(text, blue, to_);
    }

    void quote(const grammar::place& at, char mark, std::string_view color) {
        if (at.file == nullptr) return;
        const grammar::position start = at.file->position_of(at.where.begin);
        const std::string& name = at.file->name();
        const std::string shown = name == "-" ? tell(say::standard_input, in_) : grammar::printable(name);
        out_.append(gutter_, ' ');
        out_ += painted("-->", blue, to_);
        fmt::format_to(std::back_inserter(out_), " {}:{}:{}\n", shown, start.line, start.column);
        const excerpt line = excerpt_of(at, most_quoted_columns);
        bar(std::nullopt);
        out_ += '\n';
        bar(line.line);
        out_ += line.text.empty() ? "\n" : " " + line.text + "\n";
        bar(std::nullopt);
        out_.append(1 + line.before, ' ');
        out_ += painted(std::string(line.width, mark), color, to_);
        // Under text of right-to-left letters a column on the screen is not where it seems: the words themselves say it.
        if (line.right_to_left && !line.marked.empty()) out_ += "  " + isolated(tell(say::quoted, in_, {line.marked}), to_);
        out_ += '\n';
    }

    std::string& out_;
    grammar::language in_;
    const surface& to_;
    std::size_t gutter_ = 0;
};

}  // namespace

std::string severity_text(severity which, std::string_view code, grammar::language in, const surface& to) {
    const std::string word = tell(word_of(which), in);
    return painted(code.empty() ? word : fmt::format("{}[{}]", word, code), color_of(which), to);
}

std::string diagnostics_text(const std::vector<diagnostic>& found, grammar::language in, const surface& to) {
    std::string out;
    finding_writer writer(out, in, to);
    std::size_t written = 0;
    for (; written < found.size() && out.size() < most_message_bytes; ++written) {
        if (written != 0) out += '\n';
        writer.write(found[written]);
    }
    if (written < found.size()) out += "\n" + tell(say::more_messages, in, {digits(fmt::format("{}", found.size() - written), in)}) + "\n";
    return out;
}

std::string count_text(std::size_t errors, std::size_t warnings, grammar::language in) {
    const auto said = [in](std::size_t n, say one, say many) { return tell(n == 1 ? one : many, in, {digits(fmt::format("{}", n), in)}); };
    if (warnings == 0) return errors == 0 ? std::string() : said(errors, say::count_error, say::count_errors);
    const std::string second = said(warnings, say::count_warning, say::count_warnings);
    return errors == 0 ? second : tell(say::comma, in, {said(errors, say::count_error, say::count_errors), second});
}

std::string report_text(const std::vector<diagnostic>& found, std::size_t errors, grammar::language in, const surface& to, count_line counted) {
    if (found.empty()) return {};
    const auto is_warning = [](const diagnostic& one) { return one.severity() == severity::warning; };
    const auto warnings = static_cast<std::size_t>(std::ranges::count_if(found, is_warning));
    std::string out = diagnostics_text(found, in, to);
    if (errors + warnings < (counted == count_line::of_several ? 2 : 1)) return out;
    std::string count = count_text(errors, warnings, in);
    if (counted == count_line::of_first) count = tell(errors == 1 ? say::more_behind_error : say::more_behind_errors, in, {count});
    return out + "\n" + count + "\n";
}

}  // namespace advise::cli
