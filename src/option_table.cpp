// The options: how each is spelt, and what its value means.
#include "commands.hpp"
#include "option_words.hpp"

#include <advise/grammar/utf8.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <system_error>

namespace advise::cli {
namespace {

using words = std::span<const std::string_view>;
constexpr std::array<std::string_view, 3> language_words = {"en", "fa", "auto"};
constexpr std::array<std::string_view, 3> until_words = {"verdicts", "first", "all"};
constexpr std::array<std::string_view, 3> level_words = {"error", "warning", "note"};
constexpr std::array<std::string_view, 2> target_words = {"sql", "binary"};
constexpr std::array<std::string_view, 5> dialect_words = {"duckdb", "postgres", "sqlite", "spark", "trino"};
constexpr std::array<std::string_view, 3> color_words = {"auto", "always", "never"};

bool is_one_of(words known, const std::string& value) {
    for (const std::string_view word : known) {
        if (word == value) return true;
    }
    return false;
}

bool take_rules(options& into, const std::string& value) {
    into.rules.push_back(value);
    return !value.empty();
}
bool take_closed(options& into, const std::string&) { return into.closed = true; }
bool take_strict(options& into, const std::string&) { return into.strict = true; }
bool take_quiet(options& into, const std::string&) { return into.quiet = true; }
bool take_blank(options& into, const std::string&) { return into.blank = true; }
bool take_if(options& into, const std::string& value) {
    into.changes.push_back(value);
    return !value.empty();
}
bool take_help(options& into, const std::string&) { return into.help = true; }
bool take_version(options& into, const std::string&) { return into.version = true; }

bool take_json(options& into, const std::string&) {
    into.format_given = true;
    into.format = output_format::json;
    return true;
}

bool take_format(options& into, const std::string& value) {
    for (std::size_t i = 0; i < format_words.size(); ++i) {
        if (format_words[i] != value) continue;
        into.format = static_cast<output_format>(i);
        into.format_given = true;
        return true;
    }
    return false;
}

bool take_language(options& into, const std::string& value) {
    into.language.reset();
    if (value == "en") into.language = grammar::language::en;
    if (value == "fa") into.language = grammar::language::fa;
    return is_one_of(language_words, value);
}

bool take_color(options& into, const std::string& value) {
    into.color = value == "always" ? color_choice::always : value == "never" ? color_choice::never : color_choice::automatic;
    return is_one_of(color_words, value);
}

bool take_output(options& into, const std::string& value) {
    into.output = value == "-" ? std::string() : value;  // "-" is standard output, as it is standard input elsewhere
    return !value.empty();
}

/// A number as people type it, in ASCII: the digits of Persian and Arabic, and their decimal point, are as good as ours.
std::string ascii_number(std::string_view value) {
    std::string made;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const auto lead = static_cast<unsigned char>(value[i]), next = static_cast<unsigned char>(i + 1 < value.size() ? value[i + 1] : 0);
        const bool persian = lead == 0xDB && next >= 0xB0 && next <= 0xB9;  // U+06F0–06F9
        const bool arabic = lead == 0xD9 && next >= 0xA0 && next <= 0xA9;   // U+0660–0669
        const bool point = lead == 0xD9 && next == 0xAB;                    // U+066B
        if (persian || arabic) made += static_cast<char>('0' + (next & 0x0F));
        else made += point ? '.' : value[i];
        if (persian || arabic || point) ++i;
    }
    return made;
}

bool take_depth(options& into, const std::string& given) {
    const std::string value = ascii_number(given);
    unsigned depth = 0;
    const auto [end, failure] = std::from_chars(value.data(), value.data() + value.size(), depth);
    into.depth = depth;
    return failure == std::errc() && end == value.data() + value.size() && depth >= 1 && depth <= 1000;
}

bool take_all(options& into, const std::string&) { return into.all = true; }

/// An effort: an exact decimal as in rule files, not negative; a unit may stand behind it, which the rules must know (plan.cpp).
bool take_within(options& into, const std::string& given) {
    std::string value = ascii_number(given);
    into.within_given = given;
    const std::size_t behind = std::min(value.find_first_not_of("0123456789.-"), value.size());
    const std::size_t unit = std::min(value.find_first_not_of(' ', behind), value.size());
    into.within_unit = value.substr(unit, value.find_last_not_of(' ') + 1 - unit);
    if (unit < value.size() && !grammar::is_letter(grammar::decode_one(value, unit).point)) return false;
    value.resize(behind);
    constexpr std::size_t most_digits = 12, most_places = 6;
    const std::size_t point = std::min(value.find('.'), value.size());
    std::string digits = value.substr(0, point);
    std::string places = point < value.size() ? value.substr(point + 1) : "0";
    if (digits.empty() || digits.size() > most_digits || places.empty() || places.size() > most_places) return false;
    places.resize(most_places, '0');
    digits += places;
    std::int64_t micro = 0;
    const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), micro);
    into.within = micro;
    return failure == std::errc() && end == digits.data() + digits.size() && micro >= 0 && digits.front() != '-';
}

