// What `batch --summary` counts of the people of one thread: whom each role fits, what is missing, and which single step would help.
#pragma once

#include "chunk.hpp"

#include <advise/engine/next_step.hpp>
#include <advise/engine/people_block.hpp>

#include <utility>
#include <vector>

namespace advise::cli::batch {

/// What can be said of the rules alone; shared by the threads of a run.
class counted_rules {
public:
    explicit counted_rules(const engine::program& code);

    [[nodiscard]] const engine::step_finder& steps() const { return steps_; }
    /// The facts on which a role rests, ascending.
    [[nodiscard]] const std::vector<engine::fact_id>& facts_below(engine::conclusion_id role) const { return below_[role]; }

private:
    engine::step_finder steps_;
    std::vector<std::vector<engine::fact_id>> below_;
};

/// What is known of somebody, without what is not.
struct said_person {
    std::vector<std::pair<engine::fact_id, engine::known_fact>> says;
    bool closed = false;
};

class people_counter {
public:
    people_counter(const counted_rules& shared, const engine::block_program& prepared, const engine::block_options& options);

    /// Counts one person with the roles that fit or may fit; into the tally of the next `take`.
    void add(const said_person& person, const std::vector<engine::role_outcome>& roles);

    /// Hands over all that was counted since.
    void take(tally& into);

private:
    /// A lane of the block: somebody as they are, or with one fact raised.
    struct trial {
        std::size_t person = 0;
        engine::fact_id raised = engine::nothing;
    };
    void begin_counting();
    [[nodiscard]] engine::facts facts_of(const said_person& person) const;
    void count_missing(const engine::facts& person, const std::vector<engine::role_outcome>& roles);
    void try_steps(const engine::facts& start);
    void add_trial(engine::fact_id raised, std::int64_t to);
    void judge_trials();

    const counted_rules& shared_;
    const engine::block_program& prepared_;
    engine::people_block block_;
    std::vector<std::uint32_t> place_of_;               ///< of conclusions among the roles
    tally counted_;
    std::vector<std::pair<engine::fact_id, const engine::known_fact*>> said_;       ///< of the start of the person being tried
    std::vector<trial> trials_;                         ///< by lane
    std::vector<std::vector<bool>> fits_;               ///< of the people in the block: the roles that fit at the start
    std::vector<engine::next_step> steps_;
    std::vector<bool> missing_;
};

}  // namespace advise::cli::batch
