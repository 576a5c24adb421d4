// UTF-8: decoding, validity, how wide a text is on a terminal, and texts made safe to print. Nothing here asks the locale.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace advise::grammar {

/// What stands at one place of a text. `length` is at least 1 (at the end of the text: 0). Where the bytes are not valid
/// UTF-8, `point` is U+FFFD and `length` is that of the maximal bad part, as Unicode (3.9, table 3-8) counts it.
struct decoded {
    char32_t point = 0xFFFD;
    std::uint32_t length = 0;
    bool valid = false;
};

/// Decodes the code point that begins at byte `at`; `at` may be the end.
[[nodiscard]] decoded decode_one(std::string_view text, std::size_t at);

/// Appends a code point; U+FFFD for what is none.
void encode(char32_t point, std::string& out);

/// Whether all of it is valid UTF-8 (no overlong forms, no surrogates). O(bytes); several GB/s on ASCII.
[[nodiscard]] bool is_valid(std::string_view text);

/// Number of code points; bytes 10xxxxxx count with what stands before them. O(bytes).
[[nodiscard]] std::size_t code_points(std::string_view text);

/// At most `bytes` bytes of the text, cut between code points; where something was cut, it ends in "…".
[[nodiscard]] std::string shortened(std::string_view text, std::size_t bytes);

// --- what a code point is (general categories of Unicode)
[[nodiscard]] bool is_letter(char32_t point);      ///< L*
[[nodiscard]] bool is_mark(char32_t point);        ///< M*
[[nodiscard]] bool is_digit(char32_t point);       ///< Nd, of any script
[[nodiscard]] bool is_blank(char32_t point);       ///< Z*, tab, line feed, carriage return
[[nodiscard]] bool is_control(char32_t point);     ///< Cc: C0, DEL, C1; tab and line ends too
[[nodiscard]] bool is_bidi_control(char32_t point);  ///< U+202A–202E, U+2066–2069: never in a text
/// The marks that ride along in pasted Persian: U+200E, U+200F, U+061C, U+00AD.
[[nodiscard]] bool is_dropped_mark(char32_t point);
/// Shows nothing, yet makes another name: U+200B, U+2060, fillers, variation selectors, tags, … U+200C, which Persian
/// words need, is not among them. A name that holds one is to be refused or warned about.
[[nodiscard]] bool is_invisible(char32_t point);

// --- how it looks
/// Columns on a terminal: combining marks, U+200C and other invisible ones 0, wide ones 2, else 1.
[[nodiscard]] unsigned display_width(char32_t point);
/// The same for a text. Control characters count 0; expand tabs before. O(bytes).
[[nodiscard]] std::size_t display_width(std::string_view text);

/// "U+202E".
[[nodiscard]] std::string code_point_name(char32_t point);

enum class line_breaks : std::uint8_t { escaped, kept };

/// The text with everything unsafe or unseen made visible: C0 and DEL as \x1b, C1, bidirectional controls and invisible
/// format characters as \u{202E}, bytes that are not UTF-8 as \xff. The result is valid UTF-8 and safe on a terminal.
/// Escaping twice changes nothing. Line feeds and tabs are escaped too unless `kept`. O(bytes).
[[nodiscard]] std::string printable(std::string_view text, line_breaks breaks = line_breaks::escaped);

}  // namespace advise::grammar
