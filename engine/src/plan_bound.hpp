// What a plan must cost at least from where a search stands: Kleene's tables with prices, and shares of costs.
#pragma once

#include "plan_problem.hpp"

#include <vector>

namespace advise::engine {

/// The cells that each variable may still end in. A raised variable is anywhere from `low` to `high`; others are undecided (0 to the last cell) or put at
/// one cell.
struct plan_box {
    std::vector<std::uint32_t> low, high;
    [[nodiscard]] bool fixed(std::uint32_t v) const { return low[v] == high[v]; }
};

/// When a test must hold: at the end, or at some time on the way there.
enum class plan_time : std::uint8_t { at_end, on_the_way };

/// A choice that brings a plan nearer: a variable, and the test that needs it.
struct plan_support {
    std::uint32_t variable = nothing;
    std::uint32_t cell = 0;         ///< raised: the first cell that will do
    literal test = 0;
};

class plan_bounds {
public:
    explicit plan_bounds(const plan_problem& problem);

    /// One pass: for every wanted literal a price below which it cannot be made true, taking the dearest of what is needed together. O(circuit).
    void pass(const plan_box& box);
    /// After pass(): the greatest price of what the goal, and the `after`s of the facts that are raised already, need; `out_of_reach` if there is no way.
    [[nodiscard]] price need() const;
    /// After pass(): a better bound, at most `enough`. Needs that stand side by side share the costs of the facts, so that their prices may be added
    /// (cost splitting, as for landmarks in planning: Katz and Domshlak 2010; Helmert and Domshlak 2009).
    /// \param most_claims beyond which needs count as free: sharing follows every way through the circuit
    price shared_need(price enough, std::uint64_t most_claims);
    /// After pass(), if need() is not free: what to decide next.
    [[nodiscard]] plan_support support() const;

    [[nodiscard]] std::uint64_t work() const { return work_; }

private:
    struct requirement { literal of; plan_time when; };
    struct weighted_claim { price cost; std::int64_t weight; };

    [[nodiscard]] price at(literal l, plan_time when) const { return prices_[static_cast<std::size_t>(when)][l]; }
    [[nodiscard]] price test_price(std::uint32_t test, bool negated, plan_time when) const;
    [[nodiscard]] std::uint32_t first_cell(std::uint32_t v, std::uint32_t test, bool negated, plan_time when) const;
    [[nodiscard]] price gate_price(literal l, plan_time when);
    [[nodiscard]] std::int64_t threshold_of(const residual_gate& g, bool negated) const { return negated ? g.total - g.least + 1 : g.least; }

    price claim(literal l, plan_time when, price enough);
    price claim_test(literal l, plan_time when, price enough);
    price claim_gate(literal l, plan_time when, price enough);
    price claim_any(const std::vector<std::uint32_t>& inputs, const residual_gate& g, bool negated, plan_time when, price enough);
    price claim_some(const std::vector<std::uint32_t>& inputs, const residual_gate& g, bool negated, plan_time when, std::int64_t least, price enough);
    static price cheapest_sum(std::vector<weighted_claim>& claims, std::int64_t least);

    const plan_problem& problem_;
    const plan_box* box_ = nullptr;
    std::vector<price> prices_[2];
    std::vector<requirement> requirements_;
    std::vector<price> left_;               ///< of each part, what no need has claimed yet
    std::vector<bool> asking_;              ///< variables whose `after` is being asked for
    std::vector<weighted_claim> scratch_;
    std::uint64_t claims_left_ = 0;
    std::uint64_t work_ = 0;
};

}  // namespace advise::engine
