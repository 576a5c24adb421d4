// What a plan costs: effort first, then assumptions and steps. Prices are compared lexicographically and form an ordered group, which is all that
// lower bounds by shared costs need.
#pragma once

#include <compare>
#include <cstdint>

namespace advise::engine {

struct price {
    std::int64_t effort = 0;    ///< in steps of 0.000001 of the unit
    std::int64_t minor = 0;     ///< assumptions × one_assumption + steps
    friend auto operator<=>(const price&, const price&) = default;
    friend price operator+(price a, price b) { return {a.effort + b.effort, a.minor + b.minor}; }
    friend price operator-(price a, price b) { return {a.effort - b.effort, a.minor - b.minor}; }
    price& operator+=(price b) { return *this = *this + b; }
    price& operator-=(price b) { return *this = *this - b; }
};

/// More than all steps of a plan together.
inline constexpr std::int64_t one_assumption = std::int64_t{1} << 40;
inline constexpr price free_of_charge{};
/// Not to be had. Never added to anything.
inline constexpr price out_of_reach{INT64_MAX, INT64_MAX};
/// All steps of all facts together stay below this, so that prices can be added.
inline constexpr std::int64_t greatest_effort = INT64_MAX / 4;

}  // namespace advise::engine
