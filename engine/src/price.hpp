// What a plan costs: effort first, then assumptions and steps. Prices are compared lexicographically and form an ordered group, which is all that
// lower bounds by shared costs need.
#pragma once

#include <compare>
#include <cstdint>

namespace advise::engine {

/// Ends at the ends of the type. What may still be spent is often "as much as you like", and several claims on it are added up: a sum that ends
/// there is too low, as a lower bound may be.
inline std::int64_t limited_sum(std::int64_t a, std::int64_t b) {
    std::int64_t sum = 0;
    if (!__builtin_add_overflow(a, b, &sum)) return sum;
    return a < 0 ? INT64_MIN : INT64_MAX;
}
inline std::int64_t limited_difference(std::int64_t a, std::int64_t b) {
    std::int64_t difference = 0;
    if (!__builtin_sub_overflow(a, b, &difference)) return difference;
    return a < 0 ? INT64_MIN : INT64_MAX;
}

struct price {
    std::int64_t effort = 0;    ///< in steps of 0.000001 of the unit
    std::int64_t minor = 0;     ///< assumptions × one_assumption + steps
    friend auto operator<=>(const price&, const price&) = default;
    friend price operator+(price a, price b) { return {limited_sum(a.effort, b.effort), limited_sum(a.minor, b.minor)}; }
    friend price operator-(price a, price b) { return {limited_difference(a.effort, b.effort), limited_difference(a.minor, b.minor)}; }
    price& operator+=(price b) { return *this = *this + b; }
    price& operator-=(price b) { return *this = *this - b; }
};

/// More than all steps of a plan together.
inline constexpr std::int64_t one_assumption = std::int64_t{1} << 40;
inline constexpr price free_of_charge{};
/// Not to be had. Where no plan is known yet, what may still be spent is this less what was paid.
inline constexpr price out_of_reach{INT64_MAX, INT64_MAX};
/// All steps of all facts together stay below this, so that prices can be added.
inline constexpr std::int64_t greatest_effort = INT64_MAX / 4;

}  // namespace advise::engine
