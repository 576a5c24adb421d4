#include "record.hpp"

#include "../pipeline.hpp"

#include <advise/grammar/limits.hpp>

#include <algorithm>

namespace advise::cli::batch {
namespace {

namespace limits = grammar::limits;
constexpr std::size_t bytes_for_a_fact = 128;
constexpr std::size_t kibibyte = 1U << 10;

/// What stands in the line where the reading text has a span. The source has taken a BOM off the line's beginning.
std::string_view raw(std::string_view line, const grammar::source& file, grammar::span where) {
    const std::size_t before = line.size() - file.written().size();
    const std::size_t first = before + file.written_offset(where.begin), last = before + file.written_offset(where.end);
    return line.substr(first, last - first);
}

grammar::language language_without_text(const reading& how) { return language_of(how.chosen, how.rules.language); }

}  // namespace

record read_record(const reading& how, std::string_view line, bool suggest) {
    record made;
    bool usable = true;
    made.file =
        grammar::read_source(std::string(record_name), std::string(line), static_cast<std::uint32_t>(how.rules.files.size()), made.found, usable);
    made.spoken = language_of(how.chosen, how.rules.language, made.file->text());
    if (!usable) return made;
    made.profile = grammar::parse_json_profile(made.file, made.found);
    if (made.profile.id_where) made.id = raw(line, *made.file, *made.profile.id_where);
    const std::string_view reader = made.spoken == grammar::language::fa ? "fa" : "en";
    made.facts = engine::bind(made.profile, how.rules, {how.chosen.strict, how.chosen.closed, suggest, reader}, made.found);
    return made;
}

refusal refusal_of(const record& bad) {
    for (const grammar::diagnostic& one : bad.found.sorted()) {
        if (one.severity() != grammar::severity::error) continue;
        refusal why{grammar::code_of(one.text.id), grammar::text_of(one.text.id, bad.spoken, one.text.arguments)};
        for (const grammar::sentence& help : one.help) why.help += (why.help.empty() ? "" : "\n") + grammar::text_of(help.id, bad.spoken, help.arguments);
        if (one.at.file == nullptr) return why;
        why.column = one.at.file->position_of(one.at.where.begin).column;
        why.offset = one.at.file->written_offset(one.at.where.begin);
        return why;
    }
    return {};
}

std::size_t longest_record(const engine::rule_base& rules) { return std::max(limits::record_bytes, rules.facts.size() * bytes_for_a_fact); }

bool is_blank_line(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

refusal blank_line(const reading& how) {
    return {grammar::code_of(grammar::message::record_missing), grammar::text_of(grammar::message::record_missing, language_without_text(how), {})};
}

refusal too_long(const reading& how) {
    const std::size_t limit = longest_record(how.rules) / kibibyte;
    return {grammar::code_of(grammar::message::record_too_long),
            grammar::text_of(grammar::message::record_too_long, language_without_text(how), {grammar::figures(limit)})};
}

std::vector<std::string_view> unknown_keys(const record& good, const engine::rule_base& rules) {
    std::vector<std::string_view> found;
    for (const grammar::profile_entry& entry : good.profile.entries)
        if (rules.names.fact(entry.key) == engine::nothing) found.push_back(entry.key);
    return found;
}

}  // namespace advise::cli::batch
