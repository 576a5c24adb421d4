#include "profile_value.hpp"

#include "shown.hpp"
#include "units.hpp"

#include <advise/grammar/habits.hpp>
#include <advise/grammar/limits.hpp>
#include <advise/grammar/suggest.hpp>
#include <advise/grammar/term_key.hpp>

#include <algorithm>

namespace advise::engine {
namespace {

/// Nobody writes a longer value by hand; what is longer is not taken apart to guess what it means.
constexpr std::size_t longest_mended = 2000;  // bytes

using grammar::message;
using grammar::profile_value;
using grammar::profile_value_kind;
using grammar::value_form;
using grammar::value_item;
namespace limits = grammar::limits;

constexpr std::int64_t no_end = limits::greatest_number + one_grid_step;

using meaning = std::optional<known_fact>;

class value_reader {
public:
    value_reader(const rule_base& rules, const profile_line& line, grammar::diagnostics& out, std::size_t& suggestions_left)
        : rules_(rules), line_(line), id_(line.fact), fact_(rules.facts[line.fact]), key_(line.entry.key), value_(line.entry.value), file_(line.file),
          out_(out), suggestions_left_(suggestions_left) {}

    meaning read() {
        switch (value_.kind) {
        case profile_value_kind::bare: return yes_or_no(true);
        case profile_value_kind::text: return text(value_.content);
        case profile_value_kind::number: return json_number(value_);
        case profile_value_kind::boolean: return yes_or_no(value_.boolean);
        case profile_value_kind::null: return unknown();
        case profile_value_kind::list: return json_list();
        }
        return {};
    }

private:
    [[nodiscard]] known_fact whole() const { return whole_domain(rules_, id_); }
    [[nodiscard]] bool ordered() const { return fact_.type == fact_type::level || fact_.type == fact_type::number; }

    meaning exactly(std::int64_t value) const {
        known_fact known = whole();
        known.from = known.to = value;
        return known;
    }
    meaning between(std::int64_t from, std::int64_t to) const {
        known_fact known = whole();
        known.from = from;
        known.to = to;
        return known;
    }

    meaning error(message id, grammar::arguments arguments, span where, bool with_help = true) {
        grammar::diagnostic& found = out_.add(id, {&file_, where}, std::move(arguments));
        if (help_with_two_lines(found)) return {};
        if (const std::string meant = value_.kind == profile_value_kind::text ? meant_value() : std::string(); !meant.empty()) found.help.push_back({message::help_write, {meant}});
        if (with_help) found.help.push_back(possible_values(rules_, id_, line_.language));
        return {};
    }
    meaning error(message id, grammar::arguments arguments) { return error(id, std::move(arguments), value_.where); }

    /// A line about this fact, with the `given` before it where this one stands in a test.
    [[nodiscard]] std::string line_of(std::string_view key, std::string_view value) const {
        const std::string_view before = file_.text().substr(0, line_.entry.where.begin);
        const bool given = grammar::term_key(before.substr(before.rfind('\n') + 1)) == "given";
        return (given ? "given " : "") + grammar::quoted_if_needed(key) + ": " + std::string(value);
    }
    [[nodiscard]] bool is_json() const {
        const std::size_t first = file_.text().find_first_not_of(" \t\r\n");
        return first != std::string_view::npos && file_.text()[first] == '{';
    }

    /// `lift: yes, patience: advanced`: each fact has a line of its own.
    bool help_with_two_lines(grammar::diagnostic& found) const {
        if (value_.kind != profile_value_kind::text || value_.content.size() > longest_mended || is_json()) return false;
        const std::string_view said = value_.content;
        const std::size_t comma = std::min(said.find(", "), said.find("، "));
        const std::size_t colon = comma == said.npos ? comma : said.find(':', comma);
        if (colon == said.npos) return false;
        const std::string_view key = grammar::without_blanks(said.substr(comma + (said[comma] == ',' ? 1 : 2), colon - comma - (said[comma] == ',' ? 1 : 2)));
        if (rules_.names.fact(key) == nothing) return false;
        found.help.push_back({message::help_two_lines, {line_of(key_, said.substr(0, comma)), line_of(key, grammar::without_blanks(said.substr(colon + 1)))}});
        return true;
    }

    /// Where a stretch of the value's text stands; the whole value where escapes or quotes have moved it.
    [[nodiscard]] span within(span relative) const {
        if (value_.where.end - value_.where.begin != value_.content.size()) return value_.where;
        return {value_.where.begin + relative.begin, value_.where.begin + relative.end};
    }

