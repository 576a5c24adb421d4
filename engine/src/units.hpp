// When two units are one: year, years and سال.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace advise::engine {

/// What two spellings of one unit have in common: the key of the term without a plural `s`; سال is the Persian year.
std::string unit_key(std::string_view unit);

/// A unit for somebody who reads `language`: as declared, but سال for years in Persian.
std::string unit_shown(const std::string& unit, std::string_view language);

/// A number in another unit of time.
struct converted_number {
    std::int64_t micro = 0;
    bool exact = true;  ///< else rounded to a whole number
};
/// Minutes and hours, days and weeks, months and years, in English or Persian: exact within each of these pairs, about between the last two (a year has 365.25
/// days on average). \return nothing for any other units (a day of work has no agreed number of hours), and for numbers above a million
std::optional<converted_number> converted(std::int64_t micro, std::string_view from, std::string_view to);

/// Whether a unit as somebody writes it may well be a declared one, so that the number stays: "hours" or "hours/week" for hours per week, EUR or € for euro.
bool may_be_unit(std::string_view written, std::string_view declared);

}  // namespace advise::engine
