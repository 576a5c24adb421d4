#include "profile_terms.hpp"

#include "../catalogue.hpp"

#include <advise/grammar/term_key.hpp>
#include <advise/grammar/utf8.hpp>

#include <fmt/format.h>

namespace advise::cli {

std::string profile_terms::key(engine::fact_id id) const {
    const engine::fact& f = rules_.facts[id];
    const std::string_view label = tag() == rules_.language ? std::string_view() : engine::text_in(f.labels, tag());
    return grammar::quoted_if_needed(!label.empty() && rules_.names.fact(label) == id ? label : std::string_view(f.term));
}

std::string profile_terms::option(engine::fact_id id, std::size_t index) const {
    const engine::option& o = rules_.options_of(rules_.facts[id])[index];
    const std::string_view label = tag() == rules_.language ? std::string_view() : engine::text_in(o.labels, tag());
    const bool leads_back = !label.empty() && rules_.names.value(id, label) == static_cast<std::uint32_t>(index);
    return grammar::quoted_if_needed(leads_back ? label : std::string_view(o.term));
}

std::string profile_terms::explanation(engine::fact_id id, std::size_t index) const {
    const engine::option& o = rules_.options_of(rules_.facts[id])[index];
    const std::string_view label = tag() == rules_.language ? engine::text_in(o.labels, tag()) : std::string_view();
    const bool says_more = !label.empty() && grammar::term_key(label) != grammar::term_key(o.term);
    return says_more ? grammar::printable(label) : std::string();
}

std::string profile_terms::explained_option(engine::fact_id id, std::size_t index) const {
    const std::string more = explanation(id, index);
    return more.empty() ? option(id, index) : tell(say::with_explanation, in_, {option(id, index), more});
}

std::string profile_terms::values(engine::fact_id id) const {
    const engine::fact& f = rules_.facts[id];
    if (f.type == engine::fact_type::yes_no) return tell(say::blank_yes_or_no, in_);
    if (f.type == engine::fact_type::number) return speak_.number_domain(id);
    std::string all;
    for (std::size_t i = 0; i < rules_.options_of(f).size(); ++i) {
        all = i == 0 ? option(id, i) : tell(say::comma, in_, {all, option(id, i)});
    }
    return all;
}

std::string profile_terms::above_entry(engine::fact_id id) const {
    std::string lines = fmt::format("# {}\n#   {}\n", question(id), values(id));
    const engine::fact& f = rules_.facts[id];
    if (f.type == engine::fact_type::yes_no || f.type == engine::fact_type::number) return lines;
    for (std::size_t i = 0; i < rules_.options_of(f).size(); ++i)
        if (const std::string more = explanation(id, i); !more.empty()) lines += fmt::format("#   {}\n", tell(say::option_means, in_, {option(id, i), more}));
    return lines;
}

std::string profile_terms::title_of_profile() const {
    return rules_.title.empty() ? tell(say::ask_file_title_bare, in_) : tell(say::ask_file_title, in_, {grammar::printable(rules_.title)});
}

std::string profile_terms::question(engine::fact_id id) const {
    const std::string_view question = engine::text_in(rules_.facts[id].questions, tag(), rules_.language);
    return question.empty() ? sentence_start(speak_.fact(id)) : grammar::printable(question);
}

}  // namespace advise::cli
