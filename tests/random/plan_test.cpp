// The cheapest plan against trying everything: random rule bases with efforts and `after`s.
#include "support/bridge.hpp"
#include "support/plan_truth.hpp"
#include "support/random_learner.hpp"

#include <advise/engine/plan.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace advise::tests {
namespace {

class plan_claims {
public:
    plan_claims(const rule_base& model, const profile& known, const loaded& base, const person& who)
        : model_(model), known_(known), base_(base), who_(who), match_(match(model, *base.rules)), rank_(ranks()), truth_(model, known, rank_)
    {
    }

    /// \return how many plans were compared
    std::size_t check()
    {
        if (truth_.too_much()) return 0;
        std::size_t compared = 0;
        for (const auto& [index, id] : match_.conclusion_of) {
            if (!model_.conclusions[index].role) continue;
            check_role(index, engine::cheapest_plan(*base_.code, who_.facts, id));
            ++compared;
        }
        return compared;
    }

private:
    std::vector<std::size_t> ranks() const
    {
        std::vector<std::size_t> ranks(model_.facts.size(), model_.facts.size());
        for (const auto& [index, id] : match_.engine_fact_of) ranks[index] = id;
        return ranks;
    }

    void check_role(std::size_t role, const engine::plan& plan)
    {
        BOOST_TEST_CONTEXT("role " << model_.conclusions[role].term)
        {
            BOOST_TEST(plan.optimal);
            const std::optional<true_plan> best = truth_.best(role);
            BOOST_TEST(plan.possible == best.has_value());
            if (plan.possible != best.has_value()) return;
            if (!best) return check_blocked(role, plan);
            check_way(plan.best, *best);
            check_unlocks(plan);
            check_counted(plan);
            check_needed(plan);
            BOOST_TEST(plan.at_least == best->effort);
            check_alternatives(role, plan, *best);
        }
    }

    std::string shown(const std::vector<std::size_t>& sequence) const
    {
        std::string all;
        for (const std::size_t f : sequence) all += model_.facts[f].term + ", ";
        return all;
    }

    void check_way(const engine::plan_way& way, const true_plan& best) const
    {
        BOOST_TEST(way.effort == best.effort);
        BOOST_TEST(way.assume.size() == best.assumed);
        std::vector<std::size_t> sequence;
        for (const engine::plan_step& step : way.steps) sequence.push_back(match_.fact_of[step.fact]);
        BOOST_TEST((sequence == best.sequence), "steps are " << shown(sequence) << "but should be " << shown(best.sequence));
    }

    std::vector<bool> certain(const engine::facts& state) const
    {
        std::vector<engine::conclusion_id> all;
        for (engine::conclusion_id c = 0; c < base_.rules->conclusions.size(); ++c) all.push_back(c);
        std::vector<bool> yes(all.size());
        for (const engine::role_advice& each : engine::advise_on(*base_.code, state, all, {.witnesses = false}).roles)
            yes[each.role] = each.verdict == engine::verdict::yes;
        return yes;
    }

    /// Each step unlocks what turns certain with it, by the advice; at the end the role is.
    void check_unlocks(const engine::plan& plan) const
    {
        engine::facts state = engine::plan_start(*base_.rules, who_.facts);
        for (const engine::plan_value& assumed : plan.best.assume) {
            engine::known_fact& known = state.known[assumed.fact];
            known.from = known.to = assumed.value.number;
            std::ranges::fill(known.options, std::uint8_t{0});
            for (const std::uint32_t option : assumed.value.members) known.options[option] = 1;
        }
        std::vector<bool> before = certain(state);
        for (const engine::plan_step& step : plan.best.steps) {
            state.known[step.fact].from = state.known[step.fact].to = step.to;
            const std::vector<bool> after = certain(state);
            std::vector<engine::conclusion_id> turned;
            for (engine::conclusion_id c = 0; c < after.size(); ++c)
                if (after[c] && !before[c]) turned.push_back(c);
            BOOST_TEST((turned == step.unlocks), "what a step of " << base_.rules->facts[step.fact].term << " unlocks");
            before = after;
        }
        BOOST_TEST(before[plan.role]);
    }

    /// Whether the role is certain at the end of the plan's steps if it begins so; `after`s are not asked.
    bool certain_at_the_end(const engine::plan& plan, engine::facts state) const {
        for (const engine::plan_value& assumed : plan.best.assume) {
            engine::known_fact& known = state.known[assumed.fact];
            known.from = known.to = assumed.value.number;
            std::ranges::fill(known.options, std::uint8_t{0});
            for (const std::uint32_t option : assumed.value.members) known.options[option] = 1;
        }
        for (const engine::plan_step& step : plan.best.steps) {
            engine::known_fact& known = state.known[step.fact];
            known.from = std::max(known.from, step.to);
            known.to = std::max(known.to, step.to);
        }
        return certain(state)[plan.role];
    }

