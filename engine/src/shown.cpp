#include "shown.hpp"

#include <advise/grammar/limits.hpp>
#include <advise/grammar/term_key.hpp>

namespace advise::engine {

std::string options_shown(const rule_base& rules, const fact& f) {
    constexpr std::size_t most = 12;
    const auto& options = rules.options_of(f);
    std::string list;
    for (std::size_t i = 0; i < options.size(); ++i) {
        if (i > 0) list += f.type == fact_type::level ? " < " : ", ";
        if (i == most) return list + "…";
        list += grammar::quoted_if_needed(options[i].term);
    }
    return list;
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