    meaning unknown() const {
        known_fact known = whole();
        known.never_ask = true;
        return known;
    }

    /// The fact at one of its own options or levels; a set is then complete.
    meaning option(std::uint32_t index) const {
        if (fact_.type != fact_type::any_of) return exactly(index);
        known_fact known = whole();
        known.options.assign(known.options.size(), option_out);
        known.options[index] = option_in;
        return known;
    }

    // --- yes and no

    meaning yes_or_no(bool yes) {
        switch (fact_.type) {
        case fact_type::level: return yes ? between(1, no_end) : exactly(0);
        case fact_type::yes_no: return exactly(yes ? 1 : 0);
        case fact_type::number: return yes ? between(one_grid_step, no_end) : exactly(no_of_number(fact_));
        case fact_type::one_of:
            if (const auto named = rules_.names.value(id_, yes ? "yes" : "no")) return option(*named);
            return error(yes ? message::yes_says_nothing : message::no_says_nothing, {key_});
        case fact_type::any_of: break;
        }
        if (yes) return error(message::yes_says_nothing, {key_});
        known_fact none = whole();
        none.options.assign(none.options.size(), option_out);
        return none;
    }

    // --- text

    meaning text(const std::string& content) {
        if (const auto own = rules_.names.value(id_, content)) return option(*own);
        if (const auto answer = grammar::yes_or_no(content)) return yes_or_no(*answer);
        const grammar::value_result parsed = grammar::parse_value(content);
        if (parsed.error == grammar::value_error::empty) return error(message::value_unreadable, {message::value_expects_value});
        if (parsed.error != grammar::value_error::none) return error(message::value_unreadable, {parsed.expected}, within(parsed.where));
        const auto& items = parsed.value.items;
        switch (parsed.value.form) {
        case value_form::unknown: return unknown();
        case value_form::items: return several(items);
        case value_form::includes: return includes(items);
        case value_form::range: return range(items.front(), items.back());
        default: return bound(parsed.value.form, items.front());
        }
    }

    meaning several(const std::vector<value_item>& items) {
        if (fact_.type == fact_type::any_of) return set_of(items, option_out);
        if (items.size() > 1) return error(message::one_value_only, {key_});
        if (fact_.type == fact_type::level && !items.front().quoted) {
            if (const std::size_t dots = items.front().text.find(".."); dots != std::string::npos) return range_of_levels(items.front(), dots);
        }
        return single(items.front());
    }

    /// `beginner..advanced`: for the syntax of values one item, since words may hold points.
    meaning range_of_levels(const value_item& item, std::size_t dots) {
        const std::string_view text = item.text;
        const auto begin = item.where.begin;
        const auto end_of = [&](std::string_view part, std::size_t at) {
            const std::size_t first = std::min(part.find_first_not_of(" \t"), part.size());
            const std::size_t last = part.find_last_not_of(" \t") + 1;
            value_item one;
            one.text = part.substr(first, std::max(last, first) - first);
            one.where = {begin + static_cast<std::uint32_t>(at + first), begin + static_cast<std::uint32_t>(at + std::max(last, first))};
            if (const grammar::value_result read = grammar::parse_value(one.text); read.error == grammar::value_error::none && read.value.items.size() == 1)
                one.number = read.value.items.front().number;
            return one;
        };
        return range(end_of(text.substr(0, dots), 0), end_of(text.substr(dots + 2), dots + 2));
    }

    meaning single(const value_item& item) {
        if (fact_.type == fact_type::yes_no) {
            const auto answer = grammar::yes_or_no(item.text);
            return answer ? exactly(*answer ? 1 : 0) : refuse(item);
        }
        const std::optional<std::int64_t> value = point(item);
        if (!value) return {};
        if (fact_.type == fact_type::level && (*value < 0 || *value >= levels())) return no_such_level(item);
        return exactly(*value);
    }

    [[nodiscard]] std::int64_t levels() const { return static_cast<std::int64_t>(rules_.level_count(fact_)); }

    meaning no_such_level(const value_item& item) {
        return error(message::level_number_range, {key_, grammar::figures(static_cast<std::uint64_t>(levels() - 1))}, within(item.where));
    }

