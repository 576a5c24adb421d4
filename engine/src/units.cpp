#include "units.hpp"

#include <advise/grammar/limits.hpp>
#include <advise/grammar/term_key.hpp>

#include <utility>

namespace advise::engine {
namespace {

/// Hours and days have no common measure: nobody works 24 hours a day.
enum class time_kind : std::uint8_t { hours, days, months };

struct time_unit {
    std::string_view key;
    time_kind kind;
    std::int64_t size;  ///< in the smallest unit of its kind
};
constexpr time_unit time_units[] = {
    {"minute", time_kind::hours, 1}, {"min", time_kind::hours, 1},   {"دقیقه", time_kind::hours, 1},  {"hour", time_kind::hours, 60},
    {"h", time_kind::hours, 60},     {"ساعت", time_kind::hours, 60}, {"day", time_kind::days, 1},     {"روز", time_kind::days, 1},
    {"week", time_kind::days, 7},    {"هفته", time_kind::days, 7},   {"month", time_kind::months, 1}, {"ماه", time_kind::months, 1},
    {"year", time_kind::months, 12},
};

const time_unit* time_unit_of(std::string_view unit) {
    const std::string key = unit_key(unit);
    for (const time_unit& one : time_units)
        if (key == grammar::term_key(one.key)) return &one;
    return nullptr;
}

/// Names and signs of one currency.
std::string currency_key(std::string_view unit) {
    constexpr std::pair<std::string_view, std::string_view> names[] = {
        {"eur", "euro"}, {"€", "euro"},     {"یورو", "euro"}, {"usd", "dollar"}, {"$", "dollar"},  {"دلار", "dollar"}, {"gbp", "pound"},
        {"£", "pound"},  {"پوند", "pound"}, {"irr", "rial"},  {"﷼", "rial"},     {"ریال", "rial"}, {"تومان", "toman"},
    };
    if (unit == "€" || unit == "$" || unit == "£" || unit == "﷼")  // signs have no key of their own
        for (const auto& [name, of] : names)
            if (unit == name) return std::string(of);
    const std::string key = unit_key(unit);
    for (const auto& [name, of] : names)
        if (!key.empty() && key == grammar::term_key(name)) return std::string(of);
    return key;
}

/// "hours per week" as its parts, "hours/week" too.
std::string_view before_per(std::string_view unit) {
    for (const std::string_view per : {" per ", "/", " a ", " در "})
        if (const std::size_t found = unit.find(per); found != unit.npos) return unit.substr(0, found);
    return unit;
}
std::string_view after_per(std::string_view unit) {
    for (const std::string_view per : {" per ", "/", " a ", " در "})
        if (const std::size_t found = unit.find(per); found != unit.npos) return unit.substr(found + per.size());
    return {};
}

}  // namespace

std::string unit_key(std::string_view unit) {
    std::string key = grammar::term_key(unit);
    if (key == "سال") return "year";
    if (key.size() > 1 && key.back() == 's') key.pop_back();
    return key;
}

std::string unit_shown(const std::string& unit, std::string_view language) { return language == "fa" && unit_key(unit) == "year" ? "سال" : unit; }

std::optional<converted_number> converted(std::int64_t micro, std::string_view from, std::string_view to) {
    constexpr std::int64_t most = 1'000'000 * grammar::limits::grid;
    const time_unit *const source = time_unit_of(from), *const target = time_unit_of(to);
    if (source == nullptr || target == nullptr || micro <= 0 || micro > most) return std::nullopt;
    std::int64_t over = source->size, under = target->size;
    bool exact = true;
    if (source->kind != target->kind) {
        if (source->kind == time_kind::hours || target->kind == time_kind::hours) return std::nullopt;
        constexpr std::int64_t days = 487, months = 16;  // 365.25 days are 12 months
        over *= source->kind == time_kind::months ? days : months;
        under *= source->kind == time_kind::months ? months : days;
        exact = false;
    }
    const std::int64_t scaled = micro * over;
    if (exact && scaled % under == 0) return converted_number{scaled / under, true};
    const std::int64_t step = under * grammar::limits::grid, whole = (scaled + step / 2) / step;
    if (whole == 0) return std::nullopt;
    return converted_number{whole * grammar::limits::grid, false};
}

bool may_be_unit(std::string_view written, std::string_view declared) {
    if (currency_key(written) == currency_key(declared)) return true;
    const std::string_view per = after_per(written);
    return unit_key(before_per(written)) == unit_key(before_per(declared)) && (per.empty() || unit_key(per) == unit_key(after_per(declared)));
}

}  // namespace advise::engine
