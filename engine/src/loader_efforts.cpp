// A rule base counts all efforts in one unit: that of most of them, and of the first where as many have another.
#include "loader.hpp"
#include "shown.hpp"
#include "units.hpp"

#include <algorithm>
#include <map>

namespace advise::engine::loading {
namespace {

const effort_draft& with_usual_unit(const std::vector<effort_draft>& efforts) {
    std::map<std::string, std::size_t> times;
    for (const effort_draft& one : efforts) ++times[unit_key(one.unit)];
    std::size_t most = 0;
    for (const auto& [unit, n] : times) most = std::max(most, n);
    return *std::ranges::find_if(efforts, [&](const effort_draft& one) { return times[unit_key(one.unit)] == most; });
}

/// A week has seven days, and five of work: nobody can know which days were counted.
bool counts_days(std::string_view unit) {
    const std::string key = unit_key(unit);
    return key == unit_key("day") || key == unit_key("روز");
}

/// Never the same number with another unit: that would be another effort.
grammar::sentence meant_effort(const draft& d, const effort_draft& odd, const std::string& unit) {
    const std::string said(d.rules.files[odd.number_at.file]->text(odd.number_at.where));
    if (unit.empty()) return {message::help_no_unit, {}};
    if (odd.unit.empty()) return {message::help_write_line, {"effort " + said + " " + unit}};
    const auto number = converted(odd.number, odd.unit, unit);
    if (!number) return {message::help_effort_recount, {unit}};
    if (number->exact && !counts_days(odd.unit) && !counts_days(unit))
        return {message::help_write_line, {"effort " + number_shown(number->micro) + " " + unit}};
    return {message::help_effort_about, {said, odd.unit, number_shown(number->micro), unit}};
}

void report_unit(draft& d, const effort_draft& odd, const effort_draft& usual) {
    const message what = odd.unit.empty()     ? message::effort_unit_missing
                         : usual.unit.empty() ? message::effort_unit_only_here
                                              : message::effort_units_differ;
    grammar::arguments named;
    if (!usual.unit.empty()) named.emplace_back(usual.unit);
    if (!odd.unit.empty()) named.emplace_back(odd.unit);
    grammar::diagnostic& found = d.error(what, odd.at, std::move(named));
    d.note(found, message::note_first_here, usual.at);
    found.help.push_back(meant_effort(d, odd, usual.unit));
}

}  // namespace

void settle_efforts(draft& d) {
    if (d.efforts.empty()) return;
    const effort_draft& usual = with_usual_unit(d.efforts);
    d.rules.effort_unit = usual.unit;
    for (const effort_draft& one : d.efforts)
        if (unit_key(one.unit) != unit_key(usual.unit)) report_unit(d, one, usual);
}

}  // namespace advise::engine::loading
