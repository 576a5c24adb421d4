#include "all_profiles.hpp"

#include <algorithm>

namespace advise::tests {

all_profiles::all_profiles(const rule_base& model, const engine::rule_base& rules) : rules_(rules) {
    const correspondence names = match(model, rules);
    const std::vector<std::vector<value>> possible = possible_values(model, {}, sampling::every);
    std::size_t count = 1;
    for (engine::fact_id f = 0; f < rules.facts.size(); ++f) {
        values_.push_back(possible[names.fact_of[f]]);
        std::ranges::sort(values_.back());
        stride_.push_back(count);
        count *= values_.back().size();
    }
    for (std::size_t i = 0; i < count; ++i) {
        std::vector<value> facts;
        for (engine::fact_id f = 0; f < rules.facts.size(); ++f) facts.push_back(values_[f][i / stride_[f] % values_[f].size()]);
        worlds_.push_back(evaluate(std::move(facts)));
    }
}

certain_world all_profiles::evaluate(std::vector<value> facts) const {
    certain_world world;
    world.facts = std::move(facts);
    world.conditions.resize(rules_.conditions.size());
    world.conclusions.resize(rules_.conclusions.size());
    world.points.resize(rules_.conclusions.size());
    std::vector<int> known(rules_.conditions.size() + rules_.conclusions.size(), 0);
    for (engine::condition_id c = 0; c < rules_.conditions.size(); ++c) truth(c, world, known);
    for (engine::conclusion_id x = 0; x < rules_.conclusions.size(); ++x) conclude(x, world, known);
    return world;
}

bool all_profiles::test(const engine::condition& c, value v) const {
    const auto operand = [&](std::uint32_t i) { return rules_.test_values[c.first + i]; };
    switch (c.op) {
    case engine::test_op::has: return v > 0;
    case engine::test_op::eq: return v == operand(0);
    case engine::test_op::ne: return v != operand(0);
    case engine::test_op::lt: return v < operand(0);
    case engine::test_op::le: return v <= operand(0);
    case engine::test_op::gt: return v > operand(0);
    case engine::test_op::ge: return v >= operand(0);
    case engine::test_op::includes: return (v >> operand(0) & 1) != 0;
    case engine::test_op::in: break;
    }
    if (c.is_range) return v >= operand(0) && v <= operand(1);
    for (std::uint32_t i = 0; i < c.size; ++i)
        if (v == operand(i)) return true;
    return false;
}

bool all_profiles::truth(engine::condition_id id, certain_world& in, std::vector<int>& known) const {
    if (known[id] != 0) return in.conditions[id];
    known[id] = 1;
    const engine::condition& c = rules_.conditions[id];
    bool holds = false;
    if (c.kind == engine::condition_kind::test) {
        holds = test(c, in.facts[c.subject]);
    } else if (c.kind == engine::condition_kind::conclusion) {
        holds = conclude(c.subject, in, known);
    } else {
        std::uint32_t true_ones = 0;
        for (std::uint32_t i = 0; i < c.size; ++i) true_ones += truth(rules_.condition_children[c.first + i], in, known) ? 1U : 0U;
        if (c.kind == engine::condition_kind::all) holds = true_ones == c.size;
        if (c.kind == engine::condition_kind::any) holds = true_ones > 0;
        if (c.kind == engine::condition_kind::negation) holds = true_ones == 0;
        if (c.kind == engine::condition_kind::count) holds = true_ones >= c.least() && true_ones <= c.most();
    }
    in.conditions[id] = holds;
    return holds;
}

bool all_profiles::conclude(engine::conclusion_id x, certain_world& in, std::vector<int>& known) const {
    const std::size_t at = rules_.conditions.size() + x;
    if (known[at] != 0) return in.conclusions[x];
    known[at] = 1;
    for (const engine::clause& c : rules_.conclusions[x].clauses)
        if (truth(c.body, in, known) && c.kind == engine::clause_kind::evidence) in.points[x] += c.points;
    in.conclusions[x] = holds_without(x, in, {});
    return in.conclusions[x];
}

bool all_profiles::holds_without(engine::conclusion_id x, const certain_world& in, const left_out& away) const {
    bool has_when = false, a_when = false, has_requires = false, allowed = true;
    std::int64_t points = 0;
    for (const engine::clause& c : rules_.conclusions[x].clauses) {
        if (away.clauses.contains(&c)) continue;
        const bool body = in.conditions[c.body];
        if (c.kind == engine::clause_kind::when) {
            has_when = true;
            a_when = a_when || body;
        }
        if (c.kind == engine::clause_kind::requires_) {
            has_requires = true;
            allowed = allowed && body;
        }
        if (c.kind == engine::clause_kind::unless) allowed = allowed && !body;
        if (c.kind == engine::clause_kind::evidence && body) points += c.points;
    }
    for (const engine::points_requirement& need : rules_.conclusions[x].needs()) {
        if (away.needs.contains(&need)) continue;
        has_requires = true;
        allowed = allowed && points >= need.points;
    }
    return allowed && (has_when ? a_when : has_requires || points > 0);
}

std::size_t all_profiles::away_from_lowest(const certain_world& world) const {
    std::size_t away = 0;
    for (engine::fact_id f = 0; f < values_.size(); ++f) away += world.facts[f] != values_[f].front() ? 1U : 0U;
    return away;
}

std::size_t all_profiles::moved(std::size_t world, engine::fact_id f, std::size_t value_index) const {
    const std::size_t now = world / stride_[f] % values_[f].size();
    return world - now * stride_[f] + value_index * stride_[f];
}

}  // namespace advise::tests
