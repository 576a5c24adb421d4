// Interviews: how many questions the look-ahead asks, beside the optimum and beside the order of the file.
#include "measure.hpp"

#include "support/all_strategies.hpp"
#include "support/bridge.hpp"

#include <advise/engine/question.hpp>

#include <fmt/format.h>

#include <map>

namespace advise::bench {
namespace {

using tests::all_strategies;

/// The exact mean number of questions that the engine asks on a small base, over all answers.
class policy {
public:
    policy(const tests::loaded& base, all_strategies& truth, const tests::correspondence& names) : base_(base), truth_(truth), names_(names) {}

    /// In parts of the twin's denominator.
    std::int64_t mean(const engine::facts& person, const all_strategies::state& now)
    {
        if (const auto known = means_.find(now); known != means_.end()) return known->second;
        const engine::question asked = engine::next_question(*base_.code, person, {.look_ahead = true});
        std::int64_t result = 0;
        if (asked.fact != engine::nothing) {
            const std::size_t fact = names_.fact_of[asked.fact];
            engine::facts then = person;
            all_strategies::state next = now;
            for (std::size_t i = 0; i < asked.answers.size(); ++i) {
                then.known[asked.fact] = asked.answers[i].value;
                next[fact] = static_cast<int>(i);
                result += mean(then, next);
            }
            result = truth_.denominator() + result / static_cast<std::int64_t>(asked.answers.size());
        }
        return means_[now] = result;
    }

private:
    const tests::loaded& base_;
    all_strategies& truth_;
    const tests::correspondence& names_;
    std::map<all_strategies::state, std::int64_t> means_;
};

/// A base is small when every strategy can be tried, and counts when at least two questions may have to be asked.
bool is_small(const all_strategies& truth)
{
    std::size_t completions = 1;
    for (const auto& values : truth.values()) {
        if (values.size() > 64) return false;
        completions *= values.size();
        if (completions > 4000) return false;
    }
    return truth.states() <= 30'000;
}

void small_bases()
{
    constexpr int wanted = 500;
    int bases = 0;
    double asked = 0, optimum = 0, worst = 1, ratios = 0;
    for (std::uint64_t seed = 7'000'000; bases < wanted; ++seed) {
        tests::random_case made = tests::make_random_case(seed, 1);
        made.profiles[0] = {};
        all_strategies truth(made.base, {}, tests::settle::verdicts);
        if (!is_small(truth)) continue;
        truth.prepare();
        if (truth.relevant(truth.start()).size() < 2) continue;
        ++bases;
        const tests::loaded base = tests::load(tests::print_rules(made.base, {}));
        const tests::correspondence names = tests::match(made.base, *base.rules);
        const auto denominator = static_cast<double>(truth.denominator());
        const double best = static_cast<double>(truth.best(truth.start())) / denominator;
        const double ours = static_cast<double>(policy(base, truth, names).mean(tests::bind_text(base, "").facts, truth.start())) / denominator;
        asked += ours;
        optimum += best;
        ratios += ours / best;
        worst = std::max(worst, ours / best);
    }
    fmt::print("  {} random bases: {:.4f} questions with look-ahead, {:.4f} at best; the worst base {:.3f} times its optimum\n", bases, asked / bases, optimum / bases, worst);
    report("look-ahead / optimum, all questions", asked / optimum, "", bound::at_most, 1.05);
    report("look-ahead / optimum, mean of the ratios", ratios / bases, "", bound::at_most, 1.05);
}

}  // namespace

void measure_questions(const setting&)
{
    heading("Interviews");
    small_bases();
}

}  // namespace advise::bench
