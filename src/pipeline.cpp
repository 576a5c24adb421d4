#include "pipeline.hpp"

#include "compiled_file.hpp"
#include "embedded.hpp"
#include "file_provider.hpp"
#include "files.hpp"
#include "render/diagnostics.hpp"
#include "render/words.hpp"

#include <advise/grammar/file_kind.hpp>
#include <advise/grammar/limits.hpp>

#include <algorithm>
#include <utility>

namespace advise::cli {
namespace {

using grammar::language;
using grammar::message;

/// Who asks for advice is not told what an author could write better: warnings about rules are for `advise check`.
void keep_errors_only(grammar::diagnostics& about_rules) {
    if (!about_rules.has_errors()) about_rules = {};
}

/// A profile among the rule files: that is all there is to say.
void explain_mix_up(const engine::rule_base& rules, grammar::diagnostics& about_rules) {
    if (!about_rules.has_errors()) return;
    for (const grammar::source_ptr& file : rules.files) {
        const auto line = grammar::profile_in(*file);
        if (!line) continue;
        about_rules = {};
        about_rules.add(message::profile_as_rules, {file.get(), *line}, {file->name()}).help.push_back({message::help_use_profile, {shell_word(file->name())}});
        return;
    }
}

/// Rules where a profile should be. A profile whose lines mean something is none, whatever its keys begin with.
void explain_mix_up(consultation& made, const grammar::source& file) {
    const auto& known = made.facts.known;
    if (made.diagnostics.empty() || std::any_of(known.begin(), known.end(), [](const engine::known_fact& k) { return k.mentioned; })) return;
    const auto line = grammar::rules_in(file);
    if (!line) return;
    made.diagnostics = {};
    made.diagnostics.add(message::rules_as_profile, {&file, *line}, {file.name()}).help.push_back({message::help_use_rules, {shell_word(file.name())}});
}

}  // namespace

namespace {

/// The rule base of a compiled file, or the one inside the program. \return nullopt where the texts of rules are to be read
std::optional<loaded_rules> load_compiled(context& run, const std::vector<std::string>& files) {
    std::optional<engine::compiled_bytes> found;
    if (files.empty() && !embedded_compiled().empty()) found = {std::string(embedded_rules_name), embedded_compiled(), nullptr, true};
    for (std::size_t i = 0; i < files.size() && !found; ++i) found = map_compiled(files[i], run.inputs);
    if (!found) return std::nullopt;
    engine::load_result opened;
    if (files.size() > 1) {
        opened.rules = std::make_unique<engine::rule_base>();
        opened.diagnostics.add(message::compiled_not_alone, {}, {found->name});
    } else {
        opened = engine::open_compiled(std::move(*found));
    }
    run.spoken = language_of(run.chosen, opened.rules->language);
    const bool failed = opened.diagnostics.has_errors();
    return loaded_rules{std::move(opened.rules), std::move(opened.diagnostics), failed};
}

}  // namespace

std::shared_ptr<grammar::source> profile_source(context& run, const std::string& path, std::uint32_t ordinal, grammar::diagnostics& found, bool& usable) {
    if (path == "-" && run.io.in_is_terminal && run.io.err_is_terminal && !run.chosen.quiet) {
        run.io.err.write(tell(say::reading_terminal, run.spoken) + "\n");
        run.io.err.flush();
    }
    file_bytes file = read_file(path, grammar::limits::profile_bytes, run.io.in);
    if (file.failure != message::none) {
        found.add(file.failure, {}, std::move(file.failure_arguments));
        return nullptr;
    }
    run.inputs.push_back(std::move(file.identity));
    return grammar::read_source(shown_name(path), std::move(file.bytes), ordinal, found, usable);
}

language language_of(const options& chosen, std::string_view rules_language, std::string_view profile_text) {
    if (chosen.language) return *chosen.language;
    return rules_language == "fa" || grammar::mostly_arabic(profile_text) ? language::fa : language::en;
}

std::string_view label_language(const options& chosen, const engine::rule_base& rules) {
    if (!chosen.language) return rules.language;
    return *chosen.language == language::fa ? "fa" : "en";
}

invocation invocation_of(const options& chosen, const std::string& profile_path) {
    invocation call{profile_path, {}};
    for (const std::string& file : chosen.rules) {
        call.options.emplace_back("--rules");
        call.options.push_back(file);
    }
    if (chosen.closed) call.options.emplace_back("--closed");
    if (chosen.language) {
        call.options.emplace_back("--lang");
        call.options.emplace_back(*chosen.language == language::fa ? "fa" : "en");
    }
    return call;
}

loaded_rules load(context& run, const std::vector<std::string>& files) {
    if (std::optional<loaded_rules> compiled = load_compiled(run, files)) return std::move(*compiled);
    file_provider provider(run.io.in);
    engine::load_result loaded = engine::load_rules(files.empty() ? std::vector{std::string(embedded_rules_name)} : files, provider);
    for (std::string& identity : provider.identities()) run.inputs.push_back(std::move(identity));
    run.spoken = language_of(run.chosen, loaded.rules->language);
    explain_mix_up(*loaded.rules, loaded.diagnostics);
    return {std::move(loaded.rules), std::move(loaded.diagnostics), provider.root_failed()};
}

bool refuse_compiled(loaded_rules& loaded, const std::vector<std::string>& files) {
    if (loaded.rules->mapped == nullptr || files.empty()) return false;
    loaded.diagnostics.add(message::compiled_without_text, {}, {shown_name(files.front())}).help.push_back({message::help_name_texts, {}});
    return loaded.unreadable = true;
}

std::unique_ptr<engine::rule_base> rules_of_run(context& run) { return rules_of_run(run, run.chosen.rules); }

std::unique_ptr<engine::rule_base> rules_of_run(context& run, const std::vector<std::string>& files) {
    loaded_rules loaded = load(run, files);
    keep_errors_only(loaded.diagnostics);
    report(run, loaded.diagnostics);
    return loaded.diagnostics.has_errors() ? nullptr : std::move(loaded.rules);
}

std::optional<consultation> consult(context& run, const std::string& profile_path) { return consult(run, profile_path, run.chosen.rules); }

std::optional<consultation> consult(context& run, const std::string& profile_path, const std::vector<std::string>& files) {
    loaded_rules loaded = load(run, files);
    keep_errors_only(loaded.diagnostics);
    consultation made{std::move(loaded.rules), {}, {}, std::move(loaded.diagnostics)};
    const bool rules_usable = !made.diagnostics.has_errors();
    const auto ordinal = static_cast<std::uint32_t>(made.rules->files.size());
    bool usable = true;
    const auto source = profile_source(run, profile_path, ordinal, made.diagnostics, usable);
    if (source != nullptr && usable) {
        run.spoken = language_of(run.chosen, made.rules->language, source->text());
        made.profile = grammar::parse_profile(source, made.diagnostics);
        const std::string_view reader = run.spoken == language::fa ? "fa" : "en";
        if (rules_usable) made.facts = engine::bind(made.profile, *made.rules, {run.chosen.strict, run.chosen.closed, true, reader}, made.diagnostics);
        if (rules_usable) explain_mix_up(made, *source);
    }
    report(run, made.diagnostics);
    if (made.diagnostics.has_errors()) return std::nullopt;
    return made;
}

std::optional<std::string> read_other(context& run, const std::string& path) {
    file_bytes file = read_file(path, grammar::limits::rules_bytes, run.io.in);
    if (file.failure != grammar::message::none) {
        grammar::diagnostics found;
        found.add(file.failure, {}, std::move(file.failure_arguments));
        report(run, found);
        return std::nullopt;
    }
    run.inputs.push_back(std::move(file.identity));
    return std::move(file.bytes);
}

void report(context& run, const grammar::diagnostics& found) { report(run, found.sorted(), found.errors()); }

void report(context& run, std::vector<grammar::diagnostic> all, std::size_t errors) {
    const auto is = [](grammar::severity which) { return [which](const grammar::diagnostic& one) { return one.severity() == which; }; };
    const auto warnings = static_cast<std::size_t>(std::count_if(all.begin(), all.end(), is(grammar::severity::warning)));
    if (run.chosen.quiet) std::erase_if(all, [](const grammar::diagnostic& one) { return one.severity() != grammar::severity::error; });
    if (all.empty()) return;
    run.io.err.write(diagnostics_text(all, run.spoken, run.err));
    if (errors + warnings > 1) run.io.err.write("\n" + count_text(errors, run.chosen.quiet ? 0 : warnings, run.spoken) + "\n");
}

}  // namespace advise::cli
