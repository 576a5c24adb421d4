#include "profile.hpp"

#include <advise/grammar/limits.hpp>

#include <algorithm>

namespace advise::verify {
namespace {

using grammar::message;
using grammar::profile_value;
using grammar::profile_value_kind;
using grammar::value_form;
using grammar::value_item;
constexpr std::int64_t grid = grammar::limits::grid;
constexpr std::int64_t far_away = grammar::limits::greatest_number + 1;

/// Whether a fact has levels or is a number: what knows bounds.
bool is_ordered(const fact& f) { return f.type == fact_type::level || f.type == fact_type::number; }

class value_reader {
public:
    value_reader(const fact& f, const profile_value& value, const grammar::source& file, grammar::diagnostics& found)
        : fact_(f), value_(value), file_(file), found_(found) {}

    /// Whether the value that was read is the word "unknown".
    [[nodiscard]] bool unknown() const { return unknown_; }

    possible read() {
        switch (value_.kind) {
        case profile_value_kind::bare: return yes_or_no(true);
        case profile_value_kind::text: return text();
        case profile_value_kind::number: return json_number();
        case profile_value_kind::boolean: return yes_or_no(value_.boolean);
        case profile_value_kind::null: return nothing();
        case profile_value_kind::list: break;
        }
        return json_list();
    }

private:
    [[noreturn]] void refuse(message id, grammar::arguments arguments) {
        found_.add(id, {&file_, value_.where}, std::move(arguments));
        throw unusable();
    }

    /// Values from..to, as far as the fact has them.
    [[nodiscard]] possible between(std::int64_t from, std::int64_t to) const {
        possible left = whole_domain(fact_);
        left.from = std::max(left.from, from);
        left.to = std::min(left.to, to);
        for (std::size_t i = 0; i < left.values.size(); ++i)
            left.values[i] = from <= static_cast<std::int64_t>(i) && static_cast<std::int64_t>(i) <= to;
        return left;
    }
    [[nodiscard]] possible exactly(std::int64_t value) const { return between(value, value); }

    [[nodiscard]] possible option(std::int64_t index) const {
        if (fact_.type != fact_type::any_of) return exactly(index);
        possible left = whole_domain(fact_);
        left.options.assign(left.options.size(), truth::no);
        left.options[static_cast<std::size_t>(index)] = truth::yes;
        return left;
    }

    possible nothing() {
        unknown_ = true;
        return whole_domain(fact_);
    }

    possible yes_or_no(bool yes) {
        switch (fact_.type) {
        case fact_type::level: return yes ? between(1, far_away) : exactly(0);
        case fact_type::yes_no: return exactly(yes ? 1 : 0);
        case fact_type::number:
            if (yes) return between(1, far_away);
            return exactly(fact_.least <= 0 && fact_.greatest >= 0 ? 0 : fact_.least);
        case fact_type::one_of:
            if (const auto named = find_option(fact_, yes ? "yes" : "no", true)) return exactly(*named);
            refuse(yes ? message::yes_says_nothing : message::no_says_nothing, {fact_.term});
        case fact_type::any_of: break;
        }
        if (yes) refuse(message::yes_says_nothing, {fact_.term});
        possible left = whole_domain(fact_);
        left.options.assign(left.options.size(), truth::no);
        return left;
    }

    possible text() {
        if (const auto own = find_option(fact_, value_.content, true)) return option(*own);
        if (const auto answer = grammar::yes_or_no(value_.content)) return yes_or_no(*answer);
        const grammar::value_result parsed = grammar::parse_value(value_.content);
        if (parsed.error != grammar::value_error::none) refuse(message::value_unreadable, {message::value_expects_value});
        const std::vector<value_item>& items = parsed.value.items;
        switch (parsed.value.form) {
        case value_form::unknown: return nothing();
        case value_form::items: return several(items);
        case value_form::includes: return includes(items);
        default: return bound(parsed.value.form, items);
        }
    }

    possible several(const std::vector<value_item>& items) {
        if (fact_.type == fact_type::any_of) return set_of(items, truth::no);
        if (items.size() > 1) refuse(message::one_value_only, {fact_.term});
        if (fact_.type == fact_type::level && !items.front().quoted && items.front().text.find("..") != std::string::npos) return range_of_levels(items.front().text);
        if (fact_.type != fact_type::yes_no) return exactly(point(items.front(), true));
        const auto answer = grammar::yes_or_no(items.front().text);
        if (!answer) refuse(message::value_of_no_kind, {fact_.term, items.front().text});
        return exactly(*answer ? 1 : 0);
    }

