#include "plans.hpp"

#include <algorithm>
#include <queue>
#include <set>
#include <tuple>

namespace advise::verify {
namespace {

/// A learnable fact with the values that it can be raised to, or a fixed one with the values that can be assumed of it.
struct choice {
    std::size_t fact = none;
    std::size_t option = none;
    std::vector<std::int64_t> values;
};

/// What can matter to a role: what it rests on, and what must hold before that is learnt, and so on.
std::vector<std::size_t> conditions_that_matter(const rules& base, std::size_t role) {
    std::vector<std::size_t> roots{base.conclusions[role].node}, order;
    for (std::size_t before = 0; before != roots.size();) {
        before = roots.size();
        order = deciding(base, roots);
        for (const std::size_t f : facts_below(base, order))
            for (const std::size_t after : base.facts[f].after)
                if (is_learnable(base, base.facts[f]) && std::find(roots.begin(), roots.end(), after) == roots.end()) roots.push_back(after);
    }
    return order;
}

class searcher {
public:
    searcher(const rules& base, std::size_t role, const std::vector<possible>& start, std::uint64_t limit, const plan_wish& wish)
        : base_(base), goal_(base.conclusions[role].node), start_(start), limit_(limit), wish_(wish), order_(conditions_that_matter(base, role)) {
        for (const std::size_t f : wish.released) start_[f] = whole_domain(base.facts[f]);
        facts_ = start_;
    }

    std::optional<best_plan> run() {
        for (const std::size_t f : facts_below(base_, order_))
            if (is_learnable(base_, base_.facts[f]) && !is_released(f)) add_learnable(f);
        for (const variable& v : variables_below(base_, order_, start_)) fixed_.push_back({v.fact, v.option, v.values});
        std::uint64_t states = 1;
        for (const choice& l : learnable_) states = times(states, l.values.size());
        for (const choice& f : fixed_) states = times(states, 2 * f.values.size());
        if (states > limit_) return std::nullopt;
        assume(0, 0);
        return best_;
    }

private:
    [[nodiscard]] std::uint64_t times(std::uint64_t a, std::uint64_t b) const { return a > limit_ ? a : a * b; }

    [[nodiscard]] bool is_released(std::size_t f) const { return std::find(wish_.released.begin(), wish_.released.end(), f) != wish_.released.end(); }

    /// Up to where the tests see no difference any more.
    void add_learnable(std::size_t f) {
        const fact& of = base_.facts[f];
        std::int64_t highest = 0;
        for (const std::size_t c : order_)
            if (base_.conditions[c].kind == condition_kind::test && base_.conditions[c].subject == f)
                for (const std::int64_t v : base_.conditions[c].values) highest = std::max(highest, v);
        choice made{f, none, {value_of_decided(start_[f])}};
        for (auto next = raised(of, made.values.front()); next && made.values.size() <= limit_; next = raised(of, made.values.back())) {
            const bool beyond = made.values.back() > highest;
            if (beyond) break;
            made.values.push_back(*next);
        }
        learnable_.push_back(std::move(made));
    }

    /// Every way to assume values of some of the fixed facts. Options of a set are assumed together: a set with any is one assumption.
    void assume(std::size_t next, std::size_t assumed) {
        if (next == fixed_.size()) return learn(assumed);
        std::size_t end = next;
        while (end < fixed_.size() && fixed_[end].fact == fixed_[next].fact) ++end;
        const possible whole = facts_[fixed_[next].fact];
        assume(end, assumed);
        assume_all(next, end, assumed);
        facts_[fixed_[next].fact] = whole;
    }

    void assume_all(std::size_t at, std::size_t end, std::size_t assumed) {
        if (at == end) return assume(end, assumed + 1);
        for (const std::int64_t v : fixed_[at].values) {
            possible& left = facts_[fixed_[at].fact];
            if (fixed_[at].option != none) left.options[fixed_[at].option] = v != 0 ? truth::yes : truth::no;
            else decide(left, v);
            assume_all(at + 1, end, assumed);
        }
    }

    // --- the cheapest way up, for what is assumed (Dijkstra, Numer. Math. 1959)

    /// Effort, steps, and what is learnt one after the other: of two ways to one state, the first in this order stays the first whatever follows.
    using cost = std::tuple<std::int64_t, std::size_t, std::vector<std::size_t>>;

