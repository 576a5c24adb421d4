#include "hints.hpp"

#include "../files.hpp"
#include "../render/words.hpp"
#include "limits.hpp"

#include <advise/engine/advice.hpp>
#include <advise/engine/program.hpp>
#include <advise/grammar/limits.hpp>

namespace advise::cli::lsp {
namespace {

std::shared_ptr<grammar::source> profile_source(const std::string& path, const documents& open, grammar::diagnostics& found, bool& usable) {
    const std::string uri = open.uri_of(path);
    if (const document* shown = uri.empty() ? nullptr : open.find(uri)) return grammar::read_source(shown_name(path), shown->text, 0, found, usable);
    file_bytes file = read_file(path, grammar::limits::profile_bytes, -1);
    if (file.failure != grammar::message::none) return nullptr;
    return grammar::read_source(shown_name(path), std::move(file.bytes), 0, found, usable);
}

std::optional<engine::facts> person_of(const engine::rule_base& rules, const std::string& path, const documents& open) {
    grammar::diagnostics found;
    bool usable = true;
    const auto source = profile_source(path, open, found, usable);
    if (source == nullptr || !usable) return std::nullopt;
    const grammar::profile profile = grammar::parse_profile(source, found);
    engine::facts person = engine::bind(profile, rules, {false, false, false, {}}, found);
    if (found.has_errors()) return std::nullopt;
    return person;
}

/// Conclusions that are declared in a file, within a range.
std::vector<engine::conclusion_id> declared_in(const project& of, const text_file& file, const range& where) {
    std::vector<engine::conclusion_id> all;
    for (engine::conclusion_id c = 0; c < of.rules->conclusions.size(); ++c) {
        const engine::conclusion& each = of.rules->conclusions[c];
        const position at = of.rules->files[each.at.file].get() == &file.source() ? file.position_of(each.at.where.begin) : position{};
        if (each.declared && of.rules->files[each.at.file].get() == &file.source() && where.begin <= at && at <= where.end) all.push_back(c);
    }
    return all;
}

say word_of(engine::verdict verdict) {
    if (verdict == engine::verdict::unknown) return say::word_unknown;
    return verdict == engine::verdict::yes ? say::word_yes : say::word_no;
}

/// "yes, 3 to 5 points".
std::string label_of(const engine::role_advice& about, const words& speak) {
    const std::string verdict = speak.say_it(word_of(about.verdict));
    const bool pointless = about.points == engine::points_interval{} && about.max == 0;
    return pointless ? verdict : speak.say_it(say::comma, {verdict, speak.points(about.points)});
}

}  // namespace

std::optional<json::array> hints(const project& of, const text_file& file, const range& where, const std::string& path, const documents& open,
                                 grammar::language in) {
    const engine::rule_base& rules = *of.rules;
    const std::optional<engine::facts> person = person_of(rules, path, open);
    if (!person) return std::nullopt;
    engine::advise_options options;
    options.witnesses = false;
    options.work_limit = options.run_limit = limits::hint_work;
    const engine::program code(rules);
    const words speak(rules, *person, in);
    json::array all;
    for (const engine::role_advice& about : engine::advise_on(code, *person, declared_in(of, file, where), options).roles) {
        const std::uint32_t line = file.position_of(rules.conclusions[about.role].at.where.begin).line;
        const std::string_view text = file.source().written();
        const position end = file.lines().position_of(text, file.lines().line_end(text, line));
        all.push_back(json::object{{"position", as_json(end)}, {"label", label_of(about, speak)}, {"paddingLeft", true}});
    }
    return all;
}

}  // namespace advise::cli::lsp