    /// `beginner..advanced`, which is one word to the reader of values.
    possible range_of_levels(const std::string& text) {
        const std::size_t dots = text.find("..");
        const std::int64_t low = end_of_range(text.substr(0, dots)), high = end_of_range(text.substr(dots + 2));
        if (low > high) refuse(message::value_range_upside_down, {});
        return between(low, high);
    }

    std::int64_t end_of_range(const std::string& part) {
        const std::size_t first = std::min(part.find_first_not_of(" \t"), part.size());
        value_item item;
        item.text = part.substr(first, part.find_last_not_of(" \t") + 1 - first);
        if (const grammar::value_result read = grammar::parse_value(item.text); read.error == grammar::value_error::none && read.value.items.size() == 1)
            item.number = read.value.items.front().number;
        return point(item, false);
    }

    possible includes(const std::vector<value_item>& items) {
        if (fact_.type != fact_type::any_of) refuse(message::value_includes_not_for, {fact_.term, fact_.term});
        return set_of(items, truth::unknown);
    }

    possible set_of(const std::vector<value_item>& items, truth others) {
        possible left = whole_domain(fact_);
        left.options.assign(left.options.size(), others);
        for (const value_item& item : items) left.options[own(item.text)] = truth::yes;
        return left;
    }

    std::size_t own(const std::string& name) {
        const auto found = find_option(fact_, name, true);
        if (!found) refuse(message::value_of_no_kind, {fact_.term, name});
        return static_cast<std::size_t>(*found);
    }

    /// The one value that an item names. A level may be given by its place.
    std::int64_t point(const value_item& item, bool must_exist) {
        if (const auto named = find_option(fact_, item.text, true)) return *named;
        if (!item.number || !is_ordered(fact_)) refuse(message::value_of_no_kind, {fact_.term, item.text});
        const bool unit_fits = fact_.type == fact_type::number && !fact_.unit.empty() && unit_key(item.unit) == unit_key(fact_.unit);
        if (!item.unit.empty() && !unit_fits) refuse(message::value_takes_no_unit, {fact_.term});
        if (fact_.type == fact_type::number) return item.number->micro;
        if (item.number->micro % grid != 0) refuse(message::level_number_whole, {fact_.term});
        const std::int64_t level = item.number->micro / grid, levels = static_cast<std::int64_t>(fact_.options.size());
        if (must_exist && (level < 0 || level >= levels)) refuse(message::level_number_range, {fact_.term, std::to_string(levels - 1)});
        return level;
    }

    possible bound(value_form form, const std::vector<value_item>& items) {
        if (!is_ordered(fact_)) refuse(message::bound_not_for, {fact_.term});
        const std::int64_t value = point(items.front(), false);
        switch (form) {
        case value_form::at_least: return between(value, far_away);
        case value_form::at_most: return between(-far_away, value);
        case value_form::above: return between(value + 1, far_away);
        case value_form::below: return between(-far_away, value - 1);
        default: break;
        }
        const std::int64_t upper = point(items.back(), false);
        if (value > upper) refuse(message::value_range_upside_down, {});
        return between(value, upper);
    }

    // --- JSON

    static std::string digits_of(std::int64_t micro) {
        const bool negative = micro < 0;
        const std::uint64_t size = negative ? 0 - static_cast<std::uint64_t>(micro) : static_cast<std::uint64_t>(micro);
        std::string fraction = std::to_string(size % grid + grid).substr(1);
        fraction.erase(fraction.find_last_not_of('0') + 1);
        return (negative ? "-" : "") + std::to_string(size / grid) + (fraction.empty() ? "" : "." + fraction);
    }

    possible json_number() {
        value_item item;
        item.text = digits_of(value_.number.micro);
        item.number = value_.number;
        return several({item});
    }