bool take_focus(options& into, const std::string& value) {
    into.focus = value;
    return !value.empty();
}
bool take_profile(options& into, const std::string& value) {
    into.profile = value;
    return !value.empty();
}
bool take_next(options& into, const std::string&) { return into.next = true; }

bool take_until(options& into, const std::string& value) {
    into.until = value == "first" ? engine::ask_until::first : value == "all" ? engine::ask_until::all : engine::ask_until::verdicts;
    return is_one_of(until_words, value);
}

bool take_check(options& into, const std::string&) { return into.check = true; }
bool take_diff(options& into, const std::string&) { return into.diff = true; }
bool take_write(options& into, const std::string&) { return into.write = true; }
bool take_fix(options& into, const std::string&) { return into.fix = true; }

bool take_fail_level(options& into, const std::string& value) {
    for (std::size_t i = 0; i < level_words.size(); ++i)
        if (level_words[i] == value) into.fail_level = static_cast<grammar::severity>(i);
    return is_one_of(level_words, value);
}

bool take_run(options& into, const std::string& value) {
    into.run = value;
    return !value.empty();
}
bool take_watch(options& into, const std::string&) { return into.watch = true; }
bool take_coverage(options& into, const std::string&) { return into.coverage = true; }
bool take_mutate(options& into, const std::string&) { return into.mutate = true; }
bool take_write_tests(options& into, const std::string& value) {
    into.write_tests = value;
    return !value.empty();
}

bool take_threshold(options& into, const std::string& given) {
    const std::string value = ascii_number(given);
    unsigned percent = 0;
    const auto [end, failure] = std::from_chars(value.data(), value.data() + value.size(), percent);
    into.threshold = percent;
    return failure == std::errc() && end == value.data() + value.size() && percent <= 100;
}

bool take_exit_code(options& into, const std::string&) { return into.exit_code = true; }
bool take_allow_role(options& into, const std::string& value) {
    into.allowed_roles.push_back(value);
    return !value.empty();
}
bool take_profiles(options& into, const std::string& value) {
    into.people = value;
    return !value.empty();
}

bool take_to(options& into, const std::string& value) {
    for (std::size_t i = 0; i < target_words.size(); ++i)
        if (target_words[i] == value) into.target = static_cast<compile_target>(i);
    return is_one_of(target_words, value);
}
bool take_dialect(options& into, const std::string& value) {
    for (const dialect_traits& d : sql_dialects())
        if (d.name == value) into.dialect = d.id;
    return is_one_of(dialect_words, value);
}
bool take_staged(options& into, const std::string&) { return into.staged = true; }
bool take_bounds(options& into, const std::string&) { return into.bounds = true; }

constexpr std::array<std::string_view, 3> records_words = {"advice", "roles", "full"};
constexpr std::array<std::string_view, 2> input_words = {"ndjson", "csv"};
constexpr std::array<std::string_view, 3> instruction_words = {"plain", "avx2", "avx512"};

/// The place of a value among the words of its option, as the enumerator that stands there.
template <class Choice>
bool take_word(words known, const std::string& value, Choice& into) {
    const auto found = std::find(known.begin(), known.end(), value);
    if (found == known.end()) return false;
    into = static_cast<Choice>(found - known.begin());
    return true;
}
bool take_records(options& into, const std::string& value) { return take_word(records_words, value, into.records); }
bool take_input_format(options& into, const std::string& value) { return take_word(input_words, value, into.input_format.emplace()); }
bool take_instructions(options& into, const std::string& value) { return take_word(instruction_words, value, into.words.emplace()); }
bool take_resume(options& into, const std::string&) { return into.resume = true; }
bool take_summary(options& into, const std::string&) { return into.summary = true; }
bool take_kleene(options& into, const std::string&) { return into.kleene = true; }

bool take_jobs(options& into, const std::string& given) {
    const std::string value = ascii_number(given);
    unsigned jobs = 0;
    const auto [end, failure] = std::from_chars(value.data(), value.data() + value.size(), jobs);
    into.jobs = jobs;
    return failure == std::errc() && end == value.data() + value.size() && jobs >= 1 && jobs <= 1000;
}

