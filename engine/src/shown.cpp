#include "shown.hpp"

#include <advise/grammar/limits.hpp>
#include <advise/grammar/term_key.hpp>

namespace advise::engine {

namespace {

template <class Name>
std::string list_of(const rule_base& rules, const fact& f, std::string_view comma, Name name) {
    constexpr std::uint32_t most = 12;
    const auto size = static_cast<std::uint32_t>(rules.options_of(f).size());
    std::string list;
    for (std::uint32_t i = 0; i < size; ++i) {
        if (i > 0) list += f.type == fact_type::level ? std::string_view(" < ") : comma;
        if (i == most) return list + "…";
        list += name(i);
    }
    return list;
}

}  // namespace

std::string options_shown(const rule_base& rules, const fact& f) {
    return list_of(rules, f, ", ", [&](std::uint32_t i) { return grammar::quoted_if_needed(rules.options_of(f)[i].term); });
}

std::string options_shown(const rule_base& rules, fact_id f, std::string_view language) {
    return list_of(rules, rules.facts[f], language == "fa" ? "، " : ", ", [&](std::uint32_t i) { return option_shown(rules, f, i, language); });
}

std::string option_shown(const rule_base& rules, fact_id f, std::uint32_t index, std::string_view language) {
    const option& named = rules.options_of(rules.facts[f])[index];
    const std::string_view label = language == rules.language ? std::string_view() : text_in(named.labels, language);
    const bool leads_back = !label.empty() && rules.names.value(f, label) == index;
    return grammar::quoted_if_needed(leads_back ? label : std::string_view(named.term));
}

std::string fact_shown(const rule_base& rules, fact_id f, std::string_view language) {
    const std::string_view label = language == rules.language ? std::string_view() : text_in(rules.facts[f].labels, language);
    return grammar::quoted_if_needed(!label.empty() && rules.names.fact(label) == f ? label : std::string_view(rules.facts[f].term));
}

grammar::message type_shown(fact_type type) {
    switch (type) {
    case fact_type::level: return grammar::message::kind_a_level;
    case fact_type::yes_no: return grammar::message::kind_a_yes_no;
    case fact_type::number: return grammar::message::kind_a_number;
    case fact_type::one_of: return grammar::message::kind_a_choice;
    case fact_type::any_of: return grammar::message::kind_a_set;
    }
    return grammar::message::none;
}

std::string number_shown(std::int64_t steps) {
    const bool negative = steps < 0;
    const std::uint64_t size = negative ? 0 - static_cast<std::uint64_t>(steps) : static_cast<std::uint64_t>(steps);
    std::string text = (negative ? "-" : "") + std::to_string(size / grammar::limits::grid);
    std::uint64_t fraction = size % grammar::limits::grid;
    if (fraction == 0) return text;
    std::string digits = std::to_string(grammar::limits::grid + static_cast<std::int64_t>(fraction)).substr(1);
    digits.erase(digits.find_last_not_of('0') + 1);
    return text + '.' + digits;
}

}  // namespace advise::engine
