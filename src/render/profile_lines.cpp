#include "profile_lines.hpp"

#include "json_values.hpp"

namespace advise::cli {

std::string profile_lines::line(engine::fact_id f, const engine::fact_value& value) const { return terms_.key(f) + ": " + text(f, value); }

std::vector<std::string> profile_lines::lines(const engine::completion& values) const {
    std::vector<std::string> all;
    for (const auto& [f, value] : values) {
        if (!is_its_no(f, value)) all.push_back(line(f, value));
    }
    all.push_back(in_persian() ? "بقیه: نه" : "otherwise: no");
    return all;
}

bool profile_lines::is_its_no(engine::fact_id f, const engine::fact_value& value) const {
    if (rules_.facts[f].type == engine::fact_type::any_of) return value.members.empty();
    const engine::known_fact no = engine::at_its_no(rules_, f);
    return no.from == no.to && value.number == no.from;
}

std::string profile_lines::text(engine::fact_id f, const engine::fact_value& value) const {
    const engine::fact& about = rules_.facts[f];
    switch (about.type) {
    case engine::fact_type::number: return digits(decimal_text(value.number), speak_.language());
    case engine::fact_type::yes_no: return speak_.say_it(value.number != 0 ? say::word_yes : say::word_no);
    case engine::fact_type::any_of: return set_text(f, value);
    default: return terms_.option(f, static_cast<std::size_t>(value.number));
    }
}

std::string profile_lines::set_text(engine::fact_id f, const engine::fact_value& value) const {
    if (value.members.empty()) return speak_.say_it(say::word_no);
    std::string all;
    for (const std::uint32_t o : value.members) all += (all.empty() ? "" : in_persian() ? "، " : ", ") + terms_.option(f, o);
    return all;
}

}  // namespace advise::cli
