#pragma once

// One completion under a rule base: LANGUAGE.md §1 for a profile without unknowns.

#include "brute_force.hpp"

namespace advise::tests {

// Kept between completions only to save allocations; the rule base must outlive it.
class completion_evaluator {
public:
    explicit completion_evaluator(const rule_base& base) : base_(base) {}

    // One outcome for each conclusion; valid until the next run.
    const std::vector<outcome>& run(const completion& facts);

private:
    bool is_true(const condition& body);
    std::size_t true_members(const condition& body);
    outcome result(std::size_t index);
    outcome conclude(const conclusion& about);

    const rule_base& base_;
    const completion* facts_ = nullptr;
    std::vector<bool> done_;
    std::vector<outcome> results_;
};

}  // namespace advise::tests
