#include "exhaustive.hpp"

#include <algorithm>
#include <string>

namespace advise::tests {
namespace {

constexpr std::size_t fact_a = 0;
constexpr std::size_t fact_b = 1;
constexpr std::size_t fact_x = 2;
constexpr value levels = 3;

std::vector<condition> tests_alone() {
    std::vector<condition> found{bare(fact_a), bare(fact_b)};
    for (value level = 0; level < levels; ++level) {
        found.push_back(compare(fact_x, relation::at_least, level));
    }
    return found;
}

// Bodies of just so many operators, from those of fewer.
std::vector<condition> grown(const std::vector<std::vector<condition>>& smaller) {
    const std::size_t operators = smaller.size();
    std::vector<condition> found;
    for (const condition& body : smaller[operators - 1]) {
        found.push_back(negate(body));
    }
    for (std::size_t left = 0; left < operators; ++left) {
        for (const condition& first : smaller[left]) {
            for (const condition& second : smaller[operators - 1 - left]) {
                found.push_back(join(shape::all, {first, second}));
                found.push_back(join(shape::any, {first, second}));
            }
        }
    }
    return found;
}

// Names without meaning, in letters.
std::string role_name(std::size_t index) {
    std::string name = "r";
    for (std::size_t rest = index + 1; rest > 0; rest /= 26) {
        name += static_cast<char>('a' + rest % 26);
    }
    return name + "x";
}

}  // namespace

std::vector<condition> small_bodies(std::size_t max_operators) {
    std::vector<std::vector<condition>> by_size{tests_alone()};
    while (by_size.size() <= max_operators) {
        by_size.push_back(grown(by_size));
    }
    std::vector<condition> all;
    for (const auto& some : by_size) {
        all.insert(all.end(), some.begin(), some.end());
    }
    return all;
}

std::vector<profile> small_profiles() {
    std::vector<profile> all;
    const auto add = [](profile& to, std::size_t subject, value known) {
        if (known >= 0) {
            to.answers.push_back({subject, answer_kind::exactly, known, 0});
        }
    };
    for (value a = -1; a < 2; ++a) {
        for (value b = -1; b < 2; ++b) {
            for (value x = -1; x < levels; ++x) {
                profile made;
                add(made, fact_a, a);
                add(made, fact_b, b);
                add(made, fact_x, x);
                all.push_back(std::move(made));
            }
        }
    }
    return all;
}

rule_base small_base(const std::vector<condition>& bodies) {
    rule_base base;
    base.scales.push_back({"height", {"low", "mid", "high"}, true});
    base.facts.resize(3);
    base.facts[fact_a].term = "a";
    base.facts[fact_b].term = "b";
    base.facts[fact_x].term = "x";
    base.facts[fact_a].type = base.facts[fact_b].type = fact_type::yes_no;
    base.facts[fact_x].scale_index = 1;
    for (std::size_t i = 0; i < bodies.size(); ++i) {
        conclusion role;
        role.term = role_name(i);
        role.role = true;
        role.clauses.push_back({clause_kind::sufficient, 0, bodies[i]});
        base.conclusions.push_back(std::move(role));
    }
    return base;
}

void for_each_small_case(std::size_t roles_per_base, const small_visitor& visit, std::size_t max_operators) {
    const std::vector<condition> bodies = small_bodies(max_operators);
    const std::vector<profile> profiles = small_profiles();
    for (std::size_t from = 0; from < bodies.size(); from += roles_per_base) {
        const std::size_t to = std::min(from + roles_per_base, bodies.size());
        const auto first = bodies.begin();
        const rule_base base = small_base({first + static_cast<std::ptrdiff_t>(from), first + static_cast<std::ptrdiff_t>(to)});
        for (const profile& known : profiles) {
            visit(base, known);
        }
    }
}

}  // namespace advise::tests
