#include "words.hpp"

#include <advise/grammar/term_key.hpp>
#include <advise/grammar/utf8.hpp>

#include <array>

namespace advise::grammar::words {
namespace {

// What a byte can do in a word. Bytes from 0x80 on are decided by their code point.
enum : std::uint8_t { other = 0, starts = 1, ends = 2, inside = 4, high = 8 };

constexpr std::array<std::uint8_t, 256> byte_roles = [] {
    std::array<std::uint8_t, 256> t{};
    for (unsigned c = 'a'; c <= 'z'; ++c) t[c] = starts | ends;
    for (unsigned c = 'A'; c <= 'Z'; ++c) t[c] = starts | ends;
    for (unsigned c = '0'; c <= '9'; ++c) t[c] = ends;
    t['+'] = t['#'] = ends;
    for (char const c : {'_', '.', '\'', '/', '&', '-'}) t[static_cast<unsigned char>(c)] = inside;
    for (unsigned c = 0x80; c < 0x100; ++c) t[c] = high;
    return t;
}();

std::uint8_t role(cursor p) { return byte_roles[static_cast<unsigned char>(*p)]; }
std::string_view view(cursor p, cursor end) { return {p, static_cast<std::size_t>(end - p)}; }

// The part of a word that is not ASCII: one code point at `p`. Invisible letters (U+3164 …) are refused like symbols: a name
// that looks like another but is not must not pass.
std::uint8_t code_point_role(cursor p, cursor end, unsigned& length) {
    const auto d = decode_one(view(p, end), 0);
    length = d.length == 0 ? 1 : d.length;
    if (!d.valid) return other;
    if (d.point == 0x200C) return inside;
    if (is_letter(d.point)) return is_invisible(d.point) ? std::uint8_t{other} : std::uint8_t{starts | ends};
    if (is_mark(d.point)) return is_invisible(d.point) ? std::uint8_t{other} : std::uint8_t{ends};
    return is_digit(d.point) ? std::uint8_t{ends} : std::uint8_t{other};
}

cursor word_start(cursor p, cursor end) {
    if (p == end) return p;
    const auto r = role(p);
    if (r & starts) return p + 1;
    if (r != high) return p;
    unsigned length = 0;
    return code_point_role(p, end, length) & starts ? p + length : p;
}

}  // namespace

cursor skip_space(cursor p, cursor end) {
    for (; p != end; ++p) {
        const char c = *p;
        if (c == ' ' || c == '\n' || c == '\t' || c == '\r') continue;
        if (c == '#' && (p[-1] == ' ' || p[-1] == '\t' || p[-1] == '\n' || p[-1] == '\r')) {
            p = line_end(p, end);
            if (p == end) break;
            continue;
        }
        if (!is_zwnj(p, end)) break;
        p += 3 - 1;
    }
    return p;
}

cursor line_end(cursor p, cursor end) {
    while (p != end && *p != '\n') ++p;
    return p;
}

cursor text_end(cursor line, cursor end) {
    cursor last = line;
    for (cursor p = line; p != end && *p != '\n';) {
        if (*p == '"') {
            last = p = scan_quoted(p, end).end;
        } else if (*p == '#' && (p == line || p[-1] == ' ' || p[-1] == '\t')) {
            break;
        } else {
            const bool blank = *p == ' ' || *p == '\t' || *p == '\r';
            ++p;
            if (!blank) last = p;
        }
    }
    return last;
}

cursor word_end(cursor p, cursor end) {
    cursor q = word_start(p, end);
    cursor last = q;
    if (q == p) return p;
    while (q != end) {
        const auto r = role(q);
        if (r & ends) {
            do ++q;
            while (q != end && role(q) & ends);
            last = q;
        } else if (r == inside) {
            if (*q == '-' && q + 1 != end && q[1] == '>') break;
            ++q;
        } else if (r == high) {
            unsigned length = 0;
            const auto h = code_point_role(q, end, length);
            if (h == other) break;
            q += length;
            if (h & ends) last = q;
        } else {
            break;
        }
    }
    return last;
}

std::uint64_t packed_word(cursor p, cursor last) {
    if (last - p > 8) return 0;
    std::uint64_t n = 0;
    for (; p != last; ++p) n = n << 8 | static_cast<unsigned char>(*p | 0x20);
    return n;
}

bool same_word(cursor p, cursor last, std::string_view lower) {
    if (static_cast<std::size_t>(last - p) != lower.size()) return false;
    for (const char c : lower)
        if ((*p++ | 0x20) != c) return false;
    return true;
}

// How long the stop words are that begin with a letter, as bits: nearly every other word is told from them by this alone.
constexpr std::array<std::uint16_t, 32> stop_lengths = [] {
    std::array<std::uint16_t, 32> t{};
    for (const std::string_view w : {"and", "or", "not", "is", "includes", "unless", "because", "cites", "at", "in", "ignores", "never", "points"})
        t[w.front() & 31] = static_cast<std::uint16_t>(t[w.front() & 31] | 1U << w.size());
    return t;
}();

bool is_stop(cursor word, cursor last, cursor end, term_place place) {
    if (last - word > 8 || !(stop_lengths[*word & 31] >> (last - word) & 1U) || place == term_place::profile) return false;
    const auto following = [&] { return skip_blanks(last, end); };
    const auto next_word_is = [&](std::string_view lower) {
        cursor const n = following();
        return same_word(n, word_end(n, end), lower);
    };
    switch (packed_word(word, last)) {
    case packed("and"):
    case packed("or"):
    case packed("not"):
    case packed("is"):
    case packed("includes"):
    case packed("unless"):
    case packed("because"):
    case packed("cites"): return true;
    case packed("at"): return next_word_is("least") || next_word_is("most");
    case packed("in"): {
        const cursor n = following();
        return (n != end && *n == '(') || begins_number(n, end);
    }
    case packed("ignores"): return place == term_place::claim;
    case packed("never"): return place == term_place::claim && next_word_is("hurts");
    case packed("points"): return place == term_place::expect && begins_number(following(), end);
    default: return false;
    }
}

cursor term_end(cursor p, cursor end, term_place place) {
    cursor last = word_end(p, end);
    if (last == p || is_stop(p, last, end, place)) return p;
    for (;;) {
        const cursor next = skip_blanks(last, end);
        if (next == last) return last;
        const cursor e = word_end(next, end);
        if (e == next || is_stop(next, e, end, place)) return last;
        last = e;
    }
}

quoted_scan scan_quoted(cursor p, cursor end) {
    quoted_scan s{p};
    if (p == end || *p != '"') return s;
    for (++p; p != end && *p != '\n'; ++p) {
        if (*p == '"') return {p + 1, true, s.bad_escape};
        if (*p != '\\') continue;
        const bool known = p + 1 != end && (p[1] == '"' || p[1] == '\\' || p[1] == 'n');
        if (!known && !s.bad_escape) s.bad_escape = p;
        if (p + 1 != end && p[1] != '\n') ++p;
    }
    s.end = p;
    while (s.end[-1] == '\r') --s.end;
    return s;
}

void resolve_quoted(cursor p, cursor end, std::string& out) {
    out.clear();
    for (++p, --end; p < end; ++p) {
        if (*p == '\\' && p + 1 < end) {
            ++p;
            out += *p == 'n' ? '\n' : *p;
        } else {
            out += *p;
        }
    }
}

cursor escape_end(cursor p, cursor end) {
    const cursor next = p + 1;
    if (next == end || *next == '\n' || *next == '\r') return next;
    return next + decode_one(view(next, end), 0).length;
}

bool says_nothing(cursor first, cursor last, bool quoted) {
    if (!quoted) {  // begins with a letter, and of all letters only the tatweel is folded away
        if (*first != '\xD9' || !view(first, last).starts_with("\u0640")) return false;
        return term_key(view(first, last)).empty();
    }
    for (cursor p = first + 1; p < last - 1; ++p)
        if (*p != '\\' && (byte_roles[static_cast<unsigned char>(*p)] & ends) && *p != 'n') return false;
    std::string text;
    resolve_quoted(first, last, text);
    return term_key(text).empty();
}

char32_t find_invisible(cursor first, cursor last) {
    for (cursor p = first; p != last; ++p) {
        if (static_cast<unsigned char>(*p) < 0xC0) continue;
        const auto d = decode_one(view(p, last), 0);
        if (d.valid && is_invisible(d.point)) return d.point;
    }
    return 0;
}

// Symbols of more than one character, of this language and of others.
static cursor operator_end(cursor p, cursor end) {
    if (std::string_view("<=>|!-&.:*/").find(*p) == std::string_view::npos) return p;
    for (std::string_view const op : {"<<<<<<<", "=======", ">>>>>>>", "|||||||", "<=>", "===", "!==", "->", "=>", "==", "!=", "<=",
                                      ">=",      "<>",      "&&",      "||",      "..",  "=<",  ":=",  "<-", "**", "//", "/*"})
        if (view(p, end).starts_with(op)) return p + op.size();
    return p;
}

cursor piece_end(cursor p, cursor end) {
    if (p == end) return p;
    if (*p == '"') return scan_quoted(p, end).end;
    if (const cursor w = word_end(p, end); w != p) return w;
    unsigned value = 0;
    if (digit_at(p, end, value)) return scan_number(p, end).end;
    if (const cursor op = operator_end(p, end); op != p) return op;
    const auto d = decode_one(view(p, end), 0);
    return p + (d.length == 0 ? 1 : d.length);
}

}  // namespace advise::grammar::words
