// Texts made safe to print: nothing that a terminal obeys or that a reader cannot see goes out as it came in.
#include <advise/grammar/utf8.hpp>

namespace advise::grammar {
namespace {

// Emoji are joined and coloured by U+200D and U+FE0F, names in some scripts hold other ignorable marks: a text that shows
// them is still read as written. The rest of what is invisible, and what ends a line for some programs only, is spelt out.
bool is_spelt_out(char32_t point) {
    if (is_control(point) || point == 0x2028 || point == 0x2029) return true;
    const bool harmless = point == 0x200D || (point >= 0xFE00 && point <= 0xFE0F) || point == 0x034F ||
                          (point >= 0x17B4 && point <= 0x180F);
    return is_invisible(point) && !harmless;
}

void hex(std::uint32_t number, unsigned least_digits, const char* digits, std::string& out) {
    unsigned shown = 8;
    while (shown > least_digits && number >> (4 * (shown - 1)) == 0) --shown;
    while (shown-- > 0) out += digits[number >> (4 * shown) & 15u];
}

void spell_byte(char c, std::string& out) {
    out += "\\x";
    hex(static_cast<unsigned char>(c), 2, "0123456789abcdef", out);
}

void spell_point(char32_t point, std::string& out) {
    out += "\\u{";
    hex(point, 1, "0123456789ABCDEF", out);
    out += '}';
}

}  // namespace

std::string code_point_name(char32_t point) {
    std::string name = "U+";
    hex(point, 4, "0123456789ABCDEF", name);
    return name;
}

std::string printable(std::string_view text, line_breaks breaks) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const decoded one = decode_one(text, i);
        const std::string_view bytes = text.substr(i, one.length);
        const bool kept = breaks == line_breaks::kept && (one.point == '\n' || one.point == '\t');
        if (!one.valid || (one.point < 0x80 && is_control(one.point) && !kept)) {
            for (const char c : bytes) spell_byte(c, out);
        } else if (one.point >= 0x80 && is_spelt_out(one.point)) {
            spell_point(one.point, out);
        } else {
            out += bytes;
        }
        i += one.length;
    }
    return out;
}

}  // namespace advise::grammar
