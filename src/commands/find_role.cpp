#include "find_role.hpp"

#include <advise/grammar/suggest.hpp>
#include <advise/grammar/utf8.hpp>

namespace advise::cli {
namespace {

/// No role is called that: say what is near, or which roles there are.
void unknown_role(context& run, const engine::rule_base& rules, const std::string& name) {
    std::vector<std::string_view> names;
    std::string roles;
    for (const engine::conclusion& c : rules.conclusions) {
        names.push_back(c.term);
        for (const std::string& other : c.aka) names.push_back(other);
        for (const engine::localised& label : c.labels) names.push_back(label.text);
        const std::string term = grammar::printable(c.term);
        if (c.is_role) roles = roles.empty() ? term : tell(say::comma, run.spoken, {roles, term});
    }
    const std::vector<std::string> near = grammar::near(name, names);
    const std::string shown = grammar::printable(grammar::shortened(name, 100));
    const bool is_fact = rules.names.fact(name) != engine::nothing;
    run.complain(tell(is_fact ? say::explain_fact : say::explain_unknown, run.spoken, {shown}),
                 near.empty() || is_fact ? tell(say::explain_roles, run.spoken, {roles})
                                         : tell(say::did_you_mean, run.spoken, {grammar::printable(near.front())}));
}

}  // namespace

engine::conclusion_id find_role(context& run, const engine::rule_base& rules, const std::string& name) {
    const engine::conclusion_id role = rules.names.conclusion(name);
    if (role == engine::nothing) unknown_role(run, rules, name);
    return role;
}

}  // namespace advise::cli