    meaning refuse(const value_item& item) { return refuse(item.text, within(item.where)); }
    meaning refuse(const std::string& text, span where) {
        grammar::diagnostic& found = out_.add(message::value_of_no_kind, {&file_, where}, {key_, text});
        if (help_with_two_lines(found)) return {};
        if (const std::string meant = meant_value(); !meant.empty()) {
            found.help.push_back({message::help_write, {meant}});
            found.help.push_back(possible_values(rules_, id_, line_.language));
            return {};
        }
        const std::string_view denied = grammar::without_not(text);
        const std::string near = denied.empty() ? nearest(text) : std::string();       // "not avoids" does not mean 'avoids'
        if (const std::string meant = denied.empty() ? worded_range(text) : opposite_of(denied); !meant.empty()) found.help.push_back({message::help_write, {meant}});
        if (!near.empty()) found.help.push_back({message::help_did_you_mean, {near}});
        found.help.push_back(possible_values(rules_, id_, line_.language));
        return {};
    }

    /// What a text means that is no value of this fact, as a profile spells it: a number in words, another word for yes, a list without
    /// commas; else "". Asked after an error only.
    std::string meant_value() const {
        if (value_.content.size() > longest_mended) return {};
        std::string_view said = grammar::without_blanks(value_.content);
        if (std::string_view("[({").find(said.empty() ? 'x' : said.front()) != std::string_view::npos) said = grammar::without_blanks(said.substr(1));
        while (!said.empty() && std::string_view("])},;.").find(said.back()) != std::string_view::npos) said = grammar::without_blanks(said.substr(0, said.size() - 1));
        if (fact_.type == fact_type::number) {
            if (std::string meant = grammar::number_said_in_words(said); !meant.empty()) return meant;
            if (std::string meant = without_sign(said); !meant.empty()) return meant;
            return said.size() != value_.content.size() && grammar::parse_value(said).error == grammar::value_error::none ? std::string(said) : std::string();
        }
        if (const std::string_view answer = grammar::answer_said_otherwise(said); !answer.empty() && (fact_.type == fact_type::yes_no || answer == "unknown" || answer == "نمی‌دانم"))
            return std::string(answer);
        return fact_.type == fact_type::any_of ? listed(said) : said.size() != value_.content.size() && rules_.names.value(id_, said) ? std::string(said) : std::string();
    }

    /// "x and y", "x/y", "x; y" with commas, where all parts are options.
    std::string listed(std::string_view said) const {
        std::string list;
        while (!said.empty()) {
            std::size_t at = said.size(), length = 0;
            for (const std::string_view between : {" and ", " & ", "/", ";", "|", "+", " و ", ",", "،"})
                if (const std::size_t found = said.find(between); found < at) at = found, length = between.size();
            const std::string_view one = grammar::without_blanks(said.substr(0, at));
            if (!rules_.names.value(id_, one)) return {};
            list.append(list.empty() ? "" : ", ").append(one);
            said = length == 0 ? std::string_view() : said.substr(at + length);
        }
        return list;
    }

    /// What to write instead of "not X", where one value or one bound says it; else "".
    std::string opposite_of(std::string_view denied) const {
        if (denied.empty()) return {};
        const bool persian = grammar::mostly_arabic(denied);
        if (const auto answer = grammar::yes_or_no(denied); answer && fact_.type == fact_type::yes_no)
            return *answer ? (persian ? "نه" : "no") : (persian ? "بله" : "yes");
        const auto own = rules_.names.value(id_, denied);
        if (!own || fact_.type != fact_type::level || levels() < 2) return {};
        const auto top = static_cast<std::uint32_t>(levels() - 1);
        const std::string_view language = persian ? "fa" : line_.language;
        if (*own == 0) return (persian ? "حداقل " : "at least ") + option_shown(rules_, id_, 1, language);
        return *own == top ? (persian ? "حداکثر " : "at most ") + option_shown(rules_, id_, top - 1, language) : std::string();
    }

    /// "beginner to advanced", "beginner - advanced" as a range; else "".
    std::string worded_range(std::string_view text) const {
        if (fact_.type != fact_type::level) return {};
        for (const std::string_view between : {" to ", " تا ", " - ", "-"}) {
            const std::size_t at = text.find(between);
            if (at == text.npos) continue;
            const std::string_view low = text.substr(0, at), high = text.substr(at + between.size());
            if (rules_.names.value(id_, low) && rules_.names.value(id_, high)) return std::string(low) + ".." + std::string(high);
        }
        return {};
    }

