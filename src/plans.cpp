#include "plans.hpp"

#include <advise/engine/program.hpp>

#include <algorithm>
#include <tuple>

namespace advise::cli {

plans_in_order plans_to_every_role(const engine::program& code, const engine::facts& person, const engine::plan_options& options) {
    const engine::rule_base& rules = code.rules();
    plans_in_order made;
    for (engine::conclusion_id c = 0; c < rules.conclusions.size(); ++c)
        if (rules.conclusions[c].is_role) made.plans.push_back(engine::cheapest_plan(code, person, c, options));
    std::ranges::stable_sort(made.plans, {}, [](const engine::plan& p) {
        return std::tuple(!p.possible, p.best.effort, p.best.assume.size() + p.best.counted.size(), p.best.steps.size());
    });
    return made;
}

void keep_within(plans_in_order& all, std::int64_t effort) {
    const auto first_beyond = std::ranges::find_if(all.plans, [&](const engine::plan& p) { return !p.possible || p.best.effort > effort; });
    for (auto at = first_beyond; at != all.plans.end(); ++at)
        if (!at->optimal && at->at_least <= effort) all.undecided.push_back(at->role);
    std::ranges::sort(all.undecided);
    if (first_beyond != all.plans.end() && first_beyond->possible) all.beyond = std::move(*first_beyond);
    all.plans.erase(first_beyond, all.plans.end());
}

}  // namespace advise::cli
