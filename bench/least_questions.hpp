// How few questions could any interview ask? A bound that no strategy can beat, found by search.
#pragma once

#include <advise/engine/question.hpp>

#include <cstdint>

namespace advise::bench {

/// Mean numbers of questions until every role's verdict is settled, over all answers, each value as likely as the others.
struct questions_bound {
    double in_order = 0;        ///< asking in order of declaration, irrelevant facts left out: exact up to rounding
    double at_least = 0;        ///< no strategy asks fewer
    std::uint64_t states = 0;   ///< that the search has looked at
};

/// Roles that share many facts form a group, whose states are few enough for dynamic programming; a fact's cost shared out among the groups so that the
/// shares sum to one makes the sum of the groups' optima a bound (Lagrangian decomposition), for any state of the interview. Bounded real-time dynamic
/// programming (McMahan, Likhachev and Gordon, ICML 2005) raises it from there by `trials` trials.
/// \param person nothing known  \param trials of the search, each some twenty states deep; 60,000 take half a minute and some GiB
questions_bound bound_questions(const engine::program& code, const engine::facts& person, std::uint64_t trials);

}  // namespace advise::bench
