#include "findings.hpp"

#include "../catalogue.hpp"
#include "../judgement.hpp"
#include "../learning_findings.hpp"
#include "../proof_findings.hpp"
#include "limits.hpp"

#include <advise/engine/analysis.hpp>
#include <advise/engine/program.hpp>

#include <algorithm>
#include <fmt/format.h>

namespace advise::cli::lsp {
namespace {

using grammar::diagnostic;

int severity_number(grammar::severity which) {
    if (which == grammar::severity::error) return 1;
    return which == grammar::severity::warning ? 2 : 3;
}

std::string message_of(const diagnostic& found, grammar::language in) {
    std::string text = text_of(found.text.id, in, found.text.arguments);
    for (const grammar::diagnostic_profile& shown : found.profiles) {
        text += "\n" + text_of(shown.heading.id, in, shown.heading.arguments) + ":";
        for (const std::string& line : shown.lines) text += "\n    " + line;
    }
    for (const grammar::sentence& help : found.help) text += fmt::format("\n{}: {}", tell(say::word_help, in), text_of(help.id, in, help.arguments));
    return text;
}

json::array related(const project& of, const diagnostic& found, grammar::language in) {
    json::array places;
    for (const grammar::diagnostic_note& note : found.notes) {
        const text_file* file = of.file_of(note.at.file);
        if (file == nullptr) continue;
        places.push_back(json::object{{"location", location(file->uri(), file->range_of(note.at.where))},
                                      {"message", text_of(note.text.id, in, note.text.arguments)}});
    }
    return places;
}

struct given_up {};

}  // namespace

std::vector<diagnostic> told(const project& of) {
    grammar::diagnostics all = of.found;
    if (of.rules == nullptr) return all.sorted();
    return judgement(*of.rules, all, !of.proved ? looked_for::texts : of.complete ? looked_for::everything : looked_for::most);
}

json::object as_json(const project& of, const text_file& in, const diagnostic& found, grammar::language say_in) {
    const range where = found.at.file == &in.source() ? in.range_of(found.at.where) : range{};
    json::object made{{"range", as_json(where)}, {"severity", severity_number(found.severity())}};
    const std::string_view code = code_of(found.text.id);
    made["code"] = json::string_view(code.data(), code.size());
    made["source"] = "advise";
    made["message"] = message_of(found, say_in);
    if (json::array places = related(of, found, say_in); !places.empty()) made["relatedInformation"] = std::move(places);
    return made;
}

std::map<std::string, json::array> findings_by_file(const project& of, grammar::language say_in) {
    std::map<std::string, json::array> found;
    for (const text_file& file : of.files) found[file.uri()];
    found[of.root];
    for (const diagnostic& each : told(of)) {
        const text_file* file = of.file_of(each.at.file);
        if (file == nullptr && !of.files.empty()) file = &of.files.front();
        if (file != nullptr) found[file->uri()].push_back(as_json(of, *file, each, say_in));
    }
    return found;
}

bool prove(project& about, grammar::language say_in, const std::function<bool()>& interrupted) {
    about.proved = true;
    if (!about.sound() || about.rules->conclusions.empty()) return true;  // a file of facts alone is used by others
    grammar::diagnostics all = about.found;
    try {
        const engine::program code(*about.rules);
        add_learning_findings(code, all);
        engine::analysis_options options;
        options.conflicts = limits::proof_conflicts;
        options.work_limit = limits::proof_work;
        options.progress = [&](std::size_t, std::size_t) {
            if (interrupted()) throw given_up{};
        };
        const engine::analysis found = engine::analyse(code, options);
        add_findings(*about.rules, found, say_in, all);
        about.complete = found.undecided == 0;
    } catch (const given_up&) {
        about.proved = false;
        return false;
    }
    about.found = std::move(all);
    return true;
}

}  // namespace advise::cli::lsp
