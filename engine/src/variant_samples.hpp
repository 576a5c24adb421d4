// Profiles under which a variant of a conclusion is another conclusion, found by evaluating 64 profiles at once: most variants differ for some profile that is known
// already, and what is found can be made small without a solver.
#pragma once

#include "cell_profiles.hpp"
#include "rule_variant.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace advise::engine {

class variant_samples {
public:
    /// Draws the lowest profile, all with one fact away from its lowest value (where there is room for them), and some at random. Deterministic.
    /// O(profiles × size of the circuit / 64). All arguments must outlive the object.
    variant_samples(const rule_workbench& bench, const fact_cells& cells, work_meter& meter);

    /// From now on variants are of this conclusion; the bench must have the rules as they are. O(size)
    void turn_to(conclusion_id x);

    struct found_profile {
        cell_profile profile;
        bool smallest = false;  ///< no profile that is smaller, or as small and before it, shows a difference
    };
    /// The first profile that tells the variant, as the bench has it, from its original. O(profiles × gates of the variant / 64)
    std::optional<found_profile> differing();
    /// The same profile with facts lowered one after the other, as long as it tells the two apart: no single fact can be lowered any more.
    cell_profile lowered(cell_profile profile);

    /// Another profile to try: what shows one variant often shows the next.
    void learn(const completion& profile);

    /// What the original and the variant say of a profile.
    struct both_outcomes {
        certain_outcome original, changed;
    };
    both_outcomes outcomes(const completion& profile);

private:
    using words = std::vector<std::uint64_t>;
    struct change {
        fact_id fact;
        std::uint64_t to;
    };

    [[nodiscard]] cell_profile in_cells(const completion& profile) const;
    [[nodiscard]] bool has_option(fact_id f, std::uint32_t option) const;
    [[nodiscard]] certain_outcome outcome(conclusion_id of) const;
    void evaluate_under(const cell_profile& profile, const std::vector<change>& changes, bool together);
    void draw_lowest();
    void draw_one_away();
    void draw_random();
    void add_block(std::vector<cell_profile> profiles);
    void evaluate_variant(words& in);
    [[nodiscard]] std::uint64_t differ(const words& in) const;
    std::uint64_t differ_under(const cell_profile& profile, const std::vector<change>& changes, bool together);
    bool drop_facts(cell_profile& profile);
    bool lower_values(cell_profile& profile);
    [[nodiscard]] std::uint64_t lanes_of(std::size_t block) const;
    void find_besides();
    std::optional<found_profile> differing_learnt();

    const rule_workbench& bench_;
    const program::data& code_;
    const fact_cells& cells_;
    tests_in_cells tests_;
    work_meter& meter_;
    std::vector<std::vector<cell_profile>> profiles_;  // of each block, up to 64
    std::vector<words> words_;                         // of each block, of each node
    std::size_t small_blocks_ = 0;                     // the first blocks: the first of all profiles, in their order; none with two facts away
    conclusion_id about_ = nothing, original_ = nothing;
    std::vector<node_id> cone_;  // what the original rests on, ascending
    std::vector<bool> in_cone_;
    std::vector<node_id> besides_;  // what the variant rests on and the original does not, ascending
    words scratch_;
    const completion* shown_ = nullptr;                                 // while its outcomes are worked out
    std::vector<bool> changed_facts_;
    std::vector<cell_profile> learnt_;
    std::size_t learnt_blocks_ = 0;
};

}  // namespace advise::engine
