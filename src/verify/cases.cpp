#include "cases.hpp"

#include "plans.hpp"
#include "states.hpp"

#include <algorithm>
#include <tuple>

namespace advise::verify {
namespace {

struct out_of_work {};

class case_search {
public:
    case_search(const rules& base, const goal& of, const std::vector<possible>& facts, budget& work)
        : base_(base), goal_(of), facts_(facts), work_(work), order_(deciding(base, of.roots)), variables_(variables_below(base, order_, facts)),
          counts_(base.conditions.size(), false) {
        for (const std::size_t c : order_) counts_[c] = true;
    }

    interval range() {
        const interval now = look(first_);
        if (now.low == now.high) return now;
        best_.reset();
        find(true);
        const std::int64_t low = *best_;
        best_.reset();
        find(false);
        return {low, *best_};
    }

    bool fact_matters(std::size_t f) {
        for (const variable& v : variables_)
            for (std::size_t i = 1; v.fact == f && i < v.values.size(); ++i)
                if (differ(v, v.values[i - 1], v.values[i])) return true;
        return false;
    }

private:
    interval look(truths& into) {
        if (!work_.take()) throw out_of_work{};
        evaluate_kleene(base_, facts_, order_, into);
        return goal_.seen(into);
    }

    void put(const variable& v, std::int64_t value) {
        possible& left = facts_[v.fact];
        if (v.option != none) left.options[v.option] = value != 0 ? truth::yes : truth::no;
        else decide(left, value);
    }

    /// Calls `then` in each case of a variable, until it returns true. \return whether it did
    template <class Then>
    bool in_each_case(const variable& v, const Then& then) {
        const possible whole = facts_[v.fact];
        bool done = false;
        for (std::size_t i = 0; i < v.values.size() && !done; ++i) {
            put(v, v.values[i]);
            done = then();
        }
        facts_[v.fact] = whole;
        return done;
    }

    /// The least number, or the greatest: branch and bound.
    void find(bool least) {
        const interval now = look(first_);
        if (best_ && (least ? now.low >= *best_ : now.high <= *best_)) return;
        if (now.low == now.high) {
            best_ = now.low;
            return;
        }
        in_each_case(*open_below(first_), [&] { return find(least), false; });
    }

    /// Whether the number differs between two values of one variable, in some completion of the rest.
    bool differ(const variable& of, std::int64_t one, std::int64_t other) {
        const possible whole = facts_[of.fact];
        put(of, one);
        const interval a = look(first_);
        put(of, other);
        const interval b = look(second_);
        facts_[of.fact] = whole;
        if (a.high < b.low || b.high < a.low) return true;
        if ((a.low == a.high && b.low == b.high) || !difference_reaches()) return false;
        const variable* next = a.low != a.high ? open_below(first_) : nullptr;
        if (next == nullptr) next = open_below(second_);
        return next != nullptr && in_each_case(*next, [&] { return differ(of, one, other); });
    }

    // --- walks from the roots through what is open

    template <class Open, class Found>
    bool walk(const Open& open, const Found& found) {
        std::vector<std::size_t> waiting = goal_.roots;
        std::vector<bool> seen(base_.conditions.size(), false);
        while (!waiting.empty()) {
            const std::size_t c = waiting.back();
            waiting.pop_back();
            if (seen[c] || !counts_[c] || !open(c)) continue;
            seen[c] = true;
            if (base_.conditions[c].kind == condition_kind::test && found(c)) return true;
            const std::vector<std::size_t>& children = base_.conditions[c].children;
            waiting.insert(waiting.end(), children.rbegin(), children.rend());
        }
        return false;
    }

    /// A variable that an open test asks for.
    const variable* open_below(const truths& known) {
        const variable* asked = nullptr;
        walk([&](std::size_t c) { return known[c] == truth::unknown; },
             [&](std::size_t c) { return asked = variable_of(base_.conditions[c]), true; });
        return asked;
    }

    const variable* variable_of(const condition& test) const {
        const std::size_t option = test.op == test_op::includes ? static_cast<std::size_t>(test.values.front()) : none;
        return &*std::find_if(variables_.begin(), variables_.end(), [&](const variable& v) { return v.fact == test.subject && v.option == option; });
    }

    /// Whether a test that the two values decide differently still reaches a root: what is certain and the same in both hides what is below it.
    bool difference_reaches() {
        return walk([&](std::size_t c) { return first_[c] != second_[c] || first_[c] == truth::unknown; },
                    [&](std::size_t c) { return first_[c] != second_[c]; });
    }

    const rules& base_;
    const goal& goal_;
    std::vector<possible> facts_;
    budget& work_;
    std::vector<std::size_t> order_;
    std::vector<variable> variables_;
    std::vector<bool> counts_;
    truths first_, second_;
    std::optional<std::int64_t> best_;
};

}  // namespace

points_sum evidence_of(const conclusion& c) {
    points_sum sum;
    for (const clause& each : c.clauses)
        if (each.kind == clause_kind::evidence) sum[each.body] += each.points;
    return sum;
}

points_sum difference(const points_sum& a, const points_sum& b) {
    points_sum sum = a;
    for (const auto& [condition, points] : b) sum[condition] -= points;
    return sum;
}

goal goal_of_points(const points_sum& points) {
    goal made;
    for (const auto& [condition, given] : points)
        if (given != 0) made.roots.push_back(condition);
    made.seen = [points](const truths& known) {
        interval now;
        for (const auto& [condition, given] : points) {
            const truth t = known[condition];
            if (given == 0 || t == truth::no) continue;
            now.low += t == truth::yes ? given : std::min<std::int64_t>(given, 0);
            now.high += t == truth::yes ? given : std::max<std::int64_t>(given, 0);
        }
        return now;
    };
    return made;
}

goal goal_of_truth(std::size_t condition) { return goal_of_points({{condition, 1}}); }

std::optional<interval> exact_range(const rules& base, const goal& of, const std::vector<possible>& facts, budget& work) {
    try {
        return case_search(base, of, facts, work).range();
    } catch (const out_of_work&) {
        return std::nullopt;
    }
}

std::optional<truth> truth_by_cases(const rules& base, std::size_t condition, const std::vector<possible>& facts, budget& work) {
    const auto range = exact_range(base, goal_of_truth(condition), facts, work);
    if (!range) return std::nullopt;
    return range->low == 1 ? truth::yes : range->high == 0 ? truth::no : truth::unknown;
}

std::optional<bool> matters(const rules& base, const goal& to, std::size_t fact, const std::vector<possible>& facts, budget& work) {
    try {
        return case_search(base, to, facts, work).fact_matters(fact);
    } catch (const out_of_work&) {
        return std::nullopt;
    }
}

std::optional<standing> standing_of(const rules& base, std::size_t conclusion, const std::vector<possible>& facts, budget& work) {
    const auto verdict = truth_by_cases(base, base.conclusions[conclusion].node, facts, work);
    if (!verdict) return std::nullopt;
    const auto points = exact_range(base, goal_of_points(evidence_of(base.conclusions[conclusion])), facts, work);
    if (!points) return std::nullopt;
    return standing{conclusion, *verdict, *points};
}

bool comes_before(const standing& a, const standing& b) {
    const auto rank = [](const standing& s) { return std::tuple(-static_cast<int>(s.verdict), -s.points.low, -s.points.high, s.conclusion); };
    return rank(a) < rank(b);
}

}  // namespace advise::verify
