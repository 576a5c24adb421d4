// What conclusions mention, and so through which concepts a role can change.
#pragma once

#include <advise/engine/difference.hpp>

#include <vector>

namespace advise::engine {

/// Of each conclusion of the new version and of the old one, which of these concepts it mentions in its own clauses.
class concept_mentions {
public:
    /// \param concepts of both versions; they must outlive the object. O(size of the rules)
    concept_mentions(const rule_base& old, const rule_base& now, const std::vector<joint_concept>& concepts);

    /// Which of the concepts a conclusion mentions in either version, in order. \param in_old, in_new `nothing` where a version does not have it
    [[nodiscard]] std::vector<std::size_t> direct(conclusion_id in_old, conclusion_id in_new) const;
    /// The same, through others too, itself left out. O(size of the rules)
    [[nodiscard]] std::vector<std::size_t> all(conclusion_id in_old, conclusion_id in_new) const;

private:
    struct side {
        std::vector<std::vector<conclusion_id>> mentioned;  ///< of each conclusion
        std::vector<std::size_t> concept_of;                ///< of each conclusion its index, or `none`
    };
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    static side read(const rule_base& rules);
    static void reach(const side& in, conclusion_id from, bool through, std::vector<bool>& found);
    [[nodiscard]] std::vector<std::size_t> reached(conclusion_id in_old, conclusion_id in_new, bool through) const;

    side old_, new_;
    std::size_t count_;
};

}  // namespace advise::engine