    /// The level or option whose term or label is nearest, or "".
    std::string nearest(const std::string& misspelt) {
        const auto& options = rules_.options_of(fact_);
        if (options.empty() || suggestions_left_ == 0) return {};
        --suggestions_left_;
        std::vector<std::string_view> names;
        for (const engine::option& o : options) names.push_back(o.term);
        for (const engine::option& o : options)
            for (const localised& label : o.labels) names.push_back(label.text);
        const std::vector<std::string> near = grammar::near(misspelt, names);
        return near.empty() ? std::string() : near.front();
    }

    /// The one value that an item names; errors are reported.
    std::optional<std::int64_t> point(const value_item& item) {
        if (const auto own = rules_.names.value(id_, item.text)) return *own;
        if (!item.number || !ordered()) {
            refuse(item);
            return {};
        }
        if (!unit_fits(item)) return {};
        if (fact_.type == fact_type::number) {
            warn_of_thousands(item);
            return item.number->micro;
        }
        if (item.number->micro % limits::grid != 0) {
            error(message::level_number_whole, {key_}, within(item.where));
            return {};
        }
        return item.number->micro / limits::grid;
    }

    /// `1.500`
    void warn_of_thousands(const value_item& item) {
        if (value_.kind != profile_value_kind::text) return;
        const std::string thousands = grammar::thousands_meant(item.text);
        if (thousands.empty()) return;
        const std::string number = number_shown(item.number->micro);
        const std::string_view said = std::string_view(item.text).substr(0, item.text.find(' '));
        out_.add(message::value_like_thousands, {&file_, within(item.where)}, {std::string(said), grammar::figures(number)})
            .help.push_back({message::help_thousands_or_fraction, {thousands, grammar::figures(number)}});
    }

    bool unit_fits(const value_item& item) {
        if (item.unit.empty()) return true;
        if (fact_.type == fact_type::number && !fact_.unit.empty()) {
            if (unit_key(item.unit) == unit_key(fact_.unit)) return true;
            if (!meant_value().empty()) return refuse(item), false;        // "5 or more" is no unit
            report_unit(item);
        } else {
            error(message::value_takes_no_unit, {key_}, within(item.where));
        }
        return false;
    }

    /// The number stays where the unit may be the declared one by another name; a time that can be converted exactly is.
    void report_unit(const value_item& item) {
        grammar::diagnostic& found =
            out_.add(message::value_wrong_unit, {&file_, within(item.where)}, {key_, unit_shown(fact_.unit, line_.language), item.unit});
        const auto exact = converted(item.number->micro, item.unit, fact_.unit);
        const bool same = may_be_unit(item.unit, fact_.unit), alone = item.text.size() == grammar::without_blanks(value_.content).size();
        if (alone && (same || (exact && exact->exact))) {
            const std::string number = number_shown(same ? item.number->micro : exact->micro);
            found.help.push_back(is_json() ? grammar::sentence{message::help_write, {number}} : grammar::sentence{message::help_write_line, {line_of(key_, number)}});
        }
        found.help.push_back(possible_values(rules_, id_, line_.language));
    }

    /// `800 €`, `€800`, where the fact is counted in that; else "".
    [[nodiscard]] std::string without_sign(std::string_view said) const {
        for (const std::string_view sign : {"€", "$", "£", "﷼"}) {
            if (!may_be_unit(sign, fact_.unit)) continue;
            std::string_view number = said;
            if (said.starts_with(sign)) number.remove_prefix(sign.size());
            else if (said.ends_with(sign)) number.remove_suffix(sign.size());
            else continue;
            number = grammar::without_blanks(number);
            const grammar::value_result read = grammar::parse_value(number);
            if (read.error == grammar::value_error::none && read.value.items.size() == 1 && read.value.items.front().number) return std::string(number);
        }
        return {};
    }

    // --- bounds and ranges

    meaning bound(value_form form, const value_item& item) {
        if (!ordered()) return error(message::bound_not_for, {key_});
        const std::optional<std::int64_t> value = point(item);
        if (!value) return {};
        switch (form) {
        case value_form::at_least: return between(*value, no_end);
        case value_form::at_most: return between(-no_end, *value);
        case value_form::above: return between(*value + 1, no_end);
        default: return between(-no_end, *value - 1);
        }
    }

