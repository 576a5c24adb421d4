// UTF-8 by hand, where speed or bad bytes matter; the tables of Unicode come from utf8proc.
#include <advise/grammar/utf8.hpp>

#include <utf8proc.h>

namespace advise::grammar {
namespace {

using byte = unsigned char;

constexpr std::size_t block = 64;   // bytes looked at together; a fixed count lets the compiler use vectors

byte at_byte(std::string_view text, std::size_t i) { return static_cast<byte>(text[i]); }

bool ascii_block(const char* p) {
    byte any = 0;
    for (std::size_t i = 0; i < block; ++i) any = static_cast<byte>(any | static_cast<byte>(p[i]));
    return any < 0x80;
}

// Of a lead byte: how many bytes follow, and what the first of them may be (Unicode table 3-7).
struct lead { std::uint32_t follow; byte low, high; };

lead lead_of(byte b) {
    if (b >= 0xC2 && b <= 0xDF) return {1, 0x80, 0xBF};
    if (b == 0xE0) return {2, 0xA0, 0xBF};
    if (b == 0xED) return {2, 0x80, 0x9F};
    if (b >= 0xE1 && b <= 0xEF) return {2, 0x80, 0xBF};
    if (b == 0xF0) return {3, 0x90, 0xBF};
    if (b >= 0xF1 && b <= 0xF3) return {3, 0x80, 0xBF};
    if (b == 0xF4) return {3, 0x80, 0x8F};
    return {0, 0, 0};
}

utf8proc_category_t category(char32_t point) { return utf8proc_category(static_cast<utf8proc_int32_t>(point)); }

bool between(char32_t point, char32_t low, char32_t high) { return point >= low && point <= high; }

}  // namespace

decoded decode_one(std::string_view text, std::size_t at) {
    if (at >= text.size()) return {};
    const byte first = at_byte(text, at);
    if (first < 0x80) return {first, 1, true};
    const lead expected = lead_of(first);
    if (expected.follow == 0) return {0xFFFD, 1, false};
    char32_t point = first & (0x3Fu >> expected.follow);
    byte low = expected.low, high = expected.high;
    for (std::uint32_t i = 1; i <= expected.follow; ++i, low = 0x80, high = 0xBF) {
        const byte b = at + i < text.size() ? at_byte(text, at + i) : byte{0};
        if (b < low || b > high) return {0xFFFD, i, false};
        point = point << 6 | (b & 0x3Fu);
    }
    return {point, expected.follow + 1, true};
}

void encode(char32_t point, std::string& out) {
    if (!utf8proc_codepoint_valid(static_cast<utf8proc_int32_t>(point))) point = 0xFFFD;
    utf8proc_uint8_t bytes[4];
    const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(point), bytes);
    for (utf8proc_ssize_t i = 0; i < length; ++i) out += static_cast<char>(bytes[i]);
}

bool is_valid(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        if (at_byte(text, i) < 0x80) {
            i += i + block <= text.size() && ascii_block(text.data() + i) ? block : 1;
            continue;
        }
        const decoded one = decode_one(text, i);
        if (!one.valid) return false;
        i += one.length;
    }
    return true;
}

std::size_t code_points(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) count += (static_cast<byte>(c) & 0xC0) != 0x80;
    return count;
}

std::string shortened(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes) return std::string(text);
    std::size_t cut = bytes > 3 ? bytes - 3 : 0;   // room for the ellipsis
    while (cut > 0 && (at_byte(text, cut) & 0xC0) == 0x80) --cut;
    return std::string(text.substr(0, cut)) + "…";
}

bool is_letter(char32_t point) { return category(point) >= UTF8PROC_CATEGORY_LU && category(point) <= UTF8PROC_CATEGORY_LO; }
bool is_mark(char32_t point) { return category(point) >= UTF8PROC_CATEGORY_MN && category(point) <= UTF8PROC_CATEGORY_ME; }
bool is_digit(char32_t point) { return category(point) == UTF8PROC_CATEGORY_ND; }

bool is_blank(char32_t point) {
    if (point < 0x80) return point == ' ' || point == '\t' || point == '\n' || point == '\r';
    return category(point) >= UTF8PROC_CATEGORY_ZS && category(point) <= UTF8PROC_CATEGORY_ZP;
}

bool is_control(char32_t point) { return point < 0x20 || between(point, 0x7F, 0x9F); }
bool is_bidi_control(char32_t point) { return between(point, 0x202A, 0x202E) || between(point, 0x2066, 0x2069); }

bool is_dropped_mark(char32_t point) {
    return point == 0x200E || point == 0x200F || point == 0x061C || point == 0x00AD;
}

// Default_Ignorable_Code_Point (Unicode 15) without U+200C; utf8proc has the property only inside.
bool is_invisible(char32_t point) {
    if (point < 0xAD || point == 0x200C) return false;
    return is_dropped_mark(point) || point == 0x034F || between(point, 0x115F, 0x1160) || between(point, 0x17B4, 0x17B5) ||
           between(point, 0x180B, 0x180F) || between(point, 0x200B, 0x200D) || between(point, 0x202A, 0x202E) ||
           between(point, 0x2060, 0x206F) || point == 0x3164 || between(point, 0xFE00, 0xFE0F) || point == 0xFEFF ||
           point == 0xFFA0 || between(point, 0xFFF0, 0xFFFB) || between(point, 0x1D173, 0x1D17A) ||
           between(point, 0xE0000, 0xE0FFF);
}

unsigned display_width(char32_t point) {
    if (point < 0x7F) return point >= 0x20;
    if (is_control(point) || is_invisible(point) || category(point) == UTF8PROC_CATEGORY_CF || category(point) == UTF8PROC_CATEGORY_MN ||
        category(point) == UTF8PROC_CATEGORY_ME)
        return 0;
    return utf8proc_charwidth(static_cast<utf8proc_int32_t>(point)) == 2 ? 2 : 1;
}

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t i = 0; i < text.size();) {
        if (const auto byte = static_cast<unsigned char>(text[i]); byte < 0x80) {  // nearly all text
            width += byte >= 0x20 && byte < 0x7F;
            ++i;
            continue;
        }
        const decoded one = decode_one(text, i);
        width += display_width(one.point);
        i += one.length;
    }
    return width;
}

}  // namespace advise::grammar
