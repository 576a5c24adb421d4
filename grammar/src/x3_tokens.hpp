// The tokens of the grammar: X3 parsers that scan by hand (words.hpp) and write what they have read straight into the
// statement. Only grammar.cpp includes this, after Spirit itself.
#pragma once

namespace advise::grammar {
namespace {

namespace x3 = boost::spirit::x3;
using words::cursor;
using enum message;

/// What the tokens write into. One statement uses one of these.
struct reading {
    cursor origin;  ///< of all offsets
    ast::statement& out;
    condition_builder& builder;
    std::vector<cursor>& open;  ///< parentheses
    words::term_place place = words::term_place::condition;
    cursor after{};      ///< end of the last token read
    message expected{};  ///< what the last failing token was

    [[nodiscard]] std::uint32_t offset(cursor p) const { return static_cast<std::uint32_t>(p - origin); }
    [[nodiscard]] span where(cursor first, cursor last) const { return {offset(first), offset(last)}; }
    [[nodiscard]] std::uint32_t last_end() const { return offset(after); }
    /// A token is read: it ends here.
    bool took(cursor& it, cursor last) {
        it = after = last;
        return true;
    }
};
struct reading_tag;

/// A token that is wrong in itself; leaves the parse at once.
struct refusal {
    cursor first, last;
    message why;
    grammar::arguments arguments;
    std::vector<sentence> help;
};

[[noreturn]] void refuse(cursor first, cursor last, message why, grammar::arguments arguments = {}, std::vector<sentence> help = {}) {
    throw refusal{first, last, why, std::move(arguments), std::move(help)};
}
std::string text_between(cursor first, cursor last) { return {first, last}; }

/// The bytes that blanks, line ends, comments and U+200C begin with. Asked before each token, so that most skip nothing.
constexpr bool may_be_space(char c) { return static_cast<unsigned char>(c) <= '#' || c == '\xE2'; }

/// Blanks, line ends and comments between tokens.
struct space_parser : x3::parser<space_parser> {
    using attribute_type = x3::unused_type;
    static const bool has_attribute = false;
    template <class C, class R, class A>
    bool parse(cursor& it, const cursor& end, C const&, R&, A&) const {
        if (it == end || !may_be_space(*it)) return false;
        const cursor from = it;
        it = words::skip_space(it, end);
        return it != from;
    }
};

/// A token out of a scan: `static bool read(cursor& it, cursor end, reading&)` and what people call it, `expected`.
template <class Scan>
struct token : x3::parser<token<Scan>> {
    using attribute_type = x3::unused_type;
    static const bool has_attribute = false;
    template <class C, class R, class A>
    bool parse(cursor& it, const cursor& end, C const& context, R&, A&) const {
        if (it != end && may_be_space(*it)) {
            if (*it == ' ' && it + 1 != end && !may_be_space(it[1])) ++it;  // one blank, by far the most frequent
            else x3::skip_over(it, end, context);
        }
        auto& r = x3::get<reading_tag>(context);
        if (Scan::read(it, end, r)) return true;
        r.expected = Scan::expected;
        return false;
    }
};

/// Gives what a choice of tokens is called as a whole.
template <class Subject, message Expected>
struct named_parser : x3::unary_parser<Subject, named_parser<Subject, Expected>> {
    using base = x3::unary_parser<Subject, named_parser<Subject, Expected>>;
    using base::base;
    using attribute_type = x3::unused_type;
    static const bool has_attribute = false;
    template <class C, class R, class A>
    bool parse(cursor& it, const cursor& end, C const& context, R& rule, A& attribute) const {
        if (this->subject.parse(it, end, context, rule, attribute)) return true;
        x3::get<reading_tag>(context).expected = Expected;
        return false;
    }
};
template <message Expected, class Subject>
auto named(const Subject& subject) {
    return named_parser<typename x3::extension::as_parser<Subject>::value_type, Expected>{x3::as_parser(subject)};
}

// --- symbols and words ------------------------------------------------------------------------------------------------

/// A symbol of one to three bytes, compared in place.
template <std::size_t N>
bool symbol(cursor& it, cursor end, reading& r, const char (&spelling)[N]) {
    constexpr auto length = static_cast<std::ptrdiff_t>(N - 1);
    if (end - it < length) return false;
    for (std::ptrdiff_t i = 0; i != length; ++i)
        if (it[i] != spelling[i]) return false;
    return r.took(it, it + length);
}
/// The first two letters are looked at before anything else: most words are not the one asked for.
bool may_be(cursor it, cursor end, const char* lower) { return end - it > 1 && (it[0] | 0x20) == lower[0] && (it[1] | 0x20) == lower[1]; }
bool read_word(cursor& it, cursor end, reading& r, std::string_view lower) {
    const cursor w = words::word_end(it, end);
    return words::same_word(it, w, lower) && r.took(it, w);
}
bool read_two_words(cursor& it, cursor end, reading& r, std::string_view first, std::string_view second) {
    cursor p = words::word_end(it, end);
    if (!words::same_word(it, p, first)) return false;
    p = words::skip_space(p, end);
    const cursor q = words::word_end(p, end);
    return words::same_word(p, q, second) && r.took(it, q);
}
inline bool word(cursor& it, cursor end, reading& r, const char* lower) { return may_be(it, end, lower) && read_word(it, end, r, lower); }
inline bool two_words(cursor& it, cursor end, reading& r, const char* first, const char* second) {
    return may_be(it, end, first) && read_two_words(it, end, r, first, second);
}

struct scan_comma {
    static constexpr message expected = expected_comma_or_close;
    static bool read(cursor& it, cursor end, reading& r) { return symbol(it, end, r, ",") || symbol(it, end, r, "،"); }
};
struct scan_colon {
    static constexpr message expected = expected_colon;
    static bool read(cursor& it, cursor end, reading& r) { return symbol(it, end, r, ":"); }
};
struct scan_less {
    static constexpr message expected = expected_less;
    static bool read(cursor& it, cursor end, reading& r) { return symbol(it, end, r, "<"); }
};
struct scan_dots {
    static constexpr message expected = expected_dots;
    static bool read(cursor& it, cursor end, reading& r) { return symbol(it, end, r, ".."); }
};
struct scan_arrow {
    static constexpr message expected = expected_operator_or_arrow;
    static bool read(cursor& it, cursor end, reading& r) { return symbol(it, end, r, "->") || symbol(it, end, r, "→") || symbol(it, end, r, "=>"); }
};
struct scan_not {
    static constexpr message expected = expected_conclusion;
    static bool read(cursor& it, cursor end, reading& r) {
        if (!symbol(it, end, r, "¬") && !word(it, end, r, "not")) return false;
        return r.out.negated = true;
    }
};
struct scan_of {
    static constexpr message expected = expected_of;
    static bool read(cursor& it, cursor end, reading& r) { return word(it, end, r, "of"); }
};
template <message Expected>
struct scan_end {
    static constexpr message expected = Expected;
    template <class Reading>
    static bool read(cursor& it, cursor end, Reading&) {
        return it == end;
    }
};

/// A parenthesis; keeps where it stands for the note of an error.
struct scan_open {
    static constexpr message expected = expected_open;
    static bool read(cursor& it, cursor end, reading& r) {
        if (it == end || *it != '(') return false;
        if (r.builder.depth() >= limits::nesting) refuse(it, it + 1, nested_too_deep, {std::to_string(limits::nesting)});
        r.builder.deepen(1);
        r.open.push_back(it);
        return r.took(it, it + 1);
    }
};
template <message Expected>
struct scan_close {
    static constexpr message expected = Expected;
    static bool read(cursor& it, cursor end, reading& r) {
        if (it == end || *it != ')') return false;
        r.builder.rise(1);
        r.open.pop_back();
        return r.took(it, it + 1);
    }
};

// --- terms, texts, numbers --------------------------------------------------------------------------------------------

/// After the text of a term is found: the checks that each term has to pass.
void check_term(cursor first, cursor last, bool quoted) {
    const auto bytes = static_cast<std::size_t>(last - first);
    if (bytes > limits::term_bytes) refuse(first, last, term_too_long, {std::to_string(bytes), std::to_string(limits::term_bytes)});
    if (words::says_nothing(first, last, quoted)) refuse(first, last, term_empty);
    if (!quoted) return;
    if (const char32_t c = words::find_invisible(first, last)) refuse(first, last, term_invisible, {code_point_name(c)});
}

/// Quoted text with all that can be wrong in it.
bool read_quoted(cursor& it, cursor end, reading& r) {
    if (it == end || *it != '"') return false;
    const auto s = words::scan_quoted(it, end);
    if (!s.closed) refuse(it, s.end, quote_open, {}, {{help_close_quote, {}}});
    if (s.bad_escape) {
        const cursor escape_end = words::escape_end(s.bad_escape, end);
        refuse(s.bad_escape, escape_end, unknown_escape, {text_between(s.bad_escape, escape_end)}, {{help_escapes, {}}});
    }
    return r.took(it, s.end);
}

bool read_term(cursor& it, cursor end, reading& r, ast::term& out) {
    const cursor first = it;
    out.quoted = it != end && *it == '"';
    if (out.quoted) {
        read_quoted(it, end, r);
    } else {
        const cursor last = words::term_end(it, end, r.place);
        if (last == it) return false;
        r.took(it, last);
    }
    check_term(first, it, out.quoted);
    out.where = r.where(first, it);
    return true;
}

template <auto Member, message Expected>
struct scan_term {
    static constexpr message expected = Expected;
    static bool read(cursor& it, cursor end, reading& r) { return read_term(it, end, r, r.out.*Member); }
};
/// A term of a list: an option, a level, another name.
template <message Expected>
struct scan_item {
    static constexpr message expected = Expected;
    static bool read(cursor& it, cursor end, reading& r) {
        ast::term t;
        if (!read_term(it, end, r, t)) return false;
        r.out.terms.push_back(t);
        return true;
    }
};
/// One word, whatever it is, or a quoted term: what stands before the text of a label.
bool read_single_word(cursor& it, cursor end, reading& r, ast::term& out) {
    const cursor w = words::word_end(it, end);
    if (w == it) return false;
    check_term(it, w, false);
    out.where = r.where(it, w);
    out.quoted = false;
    return r.took(it, w);
}
struct scan_language {
    static constexpr message expected = expected_language;
    static bool read(cursor& it, cursor end, reading& r) { return read_single_word(it, end, r, r.out.language); }
};
struct scan_language_name {
    static constexpr message expected = expected_language;
    static bool read(cursor& it, cursor end, reading& r) { return read_single_word(it, end, r, r.out.name); }
};

void store_text(cursor first, cursor last, reading& r, ast::text& out) {
    out.where = r.where(first, last);
    words::resolve_quoted(first, last, out.content);
}
struct scan_text {
    static constexpr message expected = expected_text;
    static bool read(cursor& it, cursor end, reading& r) {
        const cursor first = it;
        if (!read_quoted(it, end, r)) return false;
        store_text(first, it, r, r.out.quoted);
        return r.out.has_quoted = true;
    }
};
/// Words of a label, and its text: a quoted one is the text unless another follows.
struct scan_label_part {
    static constexpr message expected = expected_text;
    static bool read(cursor& it, cursor end, reading& r) {
        if (it == end) return false;
        if (r.out.has_quoted) {  // what stood there was a term, not yet the text
            const cursor first = r.origin + r.out.quoted.where.begin, last = r.origin + r.out.quoted.where.end;
            check_term(first, last, true);
            r.out.terms.push_back({r.out.quoted.where, true});
            r.out.has_quoted = false;
        }
        if (*it == '"') return scan_text::read(it, end, r);
        ast::term t;
        if (!read_single_word(it, end, r, t)) return false;
        r.out.terms.push_back(t);
        return true;
    }
};

struct scan_label_done {
    static constexpr message expected = expected_text;
    static bool read(cursor&, cursor, reading& r) { return r.out.has_quoted; }
};

/// Says what is wrong with a number that was not written as one.
[[noreturn]] void refuse_number(cursor first, const words::number_scan& s) {
    using enum words::number_fault;
    std::string const text = text_between(first, s.end);
    if (s.fault == too_long) refuse(first, s.end, number_too_long, {std::to_string(limits::integer_digits)});
    if (s.fault == too_fine) refuse(first, s.end, number_too_fine, {std::to_string(limits::fraction_digits)});
    if (s.fault == glued) refuse(first, s.end, number_malformed, {text}, {{help_blank_before_unit, {words::split_unit(first, s.end)}}});
    refuse(first, s.end, number_malformed, {text}, {{help_write_number, {words::corrected_number(first, s)}}});
}
bool read_number(cursor& it, cursor end, reading& r, words::number_scan& s, bool in_list = false) {
    s = words::scan_number(it, end, in_list);
    if (s.fault == words::number_fault::absent) return false;
    if (s.fault != words::number_fault::none) refuse_number(it, s);
    return r.took(it, s.end);
}
template <auto Member, auto Where, message Expected>
struct scan_number_into {
    static constexpr message expected = Expected;
    static bool read(cursor& it, cursor end, reading& r) {
        words::number_scan s{};
        const cursor first = it;
        if (!read_number(it, end, r, s)) return false;
        (r.out.*Member).micro = s.micro;
        auto& where = r.out.*Where;
        where = {where.begin == where.end ? r.offset(first) : where.begin, r.offset(it)};  // of a range: both ends
        return true;
    }
};

/// A number of points, with its sign. `p` may stand at the sign.
bool read_points(cursor& it, cursor end, reading& r, std::int64_t& points, span& where) {
    const cursor first = it;
    cursor p = it;
    const bool negative = p != end && *p == '-';
    if (p != end && (*p == '+' || *p == '-')) p = words::skip_blanks(p + 1, end);
    unsigned value = 0;
    if (!words::digit_at(p, end, value)) {
        if (p != it) r.took(it, p);  // the sign stands; what follows it is wrong
        return false;
    }
    words::number_scan s{};
    if (!read_number(p, end, r, s)) return false;
    if (!s.whole) refuse(first, p, points_not_whole);
    if (s.micro > limits::points * limits::grid) refuse(first, p, points_out_of_range, {std::to_string(limits::points)});
    points = (negative ? -s.micro : s.micro) / limits::grid;
    where = r.where(first, p);
    return r.took(it, p);
}
struct scan_points {
    static constexpr message expected = expected_points;
    static bool read(cursor& it, cursor end, reading& r) {
        std::int64_t points = 0;
        if (!read_points(it, end, r, points, r.out.points_where)) return false;
        r.out.points = static_cast<std::int32_t>(points);
        return r.out.has_points = true;
    }
};

}  // namespace
}  // namespace advise::grammar
