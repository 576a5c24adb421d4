#include "plan_truth.hpp"

#include <algorithm>

#include "evaluate.hpp"

namespace advise::tests {
namespace {

constexpr std::size_t most_evaluations = 30'000;
constexpr std::size_t most_values = 100;  // of one fact
constexpr std::size_t most_lookups = 2'000'000;

// No step beyond the first value that is greater than every constant changes anything.
value beyond_all_constants(const rule_base& base, std::size_t index, value start) {
    value most = start;
    visit_tests(base, [&](std::size_t subject, const fact_test& test) {
        if (subject == index) {
            most = std::max({most, test.operand, test.last});
            for (const value each : test.values) {
                most = std::max(most, each);
            }
        }
    });
    return most + 2 * one;
}

}  // namespace

plan_truth::plan_truth(const rule_base& base, const profile& known, std::vector<std::size_t> rank, const std::vector<std::size_t>& released)
    : base_(with_afters(base)), rank_(std::move(rank)) {
    for (const fact& each : base.facts) {
        no_efforts_ = no_efforts_ && !each.effort;
    }
    profile rest = known;
    const auto is_released = [&](std::size_t index) { return std::find(released.begin(), released.end(), index) != released.end(); };
    rest.answers.erase(std::remove_if(rest.answers.begin(), rest.answers.end(), [&](const answer& line) { return is_released(line.subject); }),
                       rest.answers.end());
    for (const std::size_t index : released) {
        rest.answers.push_back({index, answer_kind::unknown, 0, 0});
    }
    std::vector<std::size_t> order(base.facts.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = i;
    }
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rank_[a] < rank_[b]; });
    for (const std::size_t index : order) {
        const fact& each = base_.facts[index];
        if (!is_released(index) && (each.effort || (no_efforts_ && each.type == fact_type::level))) {
            add_skill(known, index);
        }
    }
    if (!too_much_) {
        try_everything(possible_values(base_, rest));
    }
}

// Each `after` as a concept, so that it can be asked for like any conclusion.
rule_base plan_truth::with_afters(const rule_base& base) {
    rule_base made = base;
    for (const fact& each : base.facts) {
        if (each.after) {
            conclusion asked;
            asked.term = "after " + each.term;
            asked.clauses.push_back({clause_kind::sufficient, 0, *each.after});
            made.conclusions.push_back(std::move(asked));
        }
    }
    return made;
}

value plan_truth::start_of(const profile& known, std::size_t index) const {
    const fact& about = base_.facts[index];
    bool said = false;
    value start = about.type == fact_type::number ? about.least : 0;
    for (const answer& line : known.answers) {
        if (line.subject != index || line.kind == answer_kind::unknown) {
            continue;
        }
        said = true;
        if (line.kind == answer_kind::exactly || line.kind == answer_kind::at_least || line.kind == answer_kind::between) {
            start = std::max(start, line.first);
        } else if (line.kind == answer_kind::affirmed) {
            start = std::max<value>(start, 1);
        }
    }
    return said ? start : *negative_value(base_, about);
}

void plan_truth::add_skill(const profile& known, std::size_t index) {
    const fact& about = base_.facts[index];
    skill made;
    made.fact = index;
    value next = start_of(known, index);
    if (about.type == fact_type::number) {
        const value last = beyond_all_constants(base_, index, next);
        for (; next <= last && in_domain(base_, about, next) && made.values.size() <= most_values; next += one) {
            made.values.push_back(next);
        }
        too_much_ = too_much_ || made.values.size() > most_values;
    } else {
        const std::vector<value> all = finite_domain(base_, about);
        std::copy_if(all.begin(), all.end(), std::back_inserter(made.values), [&](value v) { return v >= next; });
    }
    for (std::size_t c = 0; c < base_.conclusions.size() && about.after; ++c) {
        if (base_.conclusions[c].term == "after " + about.term) {
            made.after = c;
        }
    }
    skills_.push_back(std::move(made));
}

void plan_truth::try_everything(std::vector<std::vector<value>> possible) {
    completion facts;
    for (const std::vector<value>& values : possible) {
        facts.push_back(values.front());
    }
    for (const skill& each : skills_) {
        strides_.push_back(states_);
        states_ *= each.values.size();
        possible[each.fact].resize(1);
        if (states_ > most_evaluations) {
            too_much_ = true;
            return;
        }
    }
    std::size_t assumptions = 1;
    for (std::size_t i = 0; i < possible.size(); ++i) {
        if (possible[i].size() < 2) {
            continue;
        }
        open_.push_back(i);
        open_values_.push_back(possible[i]);
        others_ *= possible[i].size();
        assumptions *= possible[i].size() + 1;
        if (others_ * states_ > most_evaluations || assumptions * states_ * others_ > most_lookups) {
            too_much_ = true;
            return;
        }
    }
    completion_evaluator evaluator(base_);
    for (std::size_t state = 0; state < states_; ++state) {
        for (std::size_t other = 0; other < others_; ++other) {
            for (std::size_t s = 0; s < skills_.size(); ++s) {
                facts[skills_[s].fact] = skills_[s].values[digit(state, s)];
            }
            std::size_t rest = other;
            for (std::size_t o = 0; o < open_.size(); ++o) {
                facts[open_[o]] = open_values_[o][rest % open_values_[o].size()];
                rest /= open_values_[o].size();
            }
            std::uint64_t bits = 0;
            const std::vector<outcome>& found = evaluator.run(facts);
            for (std::size_t c = 0; c < found.size(); ++c) {
                bits |= std::uint64_t{found[c].holds} << c;
            }
            holds_.push_back(bits);
        }
    }
}

