// What the language server takes and does at the most, by name.
#pragma once

#include <cstddef>
#include <cstdint>

namespace advise::cli::lsp::limits {

inline constexpr std::size_t header_bytes = 8U << 10;    ///< the header of a message
inline constexpr std::size_t message_bytes = 64U << 20;  ///< its body; longer ones are skipped and refused
inline constexpr std::size_t header_digits = 12;         ///< of a length; more is no length
inline constexpr std::size_t json_depth = 64;            ///< containers of a message inside one another
inline constexpr std::size_t folder_entries = 20'000;    ///< looked at when users of a file are searched
inline constexpr int folder_depth = 8;
inline constexpr std::size_t folder_rules = 256;         ///< rule files read for it
inline constexpr std::size_t folder_profiles = 256;      ///< texts read to find the profiles that a new name concerns
inline constexpr std::size_t folder_profile_bytes = 1U << 20;  ///< of one; longer ones are no profiles of a person
inline constexpr std::size_t shown_uses = 8;             ///< named when a name is hovered over; the rest is counted
inline constexpr std::size_t completions = 500;          ///< offered at once
inline constexpr std::size_t statement_lines = 200;      ///< looked back when the beginning of a statement is searched
inline constexpr std::size_t fixes = 16;                 ///< tried at once, and offered if they help
inline constexpr int idle_milliseconds = 600;            ///< without a message, before proofs begin
inline constexpr std::uint64_t proof_work = 15'000'000;  ///< of all proofs after an edit: about a second
inline constexpr std::int64_t proof_conflicts = 2'000;   ///< of one proof
inline constexpr std::uint64_t hint_work = 20'000'000;   ///< for the verdicts of a profile

}  // namespace advise::cli::lsp::limits
