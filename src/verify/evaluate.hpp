// What conditions are under what is known (Kleene's tables) and in one completion (plain truth), node by node.
#pragma once

#include "profile.hpp"

namespace advise::verify {

/// Least and greatest points that Kleene's tables cannot exclude.
struct interval {
    std::int64_t low = 0, high = 0;
    friend bool operator==(const interval&, const interval&) = default;
};

/// The conditions that these ones rest on, themselves included: children first, each once.
std::vector<std::size_t> below(const rules& base, const std::vector<std::size_t>& roots);

/// The conditions that the truth of these ones depends on. The points of a conclusion count only where it holds by its points.
std::vector<std::size_t> deciding(const rules& base, const std::vector<std::size_t>& roots);
/// The conditions that verdict and points of a conclusion depend on. The points of another conclusion count as in `deciding`.
std::vector<std::size_t> rests_on(const rules& base, std::size_t conclusion);

/// Whether a test is true of all values, of none, or of some that are possible.
truth test_truth(const condition& test, const fact& of, const possible& left);

/// Kleene's truths, by condition; only those of `order` are set.
using truths = std::vector<truth>;
void evaluate_kleene(const rules& base, const std::vector<possible>& facts, const std::vector<std::size_t>& order, truths& into);
interval kleene_points(const conclusion& c, const truths& known);

/// One value for every fact.
struct completion {
    std::vector<std::int64_t> values;               ///< index, or steps of 0.000001
    std::vector<std::vector<bool>> sets;            ///< of an any_of: which options
};

/// Plain truths in a completion, by condition.
using facts_of_one = std::vector<bool>;
void evaluate_plainly(const rules& base, const completion& facts, const std::vector<std::size_t>& order, facts_of_one& into);
std::int64_t plain_points(const conclusion& c, const facts_of_one& holds);

}  // namespace advise::verify
