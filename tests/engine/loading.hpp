// Loading rule texts and binding profiles in tests.
#pragma once

#include <advise/engine/facts.hpp>
#include <advise/engine/rule_base.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace advise::engine::testing {

/// "A1003 2:7 parallelism": code, place, the text underlined (its first line).
inline std::string shown(const grammar::diagnostic& d) {
    std::string text(grammar::code_of(d.text.id));
    if (d.at.file == nullptr) return text;
    const grammar::position at = d.at.file->position_of(d.at.where.begin);
    const std::string_view under = d.at.file->text(d.at.where);
    return text + ' ' + std::to_string(at.line) + ':' + std::to_string(at.column) + ' ' + std::string(under.substr(0, under.find('\n')));
}

inline std::vector<std::string> shown(const grammar::diagnostics& all) {
    std::vector<std::string> lines;
    for (const grammar::diagnostic& d : all.sorted()) lines.push_back(shown(d));
    return lines;
}

inline load_result load(std::string text) { return load_rules_text("test.rules", std::move(text)); }

/// What is reported of a rule text, one line each, joined by " | "; "" when nothing is.
inline std::string joined(const std::vector<std::string>& lines) {
    std::string all;
    for (const std::string& line : lines) all += (all.empty() ? "" : " | ") + line;
    return all;
}

inline std::string reported(std::string text) { return joined(shown(load(std::move(text)).diagnostics)); }

/// The same for errors only.
inline std::string errors_of(std::string text) {
    std::vector<std::string> lines;
    const load_result loaded = load(std::move(text));
    for (const grammar::diagnostic& d : loaded.diagnostics.sorted())
        if (d.severity() == grammar::severity::error) lines.push_back(shown(d));
    return joined(lines);
}

/// All help of the first finding.
inline std::string help_of(std::string text) {
    std::string all;
    const load_result loaded = load(std::move(text));
    const std::vector<grammar::diagnostic> found = loaded.diagnostics.sorted();
    if (found.empty()) return all;
    for (const grammar::sentence& help : found.front().help)
        all += (all.empty() ? "" : " | ") + grammar::text_of(help.id, grammar::language::en, help.arguments);
    return all;
}

/// The places of the notes of the first finding, as "line:column".
inline std::string notes_of(const grammar::diagnostics& diagnostics) {
    std::string all;
    const std::vector<grammar::diagnostic> found = diagnostics.sorted();
    if (found.empty()) return all;
    for (const grammar::diagnostic_note& note : found.front().notes) {
        const grammar::position at = note.at.file->position_of(note.at.where.begin);
        all += (all.empty() ? "" : " ") + std::to_string(at.line) + ':' + std::to_string(at.column);
    }
    return all;
}

inline std::string notes_of(std::string text) {
    const load_result loaded = load(std::move(text));
    return notes_of(loaded.diagnostics);
}

/// A profile bound to a rule base.
struct bound {
    engine::facts facts;
    grammar::diagnostics diagnostics;
    grammar::profile profile;
};

inline bound bind_text(const rule_base& rules, std::string text, const bind_options& options = {}) {
    bound result;
    bool usable = true;
    const auto file = grammar::read_source("profile.txt", std::move(text), 0, result.diagnostics, usable);
    result.profile = grammar::parse_profile(file, result.diagnostics);
    result.facts = bind(result.profile, rules, options, result.diagnostics);
    return result;
}

}  // namespace advise::engine::testing
