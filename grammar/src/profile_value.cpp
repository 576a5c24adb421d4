// The text of a profile's value, in English and Persian words: what shape it has. What it means is for the engine, which
// knows the fact.
#include <advise/grammar/profile.hpp>

#include "words.hpp"

#include <advise/grammar/term_key.hpp>
#include <advise/grammar/utf8.hpp>

#include <utility>

namespace advise::grammar {
namespace {

using words::cursor;
using enum message;

// Words by their keys, so that every spelling of them is known.
struct form_word {
    std::string_view spelling;
    value_form form;
};
constexpr form_word form_words[] = {
    {"at least", value_form::at_least}, {"حداقل", value_form::at_least},    {"دست‌کم", value_form::at_least}, {"at most", value_form::at_most},
    {"حداکثر", value_form::at_most},    {"includes", value_form::includes}, {"شامل", value_form::includes},
};
constexpr std::pair<std::string_view, value_form> form_symbols[] = {
    {">=", value_form::at_least}, {"≥", value_form::at_least}, {"<=", value_form::at_most},
    {"≤", value_form::at_most},   {">", value_form::above},    {"<", value_form::below},
};

bool means(std::string_view text, std::string_view word) { return term_key(text) == term_key(word); }
std::string_view view(cursor first, cursor last) { return {first, static_cast<std::size_t>(last - first)}; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

// The end of a run of anything but blanks.
cursor run_end(cursor p, cursor end) {
    while (p != end && !is_blank(*p)) ++p;
    return p;
}

class value_reader {
public:
    explicit value_reader(std::string_view text) : text_(text), p_(text.data()), end_(p_ + text.size()) {}

    value_result read() {
        trim();
        if (p_ == end_) return fail(value_error::empty, p_, p_, value_expects_value);
        if (is_unknown()) {
            out_.value.form = value_form::unknown;
            return std::move(out_);
        }
        if (!read_symbol()) read_word();
        trim();
        if (p_ == end_) return fail(value_error::malformed, p_, p_, value_expects_value);
        read_items();
        if (out_.error == value_error::none && too_many()) return fail(value_error::malformed, end_of_first_, end_, value_expects_one);
        return std::move(out_);
    }

private:
    void trim() {
        while (p_ != end_ && is_blank(*p_)) ++p_;
        while (p_ != end_ && is_blank(end_[-1])) --end_;
    }
    [[nodiscard]] bool is_unknown() const {
        std::string_view const all = view(p_, end_);
        if (all == "?" || all == "؟") return true;
        return *p_ != '"' && all.size() <= 64 && (means(all, "unknown") || means(all, "نمی‌دانم"));
    }
    // Forms that take one value; a range has two, but nothing after them either.
    [[nodiscard]] bool takes_one() const { return out_.value.form != value_form::items && out_.value.form != value_form::includes; }
    [[nodiscard]] bool too_many() const { return takes_one() && out_.value.items.size() > (out_.value.form == value_form::range ? 2U : 1U); }

    [[nodiscard]] span where(cursor first, cursor last) const {
        return {static_cast<std::uint32_t>(first - text_.data()), static_cast<std::uint32_t>(last - text_.data())};
    }
    value_result fail(value_error why, cursor first, cursor last, message expected) {
        out_.error = why;
        out_.where = where(first, last);
        out_.expected = expected;
        return std::move(out_);
    }
    void stop(value_error why, cursor first, cursor last, message expected) {
        if (out_.error == value_error::none) out_.error = why, out_.where = where(first, last), out_.expected = expected;
    }

    bool read_symbol() {
        for (const auto& [symbol, form] : form_symbols) {
            if (!view(p_, end_).starts_with(symbol)) continue;
            out_.value.form = form;
            p_ += symbol.size();
            return true;
        }
        return false;
    }
    // One or two words that say the form, and something after them.
    void read_word() {
        const cursor one = run_end(p_, end_);
        cursor next = one;
        while (next != end_ && is_blank(*next)) ++next;
        if (next == end_ || one - p_ > 32) return;
        const cursor two = run_end(next, end_);
        for (const auto& w : form_words) {
            const bool first = means(view(p_, one), w.spelling);
            if (!first && (two == end_ || two - p_ > 32 || !means(view(p_, two), w.spelling))) continue;
            out_.value.form = w.form;
            p_ = first ? one : two;
            return;
        }
    }

    void read_items() {
        while (out_.error == value_error::none) {
            read_item();
            trim();
            if (!end_of_first_) end_of_first_ = p_;
            if (out_.error != value_error::none || p_ == end_) return;
            const cursor comma = p_;
            const unsigned length = comma_at(p_);
            if (!length) return stop(value_error::malformed, p_, run_end(p_, end_), value_expects_comma);
            p_ += length;
            trim();
            if (p_ == end_) return stop(value_error::malformed, comma, comma + length, value_expects_no_end_mark);
        }
    }
    [[nodiscard]] unsigned comma_at(cursor p) const {
        if (*p == ',') return 1;
        return view(p, end_).starts_with("،") || view(p, end_).starts_with("؛") ? 2 : 0;
    }

    void read_item() {
        if (*p_ == '"') return read_quoted();
        const bool digit = words::begins_number(p_, end_);
        if (digit || words::begins_number(p_ + (*p_ == '.'), end_)) return read_number();
        if (*p_ == '+' && words::begins_number(p_ + 1, end_)) return stop(value_error::bad_number, p_, run_end(p_, end_), value_expects_unsigned);
        read_words();
    }
    value_item& add(cursor first, cursor last) {
        auto& item = out_.value.items.emplace_back();
        item.where = where(first, last);
        item.text.assign(first, last);
        return item;
    }
    void read_quoted() {
        const auto s = words::scan_quoted(p_, end_);
        if (!s.closed) return stop(value_error::malformed, p_, end_, value_expects_close_quote);
        if (s.bad_escape) return stop(value_error::malformed, s.bad_escape, words::escape_end(s.bad_escape, end_), value_expects_escape);
        auto& item = add(p_, s.end);
        item.quoted = true;
        words::resolve_quoted(p_, s.end, item.text);
        p_ = s.end;
    }
    // Anything up to a comma or quote: the engine will say whether it names an option or level.
    void read_words() {
        cursor last = p_;
        cursor q = p_;
        for (; q != end_ && *q != '"' && !comma_at(q); ++q)
            if (!is_blank(*q)) last = q + 1;
        if (last == p_) return stop(value_error::malformed, p_, p_ + 1, value_expects_value);
        add(p_, last);
        p_ = last;
    }

    void read_number() {
        const bool may_be_list = out_.value.form == value_form::items || out_.value.form == value_form::includes;
        const cursor first = p_;
        auto s = words::scan_number(p_, end_, false);
        using enum words::number_fault;
        if (may_be_list && s.fault == decimal_comma) s = words::scan_number(p_, end_, true);  // `1,2,3`
        if (s.fault == glued) s = unglued(first, s);
        if (s.fault != none) return stop(value_error::bad_number, first, s.end == first ? run_end(first, end_) : s.end, expected_for(s.fault));
        auto& item = add(first, s.end);
        item.number = ast::decimal{s.micro};
        p_ = s.end;
        if (p_ != end_ && *p_ == '+' && out_.value.form == value_form::items && out_.value.items.size() == 1) {
            out_.value.form = value_form::at_least;
            ++p_;
            plus_ = true;
        }
        read_after_number(first);
    }
    // `4years`, `۴سال`: in a profile the unit may cling to its number.
    static words::number_scan unglued(cursor first, words::number_scan s) {
        cursor p = first;
        const cursor all = s.end;
        while (p != all) {
            const auto shorter = words::scan_number(first, ++p);
            if (shorter.fault == words::number_fault::glued) break;
            s = shorter;
        }
        return s;
    }
    static message expected_for(words::number_fault fault) {
        using enum words::number_fault;
        switch (fault) {
        case grouped: return value_expects_ungrouped;
        case decimal_comma: return value_expects_point;
        case trailing_point: return value_expects_digit_after_point;
        case leading_point: return value_expects_digit_before_point;
        case too_long:
        case too_fine: return value_expects_short_number;
        default: return value_expects_number;
        }
    }

    // The length of what stands between the ends of a range: `..`, or `to` and «تا» as a word before another number.
    [[nodiscard]] unsigned range_mark_at(cursor q) const {
        if (view(q, end_).starts_with("..")) return 2;
        const cursor last = run_end(q, end_);
        if (!means(view(q, last), "to") && !means(view(q, last), "تا")) return 0;
        return words::begins_number(words::skip_blanks(last, end_), end_) ? static_cast<unsigned>(last - q) : 0;
    }

    // After a number: `..` and another, a unit, or the end of the item.
    void read_after_number(cursor first) {
        cursor q = words::skip_blanks(p_, end_);
        const bool may_be_range = !plus_ && out_.value.items.size() == 1 && out_.value.form == value_form::items;
        if (const unsigned between = may_be_range ? range_mark_at(q) : 0; between != 0) {
            p_ = words::skip_blanks(q + between, end_);
            out_.value.form = value_form::range;
            if (!words::begins_number(p_, end_)) return stop(value_error::bad_number, p_, run_end(p_, end_), value_expects_number);
            return read_number();
        }
        const cursor unit_end = words::term_end(q, end_, words::term_place::profile);
        cursor after = unit_end == q ? p_ : unit_end;
        const cursor rest = words::skip_blanks(after, end_);
        if (rest != end_ && rest + 1 == end_ && (*rest == ';' || *rest == '.')) return stop(value_error::bad_number, rest, end_, value_expects_no_end_mark);
        if (rest != end_ && !comma_at(rest)) {
            const bool dash = *rest == '-' || *rest == '/';
            return stop(value_error::bad_number, first, run_end(rest, end_), dash ? value_expects_range : value_expects_unit);
        }
        auto& item = out_.value.items.back();
        if (unit_end != q) item.unit.assign(q, unit_end);
        if (plus_ || unit_end != q) {
            item.text.assign(first, after);
            item.where = where(first, after);
        }
        p_ = after;
    }

    std::string_view text_;
    cursor p_, end_;
    cursor end_of_first_ = nullptr;
    bool plus_ = false;  ///< `3+` was read
    value_result out_;
};

bool is_arabic_letter(char32_t c) {
    const bool block = (c >= 0x600 && c <= 0x6FF) || (c >= 0x750 && c <= 0x77F) || (c >= 0x8A0 && c <= 0x8FF) || (c >= 0xFB50 && c <= 0xFDFF)
                       || (c >= 0xFE70 && c <= 0xFEFF);
    return block && is_letter(c);
}

}  // namespace

value_result parse_value(std::string_view text) { return value_reader(text).read(); }

bool mostly_arabic(std::string_view text) {
    std::size_t arabic = 0, others = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto d = decode_one(text, at);
        if (d.valid && is_arabic_letter(d.point)) ++arabic;
        else if (d.valid && is_letter(d.point)) ++others;
        at += d.length;
    }
    return arabic > others;
}

std::string_view without_not(std::string_view text) {
    for (std::string_view const word : {"not", "no", "نه", "بدون"}) {
        if (text.size() <= word.size() || text[word.size()] != ' ' || term_key(text.substr(0, word.size())) != word) continue;
        std::size_t const rest = text.find_first_not_of(' ', word.size());
        return rest == text.npos ? std::string_view() : text.substr(rest);
    }
    return {};
}

std::optional<bool> yes_or_no(std::string_view text) {
    if (text.size() > 64) return std::nullopt;
    std::string const key = term_key(text);
    for (std::string_view const yes : {"yes", "بله", "بلی", "دارم"})
        if (key == term_key(yes)) return true;
    for (std::string_view const no : {"no", "نه", "خیر", "ندارم"})
        if (key == term_key(no)) return false;
    return std::nullopt;
}

}  // namespace advise::grammar
