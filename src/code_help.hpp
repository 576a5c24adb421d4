// What a code of a message means: why it is said, a wrong and a right example. One entry for each code (a test holds us to that).
#pragma once

#include <advise/grammar/messages.hpp>

#include <span>
#include <string>
#include <string_view>

namespace advise::cli {

struct code_entry {
    std::string_view code;              ///< "A1003"
    std::string_view why_en;
    std::string_view why_fa;
    std::string_view wrong;             ///< lines of a rule file or a profile; empty where there is nothing to show
    std::string_view right;
};

// The groups, one file of src/codes for each.
std::span<const code_entry> syntax_codes();
std::span<const code_entry> names_codes();
std::span<const code_entry> types_codes();
std::span<const code_entry> logic_codes();
std::span<const code_entry> profile_codes();
std::span<const code_entry> files_codes();

/// nullptr for a code without an entry.
const code_entry* find_code(std::string_view code);

/// The page of a code, in any letter case; "" where there is none.
std::string code_help(std::string_view code, grammar::language in);

}  // namespace advise::cli