    /// With what the plan counts on, the rest may be whatever the profile allows; and, where no `after` has a say, no fewer would do.
    void check_counted(const engine::plan& plan) const {
        const engine::facts start = engine::plan_start(*base_.rules, who_.facts);
        engine::facts state = who_.facts;
        for (const engine::plan_value& each : plan.best.counted) state.known[each.fact] = start.known[each.fact];
        BOOST_TEST(certain_at_the_end(plan, state), "what the plan counts on is not enough");
        for (const engine::plan_step& step : plan.best.steps)
            if (base_.rules->facts[step.fact].after != engine::nothing) return;
        for (const engine::plan_value& each : plan.best.counted) {
            engine::facts fewer = state;
            fewer.known[each.fact] = who_.facts.known[each.fact];
            BOOST_TEST(!certain_at_the_end(plan, fewer), base_.rules->facts[each.fact].term << " could be anything");
        }
    }

    /// A step that is told to be needed before others is not needed by the role itself, and they come later.
    void check_needed(const engine::plan& plan) const {
        const std::vector<engine::plan_step>& steps = plan.best.steps;
        for (std::size_t i = 0; i < steps.size(); ++i) {
            if (steps[i].needed_before.empty()) continue;
            std::size_t first = i;  // steps of one fact that follow each other are told as one
            while (first > 0 && steps[first - 1].fact == steps[i].fact) --first;
            engine::plan without = plan;
            std::erase_if(without.best.steps, [&](const engine::plan_step& step) { return step.fact == steps[i].fact && step.to >= steps[first].to; });
            BOOST_TEST(certain_at_the_end(without, engine::plan_start(*base_.rules, who_.facts)));
            for (const engine::fact_id f : steps[i].needed_before) {
                BOOST_TEST((base_.rules->facts[f].after != engine::nothing));
                BOOST_TEST(std::any_of(steps.begin() + static_cast<std::ptrdiff_t>(i), steps.end(),
                                       [&](const engine::plan_step& later) { return later.fact == f; }));
            }
        }
    }

    void check_alternatives(std::size_t role, const engine::plan& plan, const true_plan& best) const {
        std::vector<std::vector<value>> told{best.end};
        for (std::size_t i = 0; i < 3; ++i) {
            const std::optional<true_plan> next = truth_.best(role, told);
            const bool near = next && next->effort <= best.effort + best.effort / 5;
            BOOST_TEST((i < plan.alternatives.size()) == near);
            if (!near || i >= plan.alternatives.size()) return;
            check_way(plan.alternatives[i], *next);
            told.push_back(next->end);
        }
    }

    bool possible_without(std::size_t role, const std::vector<std::size_t>& released) const
    {
        const plan_truth truth(model_, known_, rank_, released);
        return truth.too_much() || truth.best(role).has_value();
    }

    void check_blocked(std::size_t role, const engine::plan& plan) const
    {
        std::vector<std::size_t> blocking;
        for (const engine::fact_id f : plan.blocked_by) blocking.push_back(match_.fact_of[f]);
        if (blocking.empty()) return;
        BOOST_TEST(possible_without(role, blocking), "it is possible without " << shown(blocking));
        for (std::size_t i = 0; i < blocking.size(); ++i) {
            std::vector<std::size_t> fewer = blocking;
            fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
            const plan_truth truth(model_, known_, rank_, fewer);
            if (!truth.too_much()) BOOST_TEST(!truth.best(role).has_value(), "it would be possible without just " << shown(fewer));
        }
    }

    const rule_base& model_;
    const profile& known_;
    const loaded& base_;
    const person& who_;
    correspondence match_;
    std::vector<std::size_t> rank_;
    plan_truth truth_;
};

}  // namespace

BOOST_AUTO_TEST_CASE(random_plans_agree_with_trying_everything)
{
    const std::uint64_t pairs = from_environment("ADVISE_RANDOM_PAIRS", 2000) / 4, first = from_environment("ADVISE_RANDOM_SEED", 1) * 1'000'000;
    std::size_t compared = 0;
    for (std::uint64_t seed = first; seed < first + pairs; ++seed) {
        rng random(seed);
        const auto [model, known] = random_learner(random);
        const std::string rules = print_rules(model), text = print_profile(model, known);
        BOOST_TEST_CONTEXT("seed " << seed << "\n--- rules\n" << rules << "--- profile\n" << text << "---\n")
        {
            const loaded base = load(rules);
            BOOST_TEST(!base.found.has_errors(), told(base.found));
            if (base.found.has_errors()) continue;
            const person who = bind_text(base, text);
            BOOST_TEST(!who.found.has_errors(), told(who.found));
            if (!who.found.has_errors()) compared += plan_claims(model, known, base, who).check();
        }
    }
    BOOST_TEST_MESSAGE(compared << " plans compared");
    BOOST_TEST(compared > pairs / 2);
}

}  // namespace advise::tests
