#include "roles.hpp"

#include "commands.hpp"
#include "files.hpp"
#include "pipeline.hpp"
#include "render/words.hpp"

#include <advise/grammar/suggest.hpp>
#include <advise/grammar/term_key.hpp>
#include <advise/grammar/utf8.hpp>

#include <algorithm>
#include <string_view>
#include <vector>

namespace advise::cli {
namespace {

std::vector<std::string_view> names_of(const engine::conclusion& c) {
    std::vector<std::string_view> names{c.term};
    names.insert(names.end(), c.aka().begin(), c.aka().end());
    for (const engine::localised& label : c.labels()) names.push_back(label.text);
    return names;
}

/// Whether a word of a name begins so: "platform" in "ML platform engineer".
bool has_word(std::string_view name, std::string_view key) {
    for (std::size_t at = 0; at < name.size(); ++at) {
        const bool begins = at == 0 || std::string_view(" -/").find(name[at - 1]) != std::string_view::npos;
        if (begins && grammar::term_key(name.substr(at)).starts_with(key)) return true;
    }
    return false;
}

using role_terms = std::vector<std::string>;

role_terms roles_where(const engine::rule_base& rules, const auto& wanted) {
    role_terms terms;
    for (const engine::conclusion& c : rules.conclusions)
        if (c.is_role && wanted(c)) terms.push_back(grammar::printable(c.term));
    return terms;
}

role_terms roles_with_word(const engine::rule_base& rules, const std::string& word) {
    const std::string key = grammar::term_key(grammar::shortened(word, 100));
    if (key.empty()) return {};
    return roles_where(rules, [&](const engine::conclusion& c) {
        const auto names = names_of(c);
        return std::any_of(names.begin(), names.end(), [&](std::string_view name) { return has_word(name, key); });
    });
}

std::string listed(const role_terms& terms, grammar::language in) {
    std::string list;
    for (const std::string& term : terms) list = list.empty() ? term : tell(say::comma, in, {list, term});
    return list;
}

std::string all_roles(const engine::rule_base& rules, grammar::language in) {
    const role_terms all = roles_where(rules, [](const engine::conclusion&) { return true; });
    return all.empty() ? std::string() : tell(all.size() == 1 ? say::explain_role : say::explain_roles, in, {listed(all, in)});
}

/// The word of a role's names that is nearest: "infrastructure" for "infrastucture"; "" where none is near.
std::string word_near(const engine::rule_base& rules, const std::string& name) {
    std::vector<std::string_view> words;
    for (const engine::conclusion& c : rules.conclusions)
        for (std::string_view rest : c.is_role ? names_of(c) : std::vector<std::string_view>())
            while (!rest.empty()) {
                const std::size_t end = std::min(rest.find_first_of(" -/"), rest.size());
                if (end > 0) words.push_back(rest.substr(0, end));
                rest.remove_prefix(std::min(end + 1, rest.size()));
            }
    const std::vector<std::string> near = grammar::near(name, words);
    return near.empty() ? std::string() : near.front();
}

/// What may have been meant by a name that no role has: one that is near, those that have the word or one near to it, or which roles there are.
std::string help_for(const engine::rule_base& rules, const std::string& name, grammar::language in) {
    std::vector<std::string_view> names;
    for (const engine::conclusion& c : rules.conclusions)
        for (const std::string_view one : names_of(c)) names.push_back(one);
    const std::vector<std::string> near = grammar::near(name, names);
    if (!near.empty()) return tell(say::did_you_mean, in, {grammar::printable(near.front())});
    role_terms with_word = roles_with_word(rules, name);
    if (with_word.empty()) with_word = roles_with_word(rules, word_near(rules, name));
    if (with_word.size() == 1) return tell(say::did_you_mean, in, {with_word.front()});
    if (!with_word.empty()) return tell(say::mean_roles, in, {listed(with_word, in)});
    return all_roles(rules, in);
}

void unknown_role(context& run, const engine::rule_base& rules, const std::string& name) {
    const std::string shown = grammar::printable(grammar::shortened(name, 100));
    const bool is_fact = rules.names.fact(name) != engine::nothing;
    run.complain(tell(is_fact ? say::explain_fact : say::explain_unknown, run.spoken, {shown}),
                 is_fact ? all_roles(rules, run.spoken) : help_for(rules, name, run.spoken));
}

}  // namespace

engine::conclusion_id role_named(context& run, const engine::rule_base& rules, const std::string& name) {
    const engine::conclusion_id role = rules.names.conclusion(name);
    if (role == engine::nothing) unknown_role(run, rules, name);
    return role;
}

bool profile_not_last(context& run) {
    const std::vector<std::string>& given = run.chosen.operands;
    if (given.back() == "-" || !identity_of(given.back()).empty()) return false;
    const auto path = std::find_if(given.begin(), given.end(), [](const std::string& each) { return !identity_of(each).empty(); });
    if (path == given.end()) return false;
    std::string command = "advise " + std::string(run.chosen.command->name);
    for (const std::string& each : given)
        if (&each != &*path) command += " " + shell_word(each);
    command += " " + shell_word(*path);
    for (const std::string& option : invocation_of(run.chosen, *path).options) command += " " + shell_word(option);
    run.complain(tell(say::explain_swapped, run.spoken, {shown_name(*path), shown_name(given.back())}),
                 tell(say::help_swapped, run.spoken, {command}));
    return true;
}

}  // namespace advise::cli
