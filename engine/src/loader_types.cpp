// Types of facts: the scale that a declaration names, which may be declared below it.
#include "loader_habits.hpp"

namespace advise::engine::loading {
namespace {

void report_no_type(draft& d, const fact_draft& of) {
    const std::string spelling = d.spelling_at(of.scale_at);
    grammar::diagnostic& found = d.error(message::no_such_type, of.scale_at, {spelling});
    std::vector<std::string_view> names{"yes/no", "number", "one of", "any of"};
    for (const scale& s : d.rules.scales) names.push_back(s.term);
    std::string near(type_of_other_languages(spelling));
    if (near.empty()) near = d.nearest(spelling, names);
    if (near.empty()) found.help.push_back({message::help_types, {}});
    else found.help.push_back({message::help_type_did_you_mean, {near}});
}

}  // namespace

bool take_scale_of(draft& d, fact& f, fact_draft& of) {
    const auto known = d.scale_of.find(of.scale);
    if (known == d.scale_of.end()) return false;
    f.scale = known->second;
    of.broken |= d.scales[f.scale].broken;
    return true;
}

void settle_types(draft& d) {
    for (std::size_t i = 0; i < d.facts.size(); ++i) {
        fact& f = d.rules.facts[i];
        fact_draft& of = d.facts[i];
        if (f.type != fact_type::level || f.scale != nothing) continue;
        f.scale = built_in_scale;
        if (of.scale == no_symbol) continue;
        if (take_scale_of(d, f, of)) continue;
        of.broken = true;
        if (!d.missing_files) report_no_type(d, of);
    }
}

}  // namespace advise::engine::loading
