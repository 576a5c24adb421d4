// Loading rules, and what they know: facts, options, roles.
#include "compiled_rules.hpp"
#include "findings.hpp"
#include "guard.hpp"
#include "shared_rules.hpp"
#include "text_provider.hpp"

#include "../file_provider.hpp"
#include "../files.hpp"
#include "../reading.hpp"

#include <advise/grammar/utf8.hpp>

#include <algorithm>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace advise::c {
namespace {

using engine::rule_base;

advise_status load(const std::vector<std::string>& roots, engine::source_provider& provider, const root_reader& from, advise_rules** rules, advise_findings** findings) {
    std::optional<engine::load_result> compiled = load_compiled(roots, from);
    engine::load_result loaded = compiled ? std::move(*compiled) : cli::read_rules(roots, provider);
    if (lacked_memory(loaded.diagnostics)) return ADVISE_OUT_OF_MEMORY;
    const bool usable = !loaded.diagnostics.has_errors();
    auto told = findings_of(loaded.diagnostics, cli::spoken_language({}, loaded.rules->language), loaded.rules->files);
    if (usable) *rules = new advise_rules{std::make_shared<const shared_rules>(std::move(loaded.rules))};
    hand_out(std::move(told), findings);
    return usable ? ADVISE_OK : ADVISE_REFUSED;
}

constexpr std::size_t first_bytes = 8;  // tell compiled rules from texts

/// Compiled rules may be larger than texts may.
engine::source_provider::file whole_file(const std::string& path) {
    constexpr std::uint64_t most = std::uint64_t{1} << 36;
    cli::file_bytes read = cli::read_file(path, most, -1);
    engine::source_provider::file made;
    made.bytes = std::move(read.bytes);
    made.failure = read.failure;
    made.failure_arguments = std::move(read.failure_arguments);
    return made;
}

/// Nothing is handed out unless all goes well.
bool prepare(advise_rules** rules, advise_findings** findings) {
    if (findings != nullptr) *findings = nullptr;
    if (rules != nullptr) *rules = nullptr;
    return rules != nullptr;
}

bool usable(std::span<const advise_source> texts) {
    std::set<std::string_view> names;
    return std::ranges::all_of(texts, [&](const advise_source& text) {
        return text.name != nullptr && (text.text != nullptr || text.length == 0) && names.insert(text.name).second;
    });
}

const rule_base* of(const advise_rules* rules) { return rules == nullptr ? nullptr : rules->shared->rules.get(); }

const engine::fact* fact_of(const advise_rules* rules, uint32_t fact) {
    return rules == nullptr || fact >= of(rules)->facts.size() ? nullptr : &of(rules)->facts[fact];
}

const std::vector<engine::option>* options_of(const advise_rules* rules, uint32_t fact) {
    const engine::fact* about = fact_of(rules, fact);
    return about == nullptr ? nullptr : &of(rules)->options_of(*about);
}

const engine::option* option_of(const advise_rules* rules, uint32_t fact, uint32_t option) {
    const std::vector<engine::option>* all = options_of(rules, fact);
    return all == nullptr || option >= all->size() ? nullptr : &(*all)[option];
}

const engine::conclusion* role_of(const advise_rules* rules, uint32_t role) {
    return rules == nullptr || role >= rules->shared->roles.size() ? nullptr : &of(rules)->conclusions[rules->shared->roles[role]];
}

/// All texts of a rule base are whole strings, so that the views of them end in a NUL.
const char* text_in(const advise_rules* rules, const engine::texts& all, const char* language, const char* otherwise) {
    const std::string_view own = of(rules)->language;
    const std::string_view text = engine::text_in(all, language == nullptr ? own : std::string_view(language), own);
    return text.empty() ? otherwise : text.data();
}

}  // namespace
}  // namespace advise::c

using namespace advise::c;
using advise::engine::nothing;

advise_status advise_rules_load_files(const char* const* paths, size_t count, advise_rules** rules, advise_findings** findings) noexcept {
    if (!prepare(rules, findings) || paths == nullptr || count == 0) return ADVISE_BAD_ARGUMENT;
    if (std::any_of(paths, paths + count, [](const char* path) { return path == nullptr || std::string_view(path) == "-"; }))
        return ADVISE_BAD_ARGUMENT;
    return guarded([&] {
        advise::cli::file_provider provider(-1);
        return load({paths, paths + count}, provider, {advise::cli::beginning_of_file, whole_file}, rules, findings);
    });
}

advise_status advise_rules_load_texts(const advise_source* sources, size_t count, advise_rules** rules, advise_findings** findings) noexcept {
    if (!prepare(rules, findings) || sources == nullptr || count == 0) return ADVISE_BAD_ARGUMENT;
    return guarded([&] {
        const std::span texts(sources, count);
        if (!usable(texts)) return ADVISE_BAD_ARGUMENT;
        std::vector<std::string> names;
        for (const advise_source& text : texts) names.emplace_back(text.name);
        text_provider provider(texts);
        const auto whole = [&](const std::string& name) { return provider.open_root(name); };
        const auto beginning = [&](const std::string& name) {
            const auto text = std::ranges::find_if(texts, [&](const advise_source& each) { return name == each.name; });
            return std::string(text->text, std::min(text->length, first_bytes));
        };
        return load(names, provider, {beginning, whole}, rules, findings);
    });
}

