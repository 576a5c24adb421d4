#include "look_ahead.hpp"

#include "rollout.hpp"

#include <algorithm>
#include <map>
#include <cstdlib>
#include <numeric>

namespace advise::engine {
namespace {

/// Some orders, how many questions each asks after a given first one, and what follows for the mean.
class looker {
public:
    looker(const question_space& space, const std::vector<std::uint32_t>& candidates, std::uint32_t blocks)
        : space_(space), candidates_(candidates), cells_(space, blocks), cones_(space)
    {
        for (std::uint32_t b = 0; b < blocks; ++b) {
            blocks_.emplace_back(space, cones_, cells_, b);
        }
    }

    best_question run()
    {
        std::vector<std::uint32_t> declared(space_.asked.size());
        std::iota(declared.begin(), declared.end(), 0U);
        std::vector<std::vector<std::uint32_t>> orders{declared};
        best_question best;
        for (int round = 0; round < (getenv("LA_R") ? atoi(getenv("LA_R")) : 3); ++round) {
            std::vector<fraction> means(space_.asked.size(), fraction{0, 0});
            best = {};
            for (const std::uint32_t c : candidates_) {
                means[c] = mean_after(c, orders);
                if (best.asked == nothing || less(means[c], best.expected)) best = {c, means[c]};
            }
            std::vector<std::uint32_t> better = declared;
            std::ranges::stable_sort(better, [&](std::uint32_t a, std::uint32_t b) {
                if ((means[a].denominator == 0) != (means[b].denominator == 0)) return means[b].denominator == 0;
                return means[a].denominator != 0 && less(means[a], means[b]);
            });
            orders.push_back(better);
        }
        return best;
    }

private:
    static bool less(const fraction& a, const fraction& b) { return a.numerator * b.denominator < b.numerator * a.denominator; }

    fraction mean_after(std::uint32_t first, const std::vector<std::vector<std::uint32_t>>& orders)
    {
        // by answer: lanes, and for each order the questions asked in them
        std::map<std::vector<std::uint32_t>, std::pair<std::int64_t, std::vector<std::int64_t>>> by_answer;
        for (std::uint32_t b = 0; b < blocks_.size(); ++b)
            for (std::size_t o = 0; o < orders.size(); ++o) {
                lane_counts counts{};
                blocks_[b].begin();
                blocks_[b].ask(first, counts);
                blocks_[b].ask_all(orders[o], counts);
                for (unsigned lane = 0; lane < lanes; ++lane) {
                    std::vector<std::uint32_t> answer;
                    for (std::uint32_t v = space_.asked[first].first; v < space_.asked[first].first + space_.asked[first].variables; ++v)
                        answer.push_back(cells_.cell(v, b, lane));
                    auto& [seen, sums] = by_answer[answer];
                    sums.resize(orders.size());
                    if (o == 0) ++seen;
                    sums[o] += counts[lane];
                }
            }
        fraction mean{0, static_cast<std::int64_t>(blocks_.size()) * lanes};
        for (const auto& [answer, seen] : by_answer) mean.numerator += *std::ranges::min_element(seen.second);
        return mean;
    }

    const question_space& space_;
    const std::vector<std::uint32_t>& candidates_;
    sampled_cells cells_;
    fact_cones cones_;
    std::vector<rollout> blocks_;
};

}  // namespace

best_question look_ahead(const question_space& space, const std::vector<std::uint32_t>& relevant)
{
    const char* e = getenv("LA_BLOCKS");
    return looker(space, relevant, e ? atoi(e) : 1).run();
}

}  // namespace advise::engine
