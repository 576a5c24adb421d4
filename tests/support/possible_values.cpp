#include "brute_force.hpp"

#include <algorithm>
#include <stdexcept>

namespace advise::tests {
namespace {

bool agrees(const answer& line, value candidate) {
    switch (line.kind) {
    case answer_kind::exactly: return candidate == line.first;
    case answer_kind::at_least: return candidate >= line.first;
    case answer_kind::at_most: return candidate <= line.first;
    case answer_kind::between: return line.first <= candidate && candidate <= line.last;
    case answer_kind::includes: return ((candidate >> line.first) & 1) != 0;
    case answer_kind::affirmed: return candidate > 0;
    case answer_kind::unknown: return true;
    }
    return false;
}

void add_neighbours(std::vector<value>& into, value centre, value reach) {
    for (value step = -reach; step <= reach; ++step) {
        into.push_back(centre + step);
    }
}

// Between two neighbouring thresholds nothing changes, so on the grid every kind of value has a
// member right at, before or after some constant of a rule or of the profile.
std::vector<value> number_candidates(const rule_base& base, const profile& known, std::size_t index, sampling how) {
    const value reach = how == sampling::every ? 3 : 1;
    std::vector<value> found;
    add_neighbours(found, 0, reach);
    add_neighbours(found, base.facts[index].least, reach);
    if (base.facts[index].greatest) {
        add_neighbours(found, *base.facts[index].greatest, reach);
    }
    visit_tests(base, [&](std::size_t subject, const fact_test& test) {
        if (subject == index) {
            add_neighbours(found, test.operand, reach);
            add_neighbours(found, test.last, reach);
            std::for_each(test.values.begin(), test.values.end(), [&](value v) { add_neighbours(found, v, reach); });
        }
    });
    for (const answer& line : known.answers) {
        if (line.subject == index) {
            add_neighbours(found, line.first, reach);
            add_neighbours(found, line.last, reach);
        }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

// Values on which every test of the rule base agrees are one kind; the least of each stays.
std::vector<value> one_of_each_kind(const std::vector<fact_test>& tests, const std::vector<value>& values) {
    std::vector<std::vector<bool>> seen;
    std::vector<value> kept;
    for (const value candidate : values) {
        std::vector<bool> kind;
        std::for_each(tests.begin(), tests.end(), [&](const fact_test& t) { kind.push_back(satisfies(t, candidate)); });
        if (std::find(seen.begin(), seen.end(), kind) == seen.end()) {
            seen.push_back(std::move(kind));
            kept.push_back(candidate);
        }
    }
    return kept;
}

}  // namespace

bool allows(const rule_base& base, const profile& known, std::size_t fact_index, value candidate) {
    const fact& about = base.facts[fact_index];
    bool mentioned = false;
    for (const answer& line : known.answers) {
        if (line.subject == fact_index) {
            mentioned = true;
            if (!agrees(line, candidate)) {
                return false;
            }
        }
    }
    const bool closed = known.closed && !mentioned;
    const auto negative = negative_value(base, about);
    return in_domain(base, about, candidate) && (!closed || !negative || candidate == *negative);
}

std::vector<std::vector<value>> possible_values(const rule_base& base, const profile& known, sampling how) {
    std::vector<std::vector<fact_test>> tests(base.facts.size());
    visit_tests(base, [&](std::size_t subject, const fact_test& test) { tests[subject].push_back(test); });
    std::vector<std::vector<value>> possible;
    for (std::size_t i = 0; i < base.facts.size(); ++i) {
        const bool number = base.facts[i].type == fact_type::number;
        std::vector<value> values = number ? number_candidates(base, known, i, how) : finite_domain(base, base.facts[i]);
        values.erase(std::remove_if(values.begin(), values.end(), [&](value v) { return !allows(base, known, i, v); }), values.end());
        if (values.empty()) {
            throw std::logic_error("the profile leaves no value to " + base.facts[i].term);
        }
        possible.push_back(how == sampling::every ? values : one_of_each_kind(tests[i], values));
    }
    return possible;
}

std::size_t count_completions(const std::vector<std::vector<value>>& possible, std::size_t limit) {
    std::size_t product = 1;
    for (const auto& values : possible) {
        product *= values.size();
        if (product > limit) {
            return limit + 1;
        }
    }
    return product;
}

}  // namespace advise::tests
