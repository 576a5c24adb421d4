#include "look_ahead.hpp"

#include "rollout.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace advise::engine {
namespace {

/// Inputs of gates looked at by one look-ahead, in words of 64 lanes: some 30 ms.
constexpr std::uint64_t look_ahead_work = 50'000'000;

/// How thoroughly to look ahead.
struct thoroughness {
    std::uint32_t blocks;  ///< of samples
    std::uint32_t rounds;
    bool every_part_first;  ///< orders that begin with each part of the goal; else with the smallest part only
};
/// The first that the work allows is taken, the last in any case.
constexpr std::array<thoroughness, 5> efforts{{{4, 4, true}, {4, 4, false}, {4, 2, false}, {2, 2, false}, {1, 1, false}}};

using fact_order = std::vector<std::uint32_t>;
using fact_set = std::vector<bool>;

/// A question that may come next, with the best that any order tried so far makes of the interview after it.
struct candidate {
    std::uint32_t asked = 0;
    std::vector<std::uint32_t> answers;  ///< of each sample: which answer it gives
    std::vector<std::int64_t> least;     ///< of each answer: questions in all samples that give it
    std::int64_t questions = 0;          ///< in all samples
};

/// The facts that each part of the goal rests on, parts of few facts first.
class parts_of_goal {
public:
    explicit parts_of_goal(const question_space& space) : space_(space) {
        for (const goal_part& part : space.parts) facts_.push_back(facts_of(part));
        std::erase_if(facts_, [](const fact_set& f) { return std::ranges::find(f, true) == f.end(); });
        std::ranges::stable_sort(facts_, {}, [](const fact_set& f) { return std::ranges::count(f, true); });
    }

    [[nodiscard]] std::size_t size() const { return facts_.size(); }

    /// Part after part, the one given first; inside each the facts as they stand in `base`.
    [[nodiscard]] fact_order one_after_the_other(std::size_t first, const fact_order& base) const {
        fact_order made;
        fact_set taken(base.size());
        const auto take = [&](const fact_set& part) {
            for (const std::uint32_t f : base)
                if (part[f] && !taken[f]) made.push_back(f), taken[f] = true;
        };
        take(facts_[first]);
        for (const fact_set& part : facts_) take(part);
        take(fact_set(base.size(), true));
        return made;
    }

private:
    [[nodiscard]] fact_set facts_of(const goal_part& part) const {
        const residual& circuit = space_.circuit;
        std::vector<bool> inside(circuit.nodes());
        if (part.holds != nothing) inside[node_of(part.holds)] = true;
        for (const weighted_literal& term : part.points) inside[node_of(term.of)] = true;
        for (std::size_t g = circuit.gates.size(); g-- > 0;)
            for (std::uint32_t i = 0; inside[circuit.tests() + g] && i < circuit.gates[g].size; ++i)
                inside[node_of(circuit.inputs[circuit.gates[g].first + i])] = true;
        fact_set found;
        for (const asked_fact& fact : space_.asked) {
            const auto end = inside.begin() + space_.end_of_tests(fact);
            found.push_back(std::find(inside.begin() + space_.first_test(fact), end, true) != end);
        }
        return found;
    }
    const question_space& space_;
    std::vector<fact_set> facts_;
};

/// Tries every candidate as the next question, followed by some fixed orders of all others in which what does not count any more is left out; after
/// each answer the order that is best there. Sorting the candidates by what this gives makes the orders of the next round.
class looker {
public:
    looker(const question_space& space, const std::vector<std::uint32_t>& candidates)
        : space_(space), parts_(space), cones_(space), effort_(effort_for(candidates.size())), cells_(space, effort_.blocks) {
        for (std::uint32_t b = 0; b < cells_.blocks(); ++b) blocks_.emplace_back(space, cones_, cells_, b);
        for (const std::uint32_t c : candidates) candidates_.push_back(as_candidate(c));
    }

