#include "roles_page.hpp"

#include "words.hpp"

#include "../files.hpp"

#include <advise/grammar/utf8.hpp>

#include <algorithm>

namespace advise::cli {
namespace {

/// Its other names, those of other languages too; the label that is shown already, and what it is declared as, aside.
std::string other_names(const engine::conclusion& role, const std::string& shown, grammar::language in) {
    std::vector<std::string> names(role.aka().begin(), role.aka().end());
    for (const engine::localised& label : role.labels()) names.emplace_back(label.text);
    std::string all;
    for (std::string& name : names) {
        name = grammar::printable(name);
        if (name == shown || name == role.term) continue;
        all = all.empty() ? name : tell(say::comma, in, {all, name});
    }
    return all;
}

}  // namespace

document roles_page(const engine::rule_base& rules, grammar::language in) {
    const engine::facts nobody{std::vector<engine::known_fact>(rules.facts.size())};
    const words speak(rules, nobody, in);
    document page;
    page.put(title(speak.say_it(say::roles_of_rules)));
    bool any = false;
    for (engine::conclusion_id c = 0; c < rules.conclusions.size(); ++c) {
        const engine::conclusion& role = rules.conclusions[c];
        if (!role.is_role) continue;
        if (!any) page.put(gap());
        any = true;
        const std::string name = speak.conclusion(c), others = other_names(role, name, in);
        block line = row(phrase(name, tone::strong), phrase(shell_word(role.term), tone::code));
        if (!others.empty()) line.put(paragraph(phrase(others, tone::faint)));
        page.put(std::move(line));
    }
    page.put(gap());
    page.put(paragraph(speak.say_it(any ? say::roles_where_used : say::roles_none)));
    return page;
}

}  // namespace advise::cli
