// Exact decimals, in ASCII, Arabic-Indic and Persian digits; and what people write instead.
#include "words.hpp"

#include <advise/grammar/limits.hpp>
#include <advise/grammar/utf8.hpp>

namespace advise::grammar::words {
namespace {

std::string_view view(cursor p, cursor end) { return {p, static_cast<std::size_t>(end - p)}; }
bool at(cursor p, cursor end, std::string_view text) { return view(p, end).starts_with(text); }

constexpr std::string_view persian_point = "\xD9\xAB";      // ٫
constexpr std::string_view persian_thousands = "\xD9\xAC";  // ٬
constexpr std::string_view persian_comma = "\xD8\x8C";      // ،

unsigned point_at(cursor p, cursor end) {
    if (p == end) return 0;
    return *p == '.' ? 1U : at(p, end, persian_point) ? 2U : 0U;
}

// A separator of thousands (or a decimal comma) as people write it between digits; U+2019 has become an apostrophe.
unsigned separator_at(cursor p, cursor end, bool in_list) {
    if (p == end) return 0;
    if (*p == '_' || *p == '\'') return 1;
    if (at(p, end, persian_thousands)) return 2;
    if (in_list) return 0;
    return *p == ',' ? 1U : at(p, end, persian_comma) ? 2U : 0U;
}

struct digits {
    cursor end;
    unsigned count;
};
digits skip_digits(cursor p, cursor end) {
    unsigned count = 0, value = 0;
    while (const unsigned length = digit_at(p, end, value)) {
        p += length;
        ++count;
    }
    return {p, count};
}

// `1,500` or `2,5`: after the first digits stand a separator and more digits. Takes all groups.
bool grouped_digits(cursor p, cursor end, bool in_list, number_scan& s) {
    unsigned separator = separator_at(p, end, in_list);
    if (!separator || !skip_digits(p + separator, end).count) return false;
    bool thousands = true;
    while (separator) {
        const auto group = skip_digits(p + separator, end);
        if (!group.count) break;
        thousands = thousands && group.count == 3;
        p = group.end;
        separator = separator_at(p, end, in_list);
    }
    if (const unsigned point = point_at(p, end); point && skip_digits(p + point, end).count) p = skip_digits(p + point, end).end;
    s.end = p;
    s.fault = thousands ? number_fault::grouped : number_fault::decimal_comma;
    return true;
}

// What clings to a number and is none: letters, marks, `_`.
cursor clinging(cursor p, cursor end) {
    for (;;) {
        cursor w = word_end(p, end);
        if (w == p && p != end && (*p == '_' || *p == '+' || *p == '#')) w = p + 1;
        if (w == p) w = skip_digits(p, end).end;
        if (w == p) return p;
        p = w;
    }
}

// The digits after a point; `p` stands at the point.
void scan_fraction(cursor p, unsigned point, cursor end, std::int64_t& micro, number_scan& s) {
    unsigned value = 0, count = 0;
    std::int64_t unit = limits::grid / 10;
    s.whole = false;
    for (p += point; const unsigned length = digit_at(p, end, value); p += length, ++count) {
        micro += static_cast<std::int64_t>(value) * unit;
        unit /= 10;
    }
    s.end = p;
    if (count == 0) s.fault = number_fault::trailing_point;
    else if (count > static_cast<unsigned>(limits::fraction_digits)) s.fault = number_fault::too_fine;
}

number_scan leading_point(cursor p, cursor end) {
    number_scan s{p, 0, true, number_fault::absent};
    const unsigned point = point_at(p, end);
    if (!point) return s;
    const auto d = skip_digits(p + point, end);
    if (d.count) s = {d.end, 0, false, number_fault::leading_point};
    return s;
}

}  // namespace

unsigned digit_at(cursor p, cursor end, unsigned& value) {
    if (p == end) return 0;
    const auto c = static_cast<unsigned char>(*p);
    if (c >= '0' && c <= '9') {
        value = c - unsigned{'0'};
        return 1;
    }
    if ((c != 0xD9 && c != 0xDB) || p + 1 == end) return 0;
    const unsigned d = static_cast<unsigned char>(p[1]) - (c == 0xD9 ? 0xA0U : 0xB0U);  // U+0660…, U+06F0…
    if (d > 9) return 0;
    value = d;
    return 2;
}

bool begins_number(cursor p, cursor end) {
    unsigned value = 0;
    if (p != end && *p == '-') ++p;
    return digit_at(p, end, value) != 0;
}

number_scan scan_number(cursor p, cursor end, bool in_list) {
    const bool negative = p != end && *p == '-';
    if (negative) ++p;
    unsigned value = 0, count = 0;
    std::int64_t whole = 0;
    cursor q = p;
    for (; const unsigned length = digit_at(q, end, value); q += length)
        if (++count <= static_cast<unsigned>(limits::integer_digits)) whole = whole * 10 + static_cast<std::int64_t>(value);
    if (count == 0) return leading_point(p, end);
    number_scan s{q};
    if (grouped_digits(q, end, in_list, s)) return s;
    std::int64_t micro = whole * limits::grid;
    const bool too_long = count > static_cast<unsigned>(limits::integer_digits);
    if (too_long) micro = 0;
    if (const unsigned point = point_at(q, end); point && !(q + 1 != end && *q == '.' && q[1] == '.')) scan_fraction(q, point, end, micro, s);
    if (too_long) s.fault = number_fault::too_long;
    s.micro = negative ? -micro : micro;
    if (s.fault == number_fault::none && word_end(s.end, end) != s.end) {
        s.end = clinging(s.end, end);
        s.fault = number_fault::glued;
    }
    return s;
}

std::string split_unit(cursor number, cursor end) {
    cursor p = number;
    if (p != end && *p == '-') ++p;
    p = skip_digits(p, end).end;
    if (const unsigned point = point_at(p, end)) p = skip_digits(p + point, end).end;
    return std::string(number, p) + " " + std::string(p, end);
}

std::string corrected_number(cursor p, const number_scan& faulty) {
    std::string out;
    if (faulty.fault == number_fault::leading_point) out = *p == '-' ? "-0" : "0";
    if (faulty.fault == number_fault::leading_point && *p == '-') ++p;
    for (cursor q = p; q != faulty.end;) {
        const unsigned separator = separator_at(q, faulty.end, false);
        if (separator && faulty.fault == number_fault::decimal_comma) out += '.';
        if (!separator) out += *q;
        q += separator ? separator : 1;
    }
    if (faulty.fault == number_fault::trailing_point) out.resize(out.size() - (out.back() == '.' ? 1 : persian_point.size()));
    const bool known = faulty.fault == number_fault::grouped || faulty.fault == number_fault::decimal_comma
                       || faulty.fault == number_fault::trailing_point || faulty.fault == number_fault::leading_point;
    return known ? out : std::string();
}

}  // namespace advise::grammar::words