advise_status advise_rules_load_shipped(advise_rules** rules, advise_findings** findings) noexcept {
    const char* const path = advise::cli::embedded_rules_name.data();
    return advise_rules_load_files(&path, 1, rules, findings);
}

void advise_rules_free(advise_rules* rules) noexcept { delete rules; }

const char* advise_rules_title(const advise_rules* rules) noexcept { return rules == nullptr ? nullptr : of(rules)->title.c_str(); }
const char* advise_rules_language(const advise_rules* rules) noexcept { return rules == nullptr ? nullptr : of(rules)->language.c_str(); }

// ---- facts

size_t advise_fact_count(const advise_rules* rules) noexcept { return rules == nullptr ? 0 : of(rules)->facts.size(); }

advise_status advise_fact_find(const advise_rules* rules, const char* name, uint32_t* fact) noexcept {
    if (rules == nullptr || name == nullptr || fact == nullptr) return ADVISE_BAD_ARGUMENT;
    return guarded([&] {
        const std::uint32_t found = advise::grammar::is_valid(name) ? of(rules)->names.fact(name) : nothing;
        if (found == nothing) return ADVISE_NOT_FOUND;
        *fact = found;
        return ADVISE_OK;
    });
}

const char* advise_fact_name(const advise_rules* rules, uint32_t fact) noexcept {
    const advise::engine::fact* about = fact_of(rules, fact);
    return about == nullptr ? nullptr : about->term.c_str();
}

const char* advise_fact_label(const advise_rules* rules, uint32_t fact, const char* language) noexcept {
    const advise::engine::fact* about = fact_of(rules, fact);
    return about == nullptr ? nullptr : text_in(rules, about->labels, language, about->term.c_str());
}

const char* advise_fact_question(const advise_rules* rules, uint32_t fact, const char* language) noexcept {
    const advise::engine::fact* about = fact_of(rules, fact);
    return about == nullptr ? nullptr : text_in(rules, about->questions, language, "");
}

const char* advise_fact_unit(const advise_rules* rules, uint32_t fact) noexcept {
    const advise::engine::fact* about = fact_of(rules, fact);
    return about == nullptr ? nullptr : about->unit.c_str();
}

advise_status advise_fact_domain(const advise_rules* rules, uint32_t fact, advise_fact_type* type, int64_t* least, int64_t* greatest) noexcept {
    const advise::engine::fact* about = fact_of(rules, fact);
    if (about == nullptr) return ADVISE_BAD_ARGUMENT;
    const advise::engine::known_fact& whole = rules->shared->open[fact];
    if (type != nullptr) *type = static_cast<advise_fact_type>(about->type);
    if (least != nullptr) *least = whole.from;
    if (greatest != nullptr) *greatest = whole.to;
    return ADVISE_OK;
}

size_t advise_option_count(const advise_rules* rules, uint32_t fact) noexcept {
    const auto* all = options_of(rules, fact);
    return all == nullptr ? 0 : all->size();
}

advise_status advise_option_find(const advise_rules* rules, uint32_t fact, const char* name, uint32_t* option) noexcept {
    if (options_of(rules, fact) == nullptr || name == nullptr || option == nullptr) return ADVISE_BAD_ARGUMENT;
    return guarded([&] {
        const std::optional<std::uint32_t> found = advise::grammar::is_valid(name) ? of(rules)->names.value(fact, name) : std::nullopt;
        if (!found) return ADVISE_NOT_FOUND;
        *option = *found;
        return ADVISE_OK;
    });
}

const char* advise_option_name(const advise_rules* rules, uint32_t fact, uint32_t option) noexcept {
    const advise::engine::option* one = option_of(rules, fact, option);
    return one == nullptr ? nullptr : one->term.c_str();
}

const char* advise_option_label(const advise_rules* rules, uint32_t fact, uint32_t option, const char* language) noexcept {
    const advise::engine::option* one = option_of(rules, fact, option);
    return one == nullptr ? nullptr : text_in(rules, one->labels, language, one->term.c_str());
}

// ---- roles

size_t advise_role_count(const advise_rules* rules) noexcept { return rules == nullptr ? 0 : rules->shared->roles.size(); }

advise_status advise_role_find(const advise_rules* rules, const char* name, uint32_t* role) noexcept {
    if (rules == nullptr || name == nullptr || role == nullptr) return ADVISE_BAD_ARGUMENT;
    return guarded([&] {
        const std::uint32_t found = advise::grammar::is_valid(name) ? of(rules)->names.conclusion(name) : nothing;
        if (found == nothing || rules->shared->role_of[found] == nothing) return ADVISE_NOT_FOUND;
        *role = rules->shared->role_of[found];
        return ADVISE_OK;
    });
}

const char* advise_role_name(const advise_rules* rules, uint32_t role) noexcept {
    return role_of(rules, role) == nullptr ? nullptr : rules->shared->role_names[role].c_str();
}

const char* advise_role_label(const advise_rules* rules, uint32_t role, const char* language) noexcept {
    const advise::engine::conclusion* about = role_of(rules, role);
    return about == nullptr ? nullptr : text_in(rules, about->labels(), language, advise_role_name(rules, role));
}

int64_t advise_role_max_points(const advise_rules* rules, uint32_t role) noexcept {
    return role_of(rules, role) == nullptr ? 0 : rules->shared->max_points[role];
}
