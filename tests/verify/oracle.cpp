#include "oracle.hpp"

#include <algorithm>

namespace advise::tests {
namespace {

using verify::json;

std::optional<std::int64_t> option_of(const engine::rule_base& rules, const engine::fact& f, const std::string& term) {
    if (f.type == engine::fact_type::yes_no) return term == "yes" ? 1 : 0;
    const auto options = rules.options_of(f);
    for (std::size_t i = 0; i < options.size(); ++i)
        if (options[i].term == term) return static_cast<std::int64_t>(i);
    return std::nullopt;
}

/// Steps of 0.000001.
std::int64_t number_of(const json& written) {
    if (written.is == json::kind::number) return written.number * 1'000'000;
    std::string digits = written.string;
    const std::size_t point = digits.find('.');
    digits.erase(point, 1);
    digits.append(point + 6 - digits.size(), '0');
    return std::stoll(digits);
}

std::optional<std::int64_t> value_of(const engine::rule_base& rules, const engine::fact& f, const json& written) {
    return f.type == engine::fact_type::number ? std::optional(number_of(written)) : option_of(rules, f, written.string);
}

bool put_stretch(const engine::rule_base& rules, engine::fact_id id, const json& to, engine::known_fact& known) {
    const engine::fact& f = rules.facts[id];
    const json &from = *to.find("from"), &end = *to.find("to");
    const auto least = value_of(rules, f, from), greatest = end.is == json::kind::null ? std::optional(known.to) : value_of(rules, f, end);
    if (!least || !greatest) return false;
    known.from = *least;
    known.to = *greatest;
    return true;
}

bool put(const engine::rule_base& rules, engine::fact_id id, const json& to, engine::known_fact& known) {
    const engine::fact& f = rules.facts[id];
    known = engine::whole_domain(rules, id);
    if (to.is == json::kind::null) return true;
    if (to.find("from") != nullptr) return put_stretch(rules, id, to, known);
    if (const json* included = to.find("includes")) {
        for (const json& item : included->items) known.options[static_cast<std::size_t>(*option_of(rules, f, item.string))] = 1;
        return true;
    }
    if (f.type == engine::fact_type::any_of) {
        std::fill(known.options.begin(), known.options.end(), std::uint8_t{0});
        for (const json& item : to.find("values")->items) known.options[static_cast<std::size_t>(*option_of(rules, f, item.string))] = 1;
        return true;
    }
    const auto value = value_of(rules, f, to);
    if (value) known.from = known.to = *value;
    return value.has_value();
}

}  // namespace

std::optional<engine::facts> changed(const engine::rule_base& rules, engine::facts person, const json& changes) {
    for (const json& each : changes.items) {
        engine::fact_id id = 0;
        while (id < rules.facts.size() && rules.facts[id].term != each.find("fact")->string) ++id;
        if (id == rules.facts.size() || !put(rules, id, *each.find("to"), person.known[id])) return std::nullopt;
    }
    return person;
}

}  // namespace advise::tests
