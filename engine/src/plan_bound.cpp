#include "plan_bound.hpp"

#include <algorithm>

namespace advise::engine {
namespace {

/// Points up to which the cheapest sum of claims is found exactly.
inline constexpr std::int64_t most_points = 256;

}  // namespace

plan_bounds::plan_bounds(const plan_problem& problem) : problem_(problem), asking_(problem.variables.size())
{
    for (auto& prices : prices_) prices.assign(std::size_t{2} * problem.nodes(), free_of_charge);
}

/// The first cell, from where the variable is, at which the literal holds; `nothing` if there is none left.
std::uint32_t plan_bounds::first_cell(std::uint32_t v, std::uint32_t test, bool negated, plan_time when) const
{
    const plan_variable& x = problem_.variables[v];
    const truth_bits wanted = negated ? can_be_false : can_be_true;
    const std::uint32_t column = test - x.first_test;
    const std::uint32_t low = box_->low[v], high = box_->high[v];
    if (when == plan_time::on_the_way)
        for (std::uint32_t c = 0; c < low; ++c)
            if ((problem_.truth(x, c, column) & wanted) != 0) return low;
    for (std::uint32_t c = low; c <= high; ++c)
        if ((c == low || when == plan_time::on_the_way || x.cells[c].useful) && (problem_.truth(x, c, column) & wanted) != 0) return c;
    return nothing;
}

price plan_bounds::test_price(std::uint32_t test, bool negated, plan_time when) const
{
    const std::uint32_t v = problem_.variable_of[test];
    const plan_variable& x = problem_.variables[v];
    const truth_bits wanted = negated ? can_be_false : can_be_true;
    const std::uint32_t column = test - x.first_test;
    if (x.kind == plan_variable_kind::raised) {
        const std::uint32_t c = first_cell(v, test, negated, when);
        return c == nothing ? out_of_reach : x.cells[c].cost - x.cells[box_->low[v]].cost;
    }
    if (box_->fixed(v)) return (problem_.truth(x, box_->low[v], column) & wanted) != 0 ? free_of_charge : out_of_reach;
    for (std::uint32_t c = 0; c < x.cells.size(); ++c)
        if ((problem_.truth(x, c, column) & wanted) != 0) return x.kind == plan_variable_kind::assumed && c > 0 ? x.cells[c].cost : free_of_charge;
    return out_of_reach;
}

/// "At least so many inputs": the price at which enough of them are to be had, the dearest of these.
price plan_bounds::gate_price(literal l, plan_time when)
{
    const residual_gate& g = problem_.gate(node_of(l));
    const bool negated = is_negated(l);
    const std::int64_t least = threshold_of(g, negated);
    if (least <= 0) return free_of_charge;
    const auto input = [&](std::uint32_t i) { return at(problem_.inputs[g.first + i] ^ (negated ? 1U : 0U), when); };
    work_ += g.size;
    if (g.kind == gate_kind::all || g.kind == gate_kind::any) {
        const bool every = (g.kind == gate_kind::all) != negated;
        price best = every ? free_of_charge : out_of_reach;
        for (std::uint32_t i = 0; i < g.size; ++i) best = every ? std::max(best, input(i)) : std::min(best, input(i));
        return best;
    }
    scratch_.clear();
    for (std::uint32_t i = 0; i < g.size; ++i) scratch_.push_back({input(i), problem_.weights[g.first + i]});
    std::ranges::sort(scratch_, {}, &weighted_claim::cost);
    std::int64_t sum = 0;
    for (const weighted_claim& c : scratch_)
        if (sum += c.weight; sum >= least) return c.cost;
    return out_of_reach;
}

void plan_bounds::pass(const plan_box& box)
{
    box_ = &box;
    for (const plan_time when : {plan_time::at_end, plan_time::on_the_way}) {
        const auto bit = static_cast<std::uint8_t>(when == plan_time::at_end ? 1 : 2);
        std::vector<price>& prices = prices_[static_cast<std::size_t>(when)];
        for (literal l = 0; l < prices.size(); ++l) {
            if ((problem_.wanted[l] & bit) == 0) continue;
            const node_id n = node_of(l);
            prices[l] = n < problem_.tests() ? test_price(n, is_negated(l), when) : gate_price(l, when);
        }
        work_ += problem_.tests();
    }
    requirements_.assign(1, {problem_.goal, plan_time::at_end});
    for (std::uint32_t v = 0; v < problem_.variables.size(); ++v)
        if (problem_.variables[v].has_after && box.low[v] > 0) requirements_.push_back({problem_.variables[v].after, plan_time::on_the_way});
}

price plan_bounds::need() const
{
    price most = free_of_charge;
    for (const requirement& r : requirements_) most = std::max(most, at(r.of, r.when));
    return most;
}

plan_support plan_bounds::support() const
{
    const auto dearest = std::ranges::max_element(requirements_, {}, [&](const requirement& r) { return at(r.of, r.when); });
    literal l = dearest->of;
    const plan_time when = dearest->when;
    while (node_of(l) >= problem_.tests()) {
        // The input that sets the price of its gate; of several the first.
        const residual_gate& g = problem_.gate(node_of(l));
        const price goal = at(l, when);
        literal next = nothing;
        for (std::uint32_t i = 0; i < g.size && next == nothing; ++i) {
            const literal input = problem_.inputs[g.first + i] ^ (is_negated(l) ? 1U : 0U);
            if (at(input, when) == goal) next = input;
        }
        l = next;
    }
    const std::uint32_t v = problem_.variable_of[node_of(l)];
    const bool raised = problem_.variables[v].kind == plan_variable_kind::raised;
    return {v, raised ? first_cell(v, node_of(l), is_negated(l), when) : 0, l};
}

price plan_bounds::shared_need(price enough, std::uint64_t most_claims)
{
    claims_left_ = most_claims;
    left_.assign(problem_.parts, free_of_charge);
    for (std::uint32_t v = 0; v < problem_.variables.size(); ++v) {
        const plan_variable& x = problem_.variables[v];
        if (x.kind == plan_variable_kind::raised)
            for (std::uint32_t c = box_->low[v]; c < box_->high[v]; ++c) left_[x.first_part + c] = x.cells[c + 1].cost - x.cells[c].cost;
        else if (x.kind == plan_variable_kind::assumed && !box_->fixed(v)) left_[x.first_part] = {0, one_assumption};
    }
    price sum = free_of_charge;
    for (const requirement& r : requirements_) {
        if (sum >= enough) break;
        const price more = claim(r.of, r.when, enough - sum);
        if (more == out_of_reach) return out_of_reach;
        sum += more;
    }
    return sum;
}

/// Takes at most `enough` of what is left of the costs so that the literal costs at least what is returned, counted in what was taken.
price plan_bounds::claim(literal l, plan_time when, price enough)
{
    if (at(l, when) == out_of_reach) return out_of_reach;
    if (at(l, when) == free_of_charge || enough <= free_of_charge || claims_left_ == 0) return free_of_charge;
    --claims_left_;
    ++work_;
    return node_of(l) < problem_.tests() ? claim_test(l, when, enough) : claim_gate(l, when, enough);
}

price plan_bounds::claim_test(literal l, plan_time when, price enough)
{
    const std::uint32_t v = problem_.variable_of[node_of(l)];
    const plan_variable& x = problem_.variables[v];
    price sum = free_of_charge;
    const auto take = [&](std::uint32_t part) {
        const price taken = std::min(left_[part], enough - sum);
        left_[part] -= taken;
        sum += taken;
    };
    if (x.kind != plan_variable_kind::raised) {
        take(x.first_part);
        return sum;
    }
    const std::uint32_t to = first_cell(v, node_of(l), is_negated(l), when);
    for (std::uint32_t c = box_->low[v]; c < to; ++c) take(x.first_part + c);
    // The first step needs the `after`; where the fact is raised already that is a requirement of its own.
    if (x.has_after && box_->low[v] == 0 && !asking_[v]) {
        asking_[v] = true;
        const price more = claim(x.after, plan_time::on_the_way, enough - sum);
        asking_[v] = false;
        if (more == out_of_reach) return out_of_reach;
        sum += more;
    }
    return sum;
}

price plan_bounds::claim_gate(literal l, plan_time when, price enough)
{
    const residual_gate& g = problem_.gate(node_of(l));
    const bool negated = is_negated(l);
    std::int64_t least = threshold_of(g, negated);
    std::int64_t within_reach = 0, lightest = INT64_MAX;
    std::vector<std::uint32_t> inputs;
    for (std::uint32_t i = 0; i < g.size; ++i) {
        const price p = at(problem_.inputs[g.first + i] ^ (negated ? 1U : 0U), when);
        const std::int64_t weight = problem_.weights[g.first + i];
        if (p == free_of_charge) least -= weight;
        else if (p != out_of_reach) {
            inputs.push_back(i);
            within_reach += weight;
            lightest = std::min(lightest, weight);
        }
    }
    work_ += g.size;
    if (least <= 0) return free_of_charge;
    if (within_reach < least) return out_of_reach;
    if (lightest >= least && inputs.size() > 1) return claim_any(inputs, g, negated, when, enough);
    return claim_some(inputs, g, negated, when, least, enough);
}

/// One of these will do: each may claim the same costs.
price plan_bounds::claim_any(const std::vector<std::uint32_t>& inputs, const residual_gate& g, bool negated, plan_time when, price enough)
{
    std::vector<literal> by_price;
    for (const std::uint32_t i : inputs) by_price.push_back(problem_.inputs[g.first + i] ^ (negated ? 1U : 0U));
    std::ranges::stable_sort(by_price, {}, [&](literal l) { return at(l, when); });
    const std::vector<price> before = left_;
    std::vector<price> after = left_;
    price least = out_of_reach;
    for (const literal l : by_price) {
        left_ = before;
        const price p = claim(l, when, std::min(enough, least));
        if (p == out_of_reach) continue;
        least = std::min(least, p);
        if (least == free_of_charge) {
            left_ = before;
            return least;
        }
        for (std::size_t i = 0; i < after.size(); ++i) after[i] = std::min(after[i], left_[i]);
        work_ += after.size() / 4;
    }
    left_ = std::move(after);
    return least;
}

/// Several are needed: each claims costs of its own.
price plan_bounds::claim_some(const std::vector<std::uint32_t>& inputs, const residual_gate& g, bool negated, plan_time when, std::int64_t least, price enough)
{
    std::int64_t all = 0;
    for (const std::uint32_t i : inputs) all += problem_.weights[g.first + i];
    std::vector<weighted_claim> claims;
    price sum = free_of_charge;
    for (const std::uint32_t i : inputs) {
        const std::int64_t weight = problem_.weights[g.first + i];
        const bool needed = all - weight < least;
        const price p = claim(problem_.inputs[g.first + i] ^ (negated ? 1U : 0U), when, needed ? enough - sum : enough);
        if (p == out_of_reach) {
            if (needed) return out_of_reach;
            all -= weight;
            continue;
        }
        if (needed) sum += p;
        claims.push_back({p, weight});
    }
    const price cheapest = cheapest_sum(claims, least);
    return cheapest == out_of_reach ? out_of_reach : std::min(enough, cheapest);
}

/// The least price of claims that weigh at least so much together; where there are too many points, of so many as are needed whatever they weigh.
price plan_bounds::cheapest_sum(std::vector<weighted_claim>& claims, std::int64_t least)
{
    std::int64_t all = 0, heaviest = 0;
    bool alike = true;
    for (const weighted_claim& c : claims) {
        all += c.weight;
        heaviest = std::max(heaviest, c.weight);
        alike = alike && c.weight == claims.front().weight;
    }
    if (all < least) return out_of_reach;
    if (alike || least > most_points) {
        std::ranges::sort(claims, {}, &weighted_claim::cost);
        price sum = free_of_charge;
        for (std::int64_t i = 0; i * heaviest < least; ++i) sum += claims[static_cast<std::size_t>(i)].cost;
        return sum;
    }
    std::vector<price> cheapest(static_cast<std::size_t>(least) + 1, out_of_reach);     // of at least so many points
    cheapest[0] = free_of_charge;
    for (const weighted_claim& c : claims)
        for (std::int64_t points = least; points > 0; --points) {
            const price rest = cheapest[static_cast<std::size_t>(std::max<std::int64_t>(points - c.weight, 0))];
            if (rest != out_of_reach) cheapest[static_cast<std::size_t>(points)] = std::min(cheapest[static_cast<std::size_t>(points)], rest + c.cost);
        }
    return cheapest.back();
}

}  // namespace advise::engine
