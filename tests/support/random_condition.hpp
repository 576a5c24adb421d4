#pragma once

// Conditions for random_base: every form of LANGUAGE.md §4.

#include "random_base.hpp"

namespace advise::tests {

class condition_maker {
public:
    // The base's facts must all be there; constants are chosen to suit them.
    condition_maker(rng& random, const rule_base& base, feature_set on, const random_options& options)
        : random_(random), base_(base), on_(on), options_(options) {}

    // A condition over the facts and the given conclusions.
    condition make(const std::vector<std::size_t>& conclusions);
    // A test of the fact; bare where the language allows that.
    fact_test make_test(std::size_t fact_index);

private:
    bool on(feature asked) const { return on_.test(static_cast<std::size_t>(asked)); }
    condition nested(std::size_t depth);
    condition leaf();
    condition from_memory();
    condition list(std::size_t depth);
    condition applied_list();
    std::vector<condition> members(std::size_t least, std::size_t most, std::size_t depth);
    fact_test comparison(std::size_t fact_index);
    fact_test number_test(std::size_t fact_index);
    fact_test value_list(std::size_t fact_index);
    value constant(std::size_t fact_index);
    bool suits(const fact_test& test, std::size_t made_for, std::size_t other) const;
    void remember(const condition& made);

    rng& random_;
    const rule_base& base_;
    feature_set on_;
    const random_options& options_;
    const std::vector<std::size_t>* conclusions_ = nullptr;
    // Without conclusions, so that they can stand again anywhere: repeated and opposite parts are
    // what tells exact evaluation from Kleene's.
    std::vector<condition> memory_;
};

}  // namespace advise::tests
