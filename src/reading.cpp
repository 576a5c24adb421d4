#include "reading.hpp"

#include "render/words.hpp"

#include <advise/grammar/file_kind.hpp>

#include <algorithm>
#include <utility>

namespace advise::cli {
namespace {

using grammar::language;
using grammar::message;

/// A profile among the rule files: that is all there is to say.
void explain_mix_up(const engine::rule_base& rules, grammar::diagnostics& about_rules) {
    if (!about_rules.has_errors()) return;
    for (const grammar::source_ptr& file : rules.files) {
        const auto line = grammar::profile_in(*file);
        if (!line) continue;
        about_rules = {};
        about_rules.add(message::profile_as_rules, {file.get(), *line}, {file->name()})
            .help.push_back({message::help_use_profile, {shell_word(file->name())}});
        return;
    }
}

/// Rules where a profile should be. A profile whose lines mean something is none, whatever its keys begin with.
void explain_mix_up(const engine::facts& person, const grammar::source& file, grammar::diagnostics& found) {
    if (found.empty() || std::ranges::any_of(person.known, &engine::known_fact::mentioned)) return;
    const auto line = grammar::rules_in(file);
    if (!line) return;
    found = {};
    found.add(message::rules_as_profile, {&file, *line}, {file.name()}).help.push_back({message::help_use_rules, {shell_word(file.name())}});
}

}  // namespace

language spoken_language(std::optional<language> asked, std::string_view rules_language, std::string_view profile_text) {
    if (asked) return *asked;
    return rules_language == "fa" || grammar::mostly_arabic(profile_text) ? language::fa : language::en;
}

std::string_view tag_of(language spoken) { return spoken == language::fa ? "fa" : "en"; }

engine::load_result read_rules(const std::vector<std::string>& roots, engine::source_provider& provider) {
    engine::load_result loaded = engine::load_rules(roots, provider);
    explain_mix_up(*loaded.rules, loaded.diagnostics);
    return loaded;
}

profile_reading read_profile(grammar::source_ptr file, const engine::rule_base& rules, bool rules_usable, const profile_options& options,
                             grammar::diagnostics& found) {
    profile_reading made;
    made.spoken = spoken_language(options.language, rules.language, file->text());
    made.profile = grammar::parse_profile(file, found);
    if (!rules_usable) return made;
    made.facts = engine::bind(made.profile, rules, {options.strict, options.closed, true, tag_of(made.spoken)}, found);
    explain_mix_up(made.facts, *file, found);
    return made;
}

}  // namespace advise::cli
