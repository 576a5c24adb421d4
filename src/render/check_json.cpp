#include "check_json.hpp"

namespace advise::cli {
namespace {

using grammar::diagnostic;
using grammar::place;
using grammar::position;

std::string_view name_of(grammar::severity severity) {
    switch (severity) {
        case grammar::severity::error: return "error";
        case grammar::severity::warning: return "warning";
        case grammar::severity::note: break;
    }
    return "note";
}

/// "file", "line" and "column"; all null where a finding has no place.
void write_start(json_writer& out, const place& at) {
    if (at.file == nullptr) {
        out.key("file").null().key("line").null().key("column").null();
        return;
    }
    const position start = at.file->position_of(at.where.begin);
    out.member("file", at.file->name()).member_number("line", start.line).member_number("column", start.column);
}

void write_end(json_writer& out, const place& at) {
    if (at.file == nullptr) {
        out.key("end_line").null().key("end_column").null();
        return;
    }
    const position end = at.file->position_of(at.where.end);
    out.member_number("end_line", end.line).member_number("end_column", end.column);
}

void write_notes(json_writer& out, const diagnostic& found, grammar::language in) {
    out.key("notes").begin_array();
    for (const grammar::diagnostic_note& note : found.notes) {
        out.begin_object().member("message", text_of(note.text.id, in, note.text.arguments));
        write_start(out, note.at);
        out.end_object();
    }
    out.end_array();
}

/// Only where there are any: findings of other stages have none.
void write_profiles(json_writer& out, const diagnostic& found, grammar::language in) {
    if (found.profiles.empty()) return;
    out.key("profiles").begin_array();
    for (const grammar::diagnostic_profile& shown : found.profiles) {
        out.begin_object().member("message", text_of(shown.heading.id, in, shown.heading.arguments)).key("lines").begin_array();
        for (const std::string& line : shown.lines) out.string(line);
        out.end_array().end_object();
    }
    out.end_array();
}

void write_one(json_writer& out, const diagnostic& found, grammar::language in) {
    out.begin_object();
    out.member("code", code_of(found.text.id)).member("severity", name_of(found.severity()));
    out.member("message", text_of(found.text.id, in, found.text.arguments));
    write_start(out, found.at);
    write_end(out, found.at);
    const std::string help = help_text(found, in);
    if (help.empty()) out.key("help").null();
    else out.member("help", help);
    write_notes(out, found, in);
    write_profiles(out, found, in);
    out.end_object();
}

}  // namespace

std::string help_text(const diagnostic& about, grammar::language in) {
    std::string all;
    for (const grammar::sentence& help : about.help) {
        if (!all.empty()) all += '\n';
        all += text_of(help.id, in, help.arguments);
    }
    return all;
}

void write_diagnostics(json_writer& out, const std::vector<diagnostic>& found, grammar::language in) {
    out.begin_array();
    for (const diagnostic& one : found) write_one(out, one, in);
    out.end_array();
}

std::string check_json(const std::vector<diagnostic>& found, grammar::language in) {
    std::string text;
    json_writer out(text);
    out.begin_object().member("schema", "advise/check/1").key("diagnostics");
    write_diagnostics(out, found, in);
    out.end_object();
    return text;
}

}  // namespace advise::cli
