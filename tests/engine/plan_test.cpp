// The cheapest plan, case by case. The random tests hold the engine to trying everything; these are for people to read.
#include "support/bridge.hpp"

#include <advise/engine/plan.hpp>

#include <boost/test/unit_test.hpp>

namespace {

using namespace advise;

struct planned {
    tests::loaded base;
    engine::plan plan;

    planned(const std::string& rules, const std::string& profile, const engine::plan_options& how = {}) : base(tests::load(rules))
    {
        BOOST_REQUIRE_MESSAGE(!base.found.has_errors(), tests::told(base.found));
        const tests::person who = tests::bind_text(base, profile);
        BOOST_REQUIRE_MESSAGE(!who.found.has_errors(), tests::told(who.found));
        plan = engine::cheapest_plan(*base.code, who.facts, base.rules->names.conclusion("r"), how);
    }

    [[nodiscard]] std::string name(engine::fact_id f) const { return base.rules->facts[f].term; }
    /// "a a b", the facts of the steps.
    [[nodiscard]] std::string steps(const engine::plan_way& way) const
    {
        std::string all;
        for (const engine::plan_step& step : way.steps) all += (all.empty() ? "" : " ") + name(step.fact);
        return all;
    }
    [[nodiscard]] std::string steps() const { return steps(plan.best); }
    [[nodiscard]] std::string assumed() const
    {
        std::string all;
        for (const engine::plan_value& a : plan.best.assume) {
            all += (all.empty() ? "" : " ") + name(a.fact) + "=" + std::to_string(a.value.number);
            for (const std::uint32_t m : a.value.members) all += "/" + base.rules->facts[a.fact].options[m].term;
        }
        return all;
    }
    [[nodiscard]] std::string blocked() const
    {
        std::string all;
        for (const engine::fact_id f : plan.blocked_by) all += (all.empty() ? "" : " ") + name(f);
        return all;
    }
    [[nodiscard]] std::string counted() const {
        std::string all;
        for (const engine::plan_value& c : plan.best.counted) all += (all.empty() ? "" : " ") + name(c.fact) + "=" + std::to_string(c.value.number);
        return all;
    }
    /// "a for b, …": steps that only the `after` of another fact needs.
    [[nodiscard]] std::string needed() const {
        std::string all;
        for (const engine::plan_step& step : plan.best.steps)
            for (const engine::fact_id f : step.needed_before) all += (all.empty() ? "" : ", ") + name(step.fact) + " for " + name(f);
        return all;
    }
    /// "a b | c": circles of `after`s.
    [[nodiscard]] std::string circles() const {
        std::string all;
        for (const engine::never_learnt& each : plan.circles) {
            all += all.empty() ? "" : " |";
            for (const engine::fact_id f : each.facts) all += (all.empty() ? "" : " ") + name(f);
        }
        return all;
    }
    [[nodiscard]] std::int64_t effort() const { return plan.best.effort / 1'000'000; }
};

const std::string skills = "fact a: level\n effort 3 weeks\nfact b: level\n effort 2 weeks\n after a >= beginner\nfact c: yes/no\n effort 5 weeks\nfact likes: yes/no\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(plans)

BOOST_AUTO_TEST_CASE(what_holds_already_costs_nothing)
{
    const planned p("fact a: level\n effort 1 week\nrole r\n when a\n", "a: expert\n");
    BOOST_TEST(p.plan.possible);
    BOOST_TEST(p.plan.optimal);
    BOOST_TEST((p.plan.verdict == engine::verdict::yes));
    BOOST_TEST(p.steps() == "");
    BOOST_TEST(p.plan.alternatives.empty());
}

BOOST_AUTO_TEST_CASE(the_cheapest_of_several_ways_is_taken)
{
    const planned p(skills + "role r\n when a >= advanced\n when c\n", "");
    BOOST_TEST(p.steps() == "c");
    BOOST_TEST(p.effort() == 5);
    BOOST_TEST(p.plan.at_least == p.plan.best.effort);
}

BOOST_AUTO_TEST_CASE(what_must_come_first_is_learnt_first_and_paid_for)
{
    const planned p(skills + "role r\n when b >= intermediate\n", "");
    BOOST_TEST(p.steps() == "a b b");
    BOOST_TEST(p.effort() == 7);
}

BOOST_AUTO_TEST_CASE(an_after_may_be_met_at_the_start_or_by_an_assumption)
{
    BOOST_TEST(planned(skills + "role r\n when b >= intermediate\n", "a: beginner\n").steps() == "b b");
    const planned p("fact a: level\n effort 1 week\n after lucky\nfact lucky: yes/no\nrole r\n when a\n", "");
    BOOST_TEST(p.steps() == "a");
    BOOST_TEST(p.assumed() == "lucky=1");
}

BOOST_AUTO_TEST_CASE(an_after_that_is_lost_on_the_way_orders_the_steps)
{
    const planned p("fact a: level\n effort 1 week\nfact b: level\n effort 1 week\n after a < intermediate\nrole r\n when a >= intermediate and b\n", "");
    BOOST_TEST(p.steps() == "a b a");
    const planned none("fact a: level\n effort 1 week\nfact b: level\n effort 1 week\n after a < intermediate\nrole r\n when a >= intermediate and b\n", "a: intermediate\n");
    BOOST_TEST(!none.plan.possible);
    BOOST_TEST(none.blocked() == "b");
}

BOOST_AUTO_TEST_CASE(a_bounded_fact_starts_at_its_lower_bound_and_facts_never_go_down)
{
    BOOST_TEST(planned(skills + "role r\n when a >= advanced\n", "a: at least beginner\n").steps() == "a a");
    const planned p(skills + "role r\n requires a < intermediate\n", "a: expert\n");
    BOOST_TEST(!p.plan.possible);
    BOOST_TEST(p.plan.optimal);
    BOOST_TEST(p.blocked() == "a");
}

BOOST_AUTO_TEST_CASE(numbers_go_up_by_one_from_where_they_are)
{
    const std::string rules = "fact n: number\n effort 0.5 weeks\nrole r\n when n >= 4\n";
    const planned p(rules, "n: 1.5\n");
    BOOST_TEST(p.steps() == "n n n");
    BOOST_TEST(p.plan.best.effort == 1'500'000);
    BOOST_TEST(p.plan.best.steps.back().to == 4'500'000);
    BOOST_TEST(!planned("fact n: number 0..4\n effort 1 week\nrole r\n when n >= 4\n", "n: 1.5\n").plan.possible);
    BOOST_TEST(planned("fact n: number -5..5\n effort 1 week\nrole r\n when n >= 2\n", "").steps() == "n n");
}

BOOST_AUTO_TEST_CASE(a_number_too_far_away_is_no_proof_that_there_is_none)
{
    const planned p("fact n: number\n effort 1 week\nrole r\n when n >= 1000000\n", "n: 0\n");
    BOOST_TEST(!p.plan.possible);
    BOOST_TEST(!p.plan.optimal);
    BOOST_TEST(p.plan.at_least == (engine::most_steps_of_a_fact + 1) * 1'000'000);
}

BOOST_AUTO_TEST_CASE(only_what_matters_is_assumed_and_at_its_lowest_value)
{
    const std::string rules = "fact a: level\n effort 1 week\nfact mood: level\nfact luck: yes/no\nrole r\n when a and mood >= intermediate\n +1 luck\n";
    const planned p(rules, "");
    BOOST_TEST(p.assumed() == "mood=2");
    BOOST_TEST(planned(rules, "mood: at least intermediate\n").assumed() == "");
    BOOST_TEST(planned("fact a: level\n effort 1 week\nfact mood: level\nrole r\n when a and (mood or not mood)\n", "").assumed() == "");
    const planned set("fact a: level\n effort 1 week\nfact langs: any of (x, y, z)\nrole r\n when a and langs includes y and not langs includes z\n", "");
    BOOST_TEST(set.assumed() == "langs=0/y");
}

BOOST_AUTO_TEST_CASE(fewer_assumptions_come_before_fewer_steps_and_after_effort)
{
    BOOST_TEST(planned("fact a: level\n effort 1 week\nfact b: level\n effort 2 weeks\nfact luck: yes/no\nrole r\n when b\n when a and luck\n", "").assumed() == "luck=1");
    const planned even("fact a: level\n effort 2 weeks\nfact b: level\n effort 1 week\nfact luck: yes/no\nrole r\n when b >= intermediate\n when a and luck\n", "");
    BOOST_TEST(even.steps() == "b b");
    BOOST_TEST(even.assumed() == "");
    BOOST_TEST(planned("fact a: level\n effort 1 week\nfact b: level\n effort 2 weeks\nrole r\n when a >= intermediate\n when b\n", "").steps() == "b");
}

BOOST_AUTO_TEST_CASE(of_equal_plans_the_one_declared_first_comes_first)
{
    const planned p("fact a: yes/no\n effort 1 week\nfact b: yes/no\n effort 1 week\nfact c: yes/no\n effort 1 week\nrole r\n when at least 2 of (c, b, a)\n", "");
    BOOST_TEST(p.steps() == "a b");
    BOOST_REQUIRE(p.plan.alternatives.size() == 2U);
    BOOST_TEST(p.steps(p.plan.alternatives[0]) == "a c");
    BOOST_TEST(p.steps(p.plan.alternatives[1]) == "b c");
}

BOOST_AUTO_TEST_CASE(alternatives_are_not_dearer_than_by_a_fifth_and_not_the_same_with_more)
{
    const std::string head = "fact a: yes/no\n effort 10 weeks\nfact b: yes/no\n effort 12 weeks\nfact c: yes/no\n effort 12.1 weeks\nfact d: yes/no\n effort 1 week\n";
    const planned p(head + "role r\n when a or b or c\n +1 d\n", "");
    BOOST_TEST(p.steps() == "a");
    BOOST_REQUIRE(p.plan.alternatives.size() == 1U);
    BOOST_TEST(p.steps(p.plan.alternatives[0]) == "b");
}

BOOST_AUTO_TEST_CASE(what_stands_in_the_way_is_told_and_no_more)
{
    const std::string head = skills + "fact heir: yes/no\nfact rich: yes/no\n";
    BOOST_TEST(planned(head + "role r\n when a and likes\n", "likes: no\n").blocked() == "likes");
    BOOST_TEST(planned(head + "role r\n when a and likes and heir\n", "likes: no\nheir: no\nrich: no\n").blocked() == "likes heir");
    BOOST_TEST(planned(head + "role r\n when a and (likes or heir)\n", "likes: no\nheir: no\n").blocked() == "likes");
    BOOST_TEST(planned(head + "role r\n", "").blocked() == "");
}

BOOST_AUTO_TEST_CASE(steps_tell_what_they_open)
{
    const planned p("fact a: level\n effort 1 week\nconcept half\n when a\nrole r\n when half and a >= intermediate\nrole s\n when a >= expert\n", "");
    BOOST_REQUIRE(p.plan.best.steps.size() == 2U);
    BOOST_TEST(p.plan.best.steps[0].unlocks.size() == 1U);
    BOOST_TEST((p.plan.best.steps[1].unlocks == std::vector{p.base.rules->names.conclusion("r")}));
}

BOOST_AUTO_TEST_CASE(without_any_effort_every_level_can_be_learnt_at_one_each)
{
    const planned p("fact a: level\nfact c: yes/no\nrole r\n when a >= intermediate and c\n", "");
    BOOST_TEST(p.steps() == "a a");
    BOOST_TEST(p.effort() == 2);
    BOOST_TEST(p.assumed() == "c=1");
}

BOOST_AUTO_TEST_CASE(evidence_without_weight_is_no_need)
{
    BOOST_TEST(planned("fact a: level\n effort 1 week\nfact b: level\n effort 1 week\nrole r\n +1 a\n +0 b\n unless b\n", "").steps() == "a");
}

BOOST_AUTO_TEST_CASE(past_the_work_limit_there_is_a_lower_bound)
{
    std::string rules, body;
    for (int i = 0; i < 40; ++i) {
        const std::string f = "f" + std::to_string(i);
        rules += "fact " + f + ": level\n effort " + std::to_string(7 + i * i % 13) + " weeks\n";
        body += "    +" + std::to_string(3 + i * 5 % 11) + " " + f + " >= beginner\n    -" + std::to_string(1 + i % 3) + " " + f + " >= intermediate and f" +
                std::to_string((i + 7) % 40) + " < advanced\n";
    }
    engine::plan_options little;
    little.work_limit = 40'000;
    const planned p(rules + "role r\n    requires 60 points\n" + body, "", little);
    BOOST_TEST(!p.plan.optimal);
    BOOST_TEST(p.plan.at_least > 0);
    BOOST_TEST((!p.plan.possible || p.plan.at_least <= p.plan.best.effort));
    const planned all(rules + "role r\n    requires 60 points\n" + body, "");
    BOOST_TEST(all.plan.at_least >= p.plan.at_least);
}

BOOST_AUTO_TEST_CASE(what_must_not_be_more_than_counted_is_told) {
    const std::string rules =
        "fact a: level\n effort 1 week\nfact b: level\n effort 1 week\nrole r\n requires not b or a >= advanced\n when c\nfact c: yes/no\n";
    const planned p(rules, "c: yes\n");
    BOOST_TEST(p.plan.possible);
    BOOST_TEST(p.steps() == "");
    BOOST_TEST(p.assumed() == "");
    BOOST_TEST(p.counted() == "b=0");
    BOOST_TEST(planned(rules, "c: yes\nb: no\n").counted() == "");
    BOOST_TEST(planned("fact a: level\n effort 1 week\nrole r\n when a < expert\n", "a: at least beginner\n").counted() == "a=1");
    BOOST_TEST(planned("fact a: level\n effort 1 week\nrole r\n when a < expert\n", "a: at most advanced\n").counted() == "");
}

BOOST_AUTO_TEST_CASE(more_than_counted_may_spoil_what_is_learnt_on_the_way) {
    const planned p("fact a: level\n effort 1 week\nfact b: level\n effort 1 week\n after a < advanced\nrole r\n when b\n", "");
    BOOST_TEST(p.steps() == "b");
    BOOST_TEST(p.counted() == "a=0");
    BOOST_TEST(planned("fact n: number -5..5\n effort 1 week\nrole r\n requires n >= 0\n", "").counted() == "n=0");
}

BOOST_AUTO_TEST_CASE(of_facts_that_spoil_it_together_no_fewer_are_told_than_must_be) {
    const planned p("fact a: level\n effort 1 week\nfact b: level\n effort 1 week\nrole r\n requires at most 1 of (a, b)\n", "");
    BOOST_TEST(p.counted() == "b=0");
}

BOOST_AUTO_TEST_CASE(steps_that_only_an_after_needs_say_for_what) {
    const std::string rules =
        "fact a: level\n effort 1 week\nfact b: level\n effort 1 week\n after a >= intermediate\nfact c: level\n effort 1 week\n after b\n";
    BOOST_TEST(planned(rules + "role r\n when c\n", "").needed() == "a for b, b for c");
    BOOST_TEST(planned(rules + "role r\n when c and a\n", "").needed() == "b for c");
    BOOST_TEST(planned(rules + "role r\n when c and b and a\n", "").needed() == "");
}

BOOST_AUTO_TEST_CASE(facts_that_wait_for_each_other_are_told_where_they_block) {
    const std::string rules = "fact a: level\n effort 1 week\n after b >= intermediate\nfact b: level\n effort 1 week\n after a >= intermediate\n"
                              "fact c: level\n effort 1 week\n after d\nfact d: level\n effort 1 week\n after d\nfact e: level\n effort 1 week\n";
    const planned p(rules + "role r\n when a\n", "");
    BOOST_TEST(p.blocked() == "a");
    BOOST_TEST(p.circles() == "a b");
    BOOST_TEST(p.plan.blocked_why.front().never_learnt);
    const planned q(rules + "role r\n when c and e\n", "");
    BOOST_TEST(q.blocked() == "c");
    BOOST_TEST(q.circles() == "d");
    BOOST_TEST(planned(rules + "role r\n when a\n", "b: intermediate\n").plan.possible);
}

BOOST_AUTO_TEST_CASE(what_blocks_only_through_an_after_says_so) {
    const planned p("fact a: level\n effort 1 week\n after town is here\nfact town: one of (here, there)\nrole r\n when a\n", "town: there\n");
    BOOST_TEST(p.blocked() == "town");
    BOOST_REQUIRE(p.plan.blocked_why.front().needed_before.size() == 1U);
    BOOST_TEST(p.name(p.plan.blocked_why.front().needed_before.front()) == "a");
    BOOST_TEST(p.circles() == "");
}

BOOST_AUTO_TEST_SUITE_END()
