#include "blank_profile.hpp"

#include "../catalogue.hpp"
#include "profile_terms.hpp"

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
    blank_writer(const rule_base& rules, grammar::language in) : rules_(rules), in_(in), speak_(rules, nobody_, in), terms_(speak_) {}

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
    void comment(const std::string& text) { out_ += (text.empty() ? "#" : "# " + text) + "\n"; }

    void opening(const std::string& command) {
        const std::string rules = title_for(rules_, in_);
        comment(rules.empty() ? tell(say::blank_title_bare, in_) : tell(say::blank_title, in_, {rules}));
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
            case fact_type::level: return tell(say::blank_levels, in_, {terms_.option(id, rules_.level_count(f) / 2)});
            case fact_type::yes_no: return tell(say::blank_yes_no, in_);
            case fact_type::number: return tell(say::blank_numbers, in_, {digits("3", in_), digits("5", in_)});
            case fact_type::one_of: return tell(say::blank_choices, in_);
            case fact_type::any_of: break;
        }
        return tell(say::blank_sets, in_);
    }

    void entry(fact_id id) {
        out_ += "\n" + terms_.above_entry(id) + terms_.key(id) + ": ?\n";
    }

    const rule_base& rules_;
    grammar::language in_;
    engine::facts nobody_;
    words speak_;
    profile_terms terms_;
    std::string out_;
};

}  // namespace

std::string blank_profile(const rule_base& rules, grammar::language in, const std::string& command) {
    return blank_writer(rules, in).write(command);
}

}  // namespace advise::cli
