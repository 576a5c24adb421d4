// `advise plan`: the cheapest way to a role; with --all or --within, to every role.
#include "../commands.hpp"
#include "../files.hpp"
#include "../pipeline.hpp"
#include "../plans.hpp"
#include "../render/plan_json.hpp"
#include "../render/plan_page.hpp"
#include "../render/plan_path.hpp"
#include "../render/rendering.hpp"
#include "../roles.hpp"

#include <advise/engine/plan.hpp>
#include <advise/engine/program.hpp>

#include <advise/grammar/utf8.hpp>

#include <algorithm>
#include <fmt/format.h>
#include <memory>

namespace advise::cli {
namespace {

result_parts parts_of(const context& run, const consultation& about) {
    return {*about.rules, about.profile, about.facts, {}, run.spoken, label_language(run.chosen, *about.rules)};
}

void put_drawing(document& page, const words& speak, engine::conclusion_id role, const engine::plan_way& way) {
    auto drawn = std::make_shared<const diagram>(path_diagram(path_of(speak, role, way), speak, role));
    page.put(heading(speak.say_it(say::plan_drawing))).put(drawing(std::move(drawn)));
}

exit_code plan_one(context& run, const consultation& about, const std::string& path) {
    const engine::rule_base& rules = *about.rules;
    const engine::conclusion_id role = role_named(run, rules, run.chosen.operands[0]);
    if (role == engine::nothing) return exit_code::usage;
    const engine::program code(rules);
    const engine::plan plan = engine::cheapest_plan(code, about.facts, role);
    const words speak(rules, about.facts, run.spoken);
    switch (run.chosen.format) {
    case output_format::json: run.answer = plan_json(parts_of(run, about), plan); break;
    case output_format::dot: run.answer = path_as_dot(path_of(speak, role, plan.best), run.spoken); break;
    case output_format::mermaid: run.answer = path_as_mermaid(path_of(speak, role, plan.best)); break;
    default: {
        document page = plan_page(rules, about.facts, plan, about.profile, run.spoken, invocation_of(run.chosen, path));
        if (run.chosen.format == output_format::html && !plan.best.steps.empty()) put_drawing(page, speak, role, plan.best);
        run.answer = render(page, run.chosen.format, run.out, run.spoken);
    }
    }
    return plan.possible ? exit_code::ok : exit_code::no;
}

exit_code plan_all(context& run, const consultation& about, const std::string& path) {
    const engine::rule_base& rules = *about.rules;
    const engine::program code(rules);
    engine::plan_options asked;
    if (run.chosen.format != output_format::json) asked.alternatives = 0;  // the table has no room for them
    plans_in_order all = plans_to_every_role(code, about.facts, asked);
    if (run.chosen.within) keep_within(all, *run.chosen.within);
    if (run.chosen.format == output_format::json) run.answer = plans_json(parts_of(run, about), all.plans, run.chosen.within, all.undecided);
    else {
        const bool pretty = run.chosen.format == output_format::pretty;  // Persian lines have no columns there
        const std::size_t room = !pretty ? SIZE_MAX : run.spoken == grammar::language::fa ? 0 : run.out.width;
        const document page = plans_page(rules, about.facts, all, about.profile, run.spoken, invocation_of(run.chosen, path), {run.chosen.within, room});
        run.answer = render(page, run.chosen.format, run.out, run.spoken);
    }
    return std::ranges::any_of(all.plans, &engine::plan::possible) ? exit_code::ok : exit_code::no;
}

/// Both that may have been meant: every role, or the one that was named.
std::string help_one_profile(const context& run) {
    const std::string file = shell_word(run.chosen.operands.back());
    const std::string every = run.chosen.all ? "--all" : "--within " + shell_word(run.chosen.within_given);
    const std::string all = fmt::format("advise plan {} {}", every, file);
    if (is_unit(run.chosen.operands.front(), "weeks")) return tell(say::plan_help_all, run.spoken, {all});
    return tell(say::plan_help_one_profile, run.spoken, {all, fmt::format("advise plan {} {}", shell_word(run.chosen.operands.front()), file)});
}

/// The unit behind the number of --within must be that of the rules.
bool check_unit(context& run, const engine::rule_base& rules) {
    if (run.chosen.within_unit.empty() || is_unit(run.chosen.within_unit, rules.effort_unit)) return true;
    const engine::facts nobody;
    const words speak(rules, nobody, run.spoken);
    run.complain(tell(say::plan_other_unit, run.spoken, {grammar::printable(grammar::shortened(run.chosen.within_given, 100)), speak.effort(run.chosen.within.value_or(0))}));
    return false;
}

/// One role and a profile, or a profile alone. \return whether that is what was given
bool check_arguments(context& run, bool every_role) {
    const std::string usage = tell(say::usage_is, run.spoken, {usage_line(*run.chosen.command)});
    const bool picture = run.chosen.format == output_format::dot || run.chosen.format == output_format::mermaid;
    if (every_role && picture) run.complain(tell(say::plan_picture_of_one, run.spoken), usage);
    else if (every_role && run.chosen.operands.size() != 1)
        run.complain(tell(say::plan_one_profile, run.spoken, {run.chosen.all ? "--all" : "--within"}), help_one_profile(run));
    else if (!every_role && run.chosen.operands.size() != 2) {
        const std::string& given = run.chosen.operands.front();
        const bool is_profile = given == "-" || !identity_of(given).empty();
        run.complain(tell(say::plan_needs_role, run.spoken),
                     is_profile ? tell(say::plan_help_all, run.spoken, {"advise plan --all " + shell_word(given)}) + "\n" + usage : usage);
    } else if (profile_not_last(run)) return false;
    else return true;
    return false;
}

}  // namespace

exit_code run_plan(context& run) {
    const bool every_role = run.chosen.all || run.chosen.within;
    if (!check_arguments(run, every_role)) return exit_code::usage;
    const std::string& path = run.chosen.operands.back();
    const std::optional<consultation> about = consult(run, path);
    if (!about || !check_unit(run, *about->rules)) return exit_code::usage;
    return every_role ? plan_all(run, *about, path) : plan_one(run, *about, path);
}

}  // namespace advise::cli