constexpr option_entry option_table[] = {
    {option_id::rules, "--rules", "", value_kind::file, "FILE", {}, say::option_rules, take_rules},
    {option_id::closed, "--closed", "", value_kind::none, "", {}, say::option_closed, take_closed},
    {option_id::strict, "--strict", "", value_kind::none, "", {}, say::option_strict, take_strict},
    {option_id::json, "--json", "", value_kind::none, "", {}, say::option_json, take_json},
    {option_id::format, "--format", "", value_kind::word, "FORMAT", format_words, say::option_format, take_format},
    {option_id::lang, "--lang", "", value_kind::word, "en|fa|auto", language_words, say::option_lang, take_language},
    {option_id::color, "--color", "", value_kind::word, "auto|always|never", color_words, say::option_color, take_color},
    {option_id::output, "", "-o", value_kind::file, "FILE", {}, say::option_output, take_output},
    {option_id::quiet, "--quiet", "-q", value_kind::none, "", {}, say::option_quiet, take_quiet},
    {option_id::depth, "--depth", "", value_kind::number, "N", {}, say::option_depth, take_depth},
    {option_id::blank, "--blank", "", value_kind::none, "", {}, say::option_blank, take_blank},
    {option_id::help, "--help", "-h", value_kind::none, "", {}, say::option_help, take_help},
    {option_id::version, "--version", "", value_kind::none, "", {}, say::option_version, take_version},
    {option_id::if_, "--if", "", value_kind::text, "LINE", {}, say::option_if, take_if},
    {option_id::all, "--all", "", value_kind::none, "", {}, say::option_all, take_all},
    {option_id::within, "--within", "", value_kind::number, "EFFORT", {}, say::option_within, take_within},
    {option_id::next, "--next", "", value_kind::none, "", {}, say::option_next, take_next},
    {option_id::until, "--until", "", value_kind::word, "verdicts|first|all", until_words, say::option_until, take_until},
    {option_id::check, "--check", "", value_kind::none, "", {}, say::option_check_formatted, take_check},
    {option_id::diff, "--diff", "", value_kind::none, "", {}, say::option_diff, take_diff},
    {option_id::write, "--write", "-w", value_kind::none, "", {}, say::option_write, take_write},
    {option_id::focus, "--focus", "", value_kind::role, "ROLE", {}, say::option_focus, take_focus},
    {option_id::profile, "--profile", "", value_kind::file, "FILE", {}, say::option_profile, take_profile},
    {option_id::run, "--run", "-r", value_kind::text, "REGEX", {}, say::option_run, take_run},
    {option_id::watch, "--watch", "", value_kind::none, "", {}, say::option_watch, take_watch},
    {option_id::coverage, "--coverage", "", value_kind::none, "", {}, say::option_coverage, take_coverage},
    {option_id::threshold, "--threshold", "", value_kind::number, "N", {}, say::option_threshold, take_threshold},
    {option_id::mutate, "--mutate", "", value_kind::none, "", {}, say::option_mutate, take_mutate},
    {option_id::write_tests, "--write-tests", "", value_kind::file, "FILE", {}, say::option_write_tests, take_write_tests},
    {option_id::fail_level, "--fail-level", "", value_kind::word, "error|warning|note", level_words, say::option_fail_level, take_fail_level},
    {option_id::fix, "--fix", "", value_kind::none, "", {}, say::option_fix, take_fix},
    {option_id::exit_code_, "--exit-code", "", value_kind::none, "", {}, say::option_exit_code, take_exit_code},
    {option_id::allow_role, "--allow-role", "", value_kind::role, "ROLE", {}, say::option_allow_role, take_allow_role},
    {option_id::profiles, "--profiles", "", value_kind::file, "FILE.ndjson", {}, say::option_profiles, take_profiles},
    {option_id::to, "--to", "", value_kind::word, "sql|binary", target_words, say::option_to, take_to},
    {option_id::dialect, "--dialect", "", value_kind::word, "duckdb|postgres|sqlite|spark|trino", dialect_words, say::option_dialect, take_dialect},
    {option_id::staged, "--staged", "", value_kind::none, "", {}, say::option_staged, take_staged},
    {option_id::bounds, "--bounds", "", value_kind::none, "", {}, say::option_bounds, take_bounds},
    {option_id::records, "--output", "", value_kind::word, "advice|roles|full", records_words, say::option_records, take_records},
    {option_id::input_format, "--input-format", "", value_kind::word, "ndjson|csv", input_words, say::option_input_format, take_input_format},
    {option_id::jobs, "--jobs", "", value_kind::number, "N", {}, say::option_jobs, take_jobs},
    {option_id::resume, "--resume", "", value_kind::none, "", {}, say::option_resume, take_resume},
    {option_id::summary, "--summary", "", value_kind::none, "", {}, say::option_summary, take_summary},
    {option_id::kleene, "--kleene", "", value_kind::none, "", {}, say::option_kleene, take_kleene},
    {option_id::instructions, "--words", "", value_kind::word, "plain|avx2|avx512", instruction_words, say::option_words, take_instructions},
};

}  // namespace

std::span<const option_entry> all_options() { return option_table; }

const option_entry& option_of(option_id id) { return option_table[static_cast<std::size_t>(id)]; }

const option_entry* find_option(std::string_view spelling) {
    for (const option_entry& option : option_table) {
        if (!spelling.empty() && (option.name == spelling || option.letter == spelling)) return &option;
    }
    return nullptr;
}

}  // namespace advise::cli
