#include "all_strategies.hpp"

#include <algorithm>
#include <set>

namespace advise::tests {
namespace {

// Neighbouring samples that no test tells apart lie in one interval; its least member stays.
std::vector<value> one_of_each_interval(const rule_base& base, std::size_t index, const std::vector<value>& samples) {
    std::vector<value> kept;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        bool parted = i == 0;
        visit_tests(base, [&](std::size_t subject, const fact_test& test) {
            parted = parted || (subject == index && satisfies(test, samples[i - 1]) != satisfies(test, samples[i]));
        });
        if (parted) {
            kept.push_back(samples[i]);
        }
    }
    return kept;
}

std::vector<std::int64_t> outcome_of(const rule_base& base, const std::vector<outcome>& all, settle what) {
    std::vector<std::int64_t> seen;
    std::vector<finding> findings;
    for (const outcome& one : all) {
        findings.push_back({one.holds ? verdict::yes : verdict::no, one.points, one.points, {}});
    }
    if (what == settle::first) {
        const std::vector<std::size_t> order = advice_order(base, findings);
        return order.empty() ? seen : std::vector<std::int64_t>{static_cast<std::int64_t>(order.front())};
    }
    for (std::size_t c = 0; c < all.size(); ++c) {
        if (base.conclusions[c].role) {
            seen.push_back(all[c].holds ? 1 : 0);
            seen.push_back(what == settle::all ? all[c].points : 0);
        }
    }
    return seen;
}

}  // namespace

all_strategies::all_strategies(const rule_base& base, const profile& known, settle what)
    : base_(base), what_(what), values_(possible_values(base, known, sampling::every)), askable_(base.facts.size(), true) {
    for (std::size_t f = 0; f < values_.size(); ++f) {
        std::sort(values_[f].begin(), values_[f].end());
        if (base.facts[f].type == fact_type::number) {
            values_[f] = one_of_each_interval(base, f, values_[f]);
        }
    }
    for (const answer& line : known.answers) {
        if (line.kind == answer_kind::unknown) {
            askable_[line.subject] = false;
        }
    }
}

std::size_t all_strategies::states() const {
    std::size_t product = 1;
    for (const auto& of_fact : values_) {
        product = std::min<std::size_t>(product * (of_fact.size() + 1), 1'000'000);
    }
    return product;
}

void all_strategies::prepare() {
    std::size_t count = 1;
    for (const auto& of_fact : values_) {
        strides_.push_back(count);
        count *= of_fact.size();
    }
    denominator_ = static_cast<std::int64_t>(count);
    std::map<std::vector<std::int64_t>, std::size_t> numbers;
    for (std::size_t i = 0; i < count; ++i) {
        completion facts;
        for (std::size_t f = 0; f < values_.size(); ++f) {
            facts.push_back(values_[f][i / strides_[f] % values_[f].size()]);
        }
        evaluated_.push_back(evaluate(base_, facts));
        outcomes_.push_back(numbers.try_emplace(outcome_of(base_, evaluated_.back(), what_), numbers.size()).first->second);
    }
}

template <class Visit>
void all_strategies::each_completion(const state& now, const Visit& visit) const {
    std::vector<std::size_t> reached{0};
    for (std::size_t f = 0; f < now.size(); ++f) {
        std::vector<std::size_t> next;
        for (std::size_t v = 0; v < values_[f].size(); ++v) {
            if (now[f] < 0 || now[f] == static_cast<int>(v)) {
                for (const std::size_t i : reached) {
                    next.push_back(i + v * strides_[f]);
                }
            }
        }
        reached = std::move(next);
    }
    std::for_each(reached.begin(), reached.end(), visit);
}

std::vector<std::size_t> all_strategies::relevant(const state& now) const {
    std::vector<std::size_t> found;
    for (std::size_t f = 0; f < now.size(); ++f) {
        if (now[f] >= 0 || !askable_[f]) {
            continue;
        }
        bool matters = false;
        each_completion(now, [&](std::size_t i) {
            const std::size_t own = i / strides_[f] % values_[f].size();
            matters = matters || outcomes_[i] != outcomes_[i - own * strides_[f]];
        });
        if (matters) {
            found.push_back(f);
        }
    }
    return found;
}

bool all_strategies::is_open(const state& now) const {
    std::set<std::size_t> seen;
    each_completion(now, [&](std::size_t i) { seen.insert(outcomes_[i]); });
    return seen.size() > 1;
}

verdict all_strategies::verdict_on(std::size_t conclusion_index, const state& now) const {
    bool some = false;
    bool every = true;
    each_completion(now, [&](std::size_t i) {
        some = some || evaluated_[i][conclusion_index].holds;
        every = every && evaluated_[i][conclusion_index].holds;
    });
    return every ? verdict::yes : some ? verdict::unknown : verdict::no;
}

std::int64_t all_strategies::best(const state& now) {
    if (const auto known = means_.find(now); known != means_.end()) {
        return known->second;
    }
    const std::vector<std::size_t> candidates = relevant(now);
    std::int64_t least = candidates.empty() ? 0 : mean_asking(candidates.front(), now);
    for (const std::size_t f : candidates) {
        least = std::min(least, mean_asking(f, now));
    }
    return means_[now] = least;
}

std::int64_t all_strategies::mean_asking(std::size_t fact_index, const state& now) {
    std::int64_t sum = 0;
    state then = now;
    for (std::size_t v = 0; v < values_[fact_index].size(); ++v) {
        then[fact_index] = static_cast<int>(v);
        sum += best(then);
    }
    // exact: the mean of what is left has no other denominators than those of the other facts
    return denominator_ + sum / static_cast<std::int64_t>(values_[fact_index].size());
}

}  // namespace advise::tests
