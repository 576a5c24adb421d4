#pragma once

// The slow truth about interviews: every order of questions, every answer, nothing clever. A state
// of an interview is what each fact's answer was, or that there is none yet.

#include <map>

#include "brute_force.hpp"

namespace advise::tests {

enum class settle { verdicts, first, all };

class all_strategies {
public:
    // `known` must leave some value to every fact.
    all_strategies(const rule_base& base, const profile& known, settle what);

    // For each fact its values that are equally likely: one of each interval between thresholds for
    // a number, every value for another fact.
    [[nodiscard]] const std::vector<std::vector<value>>& values() const { return values_; }
    [[nodiscard]] std::size_t completions() const { return outcomes_.size(); }
    [[nodiscard]] std::size_t states() const;
    // Evaluates every completion; to be called before what stands below.
    void prepare();

    // A state: for each fact an index into its values, or -1. `skipped` facts are not asked.
    using state = std::vector<int>;
    [[nodiscard]] state start() const { return state(values_.size(), -1); }
    void skip(std::size_t fact_index) { askable_[fact_index] = false; means_.clear(); }

    // Facts that may be asked and for which two completions differ in nothing else, yet in what is to be settled.
    std::vector<std::size_t> relevant(const state& now) const;
    // Whether two completions of the state differ in what is to be settled.
    bool is_open(const state& now) const;
    // The verdict on a conclusion.
    verdict verdict_on(std::size_t conclusion_index, const state& now) const;

    // The least mean number of questions, and the mean if this relevant fact is asked first; both in parts of `denominator`.
    std::int64_t best(const state& now);
    std::int64_t mean_asking(std::size_t fact_index, const state& now);
    [[nodiscard]] std::int64_t denominator() const { return denominator_; }

private:
    template <class Visit>
    void each_completion(const state& now, const Visit& visit) const;

    const rule_base& base_;
    settle what_;
    std::vector<std::vector<value>> values_;
    std::vector<bool> askable_;
    std::vector<std::size_t> strides_;
    std::vector<std::size_t> outcomes_;  // of each completion: equal numbers, equal outcomes
    std::vector<std::vector<outcome>> evaluated_;
    std::map<state, std::int64_t> means_;
    std::int64_t denominator_ = 1;
};

}  // namespace advise::tests
