#pragma once

// As much of Unicode as the names of the generator use. Kept small and apart from the engine's.

#include <string>
#include <string_view>

namespace advise::tests {

// Valid UTF-8 only: all texts here are our own.
std::u32string decode(std::string_view text);
std::string encode(char32_t letter);

inline constexpr char32_t zero_width_non_joiner = 0x200C;

bool is_blank(char32_t letter);      // blank and no-break blank
bool is_separator(char32_t letter);  // blank - _ and U+200C, dropped when terms are compared
bool is_digit(char32_t letter);      // ASCII, Arabic-Indic, Persian
bool is_mark(char32_t letter);       // combining
bool is_letter(char32_t letter);
// ASCII case, Arabic letters to Persian ones, digits to ASCII.
char32_t folded_letter(char32_t letter);

}  // namespace advise::tests
