// What an interview is to settle, as literals of a circuit.
#pragma once

#include "kleene.hpp"

#include <advise/engine/question.hpp>

#include <vector>

namespace advise::engine {

/// Something that must not change any more: one literal's truth and, if there are any, a sum of points.
struct goal_part {
    literal holds = 0;
    std::vector<weighted_literal> points;
};

struct goal {
    program::data code;                     ///< the program's circuit, with gates of our own behind it for `first`
    std::vector<goal_part> parts;
    [[nodiscard]] std::vector<literal> roots() const;   ///< all literals of all parts
};

/// \param person who the interview is with: roles that can't be the first any more are left out for `first`
goal make_goal(const program& code, const facts& person, ask_until until);

}  // namespace advise::engine
