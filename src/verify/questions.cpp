#include "questions.hpp"

#include "plans.hpp"
#include "shown.hpp"
#include "states.hpp"

#include <algorithm>
#include <set>

namespace advise::verify {
namespace {

constexpr std::size_t most_listed_options = 6;

/// The tests of a fact, wherever the rules have them.
std::vector<const condition*> tests_of(const rules& base, std::size_t fact) {
    std::vector<const condition*> made;
    for (const condition& c : base.conditions)
        if (c.kind == condition_kind::test && c.subject == fact) made.push_back(&c);
    return made;
}

/// Sets with every choice of the open options, or examples of them.
std::vector<possible> sets_of(const possible& left) {
    std::vector<std::size_t> open;
    for (std::size_t o = 0; o < left.options.size(); ++o)
        if (left.options[o] == truth::unknown) open.push_back(o);
    const bool all = open.size() <= most_listed_options;
    const std::size_t count = all ? std::size_t{1} << open.size() : open.size() + 2;
    std::vector<possible> made(count, left);
    for (std::size_t n = 0; n < count; ++n)
        for (std::size_t i = 0; i < open.size(); ++i) {
            const bool in = all ? (n >> i & 1) != 0 : n == i + 1 || n == count - 1;
            made[n].options[open[i]] = in ? truth::yes : truth::no;
        }
    return made;
}

}  // namespace

std::vector<goal> goals_of(const rules& base, until settled, const std::vector<possible>& facts) {
    if (settled == until::first) return {goal_of_first(base, facts)};
    std::vector<goal> made;
    for (const conclusion& each : base.conclusions) {
        if (!each.is_role) continue;
        made.push_back(goal_of_truth(each.node));
        if (settled == until::all) made.push_back(goal_of_points(evidence_of(each)));
    }
    return made;
}

std::vector<std::int64_t> stretches(const rules& base, std::size_t fact, const possible& left) {
    std::vector<const condition*> tests = tests_of(base, fact);
    std::set<std::int64_t> starts{left.from};
    const auto seen = [&](const condition& test, std::int64_t value) {
        possible only = left;
        only.from = only.to = value;
        return test_truth(test, base.facts[fact], only);
    };
    for (const condition* test : tests) {
        std::vector<std::int64_t> named = test->values;
        named.push_back(0);  // of `has`
        for (const std::int64_t v : named)
            for (const std::int64_t start : {v, v + 1})
                if (left.from < start && start <= left.to && seen(*test, start - 1) != seen(*test, start)) starts.insert(start);
    }
    return {starts.begin(), starts.end()};
}

std::vector<possible> answers_of(const rules& base, std::size_t fact, const possible& left) {
    if (!left.options.empty()) return sets_of(left);
    std::vector<possible> made;
    if (left.values.empty()) {
        const std::vector<std::int64_t> starts = stretches(base, fact, left);
        for (std::size_t i = 0; i < starts.size(); ++i) {
            made.push_back(left);
            made.back().from = starts[i];
            if (i + 1 < starts.size()) made.back().to = starts[i + 1] - 1;
        }
        return made;
    }
    for (std::size_t v = left.first(); v <= left.last(); ++v) {
        made.push_back(left);
        decide(made.back(), static_cast<std::int64_t>(v));
    }
    return made;
}

json answer_json(const fact& of, const possible& answer) {
    if (of.type == fact_type::any_of) {
        json in = json::array();
        for (std::size_t o = 0; o < answer.options.size(); ++o)
            if (answer.options[o] == truth::yes) in.items.push_back(json::of(of.options[o].term));
        return in;
    }
    if (of.type != fact_type::number) return value_json(of, static_cast<std::int64_t>(answer.first()));
    const bool no_end = !of.has_range && answer.to >= of.greatest;
    return json::object({{"from", number_json(answer.from)}, {"to", no_end ? json() : number_json(answer.to)}});
}

}  // namespace advise::verify
