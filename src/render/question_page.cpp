#include "question_page.hpp"

#include "../catalogue.hpp"
#include "why_asked.hpp"

#include <fmt/format.h>

namespace advise::cli {
namespace {

using engine::fact_type;

/// A mean in the reader's digits, with the decimal separator of the language.
std::string mean_words(const words& speak, const engine::fraction& mean) {
    const std::string ascii = rounded(mean, 1);
    const std::size_t point = ascii.find('.');
    const std::string separator = speak.language() == grammar::language::fa ? "٫" : ".";
    return digits(ascii.substr(0, point), speak.language()) + separator + digits(ascii.substr(point + 1), speak.language());
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
    const std::string mean = mean_words(speak, asked.expected);
    const bool last = asked.left.size() == 1;
    page.put(paragraph(phrase(last ? speak.say_it(say::ask_one_left) : speak.say_it(say::ask_many_left, {most, mean}), tone::faint)));
    return page;
}

}  // namespace advise::cli
