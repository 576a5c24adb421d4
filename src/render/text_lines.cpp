#include "text_lines.hpp"

#include <advise/grammar/utf8.hpp>

#include <algorithm>

namespace advise::cli {
namespace {

/// What is never broken: the pieces of one word, which may change their tone on the way ("bold,").
struct unit {
    std::vector<stretch> parts;
    std::size_t width = 0;
};

bool is_code(const unit& word) {
    return std::any_of(word.parts.begin(), word.parts.end(), [](const stretch& part) { return part.meant == tone::code; });
}

void append(std::vector<stretch>& to, std::string_view text, tone meant) {
    if (!to.empty() && to.back().meant == meant) to.back().text += text;
    else to.push_back({std::string(text), meant});
}

void extend(unit& word, std::string_view text, tone meant) {
    if (text.empty()) return;
    append(word.parts, text, meant);
    word.width += grammar::display_width(text);
}

std::vector<unit> units_of(const phrase& words) {
    std::vector<unit> all(1);
    for (const stretch& part : words.parts) {
        const std::string_view text = part.text;
        if (part.meant == tone::code) {  // wider than the line or not: a command that is broken cannot be copied
            extend(all.back(), text, part.meant);
            continue;
        }
        for (std::size_t at = 0; at <= text.size();) {
            const std::size_t end = std::min(text.find(' ', at), text.size());
            extend(all.back(), text.substr(at, end - at), part.meant);
            if (end < text.size()) all.emplace_back();
            at = end + 1;
        }
    }
    std::erase_if(all, [](const unit& u) { return u.parts.empty(); });
    return all;
}

constexpr char32_t zero_width_joiner = 0x200D;

/// Where the character (as people see it) that begins at `at` ends.
std::size_t character_end(std::string_view text, std::size_t at) {
    bool joined = true;  // the first code point is part of it, whatever it is
    while (at < text.size()) {
        const grammar::decoded d = grammar::decode_one(text, at);
        if (!joined && grammar::display_width(d.point) != 0) break;
        joined = d.point == zero_width_joiner;
        at += d.length;
    }
    return at;
}

/// Puts a unit that is wider than a line on lines of its own.
void cut(const unit& word, std::size_t width, std::vector<text_line>& lines) {
    for (const stretch& part : word.parts) {
        for (std::size_t at = 0; at < part.text.size();) {
            const std::size_t end = character_end(part.text, at);
            const std::string_view piece = std::string_view(part.text).substr(at, end - at);
            const std::size_t columns = grammar::display_width(piece);
            if (lines.back().width + columns > width && lines.back().width != 0) lines.emplace_back();
            append(lines.back().parts, piece, part.meant);
            lines.back().width += columns;
            at = end;
        }
    }
}

bool runs_right_to_left(char32_t c) { return (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFF); }

constexpr std::string_view stays_before = "-./_~+$";  // "--depth", "./plan"
constexpr std::string_view stays_behind = "+#%";      // "C++", "F#"

constexpr std::string_view unbroken_blank = "\u00A0";

/// A blank that keeps "line 3" together has done its work when the lines are made.
std::string with_plain_blanks(const std::string& text) {
    std::string out;
    std::size_t at = 0;
    for (std::size_t found; (found = text.find(unbroken_blank, at)) != std::string::npos; at = found + unbroken_blank.size())
        out.append(text, at, found - at) += ' ';
    return out.append(text, at);
}

const char* colour_of(tone meant) {
    switch (meant) {
    case tone::strong: return "\x1b[1m";
    case tone::faint: return "\x1b[2m";
    case tone::code: return "\x1b[36m";
    case tone::plain: break;
    }
    return "";
}

/// The length of a plus or minus sign at this place; 0 where there is none.
std::size_t sign_at(std::string_view text, std::size_t at) { return text[at] == '+' ? 1 : text.substr(at).starts_with("−") ? 3 : 0; }

/// ۰ to ۹ are U+06F0 to U+06F9.
bool persian_digit(std::string_view text, std::size_t at) {
    return at + 1 < text.size() && text[at] == '\xDB' && text[at + 1] >= '\xB0' && text[at + 1] <= '\xB9';
}

}  // namespace

std::vector<text_line> wrap(const phrase& words, std::size_t width) {
    std::vector<text_line> lines(1);
    width = std::max<std::size_t>(width, 1);
    for (const unit& word : units_of(words)) {
        const bool first = lines.back().width == 0;
        if (!first && lines.back().width + 1 + word.width > width) lines.emplace_back();
        else if (!first) {
            const bool same = lines.back().parts.back().meant == word.parts.front().meant;
            append(lines.back().parts, " ", same ? word.parts.front().meant : tone::plain);
            ++lines.back().width;
        }
        if (word.width > width && !is_code(word)) {
            cut(word, width, lines);
            continue;
        }
        for (const stretch& part : word.parts) append(lines.back().parts, part.text, part.meant);
        lines.back().width += word.width;
    }
    return lines;
}

std::string isolated(std::string_view text, grammar::language in) {
    const bool page_is_rtl = in == grammar::language::fa;
    const auto at = [&](std::size_t i) { return grammar::decode_one(text, i); };
    const auto foreign = [&](char32_t c) { return page_is_rtl ? grammar::is_letter(c) && !runs_right_to_left(c) : runs_right_to_left(c); };
    const auto native = [&](char32_t c) { return page_is_rtl ? runs_right_to_left(c) : grammar::is_letter(c) && !runs_right_to_left(c); };
    std::string out;
    std::size_t written = 0;
    for (std::size_t i = 0; i < text.size();) {
        const grammar::decoded d = at(i);
        if (!foreign(d.point)) {
            i += d.length;
            continue;
        }
        std::size_t begin = i;
        while (begin > written && stays_before.find(text[begin - 1]) != std::string_view::npos) --begin;
        std::size_t end = i + d.length;
        for (i = end; i < text.size();) {  // up to the next word of our own direction
            const grammar::decoded next = at(i);
            if (native(next.point)) break;
            i += next.length;
            const bool digit = next.point >= U'0' && next.point <= U'9';  // "TensorFlow 2"; a Persian digit is of our own direction
            if (foreign(next.point) || (digit && page_is_rtl) || (end + next.length == i && grammar::is_mark(next.point))) end = i;
        }
        while (end < text.size() && stays_behind.find(text[end]) != std::string_view::npos) ++end;
        i = std::max(i, end);
        out.append(text.substr(written, begin - written)).append("\u2068").append(text.substr(begin, end - begin)).append("\u2069");
        written = end;
    }
    return out.append(text.substr(written));
}

/// Persian digits are written from left to right, and so the sign of a number stands at its left.
std::string isolated_with_signs(std::string_view text, grammar::language in) {
    const std::string marked = isolated(text, in);
    const std::string_view all = marked;
    std::string out;
    for (std::size_t at = 0; at < all.size();) {
        const std::size_t sign = sign_at(all, at);
        std::size_t end = at + sign;
        while (sign != 0 && (persian_digit(all, end) || (end != at + sign && all.substr(end).starts_with("٫") && persian_digit(all, end + 2))))
            end += 2;
        if (sign == 0 || end == at + sign) {
            out += all[at++];
            continue;
        }
        ((out += "\u2066") += all.substr(at, end - at)) += "\u2069";
        at = end;
    }
    return out;
}

std::string painted(const stretch& part, const surface& on, grammar::language in) {
    std::string text = with_plain_blanks(part.text);
    if (on.terminal && part.meant == tone::code && in == grammar::language::fa) text = "\u2068" + text + "\u2069";
    else if (on.terminal) text = isolated_with_signs(text, in);
    if (!on.color || part.meant == tone::plain) return text;
    return colour_of(part.meant) + text + "\x1b[0m";
}

std::string unbroken(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == ' ') out += unbroken_blank;
        else out += c;
    }
    return out;
}

std::size_t width_of(const phrase& words) {
    std::size_t width = 0;
    for (const stretch& part : words.parts) width += grammar::display_width(part.text);
    return width;
}

}  // namespace advise::cli
