// Step 3: places across the flow. Each vertex wants to stand at the median of its neighbours; a layer as a whole is fitted to these
// wishes with the least squares that keep order and distances (pool adjacent violators), so that nothing overlaps.
#include "layout_steps.hpp"

#include <algorithm>
#include <limits>

namespace advise::cli {
namespace {

constexpr int rounds = 8;                       // there and back; the last one puts a node at the middle of what leads to it
constexpr std::int64_t straight = 8;            // a dummy's wish counts so much more than a node's: long edges run straight

std::int64_t floor_of(std::int64_t a, std::int64_t b) { return a >= 0 ? a / b : -((-a + b - 1) / b); }

class placing {
public:
    placing(const layered_graph& graph, const std::vector<int>& breadth, int gap) : graph_(graph), breadth_(breadth), gap_(gap), at_(breadth.size()) {
        for (const auto& layer : graph.order) {
            std::int64_t next = 0;
            for (const vertex v : layer) {
                at_[v] = next;
                next += step(v);
            }
        }
    }

    void round(bool forward) {
        if (forward) for (const auto& layer : graph_.order) fit(layer, graph_.before);
        else for (std::size_t l = graph_.order.size(); l-- > 0;) fit(graph_.order[l], graph_.after);
    }

    std::vector<int> from_zero() const {
        std::int64_t least = std::numeric_limits<std::int64_t>::max();
        for (const std::int64_t a : at_) least = std::min(least, a);
        std::vector<int> made;
        for (const std::int64_t a : at_) made.push_back(static_cast<int>(a - least));
        return made;
    }

private:
    /// Vertices that are fitted as one: their common shift.
    struct pool {
        std::int64_t sum = 0;
        std::int64_t weight = 0;
        std::size_t count = 0;
        [[nodiscard]] std::int64_t mean() const { return floor_of(sum, weight); }
    };

    [[nodiscard]] std::int64_t step(vertex v) const { return std::int64_t{breadth_[v]} + gap_; }

    [[nodiscard]] std::int64_t wish(vertex v, const std::vector<vertex>& neighbours) {
        if (neighbours.empty()) return at_[v];
        middles_.clear();
        for (const vertex n : neighbours) middles_.push_back(2 * at_[n] + breadth_[n]);
        std::sort(middles_.begin(), middles_.end());
        const std::size_t half = middles_.size() / 2;
        const std::int64_t twice = middles_.size() % 2 == 1 ? middles_[half] : floor_of(middles_[half - 1] + middles_[half], 2);
        return floor_of(twice - breadth_[v], 2);
    }

    void fit(const std::vector<vertex>& layer, const std::vector<std::vector<vertex>>& neighbours) {
        pools_.clear();
        std::int64_t offset = 0;                // where the vertex would stand if the layer began at 0 and were packed
        for (const vertex v : layer) {
            const std::int64_t weight = v >= graph_.nodes ? straight : neighbours[v].empty() ? 1 : 2;
            pools_.push_back({(wish(v, neighbours[v]) - offset) * weight, weight, 1});
            while (pools_.size() > 1 && pools_[pools_.size() - 2].mean() >= pools_.back().mean()) merge_last();
            offset += step(v);
        }
        offset = 0;
        std::size_t i = 0;
        for (const pool& p : pools_)
            for (std::size_t n = 0; n < p.count; ++n, ++i) {
                at_[layer[i]] = p.mean() + offset;
                offset += step(layer[i]);
            }
    }

    void merge_last() {
        const pool last = pools_.back();
        pools_.pop_back();
        pools_.back().sum += last.sum;
        pools_.back().weight += last.weight;
        pools_.back().count += last.count;
    }

    const layered_graph& graph_;
    const std::vector<int>& breadth_;
    int gap_;
    std::vector<std::int64_t> at_;
    std::vector<pool> pools_;
    std::vector<std::int64_t> middles_;
};

}  // namespace

std::vector<int> place_across(const layered_graph& graph, const std::vector<int>& breadth, int between_nodes) {
    placing all(graph, breadth, between_nodes);
    for (int i = 0; i < rounds; ++i) all.round(i % 2 == 1);
    return all.from_zero();
}

}  // namespace advise::cli
