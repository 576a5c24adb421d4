// The plan to one role, alone or in a list.
#pragma once

#include "check_way.hpp"

namespace advise::verify {

/// What a plan says of itself, and what was found out about it.
struct planned {
    std::size_t role = none;            ///< a conclusion; `none` where it cannot be read, and nothing else was looked at
    bool possible = false, optimal = false;
    way best;
};

/// An amount of effort in millionths of the unit; nullopt where it is none.
std::optional<std::int64_t> amount_of(const json& written);

/// \param here its place: "" or "plans[0]". Finishes nothing.
planned check_one_plan(checking& c, const std::string& here, const json& plan);

}  // namespace advise::verify
