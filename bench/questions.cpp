// Interviews: how many questions the look-ahead asks, beside the optimum and beside the order of the file.
#include "least_questions.hpp"
#include "measure.hpp"

#include "support/all_strategies.hpp"
#include "support/bridge.hpp"

#include <advise/engine/question.hpp>

#include <fmt/format.h>

#include <fstream>
#include <iterator>
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
    double asked = 0, optimum = 0, worst = 1, ratios = 0, bounded = 0, highest_bound = 0;
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
        const double at_least = bound_questions(*base.code, tests::bind_text(base, "").facts, 300).at_least;
        bounded += at_least;
        highest_bound = std::max(highest_bound, at_least / best);
        const double ours = static_cast<double>(policy(base, truth, names).mean(tests::bind_text(base, "").facts, truth.start())) / denominator;
        asked += ours;
        optimum += best;
        ratios += ours / best;
        worst = std::max(worst, ours / best);
    }
    fmt::print("  {} random bases: {:.4f} questions with look-ahead, {:.4f} at best; the worst base {:.3f} times its optimum\n", bases, asked / bases, optimum / bases, worst);
    report("look-ahead / optimum, all questions", asked / optimum, "", bound::at_most, 1.05);
    report("look-ahead / optimum, mean of the ratios", ratios / bases, "", bound::at_most, 1.05);
    report("bound found by search / optimum, highest", highest_bound, "", bound::at_most, 1, fmt::format("{:.4f} on average", bounded / optimum));
}

/// A person of whom everything is known, each answer equally likely.
class invented_person {
public:
    explicit invented_person(std::uint64_t seed) : random_(seed) {}

    /// The answer to a question; the same whenever the fact is asked for.
    void answer(const engine::question& asked, engine::facts& person)
    {
        const auto [at, is_new] = given_.try_emplace(asked.fact);
        if (is_new) at->second = asked.answers[random_.below(asked.answers.size())].value;
        person.known[asked.fact] = at->second;
    }
    void answer(const engine::program& code, engine::fact_id f, engine::facts& person)
    {
        engine::question asked;
        asked.fact = f;
        asked.answers = engine::possible_answers(code, person, f);
        answer(asked, person);
    }

private:
    tests::rng random_;
    std::map<engine::fact_id, engine::known_fact> given_;
};

/// Rule files beside each other in one folder.
class folder final : public engine::source_provider {
public:
    explicit folder(std::string path) : path_(std::move(path)) {}
    file open_root(const std::string& name) override
    {
        std::ifstream in(path_ + "/" + name, std::ios::binary);
        return {name, name, {std::istreambuf_iterator<char>(in), {}}, {}, {}};
    }
    file open_import(const std::string& asked, const std::string&, const std::string&) override { return open_root(asked); }

private:
    std::string path_;
};

int in_order_of_the_file(const engine::program& code, engine::facts person, invented_person& who)
{
    for (int count = 0;; ++count) {
        const std::vector<engine::fact_id> left = engine::relevant_facts(code, person);
        if (left.empty()) return count;
        who.answer(code, left.front(), person);
    }
}

int as_advise_asks(const engine::program& code, engine::ask_until until, engine::facts person, invented_person& who, std::vector<double>& times) {
    for (int count = 0;; ++count) {
        engine::question asked;
        times.push_back(1e3 * best_of(3, [&] { asked = engine::next_question(code, person, {.until = until}); }));
        if (asked.fact == engine::nothing) return count;
        who.answer(asked, person);
    }
}

engine::facts nothing_known(const engine::rule_base& rules)
{
    engine::facts made;
    for (engine::fact_id f = 0; f < rules.facts.size(); ++f) made.known.push_back(engine::whole_domain(rules, f));
    return made;
}

/// What no strategy can beat, found by search.
void limits_of_any_interview(const engine::program& code, const engine::facts& nobody)
{
    constexpr std::uint64_t trials = 60'000;
    questions_bound found;
    const double taken = seconds([&] { found = bound_questions(code, nobody, trials); });
    fmt::print("  shipped rules, over all answers: {:.2f} questions in the order of the file; no strategy asks fewer than {:.2f} ({} states searched in {:.0f} s)\n",
               found.in_order, found.at_least, found.states, taken);
    report("the least that any strategy can reach", found.at_least / found.in_order, "", bound::none, 0, "of the order of the file");
}

void shipped_rules(const setting& where)
{
    folder files(where.project + "/rules");
    const engine::load_result loaded = engine::load_rules({"ml_roles.rules"}, files);
    const engine::program code(*loaded.rules);
    const engine::facts nobody = nothing_known(*loaded.rules);
    constexpr int people = 100;
    std::vector<double> times;
    int ours = 0, in_order = 0;
    for (int i = 0; i < people; ++i) {
        invented_person who(static_cast<std::uint64_t>(i));
        in_order += in_order_of_the_file(code, nobody, who);
        ours += as_advise_asks(code, engine::ask_until::verdicts, nobody, who, times);
    }
    fmt::print("  shipped rules, {} invented people: {:.2f} questions, {:.2f} in the order of the file\n", people, 1.0 * ours / people, 1.0 * in_order / people);
    report("questions / in the order of the file", 1.0 * ours / in_order, "", bound::at_most, 0.8);
    limits_of_any_interview(code, nobody);
    report("one question, median", median(times), "ms");
    report("one question, most", quantile(times, 1), "ms", bound::at_most, 50);
    for (const auto& [until, name] : {std::pair{engine::ask_until::first, "first"}, std::pair{engine::ask_until::all, "all"}}) {
        times.clear();
        for (std::uint64_t i = 0; i < people / 10; ++i) {
            invented_person who(i);
            as_advise_asks(code, until, nobody, who, times);
        }
        report(fmt::format("one question, --until {}, most", name), quantile(times, 1), "ms", bound::at_most, 50);
    }
}

}  // namespace

void measure_questions(const setting& where)
{
    heading("Interviews");
    small_bases();
    shipped_rules(where);
}

}  // namespace advise::bench
