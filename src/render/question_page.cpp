#include "question_page.hpp"

#include "../catalogue.hpp"

#include <advise/engine/advice.hpp>

#include <algorithm>
#include <fmt/format.h>

#include <utility>

namespace advise::cli {
namespace {

using engine::conclusion_id;
using engine::fact_type;

constexpr std::size_t most_named = 4;

std::string answer_words(const words& speak, engine::fact_id f, const engine::known_fact& value) {
    if (speak.rules().facts[f].type == fact_type::number) return speak.interval(f, value.from, value.to);
    engine::fact_value one;
    one.number = value.from;
    for (std::uint32_t o = 0; o < value.options.size(); ++o)
        if (value.options[o] == 1) one.members.push_back(o);
    return speak.value(f, one);
}

std::string names(const words& speak, const std::vector<conclusion_id>& roles) {
    std::vector<std::string> all;
    for (const conclusion_id role : roles) all.push_back(speak.conclusion_inside(role));
    return speak.list_and(all);
}

/// "advanced or expert would settle A and rule out B".
std::string settles(const words& speak, const std::vector<std::string>& answers, const std::vector<std::pair<conclusion_id, engine::verdict>>& decides) {
    std::vector<conclusion_id> fits, out;
    for (const auto& [role, verdict] : decides) (verdict == engine::verdict::yes ? fits : out).push_back(role);
    std::vector<std::string> shown = answers;
    const std::string who = shown.size() > most_named ? speak.short_list(shown, most_named) : speak.list_or(shown);
    if (out.empty()) return sentence_start(speak.say_it(say::ask_why_fits, {who, names(speak, fits)}));
    if (fits.empty()) return sentence_start(speak.say_it(say::ask_why_no, {who, names(speak, out)}));
    return sentence_start(speak.say_it(say::ask_why_also, {who, names(speak, fits), names(speak, out)}));
}

}  // namespace

std::string rounded(const engine::fraction& mean, unsigned digits_behind) {
    std::int64_t scale = 1;
    for (unsigned i = 0; i < digits_behind; ++i) scale *= 10;
    const std::int64_t whole = mean.numerator / mean.denominator, rest = mean.numerator % mean.denominator;
    const std::int64_t parts = whole * scale + (2 * rest * scale + mean.denominator) / (2 * mean.denominator);
    return digits_behind == 0 ? fmt::format("{}", parts) : fmt::format("{}.{:0{}}", parts / scale, parts % scale, digits_behind);
}

std::vector<std::string> choices_of(const profile_terms& terms, const words& speak, engine::fact_id f, const engine::known_fact& known) {
    const engine::fact& about = speak.rules().facts[f];
    std::vector<std::string> all;
    switch (about.type) {
        case fact_type::number: break;
        case fact_type::yes_no: all = {speak.value(f, std::int64_t{1}), speak.value(f, std::int64_t{0})}; break;
        case fact_type::any_of:
            for (std::size_t o = 0; o < about.options.size(); ++o) all.push_back(terms.explained_option(f, o));
            break;
        default:
            for (std::int64_t v = known.from; v <= known.to; ++v) all.push_back(terms.explained_option(f, static_cast<std::size_t>(v)));
    }
    return all;
}

std::vector<std::string> counts_for(const words& speak, const engine::program& code, engine::fact_id f) {
    std::vector<std::string> found;
    for (const engine::role_advice& role : engine::advise(code, speak.person()).roles)
        if (role.verdict == engine::verdict::unknown && std::ranges::find(role.open, f) != role.open.end())
            found.push_back(speak.conclusion_inside(role.role));
    return found;
}

std::vector<std::string> why_asked(const words& speak, const engine::program& code, const engine::question& asked) {
    std::vector<std::pair<std::vector<std::string>, std::vector<std::pair<conclusion_id, engine::verdict>>>> groups;
    for (const engine::possible_answer& answer : asked.answers) {
        if (answer.decides.empty()) continue;
        auto own = groups.begin();
        while (own != groups.end() && own->second != answer.decides) ++own;
        if (own == groups.end()) own = groups.insert(groups.end(), {{}, answer.decides});
        own->first.push_back(answer_words(speak, asked.fact, answer.value));
    }
    std::vector<std::string> lines;
    for (const auto& [answers, decides] : groups) lines.push_back(settles(speak, answers, decides));
    if (!lines.empty()) return lines;
    if (const std::vector<std::string> roles = counts_for(speak, code, asked.fact); !roles.empty())
        lines.push_back(speak.say_it(say::ask_why_open, {speak.list_and(roles)}));
    return lines;
}

document question_page(const words& speak, const profile_terms& terms, const engine::program& code, const engine::question& asked) {
    document page;
    if (asked.fact == engine::nothing) {
        page.put(paragraph(speak.say_it(say::ask_nothing_asked)));
        return page;
    }
    page.put(paragraph(phrase(terms.question(asked.fact), tone::strong)));
    std::int64_t number = 0;
    for (const std::string& choice : choices_of(terms, speak, asked.fact, speak.person().known[asked.fact]))
        page.put(item(sign::none, choice, {}, speak.number(++number)));
    const fact_type type = speak.rules().facts[asked.fact].type;
    if (type == fact_type::number) page.put(paragraph(speak.say_it(say::ask_number_of, {speak.number_domain(asked.fact)})));
    if (type == fact_type::any_of) page.put(paragraph(speak.say_it(say::ask_set_of)));
    for (const std::string& reason : why_asked(speak, code, asked)) page.put(paragraph(phrase(reason, tone::faint)));
    if (asked.left.empty()) return page;
    const std::string most = speak.number(static_cast<std::int64_t>(asked.left.size()));
    const std::string mean = digits(rounded(asked.expected, 1), speak.language());
    const bool last = asked.left.size() == 1;
    page.put(paragraph(phrase(last ? speak.say_it(say::ask_one_left) : speak.say_it(say::ask_many_left, {most, mean}), tone::faint)));
    return page;
}

}  // namespace advise::cli
