// When two units are one: year, years and سال.
#pragma once

#include <string>
#include <string_view>

namespace advise::engine {

/// What two spellings of one unit have in common: the key of the term without a plural `s`; سال is the Persian year.
std::string unit_key(std::string_view unit);

/// A unit for somebody who reads `language`: as declared, but سال for years in Persian.
std::string unit_shown(const std::string& unit, std::string_view language);

}  // namespace advise::engine
