// One way of a plan, followed from where it starts.
#pragma once

#include "checking.hpp"

namespace advise::verify {

struct way {
    bool followed = false;              ///< every step could be taken
    std::int64_t effort = 0;
    std::size_t steps = 0, assumptions = 0, counted = 0;
    std::vector<std::size_t> order;     ///< of each step its fact
    std::vector<std::int64_t> end;      ///< of each fact that can be learnt, by index; of others 0
};

/// Checks assumptions, steps, what they open, the sum, where they lead, and what the way counts on.
/// \param prefix of the places: "", "alternatives[0].", "plans[1].alternatives[0]."
way check_way(checking& c, std::size_t role, const std::vector<possible>& start, const std::string& prefix, const json& of);

/// Whether a condition holds if the facts are these; what takes too long is left unchecked.
std::optional<truth> exactly(checking& c, aspect of, const std::string& where, std::size_t condition, const std::vector<possible>& facts);

/// The fact that an object names; `none` where the rules have none of that name.
std::size_t fact_named(const checking& c, const json& in);

}  // namespace advise::verify