// For each state the conclusions that hold whatever is left unknown. An assumption is a place in each fact's values, or one more for "left unknown".
std::vector<std::uint64_t> plan_truth::certain(const std::vector<std::size_t>& assumption) const {
    std::vector<std::uint64_t> all(states_, ~std::uint64_t{0});
    for (std::size_t other = 0; other < others_; ++other) {
        bool allowed = true;
        std::size_t rest = other;
        for (std::size_t o = 0; o < open_.size(); ++o) {
            const std::size_t place = rest % open_values_[o].size();
            allowed = allowed && (assumption[o] == open_values_[o].size() || assumption[o] == place);
            rest /= open_values_[o].size();
        }
        for (std::size_t state = 0; state < states_ && allowed; ++state) {
            all[state] &= holds_[state * others_ + other];
        }
    }
    return all;
}

std::vector<value> plan_truth::end_at(std::size_t state) const {
    std::vector<value> end(base_.facts.size(), 0);
    for (std::size_t s = 0; s < skills_.size(); ++s) {
        end[skills_[s].fact] = skills_[s].values[digit(state, s)];
    }
    return end;
}

bool plan_truth::can_step(std::size_t state, std::size_t skill_index, const std::vector<std::uint64_t>& certain) const {
    const skill& each = skills_[skill_index];
    return digit(state, skill_index) + 1 < each.values.size() && (!each.after || ((certain[state] >> *each.after) & 1) != 0);
}

// A step leads to a state of a higher number, so one pass downwards is enough.
std::vector<std::optional<plan_truth::cost>> plan_truth::costs_to_go(const std::vector<std::uint64_t>& certain, std::size_t role,
                                                                     const std::vector<std::vector<value>>& not_above) const {
    std::vector<std::optional<cost>> least(states_);
    for (std::size_t state = states_; state-- > 0;) {
        const std::vector<value> end = end_at(state);
        const bool contains = std::any_of(not_above.begin(), not_above.end(), [&](const std::vector<value>& told) {
            return std::equal(end.begin(), end.end(), told.begin(), [](value a, value b) { return a >= b; });
        });
        if (((certain[state] >> role) & 1) != 0 && !contains) {
            least[state] = cost{};
            continue;
        }
        for (std::size_t s = 0; s < skills_.size(); ++s) {
            if (!can_step(state, s, certain) || !least[state + strides_[s]]) {
                continue;
            }
            const cost next = *least[state + strides_[s]];
            const cost through{next.effort + base_.facts[skills_[s].fact].effort.value_or(one), next.steps + 1};
            least[state] = least[state] ? std::min(*least[state], through) : through;
        }
    }
    return least;
}

std::optional<true_plan> plan_truth::best(std::size_t role, const std::vector<std::vector<value>>& not_above) const {
    std::optional<true_plan> found;
    std::optional<std::tuple<value, std::size_t, std::size_t>> price;
    std::vector<std::size_t> found_ranks;
    std::vector<std::size_t> assumption(open_.size(), 0);
    for (bool more = true; more;) {
        std::size_t assumed = 0;
        for (std::size_t o = 0; o < open_.size(); ++o) {
            assumed += assumption[o] < open_values_[o].size() ? 1U : 0U;
        }
        const std::vector<std::uint64_t> sure = certain(assumption);
        const auto least = costs_to_go(sure, role, not_above);
        if (least[0]) {
            true_plan made{least[0]->effort, assumed, {}, {}};
            std::vector<std::size_t> ranks;
            std::size_t state = 0;
            while (least[state]->steps > 0) {
                for (std::size_t s = 0; s < skills_.size(); ++s) {
                    const value effort = base_.facts[skills_[s].fact].effort.value_or(one);
                    if (!can_step(state, s, sure) || !least[state + strides_[s]]) {
                        continue;
                    }
                    const cost next = *least[state + strides_[s]];
                    if (cost{next.effort + effort, next.steps + 1} == *least[state]) {
                        made.sequence.push_back(skills_[s].fact);
                        ranks.push_back(rank_[skills_[s].fact]);
                        state += strides_[s];
                        break;
                    }
                }
            }
            made.end = end_at(state);
            const std::tuple now{made.effort, assumed, made.sequence.size()};
            if (!price || now < *price || (now == *price && ranks < found_ranks)) {
                price = now;
                found_ranks = ranks;
                found = std::move(made);
            }
        }
        more = false;
        for (std::size_t o = 0; o < open_.size() && !more; ++o) {
            assumption[o] = (assumption[o] + 1) % (open_values_[o].size() + 1);
            more = assumption[o] != 0;
        }
    }
    return found;
}

}  // namespace advise::tests
