// The cheapest plan: the shipped rules in a process of its own, and large rule bases with many facts to learn.
#include "measure.hpp"
#include "workload.hpp"

#include <advise/engine/plan.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace advise::bench {
namespace {

/// The abstract workload with efforts: every fact can be learnt, a third of them after another one.
std::string with_efforts(const workload& w, std::uint64_t seed)
{
    std::string text;
    for (std::uint32_t a = 0; a < w.attributes; ++a) {
        text += fmt::format("fact a{:04}: level\n    effort {} weeks\n", a, 1 + (a * 7 + seed) % 12);
        if (a % 3 == 2) text += fmt::format("    after a{:04} >= beginner\n", (a * 5 + seed) % a);
    }
    // The workload declares its facts first, plainly.
    const std::string rules = as_rules(w);
    return text + rules.substr(rules.find("concept "));
}

struct outcome { std::size_t plans = 0, optimal = 0, possible = 0; double slowest = 0, sum = 0; };

/// The cheapest plan to each role from nothing.
outcome plans_of(const std::string& text)
{
    const engine::load_result loaded = engine::load_rules_text("bench.rules", text);
    if (loaded.diagnostics.has_errors()) fmt::print("  the rules were not read without errors\n");
    const engine::rule_base& rules = *loaded.rules;
    const engine::program code(rules);
    engine::facts person;
    for (engine::fact_id f = 0; f < rules.facts.size(); ++f) person.known.push_back(engine::whole_domain(rules, f));
    outcome made;
    for (engine::conclusion_id c = 0; c < rules.conclusions.size(); ++c) {
        if (!rules.conclusions[c].is_role) continue;
        engine::plan plan;
        const double took = seconds([&] { plan = engine::cheapest_plan(code, person, c); });
        ++made.plans;
        made.optimal += plan.optimal ? 1U : 0U;
        made.possible += plan.possible ? 1U : 0U;
        made.slowest = std::max(made.slowest, took);
        made.sum += took;
    }
    return made;
}

}  // namespace

void measure_plans(const setting& where)
{
    heading("plans");
    for (const char* role : {"infra", "hardware engineer", "developer advocate"}) {
        const std::string command =
            fmt::format("'{}' plan '{}' '{}/examples/nima.txt' > /dev/null 2>&1", where.program, role, where.project);
        report(fmt::format("shipped rules: plan {} for a newcomer, whole process", role), 1e3 * best_of(5, [&] { (void)!std::system(command.c_str()); }), "ms",
               bound::at_most, 50);
    }
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
        const outcome made = plans_of(with_efforts(make_workload(60, 300, 12, seed), seed));
        report(fmt::format("300 concepts, 60 facts to learn (base {}): slowest plan", seed), made.slowest, "s", bound::at_most, 2,
               fmt::format("{} roles, {} possible, {} optimal; {:.2f} s together", made.plans, made.possible, made.optimal, made.sum));
    }
}

}  // namespace advise::bench
