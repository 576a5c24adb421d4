// Profiles in JSON (LANGUAGE.md §5): one flat object. Strings and numbers are read as RFC 8259 has them, except that numbers
// stay the digits they are: no exponents, nothing goes through floating point.
#pragma once

namespace advise::grammar {
namespace {

struct json_reading {
    cursor origin, end;
    const std::function<void(profile_entry&&)>& member;
    profile_entry entry{};
    bool in_array = false;
    std::uint32_t line = 1;
    cursor counted{};  ///< line feeds before this are in `line`
    cursor after{};
    message expected{};

    [[nodiscard]] span where(cursor first, cursor last) const {
        return {static_cast<std::uint32_t>(first - origin), static_cast<std::uint32_t>(last - origin)};
    }
    bool took(cursor& it, cursor last) {
        it = after = last;
        return true;
    }
    /// The value being read: that of the member, or a new item of its array.
    profile_value& value(profile_value_kind kind, span place_of_it) {
        auto& v = in_array ? entry.value.items.emplace_back() : entry.value;
        v.kind = kind;
        v.where = place_of_it;
        return v;
    }
};

struct json_space : x3::parser<json_space> {
    using attribute_type = x3::unused_type;
    static const bool has_attribute = false;
    template <class C, class R, class A>
    bool parse(cursor& it, const cursor& end, C const&, R&, A&) const {
        const cursor from = it;
        while (it != end && (*it == ' ' || *it == '\n' || *it == '\r' || *it == '\t')) ++it;
        return it != from;
    }
};

// --- strings ----------------------------------------------------------------------------------------------------------

// Four hexadecimal digits at `p`; -1 where they are not.
int hex4(cursor p, cursor end) {
    if (end - p < 4) return -1;
    int n = 0;
    for (const cursor last = p + 4; p != last; ++p) {
        const int c = *p | 0x20;
        const int digit = *p >= '0' && *p <= '9' ? *p - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
        if (digit < 0) return -1;
        n = n * 16 + digit;
    }
    return n;
}
bool high_surrogate(int n) { return n >= 0xD800 && n < 0xDC00; }
bool low_surrogate(int n) { return n >= 0xDC00 && n < 0xE000; }

// What a string may hold besides plain text: nothing that a terminal would obey, but in what is only passed on.
enum class holding : bool { text, anything };

// `\uXXXX` at `p`, or a pair of them; returns its end.
cursor read_unicode_escape(cursor p, cursor end, holding what, std::string& out) {
    const int unit = hex4(p + 2, end);
    cursor last = p + 6;
    if (unit < 0) refuse(p, std::min(p + 2, end), json_escape, {std::string("\\u")});
    auto point = static_cast<char32_t>(unit);
    if (high_surrogate(unit) && end - last >= 6 && last[0] == '\\' && last[1] == 'u' && low_surrogate(hex4(last + 2, end))) {
        point = 0x10000U + ((static_cast<char32_t>(unit) & 0x3FFU) << 10U) + (static_cast<char32_t>(hex4(last + 2, end)) & 0x3FFU);
        last += 6;
    } else if (high_surrogate(unit) || low_surrogate(unit)) {
        refuse(p, last, json_surrogate, {text_between(p, last)});
    }
    const bool obeyed = is_bidi_control(point) || (is_control(point) && point != '\n' && point != '\t' && point != '\r');
    if (obeyed && what == holding::text) refuse(p, last, json_control, {code_point_name(point)});
    encode(point, out);
    return last;
}

cursor read_escape(cursor p, cursor end, holding what, std::string& out) {
    constexpr std::string_view letters = "\"\\/bfnrt", meanings = "\"\\/\b\f\n\r\t";
    if (p + 1 == end) refuse(p, end, json_string_open);
    if (p[1] == 'u') return read_unicode_escape(p, end, what, out);
    const auto which = letters.find(p[1]);
    if (which == letters.npos) {
        const cursor last = words::escape_end(p, end);
        refuse(p, last, json_escape, {text_between(p, last)});
    }
    if ((p[1] == 'b' || p[1] == 'f') && what == holding::text) refuse(p, p + 2, json_control, {text_between(p, p + 2)});
    out += meanings[which];
    return p + 2;
}

bool read_json_string(cursor& it, cursor end, json_reading& r, std::string& out, bool is_value) {
    if (it == end || *it != '"') return false;
    out.clear();
    cursor p = it + 1;
    while (p != end && *p != '"') {
        if (*p == '\n') break;
        if (static_cast<unsigned char>(*p) < 0x20) refuse(p, p + 1, json_control, {code_point_name(static_cast<unsigned char>(*p))});
        if (*p == '\\') p = read_escape(p, end, is_value && profile_word_of(r.entry.key) == profile_word::id ? holding::anything : holding::text, out);
        else out += *p++;
    }
    if (p == end || *p != '"') refuse(it, p, json_string_open);
    return r.took(it, p + 1);
}

// --- values -----------------------------------------------------------------------------------------------------------

struct scan_json_key {
    static constexpr message expected = expected_json_key;
    static bool read(cursor& it, cursor end, json_reading& r) {
        const cursor first = it;
        r.entry = {};
        if (!read_json_string(it, end, r, r.entry.key, false)) return false;
        for (cursor p = r.counted ? r.counted : r.origin; p != first; ++p) r.line += *p == '\n';
        r.counted = first;
        r.entry.line = r.line;
        r.entry.key_where = r.where(first, it);
        return true;
    }
};
struct scan_json_string {
    static constexpr message expected = expected_json_value;
    static bool read(cursor& it, cursor end, json_reading& r) {
        const cursor first = it;
        std::string text;
        if (!read_json_string(it, end, r, text, true)) return false;
        auto& v = r.value(profile_value_kind::text, r.where(first, it));
        v.content = std::move(text);
        return v.quoted = true;
    }
};

// What clings together as a number or word: up to a blank, comma or bracket.
cursor bare_end(cursor p, cursor end) {
    while (p != end && std::string_view(" \t\r\n,:\"[]{}").find(*p) == std::string_view::npos) ++p;
    return p;
}
cursor digits_end(cursor p, cursor end) {
    while (p != end && *p >= '0' && *p <= '9') ++p;
    return p;
}
// An exponent and nothing else, as RFC 8259 has it.
bool is_exponent(cursor p, cursor end) {
    ++p;
    if (p != end && (*p == '+' || *p == '-')) ++p;
    return p != end && digits_end(p, end) == end;
}
struct scan_json_number {
    static constexpr message expected = expected_json_value;
    static bool read(cursor& it, cursor end, json_reading& r) {
        if (it == end || (*it != '-' && !(*it >= '0' && *it <= '9'))) return false;
        const cursor first = it, last = bare_end(it, end), digits = first + (*first == '-');
        const cursor whole = digits_end(digits, last);
        const cursor fraction = whole != last && *whole == '.' ? digits_end(whole + 1, last) : whole;
        // What `id` says is passed on as it came, and means nothing here.
        const auto is_read = [&] { return profile_word_of(r.entry.key) != profile_word::id; };
        const bool shaped = whole != digits && (whole - digits == 1 || *digits != '0') && fraction != whole + 1;
        const bool exponent = shaped && fraction != last && (*fraction == 'e' || *fraction == 'E');
        if (exponent && is_read()) refuse(first, last, json_exponent);
        if (!shaped || (fraction != last && !(exponent && is_exponent(fraction, last)))) refuse(first, last, json_number, {shortened(text_between(first, last), 64)});
        const auto s = words::scan_number(first, last);
        if (s.fault != words::number_fault::none && is_read())
            refuse(first, last, json_number_long, {std::to_string(limits::integer_digits), std::to_string(limits::fraction_digits)});
        r.value(profile_value_kind::number, r.where(first, last)).number.micro = s.micro;
        return r.took(it, last);
    }
};
struct scan_json_word {
    static constexpr message expected = expected_json_value;
    static bool read(cursor& it, cursor end, json_reading& r) {
        if (it == end || words::word_end(it, end) == it) return false;
        const cursor first = it, last = bare_end(it, end);
        const auto text = text_between(first, last);
        if (text != "true" && text != "false" && (text != "null" || r.in_array)) refuse(first, last, json_word, {shortened(text, 64)});
        r.value(text == "null" ? profile_value_kind::null : profile_value_kind::boolean, r.where(first, last)).boolean = text == "true";
        return r.took(it, last);
    }
};
struct scan_json_nested {
    static constexpr message expected = expected_json_value;
    static bool read(cursor& it, cursor end, json_reading& r) {
        if (it != end && (*it == '{' || (r.in_array && *it == '['))) refuse(it, it + 1, json_nested);
        return false;
    }
};
struct scan_json_open_array {
    static constexpr message expected = expected_json_value;
    static bool read(cursor& it, cursor end, json_reading& r) {
        if (it == end || *it != '[') return false;
        r.value(profile_value_kind::list, r.where(it, it + 1));
        r.in_array = true;
        return r.took(it, it + 1);
    }
};
struct scan_json_close_array {
    static constexpr message expected = expected_json_item_end;
    static bool read(cursor& it, cursor end, json_reading& r) {
        if (it == end || *it != ']') return false;
        r.in_array = false;
        r.took(it, it + 1);
        r.entry.value.where.end = r.where(it, it).end;
        return true;
    }
};
struct scan_json_member_end {
    static constexpr message expected = expected_json_value;
    static bool read(cursor&, cursor, json_reading& r) {
        r.entry.where = {r.entry.key_where.begin, r.entry.value.where.end};
        r.member(std::move(r.entry));
        return true;
    }
};
template <char Symbol, message Expected>
struct scan_json_symbol {
    static constexpr message expected = Expected;
    static bool read(cursor& it, cursor end, json_reading& r) { return it != end && *it == Symbol && r.took(it, it + 1); }
};

// --- the grammar ------------------------------------------------------------------------------------------------------

const auto json_scalar = token<scan_json_string>{} | token<scan_json_number>{} | token<scan_json_word>{} | token<scan_json_nested>{};
const auto json_item_comma = token<scan_json_symbol<',', expected_json_item_end>>{};
const auto json_array = token<scan_json_open_array>{}
                        > (token<scan_json_close_array>{}
                           | (json_scalar > *(json_item_comma > named<expected_json_value>(json_scalar)) > token<scan_json_close_array>{}));
const auto json_member = token<scan_json_key>{} > token<scan_json_symbol<':', expected_colon>>{}
                         > named<expected_json_value>(json_array | json_scalar) > token<scan_json_member_end>{};
const auto json_object = token<scan_json_symbol<'{', expected_json_object>>{}
                         > (token<scan_json_symbol<'}', expected_json_member_end>>{}
                            | (json_member > *(token<scan_json_symbol<',', expected_json_member_end>>{} > json_member)
                               > token<scan_json_symbol<'}', expected_json_member_end>>{}))
                         > token<scan_end<expected_json_end>>{};

}  // namespace
}  // namespace advise::grammar
