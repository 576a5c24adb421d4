#include "blank_profile.hpp"

#include "../catalogue.hpp"
#include "words.hpp"

#include <advise/grammar/term_key.hpp>
#include <advise/grammar/utf8.hpp>

#include <utility>
#include <vector>

namespace advise::cli {
namespace {

using engine::fact_id;
using engine::fact_type;
using engine::rule_base;

class blank_writer {
public:
    blank_writer(const rule_base& rules, grammar::language in) : rules_(rules), in_(in), speak_(rules, nobody_, in) {}

    std::string write(const std::string& command) {
        opening(command);
        for (const std::vector<fact_id>& group : groups()) {
            out_ += "\n";
            comment("---- " + heading_of(group.front()));
            for (const fact_id f : group) entry(f);
        }
        return std::move(out_);
    }

private:
    [[nodiscard]] std::string_view tag() const { return in_ == grammar::language::fa ? "fa" : "en"; }

    void comment(const std::string& text) { out_ += (text.empty() ? "#" : "# " + text) + "\n"; }

    void opening(const std::string& command) {
        comment(rules_.title.empty() ? tell(say::blank_title_bare, in_) : tell(say::blank_title, in_, {grammar::printable(rules_.title)}));
        comment("");
        for (const say line : {say::blank_how_1, say::blank_how_2, say::blank_how_3}) comment(tell(line, in_, {command}));
        out_ += "\n";
        comment(tell(say::blank_name, in_));
    }

    /// Facts that are answered alike stand together: one group for each type and scale, in order of declaration.
    [[nodiscard]] std::vector<std::vector<fact_id>> groups() const {
        std::vector<std::vector<fact_id>> all;
        for (fact_id id = 0; id < rules_.facts.size(); ++id) {
            const engine::fact& f = rules_.facts[id];
            std::vector<fact_id>* own = nullptr;
            for (std::vector<fact_id>& group : all) {
                const engine::fact& first = rules_.facts[group.front()];
                if (first.type == f.type && first.scale == f.scale) own = &group;
            }
            if (own == nullptr) own = &all.emplace_back();
            own->push_back(id);
        }
        return all;
    }

    [[nodiscard]] std::string heading_of(fact_id id) const {
        const engine::fact& f = rules_.facts[id];
        switch (f.type) {
            case fact_type::level: return tell(say::blank_levels, in_, {option_name(id, rules_.level_count(f) / 2)});
            case fact_type::yes_no: return tell(say::blank_yes_no, in_);
            case fact_type::number: return tell(say::blank_numbers, in_, {digits("3", in_), digits("5", in_)});
            case fact_type::one_of: return tell(say::blank_choices, in_);
            case fact_type::any_of: break;
        }
        return tell(say::blank_sets, in_);
    }

    void entry(fact_id id) {
        const engine::fact& f = rules_.facts[id];
        const std::string_view question = engine::text_in(f.questions, tag(), rules_.language);
        out_ += "\n";
        comment(question.empty() ? sentence_start(speak_.fact(id)) : grammar::printable(question));
        comment("  " + values_of(id));
        out_ += key_of(id) + ": ?\n";
    }

    /// In another language than that of the rules, the label, where it leads back to the fact; else the term.
    [[nodiscard]] std::string key_of(fact_id id) const {
        const engine::fact& f = rules_.facts[id];
        const std::string_view label = tag() == rules_.language ? std::string_view() : engine::text_in(f.labels, tag());
        return grammar::quoted_if_needed(!label.empty() && rules_.names.fact(label) == id ? label : std::string_view(f.term));
    }

    [[nodiscard]] std::string option_name(fact_id id, std::size_t index) const {
        const engine::option& option = rules_.options_of(rules_.facts[id])[index];
        const std::string_view label = tag() == rules_.language ? std::string_view() : engine::text_in(option.labels, tag());
        const bool leads_back = !label.empty() && rules_.names.value(id, label) == static_cast<std::uint32_t>(index);
        return grammar::quoted_if_needed(leads_back ? label : std::string_view(option.term));
    }

    /// With its label, where that says more than the term that is to be written.
    [[nodiscard]] std::string explained_option(fact_id id, std::size_t index) const {
        const engine::option& option = rules_.options_of(rules_.facts[id])[index];
        const std::string_view label = tag() == rules_.language ? engine::text_in(option.labels, tag()) : std::string_view();
        const bool says_more = !label.empty() && grammar::term_key(label) != grammar::term_key(option.term);
        return says_more ? tell(say::with_explanation, in_, {option_name(id, index), grammar::printable(label)}) : option_name(id, index);
    }

    [[nodiscard]] std::string values_of(fact_id id) const {
        const engine::fact& f = rules_.facts[id];
        if (f.type == fact_type::yes_no) return tell(say::blank_yes_or_no, in_);
        if (f.type == fact_type::number) return speak_.number_domain(id);
        std::string all;
        for (std::size_t i = 0; i < rules_.options_of(f).size(); ++i) {
            all = i == 0 ? explained_option(id, i) : tell(say::comma, in_, {all, explained_option(id, i)});
        }
        return all;
    }

    const rule_base& rules_;
    grammar::language in_;
    engine::facts nobody_;
    words speak_;
    std::string out_;
};

}  // namespace

std::string blank_profile(const rule_base& rules, grammar::language in, const std::string& command) {
    return blank_writer(rules, in).write(command);
}

}  // namespace advise::cli