    possible json_list() {
        if (fact_.type != fact_type::any_of) refuse(message::list_not_for, {fact_.term, fact_.term});
        possible left = whole_domain(fact_);
        left.options.assign(left.options.size(), truth::no);
        for (const profile_value& item : value_.items) {
            const bool number = item.kind == profile_value_kind::number, boolean = item.kind == profile_value_kind::boolean;
            left.options[own(number ? digits_of(item.number.micro) : boolean ? (item.boolean ? "yes" : "no") : item.content)] = truth::yes;
        }
        return left;
    }

    const fact& fact_;
    const profile_value& value_;
    const grammar::source& file_;
    grammar::diagnostics& found_;
    bool unknown_ = false;
};

/// What both allow. \return false where no value is left
bool narrow(possible& left, const possible& said) {
    left.from = std::max(left.from, said.from);
    left.to = std::min(left.to, said.to);
    for (std::size_t i = 0; i < left.values.size(); ++i) left.values[i] = left.values[i] && said.values[i];
    for (std::size_t i = 0; i < left.options.size(); ++i) {
        if (left.options[i] != truth::unknown && said.options[i] != truth::unknown && left.options[i] != said.options[i]) return false;
        if (left.options[i] == truth::unknown) left.options[i] = said.options[i];
    }
    return !left.empty();
}

/// What `otherwise: no` makes of a fact without a line.
possible at_its_no(const fact& f) {
    possible left = whole_domain(f);
    switch (f.type) {
    case fact_type::number: left.from = left.to = f.least <= 0 && f.greatest >= 0 ? 0 : f.least; break;
    case fact_type::any_of: left.options.assign(left.options.size(), truth::no); break;
    case fact_type::one_of:
        if (const auto no = find_option(f, "no", true)) {
            left.values.assign(left.values.size(), false);
            left.values[static_cast<std::size_t>(*no)] = true;
        }
        break;
    default:
        left.values.assign(left.values.size(), false);
        left.values.front() = true;
    }
    return left;
}

}  // namespace

bool possible::empty() const {
    if (!options.empty()) return false;
    return values.empty() ? from > to : std::find(values.begin(), values.end(), true) == values.end();
}

bool possible::decided() const {
    if (!options.empty()) return std::find(options.begin(), options.end(), truth::unknown) == options.end();
    return values.empty() ? from == to : std::count(values.begin(), values.end(), true) == 1;
}

std::size_t possible::first() const { return static_cast<std::size_t>(std::find(values.begin(), values.end(), true) - values.begin()); }
std::size_t possible::last() const { return static_cast<std::size_t>(values.rend() - std::find(values.rbegin(), values.rend(), true)) - 1; }

possible whole_domain(const fact& f) {
    possible left;
    switch (f.type) {
    case fact_type::yes_no: left.values.assign(2, true); break;
    case fact_type::number: left.from = f.least, left.to = f.greatest; break;
    case fact_type::any_of: left.options.assign(f.options.size(), truth::unknown); break;
    default: left.values.assign(f.options.size(), true); break;
    }
    return left;
}

person read_profile(const grammar::profile& profile, const rules& base, bool closed, grammar::diagnostics& found) {
    person made;
    made.closed = profile.closed || closed;
    for (const fact& f : base.facts) made.facts.push_back({whole_domain(f), {}});
    for (const grammar::profile_entry& entry : profile.entries) {
        const std::size_t id = base.find_fact(entry.key);
        if (id == none && base.find_conclusion(entry.key) != none) {
            found.add(message::key_is_conclusion, {profile.file.get(), entry.key_where}, {entry.key});
            throw unusable();
        }
        if (id == none) continue;       // a key that names nothing is a warning, and says nothing
        known_fact& known = made.facts[id];
        if (known.lines.empty() || known.lines.back() != entry.line) known.lines.push_back(entry.line);
        value_reader reader(base.facts[id], entry.value, *profile.file, found);
        const possible said = reader.read();
        known.never_ask = known.never_ask || reader.unknown();
        known.left.said = !known.never_ask;
        const bool alone = !said.empty();
        if (alone && narrow(known.left, said)) continue;
        found.add(alone ? message::contradiction : message::no_value_remains, {profile.file.get(), entry.value.where}, {base.facts[id].term});
        throw unusable();
    }
    for (std::size_t f = 0; made.closed && f < base.facts.size(); ++f)
        if (made.facts[f].lines.empty()) made.facts[f].left = at_its_no(base.facts[f]);
    return made;
}

}  // namespace advise::verify
