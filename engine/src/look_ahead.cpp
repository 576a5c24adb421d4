#include "look_ahead.hpp"

#include "rollout.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace advise::engine {
namespace {

/// Inputs of gates looked at by one look-ahead, in words of 64 lanes, as nearly as the number of blocks allows: some 10 ms.
constexpr std::uint64_t look_ahead_work = 4'000'000;
constexpr std::uint64_t most_blocks = 4;
constexpr int most_rounds = 2;

using fact_order = std::vector<std::uint32_t>;

/// Tries every candidate as the next question, followed by some fixed orders of all others in which what does not count any more is left out; after
/// each answer the order that is best there. Sorting the candidates by what this gives makes one more order for the next round.
class looker {
public:
    looker(const question_space& space, const std::vector<std::uint32_t>& candidates)
        : space_(space), candidates_(candidates), cones_(space), rounds_(work_of(1) > look_ahead_work ? 1 : most_rounds), cells_(space, blocks())
    {
        for (std::uint32_t b = 0; b < cells_.blocks(); ++b) blocks_.emplace_back(space, cones_, cells_, b);
    }

    best_question run()
    {
        fact_order declared(space_.asked.size());
        std::iota(declared.begin(), declared.end(), 0U);
        orders_.push_back(declared);
        for (int round = 1;; ++round) {
            questions_.assign(space_.asked.size(), INT64_MAX);
            for (const std::uint32_t c : candidates_) questions_[c] = questions_after(c);
            if (round == rounds_) break;
            orders_.push_back(declared);
            std::ranges::stable_sort(orders_.back(), {}, [&](std::uint32_t i) { return questions_[i]; });
        }
        const auto best = std::ranges::min_element(questions_);
        const std::int64_t samples = static_cast<std::int64_t>(cells_.blocks()) * lanes;
        const std::int64_t common = std::gcd(*best, samples);
        return {static_cast<std::uint32_t>(best - questions_.begin()), {*best / common, samples / common}};
    }

private:
    /// All rounds on some blocks: each asks all facts after each candidate, once for each order that there is by then.
    [[nodiscard]] std::uint64_t work_of(std::uint64_t blocks) const
    {
        return blocks * (cones_.cost() + space_.asked.size()) * candidates_.size() * most_rounds * (most_rounds + 1) / 2;
    }

    [[nodiscard]] std::uint32_t blocks() const
    {
        return static_cast<std::uint32_t>(std::clamp<std::uint64_t>(look_ahead_work / std::max<std::uint64_t>(work_of(1), 1), 1, most_blocks));
    }

    /// Questions in all samples together if this one is asked first.
    std::int64_t questions_after(std::uint32_t first)
    {
        std::map<fact_order, std::vector<std::int64_t>> by_answer;     // cells of the fact's variables; a sum for each order
        for (std::uint32_t b = 0; b < blocks_.size(); ++b)
            for (std::size_t o = 0; o < orders_.size(); ++o) {
                lane_counts counts{};
                blocks_[b].begin();
                blocks_[b].ask(first, counts);
                blocks_[b].ask_all(orders_[o], counts);
                for (unsigned lane = 0; lane < lanes; ++lane) {
                    std::vector<std::int64_t>& sums = by_answer[answer_in(first, b, lane)];
                    sums.resize(orders_.size());
                    sums[o] += counts[lane];
                }
            }
        std::int64_t all = 0;
        for (const auto& [answer, sums] : by_answer) all += *std::ranges::min_element(sums);
        return all;
    }

    [[nodiscard]] fact_order answer_in(std::uint32_t asked, std::uint32_t block, unsigned lane) const
    {
        const asked_fact& fact = space_.asked[asked];
        fact_order answer;
        for (std::uint32_t v = fact.first; v < fact.first + fact.variables; ++v) answer.push_back(cells_.cell(v, block, lane));
        return answer;
    }

    const question_space& space_;
    const std::vector<std::uint32_t>& candidates_;
    fact_cones cones_;
    int rounds_;
    sampled_cells cells_;
    std::vector<rollout> blocks_;
    std::vector<fact_order> orders_;
    std::vector<std::int64_t> questions_;
};

}  // namespace

best_question look_ahead(const question_space& space, const std::vector<std::uint32_t>& relevant)
{
    return looker(space, relevant).run();
}

}  // namespace advise::engine
