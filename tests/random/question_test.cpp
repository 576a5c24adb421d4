// Interviews against the slow truth: relevance by comparing all completions, the order by trying every strategy.
#include "support/all_strategies.hpp"
#include "support/bridge.hpp"

#include <advise/engine/question.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <set>

namespace advise::tests {
namespace {

constexpr std::size_t most_completions = 1500, most_states = 12'000;

struct tally {
    std::size_t interviews = 0, questions = 0, skips = 0;
};

/// One interview, step by step beside the slow truth: random answers, and now and then none.
class interview {
public:
    interview(const rule_base& model, const loaded& base, all_strategies& truth, const engine::question_options& options, tally& seen)
        : model_(model), base_(base), truth_(truth), options_(options), names_(match(model, *base.rules)), seen_(seen) {}

    void run(engine::facts person, rng& random)
    {
        all_strategies::state now = truth_.start();
        ++seen_.interviews;
        for (;;) {
            const engine::question asked = engine::next_question(*base_.code, person, options_);
            check(asked, now);
            if (asked.fact == engine::nothing) return;
            ++seen_.questions;
            const std::size_t fact = names_.fact_of[asked.fact];
            if (random.chance(1, 6)) {
                person.known[asked.fact].never_ask = true;
                truth_.skip(fact);
                ++seen_.skips;
                continue;
            }
            BOOST_REQUIRE(asked.answers.size() == truth_.values()[fact].size());
            const std::size_t chosen = random.below(asked.answers.size());
            check_decided(asked, chosen, fact, now);
            person.known[asked.fact] = asked.answers[chosen].value;
            now[fact] = static_cast<int>(chosen);
        }
    }

private:
    void check(const engine::question& asked, const all_strategies::state& now)
    {
        std::vector<std::size_t> left;
        for (const engine::fact_id f : asked.left) left.push_back(names_.fact_of[f]);
        BOOST_TEST(std::ranges::is_sorted(asked.left));
        std::ranges::sort(left);
        BOOST_TEST(left == truth_.relevant(now), boost::test_tools::per_element());
        BOOST_REQUIRE((asked.fact == engine::nothing) == left.empty());
        if (left.empty()) BOOST_TEST((asked.expected == engine::fraction{0, 1}));
        if (asked.fact == engine::nothing) return;
        BOOST_TEST((std::ranges::find(asked.left, asked.fact) != asked.left.end()));
        BOOST_TEST(asked.exact == !options_.look_ahead);
        if (!asked.exact) return;
        const std::int64_t best = truth_.best(now);
        BOOST_TEST(asked.expected.numerator * truth_.denominator() == best * asked.expected.denominator);
        const auto is_best = [&](engine::fact_id f) { return truth_.mean_asking(names_.fact_of[f], now) == best; };
        BOOST_TEST(*std::ranges::find_if(asked.left, is_best) == asked.fact);
    }

    /// What the question says of one answer is what the answer does.
    void check_decided(const engine::question& asked, std::size_t chosen, std::size_t fact, all_strategies::state now)
    {
        const auto verdicts = [&] {
            std::map<engine::conclusion_id, verdict> all;
            for (const auto& [c, id] : names_.conclusion_of)
                if (model_.conclusions[c].role) all[id] = truth_.verdict_on(c, now);
            return all;
        };
        const auto before = verdicts();
        now[fact] = static_cast<int>(chosen);
        std::vector<std::pair<engine::conclusion_id, engine::verdict>> expected;
        for (const auto& [id, v] : verdicts())
            if (before.at(id) == verdict::unknown && v != verdict::unknown) expected.emplace_back(id, static_cast<engine::verdict>(v));
        BOOST_TEST((asked.answers[chosen].decides == expected));
    }

    const rule_base& model_;
    const loaded& base_;
    all_strategies& truth_;
    const engine::question_options& options_;
    correspondence names_;
    tally& seen_;
};

void check_seed(std::uint64_t seed, settle what, engine::ask_until until, bool look_ahead, tally& seen)
{
    random_options small;
    small.max_facts = 6;
    random_case made = make_random_case(seed, 1, small);
    if (seed % 2 == 0) made.profiles[0] = {};
    all_strategies truth(made.base, made.profiles[0], what);
    std::size_t completions = 1;
    for (const auto& values : truth.values()) completions *= values.size();
    const bool long_list = std::ranges::any_of(truth.values(), [](const auto& v) { return v.size() > 64; });
    if (completions > most_completions || truth.states() > most_states || long_list) return;
    truth.prepare();
    const std::string rules = print_rules(made.base, {}), text = print_profile(made.base, made.profiles[0], {});
    const loaded base = load(rules);
    BOOST_TEST_CONTEXT("seed " << seed << "\n--- rules\n" << rules << "--- profile\n" << text << "---\n")
    {
        const person who = bind_text(base, text);
        BOOST_REQUIRE(!who.found.has_errors());
        rng random(seed);
        const engine::question_options options{.until = until, .look_ahead = look_ahead};
        interview(made.base, base, truth, options, seen).run(who.facts, random);
    }
}

void check_all(settle what, engine::ask_until until, bool look_ahead)
{
    const std::uint64_t bases = from_environment("ADVISE_RANDOM_PAIRS", 2000) / 4, first = from_environment("ADVISE_RANDOM_SEED", 1) * 1'000'000;
    tally seen;
    for (std::uint64_t seed = first; seed < first + bases; ++seed) check_seed(seed, what, until, look_ahead, seen);
    BOOST_TEST_MESSAGE(seen.interviews << " interviews, " << seen.questions << " questions, " << seen.skips << " skipped");
    BOOST_TEST(seen.interviews > bases / 4);
    BOOST_TEST(seen.questions > bases / 2);
}

}  // namespace

BOOST_AUTO_TEST_CASE(interviews_about_verdicts_agree_with_every_strategy_tried_out) { check_all(settle::verdicts, engine::ask_until::verdicts, false); }
BOOST_AUTO_TEST_CASE(interviews_about_the_first_role_agree_with_every_strategy_tried_out) { check_all(settle::first, engine::ask_until::first, false); }
BOOST_AUTO_TEST_CASE(interviews_about_everything_agree_with_every_strategy_tried_out) { check_all(settle::all, engine::ask_until::all, false); }
BOOST_AUTO_TEST_CASE(look_ahead_asks_only_what_is_relevant) { check_all(settle::all, engine::ask_until::all, true); }

}  // namespace advise::tests
