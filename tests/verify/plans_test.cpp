// Plans of random rule bases, one by one and in lists, are accepted; with one field changed they are refused, at that place.
#include "refusals.hpp"

#include "support/random_learner.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace advise::tests {
namespace {

using verify::json;

struct plans_of_one {
    const checked_case& held;
    std::vector<json> all;

    plans_of_one(const loaded& base, const checked_case& about, rng& draw) : held(about) {
        constexpr std::int64_t one = 1'000'000;
        all.push_back(plans_of(base, held, std::nullopt));
        all.push_back(plans_of(base, held, draw.between(0, 12) * one));
        for (engine::conclusion_id c = 0; c < base.rules->conclusions.size(); ++c)
            if (base.rules->conclusions[c].is_role) all.push_back(plan_of(base, held, c));
    }
};

template <class Use>
void for_each_learner(std::uint64_t first, std::uint64_t bases, const Use& use) {
    for (std::uint64_t seed = first; seed < first + bases; ++seed) {
        rng draw(seed);
        const auto [model, known] = random_learner(draw);
        const std::string rules = print_rules(model, varied_spelling(seed));
        const loaded base = load(rules);
        BOOST_REQUIRE(!base.found.has_errors());
        const checked_case held(rules, print_profile(model, known, varied_spelling(seed)));
        BOOST_TEST_CONTEXT("seed " << seed) { use(plans_of_one(base, held, draw), draw); }
    }
}

const json& member(const json& of, const std::string& name) { return *of.find(name); }

/// Not a list itself but one entry of it.
bool is_entry(const std::string& where, const std::string& list) { return where.find(list + '[') != std::string::npos; }

/// Effort and length of each way: what is left as it was when a plan is told in another order, or a value is assumed that does as well.
std::string prices(const json& plan) {
    std::string all = text_of(member(member(plan, "effort"), "total")) + ' ' + std::to_string(member(plan, "steps").items.size()) + ' ' +
                      std::to_string(member(plan, "assume").items.size());
    for (const json& other : member(plan, "alternatives").items)
        all += ", " + text_of(member(member(other, "effort"), "total")) + ' ' + std::to_string(member(other, "steps").items.size());
    return all;
}

bool same_prices(const json& a, const json& b) {
    if (a.find("plans") == nullptr) return prices(a) == prices(b);
    const json &these = member(a, "plans"), &those = member(b, "plans");
    if (these.items.size() != those.items.size()) return false;
    for (std::size_t i = 0; i < these.items.size(); ++i)
        if (prices(these.items[i]) != prices(those.items[i])) return false;
    return true;
}

/// What is true still: less is claimed and less proved; equal plans; another value that does as well; another fact that stands in the way as well; an
/// effort that reaches the same.
bool is_true_still(const json& before, const verify::report& proved, const mutant& m, const verify::report& after) {
    const bool claims_less = m.where.ends_with("optimal") || m.where.ends_with("_exact");
    if (claims_less && m.change == "the other way round")
        return std::ranges::any_of(after.not_checked, [&](const verify::finding& each) { return each.where == m.where; });
    if (m.where == "within") return same_prices(before, m.result);
    if (m.where.ends_with("effort.at_least")) return true;  // where the plan is not said to be the best, a lower bound that is lower
    const bool of_best = m.where.ends_with("steps") && m.where.find("alternatives") == std::string::npos;
    const std::string optimal = of_best ? m.where.substr(0, m.where.size() - std::string_view("steps").size()) + "optimal" : std::string();
    const bool order_is_proved = of_best && std::ranges::none_of(proved.not_checked, [&](const verify::finding& each) { return each.where == optimal; });
    const bool swapped = m.change.starts_with("swapped") && !order_is_proved && (m.where.ends_with("steps") || m.where.ends_with("alternatives"));
    if (swapped || is_entry(m.where, "assume")) return same_prices(before, m.result);
    return is_entry(m.where, "blocked_by") && m.where.ends_with(".fact");
}

/// What is wrong there shows elsewhere: in where the plan leads, in its effort, or in the plans.
bool shows_elsewhere(const std::string& where) {
    const std::string list = list_of(where);
    return list == "within" || list == "assume" || list == "counted" || list == "possible" || list == "optimal" || list == "undecided";
}

mutant_judge judge_of(const json& result) {
    return {verify::why::choice_among_equals, {}, [&result](const mutant& m, const verify::report& before, const verify::report& after) {
                return is_true_still(result, before, m, after);
            },
            shows_elsewhere};
}

}  // namespace

BOOST_AUTO_TEST_CASE(plans_of_random_rule_bases_are_accepted_and_fully_proved) {
    const std::uint64_t bases = from_environment("ADVISE_VERIFY_BASES", 300), first = from_environment("ADVISE_RANDOM_SEED", 1) * 1'000'000 + 900'000;
    proved_tally done;
    for_each_learner(first, bases, [&](const plans_of_one& about, rng&) {
        for (const json& each : about.all) check_accepted(about.held, each, {verify::why::choice_among_equals}, done);
    });
    BOOST_TEST_MESSAGE(done.results << " results; left unchecked in all: " << done.left_open);
    BOOST_TEST(done.left_open * 10 < done.results);
}

BOOST_AUTO_TEST_CASE(a_bound_that_excludes_nothing_is_one_all_the_same) {
    const std::string rules = "fact k: number -5..5\n    effort 2 weeks\nrole r\n    when k\n";
    const loaded base = load(rules);
    for (const char* const said : {"k: at most 100\n", "k: unknown\n", "note: nothing\n"}) {
        const checked_case held(rules, said);
        const verify::outcome made = held.check(plan_of(base, held, 0));
        BOOST_TEST(made.checked.accepted(), said << told(made.checked));
    }
}

BOOST_AUTO_TEST_CASE(every_change_of_plans_is_refused_at_its_place) {
    const std::uint64_t wanted = from_environment("ADVISE_VERIFY_MUTANTS", 500),
                        first = from_environment("ADVISE_RANDOM_SEED", 1) * 1'000'000 + 950'000;
    mutant_tally done;
    for (std::uint64_t seed = first; done.mutants < wanted; ++seed)
        for_each_learner(seed, 1, [&](const plans_of_one& about, rng& draw) {
            for (const json& each : about.all) check_mutants(about.held, each, 12, draw, judge_of(each), done);
        });
    BOOST_TEST_MESSAGE(done.shown());
    BOOST_TEST(done.still_true * 5 < done.mutants);
}

}  // namespace advise::tests
