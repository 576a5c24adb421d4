// What a code of a message means: why it is said, a wrong and a right example. One entry for each code (a test holds us to that).
#pragma once

#include "terminal.hpp"

#include <advise/grammar/messages.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace advise::cli {

/// What the examples of a code are; a test runs those of rules and of profiles.
enum class example_kind : std::uint8_t { rules, profile, none };

struct code_entry {
    std::string_view code;              ///< "A1003"
    example_kind kind;
    std::string_view why_en;
    std::string_view why_fa;
    std::string_view wrong;             ///< lines of a rule file or of a profile; empty for `none`
    std::string_view right;
};

/// The rules under which the profiles of the examples stand.
std::string_view rules_of_examples();

// The groups, one file of src/codes for each.
std::span<const code_entry> syntax_codes();
std::span<const code_entry> names_codes();
std::span<const code_entry> types_codes();      // and the logic of a rule base
std::span<const code_entry> proofs_codes();
std::span<const code_entry> lints_codes();      // allow comments, and what could be written better
std::span<const code_entry> profile_codes();
std::span<const code_entry> files_codes();

/// nullptr for a code without an entry.
const code_entry* find_code(std::string_view code);

/// The page of a code, in either letter case; "" where there is none.
std::string code_help(std::string_view code, grammar::language in, const surface& on);

}  // namespace advise::cli
