#include "joint_words.hpp"

#include <advise/grammar/utf8.hpp>

namespace advise::cli {

std::string joint_words::fact(std::size_t f) const {
    const engine::joint_fact& about = found_.facts[f];
    const std::string name = of(about).fact(id(about));
    if (!about.other_kind) return name;
    return say_it(about.in_new == engine::nothing ? say::diff_in_old : say::diff_in_new, {name});
}

std::string_view joint_words::term_of(const engine::joint_role& role) const {
    return role.in_new != engine::nothing ? new_.rules().conclusions[role.in_new].term : old_.rules().conclusions[role.in_old].term;
}

/// Whether another role is called the same, one of them gone and the other new.
bool joint_words::shared_name(std::size_t r) const {
    const auto in_one = [&](std::size_t i) { return (found_.roles[i].in_old == engine::nothing) != (found_.roles[i].in_new == engine::nothing); };
    const auto called = [&](const engine::joint_role& role) {
        return role.in_new != engine::nothing ? new_.conclusion(role.in_new) : old_.conclusion(role.in_old);
    };
    if (!in_one(r)) return false;
    for (std::size_t i = 0; i < found_.roles.size(); ++i)
        if (i != r && in_one(i) && called(found_.roles[i]) == called(found_.roles[r])) return true;
    return false;
}

std::string joint_words::role(std::size_t r) const {
    const engine::joint_role& about = found_.roles[r];
    const std::string name = about.in_new != engine::nothing ? new_.conclusion(about.in_new) : old_.conclusion(about.in_old);
    if (!shared_name(r)) return name;
    return say_it(say::diff_named, {name, grammar::printable(term_of(about))});
}

std::string joint_words::role_inside(std::size_t r) const {
    const engine::joint_role& about = found_.roles[r];
    const std::string name = about.in_new != engine::nothing ? new_.conclusion_inside(about.in_new) : old_.conclusion_inside(about.in_old);
    if (!shared_name(r)) return name;
    return say_it(say::diff_named, {name, grammar::printable(term_of(about))});
}

/// Where a condition ends with the values that both share, it says nothing of what is beyond.
std::string joint_words::interval(const engine::joint_condition& c) const {
    const engine::joint_fact& f = found_.facts[c.fact];
    const bool in_new = f.in_new != engine::nothing;
    const words& speak = of(f);
    const engine::known_fact whole = engine::whole_domain(speak.rules(), id(f));
    const engine::joint_value &first = f.values[c.from], &last = f.values[c.to];
    const std::int64_t from = c.from == 0 && c.to > 0 ? whole.from : in_new ? first.new_from : first.old_from;
    const std::int64_t to = c.to + 1 == f.values.size() && c.from + 1 < f.values.size() ? whole.to : in_new ? last.new_to : last.old_to;
    return speak.interval(id(f), from, to);
}

void joint_words::say_condition(const engine::joint_condition& c, std::vector<std::string>& out) const {
    const engine::joint_fact& f = found_.facts[c.fact];
    const std::string name = fact(c.fact);
    const words& speak = of(f);
    const auto value = [&](std::size_t v) {
        const std::int64_t at = f.in_new != engine::nothing ? f.values[v].new_from : f.values[v].old_from;
        if (f.kind != engine::joint_kind::set) return speak.value(id(f), at);
        return speak.value(id(f), engine::fact_value{0, {static_cast<std::uint32_t>(at)}});
    };
    std::vector<std::string> in, without;
    switch (f.kind) {
    case engine::joint_kind::ordered: out.push_back(say_it(say::fact_is, {name, interval(c)})); return;
    case engine::joint_kind::choice:
        for (std::size_t v = 0; v < c.allowed.size(); ++v) (c.allowed[v] ? in : without).push_back(value(v));
        if (in.size() > without.size()) out.push_back(say_it(say::choice_not, {name, speak.list_or(without)}));
        else out.push_back(say_it(say::choice_is, {name, speak.list_or(in)}));
        return;
    case engine::joint_kind::set: break;
    }
    for (std::size_t v = 0; v < c.options.size(); ++v)
        if (c.options[v] != 2) (c.options[v] == 1 ? in : without).push_back(value(v));
    if (!in.empty()) out.push_back(say_it(say::set_includes, {name, speak.list_and(in)}));
    if (!without.empty()) out.push_back(say_it(say::set_lacks, {name, speak.list_or(without)}));
}

std::string joint_words::conditions(const std::vector<engine::joint_condition>& all) const {
    std::vector<std::string> said;
    for (const engine::joint_condition& c : all) say_condition(c, said);
    return list(said);
}

std::string joint_words::profile(const engine::joint_profile& shown, const std::vector<std::size_t>& facts) const {
    std::vector<std::string> said;
    for (const std::size_t i : facts) {
        const engine::joint_fact& f = found_.facts[i];
        const engine::known_fact& known = (f.in_new != engine::nothing ? shown.in_new : shown.in_old).known[id(f)];
        engine::fact_value value{known.from, {}};
        for (std::uint32_t o = 0; o < known.options.size(); ++o)
            if (known.options[o] == 1) value.members.push_back(o);
        said.push_back(say_it(say::fact_is, {fact(i), of(f).value(id(f), value)}));
    }
    return list(said);
}

}  // namespace advise::cli