    void learn(std::size_t assumed) {
        std::set<std::vector<std::size_t>> found;
        using entry = std::pair<cost, std::vector<std::size_t>>;
        std::priority_queue<entry, std::vector<entry>, std::greater<>> open;
        open.push({{0, 0, {}}, std::vector<std::size_t>(learnable_.size(), 0)});
        while (!open.empty()) {
            const auto [spent, at] = open.top();
            const auto& [effort, steps, order] = spent;
            open.pop();
            if (best_.exists && std::tie(effort, assumed, steps, order) >= std::tie(best_.effort, best_.assumptions, best_.steps, best_.order))
                return;
            if (!found.insert(at).second) continue;
            for (std::size_t l = 0; l < learnable_.size(); ++l) decide(facts_[learnable_[l].fact], learnable_[l].values[at[l]]);
            if (!contains_another() && holds(goal_)) {
                best_ = {true, effort, assumed, steps, order};
                return;
            }
            for (std::size_t l = 0; l < learnable_.size(); ++l) {
                const fact& of = base_.facts[learnable_[l].fact];
                if (at[l] + 1 == learnable_[l].values.size()
                    || !std::all_of(of.after.begin(), of.after.end(), [&](std::size_t a) { return holds(a); }))
                    continue;
                std::vector<std::size_t> next = at;
                ++next[l];
                std::vector<std::size_t> longer = order;
                longer.push_back(learnable_[l].fact);
                open.push({{effort + step_effort(of), steps + 1, std::move(longer)}, std::move(next)});
            }
        }
    }

    /// Facts that do not matter stay where they start, in every plan.
    [[nodiscard]] bool contains_another() const {
        return std::any_of(wish_.not_above.begin(), wish_.not_above.end(), [&](const std::vector<std::int64_t>& end) {
            for (std::size_t f = 0; f < facts_.size(); ++f)
                if (is_learnable(base_, base_.facts[f]) && value_of_decided(facts_[f]) < end[f]) return false;
            return true;
        });
    }

    [[nodiscard]] bool holds(std::size_t condition) const { return exact_truth(base_, condition, facts_, limit_) == truth::yes; }

    const rules& base_;
    std::size_t goal_;
    std::vector<possible> start_, facts_;
    std::uint64_t limit_;
    const plan_wish& wish_;
    std::vector<std::size_t> order_;
    std::vector<choice> learnable_, fixed_;
    best_plan best_;
};

}  // namespace

bool is_learnable(const rules& base, const fact& f) { return base.any_effort ? f.effort.has_value() : f.type == fact_type::level; }
std::int64_t step_effort(const fact& f) { return f.effort.value_or(one); }

std::int64_t value_of_decided(const possible& left) { return left.values.empty() ? left.from : static_cast<std::int64_t>(left.first()); }

void decide(possible& left, std::int64_t value) {
    left.from = left.to = value;
    for (std::size_t v = 0; v < left.values.size(); ++v) left.values[v] = static_cast<std::int64_t>(v) == value;
}

std::optional<std::int64_t> raised(const fact& f, std::int64_t value) {
    const bool number = f.type == fact_type::number;
    const std::int64_t top = number ? f.greatest : f.type == fact_type::yes_no ? 1 : static_cast<std::int64_t>(f.options.size()) - 1;
    const std::int64_t step = number ? one : 1;
    return value > top - step ? std::nullopt : std::optional(value + step);
}

std::vector<possible> plan_start(const rules& base, const std::vector<possible>& facts) {
    std::vector<possible> start = facts;
    for (std::size_t f = 0; f < facts.size(); ++f) {
        const fact& of = base.facts[f];
        if (!is_learnable(base, of)) continue;
        const possible whole = whole_domain(of);
        const bool nothing_known = !facts[f].said && facts[f].values == whole.values && facts[f].from == whole.from && facts[f].to == whole.to;
        const bool no_is_zero = of.type == fact_type::number && nothing_known && of.least <= 0 && of.greatest >= 0;
        decide(start[f], no_is_zero ? 0 : value_of_decided(facts[f]));
    }
    return start;
}

std::optional<best_plan> best_by_trying(const rules& base, std::size_t role, const std::vector<possible>& start, std::uint64_t limit,
                                        const plan_wish& wish) {
    return searcher(base, role, start, limit, wish).run();
}

std::vector<std::size_t> facts_that_matter(const rules& base, std::size_t role) { return facts_below(base, conditions_that_matter(base, role)); }

}  // namespace advise::verify
