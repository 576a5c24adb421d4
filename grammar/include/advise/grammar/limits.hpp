// Every limit of the language, by name. Each is an ordinary error with a place, never a crash (ARCHITECTURE.md, principle 10).
#pragma once

#include <cstddef>
#include <cstdint>

namespace advise::grammar::limits {

inline constexpr unsigned nesting = 128;                        ///< parentheses, lists and `not`s inside one another
inline constexpr std::uint64_t rules_bytes = 1ULL << 30;        ///< a rule file: 1 GiB, counted while reading
inline constexpr std::uint64_t profile_bytes = 64ULL << 20;     ///< a profile: 64 MiB, counted while reading
inline constexpr std::size_t record_bytes = 1U << 19;           ///< a record of a batch: 512 KiB, its line end not counted
inline constexpr std::size_t term_bytes = 256;                  ///< a term as written, quotes included
inline constexpr std::size_t errors_per_file = 50;              ///< further errors are only counted
inline constexpr std::size_t warnings_per_file = 1000;          ///< the same of warnings: more than that nobody reads
inline constexpr unsigned import_depth = 32;                    ///< files importing files
inline constexpr unsigned files = 256;                          ///< files of one rule base
inline constexpr int integer_digits = 12;                       ///< of a number, before its point
inline constexpr int fraction_digits = 6;                       ///< and after it
inline constexpr std::int64_t grid = 1'000'000;                 ///< steps of the number grid in 1
inline constexpr std::int64_t greatest_number = 999'999'999'999'999'999;  ///< 12 digits and 6, in grid steps
inline constexpr std::int64_t points = 1000;                    ///< of one piece of evidence, either sign
inline constexpr std::size_t suggestions_per_run = 20;          ///< did-you-mean look-ups before we stop offering them
inline constexpr std::size_t suggestion_bytes = 64;             ///< longer names get no suggestion

}  // namespace advise::grammar::limits
