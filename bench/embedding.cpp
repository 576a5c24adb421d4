// The C interface, as somebody who embeds the library meets it: one profile at a time, verdicts and points without a proof.
#include "measure.hpp"
#include "workload.hpp"

#include <advise.h>

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

namespace advise::bench {
namespace {

constexpr std::uint32_t attributes = 200, concepts = 300, roles = 50;
constexpr std::size_t people = 200;
constexpr int rounds = 50;

void demand(advise_status status) {
    if (status == ADVISE_OK) return;
    fmt::print("  the C interface says {}\n", advise_status_name(status));
    std::exit(2);
}

/// The levels that a profile lists, by fact; those that it does not list are -1.
std::vector<std::int64_t> levels_of(const advise_rules& rules, const std::string& profile) {
    std::vector<std::int64_t> levels(advise_fact_count(&rules), -1);
    for (std::size_t at = 0, end; at < profile.size(); at = end + 1) {
        end = std::min(profile.find('\n', at), profile.size());
        const std::string line = profile.substr(at, end - at);
        const std::size_t colon = line.find(": ");
        std::uint32_t fact = 0, level = 0;
        if (colon == line.npos || advise_fact_find(&rules, line.substr(0, colon).c_str(), &fact) != ADVISE_OK) continue;
        if (advise_option_find(&rules, fact, line.substr(colon + 2).c_str(), &level) == ADVISE_OK) levels[fact] = level;
    }
    return levels;
}

/// Microseconds for each person: the median of some rounds.
template <class Call>
double each(const Call& call) {
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        times.push_back(seconds([&] {
            for (std::size_t i = 0; i < people; ++i) call(i);
        }));
    }
    return 1e6 * median(times) / people;
}

void set_all(advise_person& person, const std::vector<std::int64_t>& levels) {
    demand(advise_person_clear(&person));
    demand(advise_person_close(&person, 1));
    for (std::uint32_t f = 0; f < levels.size(); ++f)
        if (levels[f] >= 0) demand(advise_person_set(&person, f, levels[f]));
}

}  // namespace

void measure_embedding(const setting&) {
    heading("The C interface: one profile against 50 roles over 300 concepts that Kleene's tables decide");
    const workload w = make_workload(attributes, concepts, roles, 2);
    const std::string text = as_rules(w);
    const advise_source source{"bench.rules", text.data(), text.size()};
    advise_rules* rules = nullptr;
    demand(advise_rules_load_texts(&source, 1, &rules, nullptr));
    std::vector<std::vector<std::int64_t>> levels;
    std::vector<advise_person*> everybody(people);
    for (std::size_t i = 0; i < people; ++i) {
        levels.push_back(levels_of(*rules, make_profile(w, i, 0.3, true).text));
        demand(advise_person_new(rules, &everybody[i]));
        set_all(*everybody[i], levels[i]);
    }
    advise_evaluator* evaluator = nullptr;
    demand(advise_evaluator_new(rules, &evaluator));
    std::vector<advise_outcome> outcomes(advise_role_count(rules));
    const auto run = [&](const advise_person* person) { demand(advise_evaluator_run(evaluator, person, outcomes.data(), outcomes.size())); };

    report("verdicts and points, without a proof", each([&](std::size_t i) { run(everybody[i]); }), "us", bound::at_most, 3);
    advise_person* const one = everybody.front();
    report("the same, setting some 60 facts by number before", each([&](std::size_t i) { set_all(*one, levels[i]), run(one); }), "us");
    const auto answer = [&](advise_detail detail) {
        return [&, detail](std::size_t i) {
            advise_answer* made = nullptr;
            demand(advise_answer_new(everybody[i], detail, &made));
            advise_answer_free(made);
        };
    };
    report("an answer with verdicts and points", each(answer(ADVISE_VERDICTS)), "us");
    report("an answer with its proof", each(answer(ADVISE_PROOF)), "us");

    for (advise_person* person : everybody) advise_person_free(person);
    advise_evaluator_free(evaluator);
    advise_rules_free(rules);
}

}  // namespace advise::bench
