#include "bridge.hpp"

#include <advise/grammar/diagnostic.hpp>
#include <advise/grammar/profile.hpp>

#include <charconv>
#include <cstdlib>
#include <cstring>

namespace advise::tests {

std::string told(const grammar::diagnostics& found)
{
    std::string all;
    for (const grammar::diagnostic& d : found.sorted()) {
        const grammar::position at = d.at.file != nullptr ? d.at.file->position_of(d.at.where.begin) : grammar::position{};
        all += std::to_string(at.line) + ":" + std::to_string(at.column) + " " + std::string(grammar::code_of(d.text.id)) + " " +
               grammar::text_of(d.text.id, grammar::language::en, d.text.arguments) + "\n";
    }
    return all;
}

loaded load(const std::string& rules_text)
{
    engine::load_result result = engine::load_rules_text("case.rules", rules_text);
    loaded base{std::move(result.rules), nullptr, std::move(result.diagnostics)};
    if (!base.found.has_errors()) base.code = std::make_unique<engine::program>(*base.rules);
    return base;
}

person bind_text(const loaded& base, const std::string& profile_text, const engine::bind_options& how)
{
    person made;
    bool usable = false;
    made.file = grammar::read_source("p.txt", profile_text, 1000, made.found, usable);
    const grammar::profile profile = grammar::parse_profile(made.file, made.found);
    made.facts = engine::bind(profile, *base.rules, how, made.found);
    return made;
}

std::vector<advice_row> rows_of(const loaded& base, const engine::advice& advice)
{
    std::vector<advice_row> rows;
    for (const engine::role_advice& r : advice.roles)
        rows.push_back({std::string(base.rules->conclusions[r.role].term), static_cast<verdict>(r.verdict), r.points.low, r.points.high});
    return rows;
}

std::string compared(const std::vector<advice_row>& expected, const std::vector<advice_row>& got)
{
    std::string text;
    for (std::size_t i = 0; i < std::max(expected.size(), got.size()); ++i) {
        const auto row = [&](const std::vector<advice_row>& all) {
            if (i >= all.size()) return std::string("-");
            const advice_row& r = all[i];
            return r.role + " " + name_of(r.truth) + " " + std::to_string(r.low) + ".." + std::to_string(r.high);
        };
        text += "expected " + row(expected) + " | got " + row(got) + "\n";
    }
    return text;
}

correspondence match(const rule_base& model, const engine::rule_base& rules)
{
    correspondence found;
    std::map<std::string, std::size_t> facts, conclusions;
    for (std::size_t i = 0; i < model.facts.size(); ++i) facts[key(model.facts[i].term)] = i;
    for (std::size_t i = 0; i < model.conclusions.size(); ++i) conclusions[key(model.conclusions[i].term)] = i;
    for (engine::fact_id f = 0; f < rules.facts.size(); ++f) {
        found.fact_of.push_back(facts.at(key(rules.facts[f].term)));
        found.engine_fact_of[found.fact_of.back()] = f;
    }
    for (engine::conclusion_id c = 0; c < rules.conclusions.size(); ++c) found.conclusion_of[conclusions.at(key(rules.conclusions[c].term))] = c;
    return found;
}

value value_of(const engine::rule_base& rules, engine::fact_id fact, const engine::fact_value& v)
{
    if (rules.facts[fact].type != engine::fact_type::any_of) return v.number;
    value bits = 0;
    for (const std::uint32_t o : v.members) bits |= value{1} << o;
    return bits;
}

std::uint64_t from_environment(const char* name, std::uint64_t otherwise)
{
    const char* text = std::getenv(name);
    if (text == nullptr) return otherwise;
    std::uint64_t number = otherwise;
    std::from_chars(text, text + std::strlen(text), number);
    return number;
}

}  // namespace advise::tests
