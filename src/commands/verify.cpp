// `advise verify`: hands the bytes of result, rules and profile to the checker, which judges them by itself.
#include "../verify/verify.hpp"
#include "../commands.hpp"
#include "../file_provider.hpp"
#include "../pipeline.hpp"
#include "../render/text.hpp"
#include "../render/verify_page.hpp"
#include "../render/words.hpp"
#include "../sha256.hpp"

#include <advise/engine/compiled.hpp>
#include <advise/grammar/limits.hpp>
#include <advise/grammar/utf8.hpp>

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <system_error>

namespace advise::cli {
namespace {

/// Gives the checker the files that the engine would get, with their digests.
class checked_files final : public verify::file_source {
public:
    explicit checked_files(file_provider& files) : files_(files) {}

    verify::rule_file open_root(const std::string& name) override { return handed_on(files_.open_root(name)); }
    verify::rule_file open_import(const std::string& asked, const std::string& importer, const std::string& root) override {
        return handed_on(files_.open_import(asked, importer, root));
    }

private:
    static verify::rule_file handed_on(engine::source_provider::file&& file) {
        std::string digest = sha256(file.bytes);
        return {std::move(file.name), std::move(file.identity),         std::move(file.bytes), std::move(digest),
                file.failure,         std::move(file.failure_arguments)};
    }

    file_provider& files_;
};

bool is_result(const verify::json& value) {
    const verify::json* schema = value.find("schema");
    return schema != nullptr && schema->is == verify::json::kind::string && schema->string.starts_with("advise/");
}

/// `verify PROFILE RESULT`, when the first turned out to be no result: says so, with the right command.
bool result_is_second(context& run) {
    const std::string &first = run.chosen.operands[0], &second = run.chosen.operands[1];
    std::error_code failed;
    if (!std::filesystem::is_regular_file(second, failed)) return false;  // a pipe can be read only once
    const file_bytes file = read_file(second, grammar::limits::rules_bytes, run.io.in);
    const verify::json_result read = verify::read_json(file.bytes);
    if (file.failure != grammar::message::none || read.error != verify::json_error::no_error || !is_result(read.value)) return false;
    std::string command = "advise verify " + shell_word(second) + " " + shell_word(first);
    for (const std::string& option : invocation_of(run.chosen, first).options) command += " " + shell_word(option);
    run.complain(tell(say::result_comes_first, run.spoken, {shown_name(second), shown_name(first)}), tell(say::help_swapped, run.spoken, {command}));
    return true;
}

/// The result as a value. \return nullopt where it cannot be read, which has been said
std::optional<verify::json> read_result(context& run, const std::string& path) {
    const std::optional<std::string> bytes = read_other(run, path);
    if (!bytes) return std::nullopt;
    verify::json_result read = verify::read_json(*bytes);
    const bool is_json = read.error == verify::json_error::no_error;
    if ((!is_json || !is_result(read.value)) && result_is_second(run)) return std::nullopt;
    if (is_json) return std::move(read.value);
    const auto before = static_cast<std::ptrdiff_t>(std::min(read.at, bytes->size()));
    const auto line = 1 + std::count(bytes->begin(), bytes->begin() + before, '\n');
    run.complain(tell(say::result_not_json, run.spoken, {fmt::format("{}:{}", shown_name(path), line), json_error_text(read.error, run.spoken)}));
    return std::nullopt;
}

/// A result of another kind is not refused: nothing can be said about it.
bool can_be_checked(context& run, const verify::json& result) {
    const verify::json* schema = result.find("schema");
    if (schema == nullptr || schema->is != verify::json::kind::string) return true;  // refused, with the place
    for (const std::string_view known : {"advise/result/1", "advise/explain/1", "advise/if/1", "advise/plan/1", "advise/plans/1", "advise/compare/1",
                                         "advise/question/1"})
        if (schema->string == known) return true;
    run.complain(tell(say::result_not_checkable, run.spoken, {grammar::printable(grammar::shortened(schema->string, 100))}));
    return false;
}

/// The checker reads rules by itself, and so their texts. \return whether compiled ones were named, which has been said
bool refuse_compiled_roots(context& run) {
    grammar::diagnostics found;
    for (const std::string& name : run.chosen.rules) {
        if (!name.ends_with(".advb") && !engine::is_compiled(beginning_of_file(name))) continue;
        found.add(grammar::message::compiled_without_text, {}, {shown_name(name)}).help.push_back({grammar::message::help_name_texts, {}});
    }
    report(run, found);
    return found.has_errors();
}

}  // namespace

exit_code run_verify(context& run) {
    if (refuse_compiled_roots(run)) return exit_code::usage;
    const std::optional<verify::json> result = read_result(run, run.chosen.operands[0]);
    if (!result || !can_be_checked(run, *result)) return exit_code::usage;
    grammar::diagnostics about_profile;
    bool usable = true;
    const auto source = profile_source(run, run.chosen.operands[1], 0, about_profile, usable);
    grammar::profile profile;
    if (source != nullptr && usable) {
        run.spoken = language_of(run.chosen, {}, source->text());
        profile = grammar::parse_profile(source, about_profile);
    }
    report(run, about_profile);
    if (source == nullptr || about_profile.has_errors()) return exit_code::usage;

    file_provider provider(run.io.in);
    checked_files files(provider);
    const std::vector<std::string> roots = run.chosen.rules.empty() ? std::vector{std::string(embedded_rules_name)} : run.chosen.rules;
    const verify::outcome made = verify::check({roots, &*result, &profile, sha256(source->bytes()), run.chosen.closed}, files);
    for (std::string& identity : provider.identities()) run.inputs.push_back(std::move(identity));
    run.spoken = language_of(run.chosen, made.language, source->text());
    if (!made.usable) {
        report(run, made.found);
        return exit_code::usage;
    }
    if (run.chosen.format == output_format::json) run.answer = verify_json(made.checked, run.spoken);
    else run.answer = render_text(verify_page(made.checked, run.spoken), run.out, run.spoken);
    return made.checked.accepted() ? exit_code::ok : exit_code::no;
}

}  // namespace advise::cli
