#include "evaluate.hpp"

#include <algorithm>

namespace advise::verify {
namespace {

/// A test of one value: an index, or steps of 0.000001. A set is asked by `includes` elsewhere.
bool holds_of(const condition& test, std::int64_t value) {
    const auto is_one = [&] { return std::find(test.values.begin(), test.values.end(), value) != test.values.end(); };
    switch (test.op) {
    case test_op::has: return value > 0;
    case test_op::eq: return value == test.values.front();
    case test_op::ne: return value != test.values.front();
    case test_op::lt: return value < test.values.front();
    case test_op::le: return value <= test.values.front();
    case test_op::gt: return value > test.values.front();
    case test_op::ge: return value >= test.values.front();
    case test_op::in: return test.range ? test.values[0] <= value && value <= test.values[1] : is_one();
    case test_op::includes: break;
    }
    return false;
}

truth both(bool some_true, bool some_false) { return some_true && some_false ? truth::unknown : some_true ? truth::yes : truth::no; }
truth negated(truth t) { return t == truth::unknown ? t : t == truth::yes ? truth::no : truth::yes; }

/// Between `least` and `most` of them hold.
template <class Truth>
truth counted(const condition& c, const Truth& of) {
    std::int64_t certain = 0, at_most = 0;
    for (const std::size_t child : c.children) {
        if (of(child) == truth::yes) ++certain;
        if (of(child) != truth::no) ++at_most;
    }
    if (certain > c.most || at_most < c.least) return truth::no;
    return certain >= c.least && at_most <= c.most ? truth::yes : truth::unknown;
}

truth conjunction(const std::vector<truth>& all) {
    truth result = truth::yes;
    for (const truth t : all) result = std::min(result, t);
    return result;
}

truth at_least(interval points, std::int64_t needed) {
    return points.low >= needed ? truth::yes : points.high < needed ? truth::no : truth::unknown;
}

/// LANGUAGE.md §1: enough, and everything that is required, and nothing that rules it out.
truth kleene_conclusion(const conclusion& c, const truths& known) {
    const interval points = kleene_points(c, known);
    std::vector<truth> necessary;
    truth some_when = truth::no;
    bool has_when = false, has_requires = c.need.has_value();
    for (const clause& each : c.clauses) {
        const truth body = known[each.body];
        if (each.kind == clause_kind::when) has_when = true, some_when = std::max(some_when, body);
        if (each.kind == clause_kind::requires_) has_requires = true, necessary.push_back(body);
        if (each.kind == clause_kind::unless) necessary.push_back(negated(body));
    }
    if (c.need) necessary.push_back(at_least(points, *c.need));
    necessary.push_back(has_when ? some_when : has_requires ? truth::yes : at_least(points, 1));
    return conjunction(necessary);
}

bool plain_conclusion(const conclusion& c, const facts_of_one& holds) {
    const std::int64_t points = plain_points(c, holds);
    bool has_when = false, some_when = false, has_requires = c.need.has_value();
    bool allowed = !c.need || points >= *c.need;
    for (const clause& each : c.clauses) {
        const bool body = holds[each.body];
        if (each.kind == clause_kind::when) has_when = true, some_when = some_when || body;
        if (each.kind == clause_kind::requires_) has_requires = true, allowed = allowed && body;
        if (each.kind == clause_kind::unless) allowed = allowed && !body;
    }
    const bool enough = has_when ? some_when : has_requires || points > 0;
    return enough && allowed;
}

/// Whether a conclusion's own points decide if it holds.
bool holds_by_points(const conclusion& c) {
    const bool enough_otherwise = std::any_of(c.clauses.begin(), c.clauses.end(), [](const clause& each) {
        return each.kind == clause_kind::when || each.kind == clause_kind::requires_;
    });
    return c.need.has_value() || !enough_otherwise;
}

/// Everything that is reached from the roots: children first, each once.
template <class Children>
std::vector<std::size_t> walk(const rules& base, const std::vector<std::size_t>& roots, const Children& children_of) {
    struct step {
        std::size_t condition;
        std::vector<std::size_t> children;
        std::size_t next = 0;
    };
    std::vector<std::size_t> order;
    std::vector<bool> seen(base.conditions.size(), false);
    std::vector<step> open;
    const auto enter = [&](std::size_t c) {
        if (seen[c]) return;
        seen[c] = true;
        open.push_back({c, children_of(c)});
    };
    for (const std::size_t root : roots) {
        enter(root);
        while (!open.empty()) {
            if (open.back().next < open.back().children.size()) {
                enter(open.back().children[open.back().next++]);
                continue;
            }
            order.push_back(open.back().condition);
            open.pop_back();
        }
    }
    return order;
}

}  // namespace

std::vector<std::size_t> below(const rules& base, const std::vector<std::size_t>& roots) {
    return walk(base, roots, [&](std::size_t c) { return base.conditions[c].children; });
}

std::vector<std::size_t> deciding(const rules& base, const std::vector<std::size_t>& roots) {
    const auto decides = [&](const verify::conclusion& of, const clause& each) {
        return each.kind != clause_kind::evidence || holds_by_points(of);
    };
    const auto children = [&](std::size_t c) {
        if (base.conditions[c].kind != condition_kind::conclusion) return base.conditions[c].children;
        std::vector<std::size_t> bodies;
        const verify::conclusion& of = base.conclusions[base.conditions[c].subject];
        for (const clause& each : of.clauses)
            if (decides(of, each)) bodies.push_back(each.body);
        return bodies;
    };
    return walk(base, roots, children);
}

std::vector<std::size_t> rests_on(const rules& base, std::size_t conclusion) {
    std::vector<std::size_t> roots{base.conclusions[conclusion].node};
    for (const clause& each : base.conclusions[conclusion].clauses) roots.push_back(each.body);
    return deciding(base, roots);
}

truth test_truth(const condition& test, const fact& of, const possible& left) {
    if (test.op == test_op::includes) return left.options[static_cast<std::size_t>(test.values.front())];
    bool some_true = false, some_false = false;
    const auto ask = [&](std::int64_t value) { (holds_of(test, value) ? some_true : some_false) = true; };
    for (std::size_t v = 0; v < left.values.size(); ++v)
        if (left.values[v]) ask(static_cast<std::int64_t>(v));
    if (of.type != fact_type::number) return both(some_true, some_false);
    // Between the numbers that it names a test does not change: they, their neighbours and both ends are enough.
    ask(left.from);
    ask(left.to);
    std::vector<std::int64_t> named = test.values;
    named.push_back(0);
    for (const std::int64_t v : named)
        for (std::int64_t near = v - 1; near <= v + 1; ++near)
            if (left.from <= near && near <= left.to) ask(near);
    return both(some_true, some_false);
}

void evaluate_kleene(const rules& base, const std::vector<possible>& facts, const std::vector<std::size_t>& order, truths& into) {
    into.resize(base.conditions.size(), truth::unknown);
    for (const std::size_t id : order) {
        const condition& c = base.conditions[id];
        switch (c.kind) {
        case condition_kind::test: into[id] = test_truth(c, base.facts[c.subject], facts[c.subject]); break;
        case condition_kind::conclusion: into[id] = kleene_conclusion(base.conclusions[c.subject], into); break;
        case condition_kind::negation: into[id] = negated(into[c.children.front()]); break;
        default: into[id] = counted(c, [&](std::size_t child) { return into[child]; }); break;
        }
    }
}

interval kleene_points(const conclusion& c, const truths& known) {
    interval points;
    for (const clause& each : c.clauses) {
        if (each.kind != clause_kind::evidence) continue;
        const bool certain = known[each.body] == truth::yes, possible = known[each.body] != truth::no;
        if (each.points < 0 ? possible : certain) points.low += each.points;
        if (each.points < 0 ? certain : possible) points.high += each.points;
    }
    return points;
}

void evaluate_plainly(const rules& base, const completion& facts, const std::vector<std::size_t>& order, facts_of_one& into) {
    into.resize(base.conditions.size(), false);
    for (const std::size_t id : order) {
        const condition& c = base.conditions[id];
        const auto one = [&] { return c.op == test_op::includes ? bool(facts.sets[c.subject][static_cast<std::size_t>(c.values.front())])
                                                                : holds_of(c, facts.values[c.subject]); };
        switch (c.kind) {
        case condition_kind::test: into[id] = one(); break;
        case condition_kind::conclusion: into[id] = plain_conclusion(base.conclusions[c.subject], into); break;
        case condition_kind::negation: into[id] = !into[c.children.front()]; break;
        default:
            const auto holding = std::count_if(c.children.begin(), c.children.end(), [&](std::size_t child) { return bool(into[child]); });
            into[id] = c.least <= holding && holding <= c.most;
            break;
        }
    }
}

std::int64_t plain_points(const conclusion& c, const facts_of_one& holds) {
    std::int64_t points = 0;
    for (const clause& each : c.clauses)
        if (each.kind == clause_kind::evidence && holds[each.body]) points += each.points;
    return points;
}

}  // namespace advise::verify
