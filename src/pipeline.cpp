#include "pipeline.hpp"

#include "compiled_file.hpp"
#include "cut_off.hpp"
#include "file_provider.hpp"
#include "files.hpp"
#include "reading.hpp"
#include "render/diagnostics.hpp"
#include "render/words.hpp"

#include <advise/grammar/limits.hpp>

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace advise::cli {
namespace {

using grammar::language;
using grammar::message;

/// Who asks for advice is not told what an author could write better: warnings about rules are for `advise check`.
void keep_errors_only(grammar::diagnostics& about_rules) {
    if (!about_rules.has_errors()) about_rules = {};
}

}  // namespace

namespace {

/// Somebody may cut off a compiled file while it is judged or used: that is an error, in the language known by now.
void mind_cutting_off(const context& run, const std::vector<std::string>& files) {
    if (files.empty()) return;
    const std::string error = severity_text(grammar::severity::error, {}, run.spoken, run.err);
    tell_if_cut_off(fmt::format("{}: {}\n", error, tell(say::compiled_was_cut_off, run.spoken, {files.front()})));
}

/// The rule base of a compiled file, or the one inside the program. \return nullopt where the texts of rules are to be read
std::optional<loaded_rules> load_compiled(context& run, const std::vector<std::string>& files) {
    mind_cutting_off(run, files);
    std::optional<engine::load_result> found = load_if_compiled(files, run.inputs);
    if (!found) return std::nullopt;
    engine::load_result& opened = *found;
    run.spoken = language_of(run.chosen, opened.rules->language);
    mind_cutting_off(run, files);
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
    return spoken_language(chosen.language, rules_language, profile_text);
}

std::string_view label_language(const options& chosen, const engine::rule_base& rules) {
    if (!chosen.language) return rules.language;
    return tag_of(*chosen.language);
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
        call.options.emplace_back(tag_of(*chosen.language));
    }
    return call;
}

loaded_rules load(context& run, const std::vector<std::string>& files) {
    if (std::optional<loaded_rules> compiled = load_compiled(run, files)) return std::move(*compiled);
    file_provider provider(run.io.in);
    engine::load_result loaded = read_rules(files.empty() ? std::vector{std::string(embedded_rules_name)} : files, provider);
    for (std::string& identity : provider.identities()) run.inputs.push_back(std::move(identity));
    run.spoken = language_of(run.chosen, loaded.rules->language);
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
        profile_reading read = read_profile(source, *made.rules, rules_usable, {run.chosen.strict, run.chosen.closed, run.chosen.language}, made.diagnostics);
        run.spoken = read.spoken;
        made.profile = std::move(read.profile);
        made.facts = std::move(read.facts);
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

void report(context& run, std::vector<grammar::diagnostic> all, std::size_t errors, count_line counted) {
    if (run.chosen.quiet) std::erase_if(all, [](const grammar::diagnostic& one) { return one.severity() != grammar::severity::error; });
    run.io.err.write(report_text(all, errors, run.spoken, run.err, counted));
}

}  // namespace advise::cli