    best_question run() {
        fact_order base(space_.asked.size());
        std::iota(base.begin(), base.end(), 0U);
        for (std::uint32_t round = 0; round < effort_.rounds; ++round) {
            for (const fact_order& order : orders_from(base))
                for (candidate& c : candidates_) follow(c, order);
            std::vector<std::int64_t> questions(base.size(), INT64_MAX);
            for (const candidate& c : candidates_) questions[c.asked] = c.questions;
            std::iota(base.begin(), base.end(), 0U);
            std::ranges::stable_sort(base, {}, [&](std::uint32_t i) { return questions[i]; });
        }
        const candidate& best = *std::ranges::min_element(candidates_, {}, &candidate::questions);
        const std::int64_t samples = static_cast<std::int64_t>(cells_.blocks()) * lanes;
        const std::int64_t common = std::gcd(best.questions, samples);
        return {best.asked, {best.questions / common, samples / common}};
    }

private:
    [[nodiscard]] thoroughness effort_for(std::size_t candidates) const {
        const std::uint64_t one_order = (cones_.cost() + space_.asked.size()) * candidates;
        const auto affordable = [&](const thoroughness& e) { return one_order * e.blocks * e.rounds * orders_in_round(e) <= look_ahead_work; };
        const auto* const found = std::ranges::find_if(efforts, affordable);
        return found == efforts.end() ? efforts.back() : *found;
    }

    [[nodiscard]] std::size_t orders_in_round(const thoroughness& effort) const {
        if (parts_.size() < 2) return 1;
        return effort.every_part_first ? 1 + parts_.size() : 2;
    }

    [[nodiscard]] std::vector<fact_order> orders_from(const fact_order& base) const {
        std::vector<fact_order> made{base};
        for (std::size_t first = 0; made.size() < orders_in_round(effort_); ++first) made.push_back(parts_.one_after_the_other(first, base));
        return made;
    }

    [[nodiscard]] candidate as_candidate(std::uint32_t asked) const {
        candidate made{asked, {}, {}, 0};
        std::vector<fact_order> seen;
        for (std::uint32_t b = 0; b < cells_.blocks(); ++b)
            for (unsigned lane = 0; lane < lanes; ++lane) {
                const fact_order answer = answer_in(asked, b, lane);
                const auto at = std::ranges::find(seen, answer);
                made.answers.push_back(static_cast<std::uint32_t>(at - seen.begin()));
                if (at == seen.end()) seen.push_back(answer);
            }
        made.least.assign(seen.size(), INT64_MAX);
        return made;
    }

    /// Cells of the fact's variables.
    [[nodiscard]] fact_order answer_in(std::uint32_t asked, std::uint32_t block, unsigned lane) const {
        const asked_fact& fact = space_.asked[asked];
        fact_order answer;
        for (std::uint32_t v = fact.first; v < fact.first + fact.variables; ++v) answer.push_back(cells_.cell(v, block, lane));
        return answer;
    }

    /// Asks the candidate, then the others in this order, in all samples.
    void follow(candidate& c, const fact_order& order) {
        std::vector<std::int64_t> sums(c.least.size());
        for (std::uint32_t b = 0; b < blocks_.size(); ++b) {
            lane_counts counts{};
            blocks_[b].begin();
            blocks_[b].ask(c.asked, counts);
            blocks_[b].ask_all(order, counts);
            for (unsigned lane = 0; lane < lanes; ++lane) sums[c.answers[b * lanes + lane]] += counts[lane];
        }
        c.questions = 0;
        for (std::size_t answer = 0; answer < sums.size(); ++answer) {
            c.least[answer] = std::min(c.least[answer], sums[answer]);
            c.questions += c.least[answer];
        }
    }

    const question_space& space_;
    parts_of_goal parts_;
    fact_cones cones_;
    thoroughness effort_;
    sampled_cells cells_;
    std::vector<rollout> blocks_;
    std::vector<candidate> candidates_;
};

}  // namespace

best_question look_ahead(const question_space& space, const std::vector<std::uint32_t>& relevant) { return looker(space, relevant).run(); }

}  // namespace advise::engine
