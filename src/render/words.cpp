#include "words.hpp"

#include <advise/grammar/limits.hpp>
#include <advise/grammar/term_key.hpp>
#include <advise/grammar/utf8.hpp>

#include <algorithm>
#include <array>

namespace advise::cli {
namespace {

using engine::fact_type;

bool small(char c) { return c >= 'a' && c <= 'z'; }
bool capital(char c) { return c >= 'A' && c <= 'Z'; }

struct unit_entry { std::string_view written; say one, many; };
constexpr auto units = std::to_array<unit_entry>({
    {"year", say::unit_year, say::unit_years}, {"years", say::unit_year, say::unit_years},
    {"month", say::unit_month, say::unit_months}, {"months", say::unit_month, say::unit_months},
    {"week", say::unit_week, say::unit_weeks}, {"weeks", say::unit_week, say::unit_weeks},
    {"day", say::unit_day, say::unit_days}, {"days", say::unit_day, say::unit_days},
    {"hour", say::unit_hour, say::unit_hours}, {"hours", say::unit_hour, say::unit_hours},
    {"minute", say::unit_minute, say::unit_minutes}, {"minutes", say::unit_minute, say::unit_minutes},
    {"hour per week", say::unit_hour_per_week, say::unit_hours_per_week}, {"hours per week", say::unit_hour_per_week, say::unit_hours_per_week},
    {"hour per day", say::unit_hour_per_day, say::unit_hours_per_day}, {"hours per day", say::unit_hour_per_day, say::unit_hours_per_day},
    {"day per week", say::unit_day_per_week, say::unit_days_per_week}, {"days per week", say::unit_day_per_week, say::unit_days_per_week},
    {"euro", say::unit_euro, say::unit_euros}, {"euros", say::unit_euro, say::unit_euros},
    {"dollar", say::unit_dollar, say::unit_dollars}, {"dollars", say::unit_dollar, say::unit_dollars},
    {"toman", say::unit_toman, say::unit_toman}, {"km", say::unit_kilometre, say::unit_kilometre}, {"m", say::unit_metre, say::unit_metre},
    {"cm", say::unit_centimetre, say::unit_centimetre}, {"kg", say::unit_kilogram, say::unit_kilogram}, {"percent", say::unit_percent, say::unit_percent},
});

constexpr std::array skill_levels = {say::level_word_none, say::level_word_beginner, say::level_word_intermediate, say::level_word_advanced,
                                     say::level_word_expert};

/// Whether these are the levels that every rule base has, and it has no Persian word for them.
bool lack_persian(const std::vector<engine::option>& levels) {
    if (levels.size() != skill_levels.size()) return false;
    for (std::size_t i = 0; i < levels.size(); ++i)
        if (levels[i].term != tell(skill_levels[i], grammar::language::en) || !engine::text_in(levels[i].labels, "fa").empty()) return false;
    return true;
}

std::string unit_in(std::string_view unit, bool one, grammar::language in) {
    for (const unit_entry& known : units)
        if (known.written == unit) return tell(one ? known.one : known.many, in);
    return grammar::printable(unit);
}

}  // namespace

std::string title_for(const engine::rule_base& rules, grammar::language in) {
    const bool of_the_other = rules.language == (in == grammar::language::fa ? "en" : "fa");
    return of_the_other ? std::string() : grammar::printable(rules.title);
}

std::string sentence_start(std::string text) {
    if (!text.empty() && small(text.front())) text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

std::string digits(std::string_view text, grammar::language in) {
    if (in != grammar::language::fa) return std::string(text);
    std::string out;
    for (const char c : text) {
        if (c >= '0' && c <= '9') grammar::encode(U'\u06F0' + static_cast<char32_t>(c - '0'), out);
        else out += c;
    }
    return out;
}

bool is_unit(std::string_view written, std::string_view unit) {
    const auto singular = [](std::string_view name) {
        const std::string key = grammar::term_key(name);
        return key.ends_with('s') ? key.substr(0, key.size() - 1) : key;
    };
    if (singular(written) == singular(unit.empty() ? "steps" : unit)) return true;
    for (const grammar::language in : {grammar::language::en, grammar::language::fa})
        for (const bool one : {true, false})
            if (written == (unit.empty() ? tell(one ? say::plan_unit_step : say::plan_unit_steps, in) : unit_in(unit, one, in))) return true;
    return false;
}

std::string in_quotes(std::string_view text, grammar::language in) { return tell(say::quoted, in, {text}); }

std::string shell_word(std::string_view text) {
    const auto safe = [](char c) {
        return small(c) || capital(c) || (c >= '0' && c <= '9') || std::string_view("_-./+%@:,=").find(c) != std::string_view::npos
            || static_cast<unsigned char>(c) >= 0x80;
    };
    if (!text.empty() && std::all_of(text.begin(), text.end(), safe)) return grammar::printable(text);
    std::string quoted = "'";
    for (const char c : text) {
        if (c == '\'') quoted += "'\\''";
        else quoted += c;
    }
    return grammar::printable(quoted + "'");
}

// --- names -------------------------------------------------------------------------------------------------------------

std::string words::label_of(const engine::texts& labels, std::string_view term) const {
    const std::string_view label = engine::text_in(labels, in_ == grammar::language::fa ? "fa" : "en", rules_.language);
    return grammar::printable(label.empty() ? term : label);
}

std::string words::inside(const engine::texts& labels, std::string_view term, const engine::texts* questions) const {
    if (in_ == grammar::language::fa) return label_of(labels, term);      // Persian has no capitals, and those of other languages are theirs
    const std::string_view tag = "en";
    const bool own = !engine::text_in(labels, tag).empty();
    return capitals_.inside(label_of(labels, term), term, own ? tag : std::string_view(rules_.language), questions);
}

std::string words::fact(engine::fact_id f) const { return inside(rules_.facts[f].labels, rules_.facts[f].term, &rules_.facts[f].questions); }
std::string words::conclusion(engine::conclusion_id c) const {
    return sentence_start(label_of(rules_.conclusions[c].labels(), rules_.conclusions[c].term));
}
std::string words::conclusion_inside(engine::conclusion_id c) const {
    const engine::conclusion& named = rules_.conclusions[c];
    static const engine::texts no_questions;
    return named.is_role ? conclusion(c) : inside(named.labels(), named.term, &no_questions);
}

// --- values ------------------------------------------------------------------------------------------------------------

std::string words::number(std::int64_t n) const { return digits(std::to_string(n), in_); }

std::string words::decimal(std::int64_t micro) const {
    const bool negative = micro < 0;
    std::string whole = std::to_string(negative ? -(micro / grammar::limits::grid) : micro / grammar::limits::grid);
    std::int64_t part = micro % grammar::limits::grid;
    if (part < 0) part = -part;
    std::string fraction;
    for (std::int64_t place = grammar::limits::grid / 10; part != 0; part %= place, place /= 10) fraction += static_cast<char>('0' + part / place);
    std::string out = negative ? "−" : "";
    out += digits(whole, in_);
    if (!fraction.empty()) out += (in_ == grammar::language::fa ? "٫" : ".") + digits(fraction, in_);
    return out;
}

std::string words::value(engine::fact_id f, std::int64_t v) const {
    const engine::fact& about = rules_.facts[f];
    if (about.type == fact_type::yes_no) return say_it(v != 0 ? say::word_yes : say::word_no);
    if (about.type == fact_type::number) {
        const std::string n = decimal(v);
        const bool one = v == grammar::limits::grid || v == -grammar::limits::grid;
        return about.unit.empty() ? n : say_it(say::with_unit, {n, unit_in(about.unit, one, in_)});
    }
    const auto& options = rules_.options_of(about);
    const auto index = static_cast<std::size_t>(v);
    const bool of_skill = about.type == fact_type::level && about.scale == 0 && in_ == grammar::language::fa;
    if (of_skill && v >= 0 && index < options.size() && lack_persian(options)) return say_it(skill_levels[index]);
    return v >= 0 && index < options.size() ? inside(options[index].labels, options[index].term, nullptr) : std::string();
}

std::string words::effort(std::int64_t micro) const {
    const bool one = micro == grammar::limits::grid;
    const std::string unit = rules_.effort_unit.empty() ? say_it(one ? say::plan_unit_step : say::plan_unit_steps) : unit_in(rules_.effort_unit, one, in_);
    return say_it(say::with_unit, {decimal(micro), unit});
}

std::string words::value(engine::fact_id f, const engine::fact_value& v) const {
    const engine::fact& about = rules_.facts[f];
    return about.type == fact_type::any_of ? members(about, v.members) : value(f, v.number);
}

std::string words::members(const engine::fact& f, const std::vector<std::uint32_t>& which) const {
    if (which.empty()) return say_it(say::none_of_them);
    std::vector<std::string> names;
    for (const std::uint32_t o : which) names.push_back(inside(f.options[o].labels, f.options[o].term, nullptr));
    return list_and(names);
}

std::string words::interval(engine::fact_id f, std::int64_t from, std::int64_t to) const {
    if (from == to) return value(f, from);
    const engine::fact& about = rules_.facts[f];
    if (about.type == fact_type::yes_no) return say_it(say::word_unknown);
    const bool number = about.type == fact_type::number;
    const std::int64_t least = number ? about.least : 0;
    const std::int64_t greatest = number ? about.greatest : static_cast<std::int64_t>(rules_.options_of(about).size()) - 1;
    // A bound one step of the grid off a round number was written with "more than" or "less than".
    const bool above = number && (from - engine::one_grid_step) % 1000 == 0 && from % 1000 != 0;
    const bool below = number && (to + engine::one_grid_step) % 1000 == 0 && to % 1000 != 0;
    const std::string low = above ? say_it(say::more_than, {value(f, from - engine::one_grid_step)}) : say_it(say::at_least, {value(f, from)});
    const std::string high = below ? say_it(say::less_than, {value(f, to + engine::one_grid_step)}) : say_it(say::at_most, {value(f, to)});
    if (from <= least && to >= greatest) return say_it(say::word_unknown);
    if (to >= greatest) return low;
    if (from <= least) return !number && to == from + 1 ? say_it(say::either_of, {value(f, from), value(f, to)}) : high;
    if (above || below) return say_it(say::both_of, {low, high});
    if (number) return say_it(say::range_of, {decimal(from), value(f, to)});
    return say_it(to == from + 1 ? say::either_of : say::range_of, {value(f, from), value(f, to)});
}

std::string words::number_domain(engine::fact_id f) const {
    const engine::fact& about = rules_.facts[f];
    const bool bounded = about.greatest != grammar::limits::greatest_number;
    return bounded ? say_it(say::range_of, {decimal(about.least), value(f, about.greatest)}) : say_it(say::at_least, {value(f, about.least)});
}

std::string words::domain(engine::fact_id f) const {
    const engine::fact& about = rules_.facts[f];
    std::vector<std::string> all;
    if (about.type != fact_type::yes_no && about.type != fact_type::number)
        for (std::uint32_t o = 0; o < rules_.options_of(about).size(); ++o)
            all.push_back(about.type == fact_type::any_of ? value(f, engine::fact_value{0, {o}}) : value(f, o));
    switch (about.type) {
    case fact_type::level: return say_it(say::domain_level, {all.front(), all.back()});
    case fact_type::yes_no: return say_it(say::domain_yes_no);
    case fact_type::number: return say_it(say::domain_number, {number_domain(f)});
    case fact_type::one_of: return say_it(say::domain_one_of, {list_or(all)});
    case fact_type::any_of: break;
    }
    return say_it(say::domain_any_of, {list_and(all)});
}

// --- what the profile says ---------------------------------------------------------------------------------------------

std::string words::known(engine::fact_id f) const {
    const engine::known_fact& k = person_.known[f];
    const engine::fact& about = rules_.facts[f];
    if (about.type == fact_type::yes_no && !k.decided()) return say_it(say::word_unknown);
    if (about.type != fact_type::any_of) return interval(f, k.from, k.to);
    std::vector<std::uint32_t> in;
    for (std::uint32_t o = 0; o < k.options.size(); ++o)
        if (k.options[o] == 1) in.push_back(o);
    if (k.decided()) return members(about, in);
    return in.empty() ? say_it(say::word_unknown) : say_it(say::including, {members(about, in)});
}

std::string words::lines_of(const engine::known_fact& k) const {
    std::vector<std::string> numbers;
    for (const std::uint32_t line : k.lines) numbers.push_back(number(line));
    return say_it(numbers.size() == 1 ? say::on_line : say::on_lines, {list_and(numbers)});
}

std::string words::known_with_line(engine::fact_id f) const {
    const engine::known_fact& k = person_.known[f];
    if (!k.lines.empty()) return say_it(say::known_on_line, {known(f), lines_of(k)});
    if (counts_as_option(f)) return say_it(say::missing_at_option, {in_quotes(known(f), in_)});
    return say_it(person_.closed && k.decided() ? say::missing_closed : say::missing);
}

bool words::counts_as_option(engine::fact_id f) const {
    const engine::fact& about = rules_.facts[f];
    const bool own_words = about.type == fact_type::one_of || (about.type == fact_type::level && about.scale != 0);
    return person_.closed && person_.known[f].decided() && own_words;
}

std::string words::known_briefly(engine::fact_id f) const {
    const engine::known_fact& k = person_.known[f];
    return k.lines.empty() ? known_with_line(f) : say_it(say::comma, {known(f), lines_of(k)});
}

std::string words::profile_says(engine::fact_id f) const {
    const engine::known_fact& k = person_.known[f];
    if (k.lines.empty() && counts_as_option(f)) return say_it(say::it_is_missing_at_option, {in_quotes(known(f), in_)});
    if (k.lines.empty()) return say_it(person_.closed && k.decided() ? say::it_is_missing_closed : say::it_is_missing);
    const std::string what = known(f);
    if (what == say_it(say::word_unknown)) return say_it(say::profile_says_unknown, {lines_of(k)});
    const engine::fact& about = rules_.facts[f];
    const bool plain = about.type == fact_type::number || (in_ == grammar::language::en && (about.type == fact_type::yes_no || about.scale == 0));
    return say_it(say::profile_says, {plain ? what : in_quotes(what, in_), lines_of(k)});
}

// --- points, places, sources -------------------------------------------------------------------------------------------

std::string words::points(std::int64_t n) const {
    if (n == 0) return say_it(say::no_points);
    const std::string said = (n < 0 ? "−" : "") + number(n < 0 ? -n : n);
    return say_it(n == 1 || n == -1 ? say::one_point : say::many_points, {said});
}

std::string words::points(engine::points_interval p) const {
    if (p.low == p.high) return points(p.low);
    const auto end = [&](std::int64_t n) { return (n < 0 ? "−" : "") + number(n < 0 ? -n : n); };
    return say_it(say::range_points, {end(p.low), end(p.high)});
}

std::string words::signed_points(std::int64_t n) const { return (n < 0 ? "−" : "+") + number(n < 0 ? -n : n); }

std::string words::place(const engine::origin& at) const {
    const grammar::source& file = *rules_.files[at.file];
    std::string_view name = file.name();
    constexpr std::string_view embedded = "builtin:";
    if (name.starts_with(embedded)) name.remove_prefix(embedded.size());
    return grammar::printable(name) + ":" + std::to_string(file.position_of(at.where.begin).line);
}

std::string words::reason(const std::vector<engine::because>& reasons) const {
    const std::string_view mine = in_ == grammar::language::fa ? "fa" : "en";
    const engine::because* best = nullptr;
    for (const engine::because& r : reasons) {
        if (r.language == mine) return grammar::printable(r.text);
        if (best == nullptr || r.language == rules_.language) best = &r;
    }
    return best == nullptr ? std::string() : grammar::printable(best->text);
}

// --- lists -------------------------------------------------------------------------------------------------------------

namespace {

/// The first `count` items. What stands between two is appended, for a list may be long.
std::string joined(const std::vector<std::string>& items, std::size_t count, say between, grammar::language in) {
    const std::string separator = tell(between, in, {"", ""});
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out.append(i == 0 ? "" : separator).append(items[i]);
    return out;
}

std::string listed(const std::vector<std::string>& items, say last, grammar::language in) {
    if (items.size() < 2) return items.empty() ? std::string() : items.front();
    return tell(last, in, {joined(items, items.size() - 1, say::comma, in), items.back()});
}

}  // namespace

std::string words::list_and(const std::vector<std::string>& items) const { return listed(items, say::both_of, in_); }
std::string words::list_with(say between, const std::vector<std::string>& items) const { return joined(items, items.size(), between, in_); }
std::string words::list_or(const std::vector<std::string>& items) const { return listed(items, say::either_of, in_); }

std::string words::short_list(std::vector<std::string> items, std::size_t most) const {
    if (items.size() <= most + 1) return list_and(items);      // "and 1 more" would take the place of the one
    const std::size_t more = items.size() - most;
    items.resize(most);
    return say_it(say::and_more, {listed(items, say::comma, in_), number(static_cast<std::int64_t>(more))});
}

}  // namespace advise::cli