    meaning range(const value_item& lower, const value_item& upper) {
        if (!ordered()) return error(message::bound_not_for, {key_});
        const std::optional<std::int64_t> from = point(lower);
        const std::optional<std::int64_t> to = from ? point(upper) : std::nullopt;
        if (!to) return {};
        if (*from > *to) return error(message::value_range_upside_down, {}, value_.where);
        return between(*from, *to);
    }

    // --- sets

    meaning includes(const std::vector<value_item>& items) {
        if (fact_.type != fact_type::any_of) return error(message::value_includes_not_for, {key_, type_shown(fact_.type)});
        return set_of(items, option_open);
    }

    /// The set with these options in it and all others at `rest`.
    meaning set_of(const std::vector<value_item>& items, std::uint8_t rest) {
        known_fact known = whole();
        known.options.assign(known.options.size(), rest);
        for (const value_item& item : items) {
            const auto own = rules_.names.value(id_, item.text);
            if (!own) return refuse(item);
            known.options[*own] = option_in;
        }
        return known;
    }

    // --- JSON

    meaning json_number(const profile_value& number) {
        const std::string shown = number_shown(number.number.micro);
        if (const auto own = rules_.names.value(id_, shown)) return option(*own);
        value_item item;
        item.text = shown;
        item.number = number.number;
        return several({item});
    }

    meaning json_list() {
        if (fact_.type != fact_type::any_of) return error(message::list_not_for, {key_, type_shown(fact_.type)});
        known_fact known = whole();
        known.options.assign(known.options.size(), option_out);
        for (const profile_value& item : value_.items) {
            const std::string text = json_text(item);
            const auto own = rules_.names.value(id_, text);
            if (!own) return refuse(text, item.where);
            known.options[*own] = option_in;
        }
        return known;
    }

    static std::string json_text(const profile_value& item) {
        if (item.kind == profile_value_kind::number) return number_shown(item.number.micro);
        if (item.kind == profile_value_kind::boolean) return item.boolean ? "yes" : "no";
        return item.content;
    }

    const rule_base& rules_;
    const profile_line& line_;
    fact_id id_;
    const fact& fact_;
    const std::string& key_;                ///< the fact as the person calls it
    const profile_value& value_;
    const grammar::source& file_;
    grammar::diagnostics& out_;
    std::size_t& suggestions_left_;
};

}  // namespace

std::optional<known_fact> meaning_of_value(const rule_base& rules, const profile_line& line, grammar::diagnostics& out, std::size_t& suggestions_left) {
    return value_reader(rules, line, out, suggestions_left).read();
}

namespace {

grammar::sentence values_with_unit(const fact& f, std::string_view language) {
    const std::string unit = unit_shown(f.unit, language);
    if (!f.has_range) return {message::help_number_with_unit, {unit, grammar::figures(4)}};
    const std::int64_t middle = (f.least / 2 + f.greatest / 2) / limits::grid * limits::grid;
    const std::string example = number_shown(f.least <= middle ? middle : f.least);
    return {message::help_number_with_unit_in, {unit, grammar::figures(example), grammar::figures(number_shown(f.least)), grammar::figures(number_shown(f.greatest))}};
}

}  // namespace

grammar::sentence possible_values(const rule_base& rules, fact_id id, std::string_view language) {
    const fact& f = rules.facts[id];
    const auto top = static_cast<std::uint32_t>(f.type == fact_type::level ? rules.level_count(f) - 1 : 0);
    switch (f.type) {
    case fact_type::level:
        return {message::help_level_values, {options_shown(rules, id, language), grammar::figures(top),
                                             option_shown(rules, id, std::min(top, 1u), language), option_shown(rules, id, top, language)}};
    case fact_type::yes_no: return {message::help_yes_no_values, {}};
    case fact_type::number:
        if (!f.unit.empty()) return values_with_unit(f, language);
        if (!f.has_range) return {message::help_number_values, {}};
        return {message::help_number_values_in, {grammar::figures(number_shown(f.least)), grammar::figures(number_shown(f.greatest))}};
    case fact_type::one_of: return {message::help_choice_values, {options_shown(rules, id, language)}};
    case fact_type::any_of: return {message::help_set_values, {options_shown(rules, id, language)}};
    }
    return {};
}

std::int64_t no_of_number(const fact& f) { return f.least <= 0 && f.greatest >= 0 ? 0 : f.least; }

}  // namespace advise::engine
