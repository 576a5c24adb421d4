#include "check_lines.hpp"

#include "../catalogue.hpp"
#include "check_json.hpp"

#include <advise/grammar/utf8.hpp>

#include <fmt/format.h>
#include <iterator>

namespace advise::cli {
namespace {

using grammar::diagnostic;
using grammar::position;

std::string sentence_of(const diagnostic& found, grammar::language in) { return text_of(found.text.id, in, found.text.arguments); }

/// What a workflow command would take for its own syntax.
std::string escaped(std::string_view text, bool is_value) {
    std::string out;
    for (const char c : text) {
        if (c == '%') out += "%25";
        else if (c == '\r') out += "%0D";
        else if (c == '\n') out += "%0A";
        else if (c == ':' && is_value) out += "%3A";
        else if (c == ',' && is_value) out += "%2C";
        else out += c;
    }
    return out;
}

std::string_view command_of(grammar::severity severity) { return severity == grammar::severity::note ? "notice" : severity_name(severity); }

}  // namespace

std::string_view severity_name(grammar::severity severity) {
    switch (severity) {
    case grammar::severity::error: return "error";
    case grammar::severity::warning: return "warning";
    case grammar::severity::note: break;
    }
    return "note";
}

std::string check_concise(const std::vector<diagnostic>& found, grammar::language in) {
    std::string out;
    for (const diagnostic& one : found) {
        if (one.at.file != nullptr) {
            const position at = one.at.file->position_of(one.at.where.begin);
            fmt::format_to(std::back_inserter(out), "{}:{}:{}: ", grammar::printable(one.at.file->name()), at.line, at.column);
        }
        fmt::format_to(std::back_inserter(out), "{}[{}]: {}\n", severity_name(one.severity()), code_of(one.text.id), sentence_of(one, in));
    }
    return out;
}

std::string check_github(const std::vector<diagnostic>& found, grammar::language in) {
    std::string out;
    const auto put = std::back_inserter(out);
    for (const diagnostic& one : found) {
        fmt::format_to(put, "::{} ", command_of(one.severity()));
        if (one.at.file != nullptr) {
            const position from = one.at.file->position_of(one.at.where.begin), to = one.at.file->position_of(one.at.where.end);
            fmt::format_to(put, "file={},line={},endLine={},", escaped(one.at.file->name(), true), from.line, to.line);
            if (from.line == to.line) fmt::format_to(put, "col={},endColumn={},", from.column, to.column);
        }
        fmt::format_to(put, "title={}::{}", code_of(one.text.id), escaped(sentence_of(one, in), false));
        const std::string help = help_text(one, in);
        if (!help.empty()) out += "%0A" + tell(say::word_help, in) + ": " + escaped(help, false);
        out += '\n';
    }
    return out;
}

}  // namespace advise::cli
