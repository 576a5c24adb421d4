// `advise diff`: whose advice changes between two versions of the rules.
#include "../commands.hpp"
#include "../files.hpp"
#include "../people.hpp"
#include "../pipeline.hpp"
#include "../render/diff_page.hpp"
#include "../render/rendering.hpp"

#include <advise/engine/difference.hpp>
#include <advise/engine/program.hpp>
#include <advise/grammar/suggest.hpp>
#include <advise/grammar/utf8.hpp>

#include <memory>
#include <optional>

namespace advise::cli {
namespace {

/// The role of that name in a version; `nothing` where it has none.
engine::conclusion_id role_in(const engine::rule_base& rules, const std::string& name) {
    const engine::conclusion_id found = rules.names.conclusion(name);
    return found != engine::nothing && rules.conclusions[found].is_role ? found : engine::nothing;
}

/// The terms of `--allow-role`. \return nothing after a complaint about a name that no role has
std::optional<std::vector<std::string>> allowed_roles(context& run, const engine::rule_base& old, const engine::rule_base& now) {
    std::vector<std::string> terms;
    for (const std::string& name : run.chosen.allowed_roles) {
        bool found = false;
        for (const engine::rule_base* rules : {&old, &now}) {
            const engine::conclusion_id role = role_in(*rules, name);
            if (role == engine::nothing) continue;
            terms.emplace_back(rules->conclusions[role].term);
            found = true;
        }
        if (found) continue;
        std::vector<std::string_view> names;
        for (const engine::rule_base* rules : {&now, &old})
            for (const engine::conclusion& c : rules->conclusions)
                if (c.is_role) names.push_back(c.term);
        const auto near = grammar::near(name, names);
        run.complain(tell(say::diff_unknown_role, run.spoken, {grammar::printable(grammar::shortened(name, 100))}),
                     near.empty() ? std::string() : tell(say::did_you_mean, run.spoken, {grammar::printable(near.front())}));
        return std::nullopt;
    }
    return terms;
}

std::string name_of(const context& run, const std::string& path) { return path == "-" ? tell(say::standard_input, run.spoken) : shown_name(path); }

exit_code answer(context& run, const difference_view& view) {
    if (run.chosen.format == output_format::json) run.answer = diff_json(view);
    else run.answer = render(diff_page(view, run.spoken), run.chosen.format, run.out, run.spoken);
    const bool same = view.found.outcome() == engine::difference_outcome::equivalent;
    return run.chosen.exit_code && !same ? exit_code::no : exit_code::ok;
}

}  // namespace

exit_code run_diff(context& run) {
    const std::string &old_path = run.chosen.operands[0], &new_path = run.chosen.operands[1];
    const std::unique_ptr<engine::rule_base> old = rules_of_run(run, {old_path}), now = rules_of_run(run, {new_path});
    if (old == nullptr || now == nullptr) return exit_code::usage;
    std::optional<std::vector<std::string>> allowed = allowed_roles(run, *old, *now);
    if (!allowed) return exit_code::usage;
    const engine::program old_code(*old), new_code(*now);
    engine::difference_options options;
    options.allowed = std::move(*allowed);
    const engine::difference found = engine::compare_rules(old_code, new_code, options);
    difference_view view{*old, *now, name_of(run, old_path), name_of(run, new_path), found};
    std::optional<people_difference> people;
    if (!run.chosen.people.empty()) {
        people = compare_people(run, {old_code, new_code, found});
        if (!people) return exit_code::usage;
        view.people = &*people;
    }
    return answer(run, view);
}

}  // namespace advise::cli
