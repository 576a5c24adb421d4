// Single steps: which facts a person could raise by one, now, so that something in the rules takes notice.
#pragma once

#include <advise/engine/facts.hpp>
#include <advise/engine/program.hpp>

#include <cstdint>
#include <vector>

namespace advise::engine {

struct next_step {
    fact_id fact = nothing;
    std::int64_t to = 0;        ///< as in known_fact
};

/// Looks for the steps of one person after the other; constant once made.
class step_finder {
public:
    /// The program must outlive it. O(size of the rule base).
    explicit step_finder(const program& code);

    /// The steps from `start` (as plan_start() gives it) whose `after` holds for certain by Kleene's tables, and that change the truth of some test. In order
    /// of declaration; `out` is replaced. O(learnable facts × tests of them), and where facts have an `after` O(size of the circuit).
    void find(const facts& start, std::vector<next_step>& out) const;

private:
    struct learnable {
        fact_id fact = nothing;
        std::int64_t step = 1;
        std::int64_t greatest = 0;
        std::vector<condition_id> tests;
    };
    [[nodiscard]] bool is_noticed(const learnable& one, std::int64_t from) const;

    const program& code_;
    std::vector<learnable> facts_;
    bool any_after_ = false;
};

}  // namespace advise::engine
