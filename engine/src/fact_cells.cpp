#include "fact_cells.hpp"

#include <advise/engine/facts.hpp>

#include <algorithm>

namespace advise::engine {
namespace {

template <class T>
void make_ascending(std::vector<T>& values) {
    std::ranges::sort(values);
    values.erase(std::ranges::unique(values).begin(), values.end());
}

}  // namespace

fact_cells::fact_cells(const program::data& code) : starts_(code.rules->facts.size()), options_(code.rules->facts.size()) {
    std::vector<known_fact> whole;
    for (fact_id f = 0; f < starts_.size(); ++f) {
        whole.push_back(whole_domain(*code.rules, f));
        if (code.rules->facts[f].type != fact_type::any_of) starts_[f].push_back(whole.back().from);
    }
    for (const circuit_test& test : code.tests) {
        if (test.option != nothing) options_[test.fact].push_back(test.option);
        for (std::uint32_t i = 0; i < test.ranges; ++i) {
            const value_range& r = code.ranges[test.first_range + i];
            starts_[test.fact].push_back(r.from);
            if (r.to < whole[test.fact].to) starts_[test.fact].push_back(r.to + 1);
        }
    }
    for (auto& each : starts_) make_ascending(each);
    for (auto& each : options_) make_ascending(each);
}

std::uint32_t fact_cells::cell_of(fact_id f, std::int64_t value) const {
    const auto& starts = starts_[f];
    return static_cast<std::uint32_t>(std::ranges::upper_bound(starts, value) - starts.begin()) - 1;
}

}  // namespace advise::engine
