// Diagnostics for people: sentence, place, the line with exactly the offending text underlined, notes with their places, help, and a
// closing count.
#pragma once

#include "../terminal.hpp"

#include <advise/grammar/diagnostic.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace advise::cli {

/// What is left out of a run's messages, at the least; so that a thousand files of errors do not flood a log.
inline constexpr std::size_t most_message_bytes = 48U << 10;
/// The most columns of a line that is quoted.
inline constexpr std::size_t most_quoted_columns = 120;

/// All findings, one after another. Past `most_message_bytes` the rest is only counted.
std::string diagnostics_text(const std::vector<grammar::diagnostic>& found, grammar::language in, const surface& to);

/// "2 errors, 1 warning"; "" where there are none. \param errors those included that were left out
std::string count_text(std::size_t errors, std::size_t warnings, grammar::language in);

/// Where it is told how many errors and warnings there are. One finding speaks for itself, but `check` counts it: after a warning the rules may still be
/// called good, and behind an error that stops the proofs there may be more.
enum class count_line : std::uint8_t { of_several, of_all, of_first };

/// All findings and below them how many errors and warnings there are; "" where nothing was found.
/// \param errors those included that were left out
std::string report_text(const std::vector<grammar::diagnostic>& found, std::size_t errors, grammar::language in, const surface& to,
                        count_line counted = count_line::of_several);

/// The words of a severity as they open a message: "error", with colour where the stream has it.
std::string severity_text(grammar::severity severity, std::string_view code, grammar::language in, const surface& to);

}  // namespace advise::cli
