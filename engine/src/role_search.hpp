// What Kleene's tables leave open of one conclusion, decided by search within a limit of work.
#pragma once

#include "optimum.hpp"

namespace advise::engine {

struct searched_role {
    residual circuit;
    std::optional<ends> holds, points;      ///< of what was open
    engine::verdict verdict = verdict::no;  ///< the answer: exact, or else Kleene's
    points_interval enclosure;              ///< of the points
    bool exact = false;
    std::optional<split_tree> verdict_split, points_split;
    std::uint64_t search_work = 0, split_work = 0;
};

/// \param by_kleene a role with its verdict and points by Kleene's tables, at least one of them open
/// \param limit for the search, and once more for the splits: what was found but cannot be shown within it is not answered
searched_role search_role(const program::data& code, const facts& person, const truth_table& table, const role_advice& by_kleene,
                          std::uint64_t limit);

/// The verdict on a role that Kleene's tables leave open, but not its points, when a completion of one kind is known already: one in which it holds, or
/// one in which it does not. Nullopt where that would cost so much that search_role, which samples first and shows what it found, might not be
/// exact within the limit.
std::optional<verdict> search_verdict(const program::data& code, const facts& person, const truth_table& table, conclusion_id about, bool can_hold,
                                      std::uint64_t limit);

/// Kleene's verdict and points of a conclusion.
role_advice advice_by_kleene(const program::data& code, const truth_table& table, conclusion_id about);

inline bool is_open_role(const role_advice& role) { return role.verdict == verdict::unknown || role.points.low != role.points.high; }

/// The work of a run, in equal parts for the roles that are open. Only what the answer rests on is taken from it, so that the answer is the same
/// with and without witnesses and proofs; and never more than a role's part, so that no role has less than an equal one.
class shared_work {
public:
    shared_work(std::uint64_t one_role, std::uint64_t all_roles, std::size_t open_roles) : each_(one_role), left_(all_roles), roles_(open_roles) {}

    /// What the next role may cost.
    std::uint64_t next() { return part_ = std::min(each_, left_ / roles_--); }
    void spend(std::uint64_t work) { left_ -= std::min(part_, work); }

private:
    std::uint64_t each_, left_, part_ = 0;
    std::size_t roles_;
};

}  // namespace advise::engine
