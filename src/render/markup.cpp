#include "markup.hpp"

#include "text_lines.hpp"

#include <advise/grammar/utf8.hpp>

#include <algorithm>

namespace advise::cli {
namespace {

constexpr std::string_view isolate = "\u2068", ltr_isolate = "\u2066", isolate_end = "\u2069";

std::string_view tag_of(std::string_view mark) { return mark == isolate ? "<bdi>" : mark == ltr_isolate ? "<bdi dir=\"ltr\">" : "</bdi>"; }

void append_escaped(std::string& out, std::string_view text) {
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\'': out += "&#39;"; break;
            default: out += c;
        }
    }
}

/// The length of a plus or minus sign at this place; 0 where there is none.
std::size_t sign_at(std::string_view text, std::size_t at) {
    return text[at] == '+' ? 1 : text.substr(at).starts_with("−") ? 3 : 0;
}

/// ۰ to ۹ are U+06F0 to U+06F9.
bool persian_digit(std::string_view text, std::size_t at) {
    return at + 1 < text.size() && text[at] == '\xDB' && text[at + 1] >= '\xB0' && text[at + 1] <= '\xB9';
}

}  // namespace

std::string markup(std::string_view text) { return escaped_markup(grammar::printable(text)); }

std::string escaped_markup(std::string_view text) {
    std::string out;
    append_escaped(out, text);
    return out;
}

/// Persian digits are written from left to right, and so the sign of a number stands at its left.
std::string isolated_with_signs(std::string_view text, grammar::language in) {
    const std::string marked = isolated(text, in);
    const std::string_view all = marked;
    std::string out;
    for (std::size_t at = 0; at < all.size();) {
        const std::size_t sign = sign_at(all, at);
        std::size_t end = at + sign;
        while (sign != 0 && persian_digit(all, end)) end += 2;
        if (sign == 0 || end == at + sign) {
            out += all[at++];
            continue;
        }
        ((out += ltr_isolate) += all.substr(at, end - at)) += isolate_end;
        at = end;
    }
    return out;
}

std::string markup_isolated(std::string_view text, grammar::language in) {
    const std::string marked = isolated_with_signs(grammar::printable(text), in);      // what is printable holds no isolates of its own
    const std::string_view all = marked;
    std::string out;
    for (std::size_t at = 0; at < all.size();) {
        const std::size_t next = std::min({all.find(isolate, at), all.find(ltr_isolate, at), all.find(isolate_end, at)});
        append_escaped(out, all.substr(at, next - at));
        if (next == std::string::npos) break;
        out += tag_of(all.substr(next, isolate.size()));
        at = next + isolate.size();
    }
    return out;
}

}  // namespace advise::cli
