// Keys of terms. Three ways to the same answer: pure ASCII through a table of bytes; plain Arabic script, which normalisation
// leaves alone, code point by code point; everything else through utf8proc. The last rules (`key_writer`) are common.
#include <advise/grammar/term_key.hpp>
#include <advise/grammar/utf8.hpp>

#include <utf8proc.h>

#include <array>
#include <cstdlib>
#include <memory>
#include <new>

namespace advise::grammar {
namespace {

enum class kind : std::uint8_t { other, letter, digit, separator, dropped };

// --- ASCII

struct ascii_entry { char put; grammar::kind kind; };

constexpr std::array<ascii_entry, 128> make_ascii() {
    std::array<ascii_entry, 128> table{};
    for (unsigned i = 0; i < 128; ++i) table[i] = {static_cast<char>(i), kind::other};
    for (char c = 'a'; c <= 'z'; ++c) {
        table[static_cast<unsigned>(c)] = {c, kind::letter};
        table[static_cast<unsigned>(c) - 32] = {c, kind::letter};
    }
    for (char c = '0'; c <= '9'; ++c) table[static_cast<unsigned>(c)] = {c, kind::digit};
    for (const char c : {' ', '\t', '\n', '\r', '-', '_'}) table[static_cast<unsigned>(c)] = {c, kind::separator};
    return table;
}

constexpr auto ascii = make_ascii();

// Writes a key: a run of separators is one, and it stays, as '-', before a digit unless the last thing kept is a letter.
// Marks belong to the letter or digit before them. What is dropped is as if it had never been there. No key is longer than
// its text (a '-' stands for a separator, a folded letter for one as long), so room is made once.
class key_writer {
public:
    key_writer(std::string_view text, std::string& out) : out_(out) {
        out.resize(text.size());
        to_ = out.data();
    }
    void finish() { out_.resize(static_cast<std::size_t>(to_ - out_.data())); }

    /// Takes ASCII from the front of the text and returns how much; stops before anything else.
    std::size_t take_ascii(std::string_view text) {
        std::size_t i = 0;
        for (; i < text.size() && static_cast<unsigned char>(text[i]) < 0x80; ++i) {
            const ascii_entry entry = ascii[static_cast<unsigned char>(text[i])];
            if (entry.kind == kind::separator) separated_ = true;
            else put_after(entry.kind, entry.put);
        }
        return i;
    }
    void take(char32_t point, kind what) {
        if (what == kind::dropped) return;
        if (what == kind::separator) {
            separated_ = true;
        } else if (point < 0x80) {
            put_after(what, static_cast<char>(point));
        } else {
            begin(what);
            put(point);
        }
    }
    void take_mark(char32_t point) {
        separated_ = false;
        put(point);
    }

private:
    void begin(kind next) {
        if (separated_ && next == kind::digit && !after_letter_) *to_++ = '-';
        separated_ = false;
        after_letter_ = next == kind::letter;
    }
    void put_after(kind next, char c) {
        begin(next);
        *to_++ = c;
    }
    void put(char32_t point) {
        to_ += utf8proc_encode_char(static_cast<utf8proc_int32_t>(point), reinterpret_cast<utf8proc_uint8_t*>(to_));
    }

    std::string& out_;
    char* to_;
    bool separated_ = false;      // a separator since the last thing kept
    bool after_letter_ = false;
};

// --- Arabic script

constexpr bool in(char32_t point, char32_t low, char32_t high) { return point >= low && point <= high; }

// The table of LANGUAGE.md §2.
constexpr char32_t persian(char32_t point) {
    switch (point) {
        case 0x064A: case 0x0649: return 0x06CC;
        case 0x0643: return 0x06A9;
        case 0x0629: case 0x06C0: case 0x06C2: case 0x06D5: return 0x0647;
        default: break;
    }
    if (in(point, 0x0660, 0x0669)) return point - 0x0660 + '0';
    if (in(point, 0x06F0, 0x06F9)) return point - 0x06F0 + '0';
    return point;
}

constexpr bool is_harakat(char32_t point) { return point == 0x0640 || in(point, 0x064B, 0x065F) || point == 0x0670; }

// Letters, digits and marks of the Arabic block that NFKC and case folding leave as they are, whatever stands around them.
// Not among them: U+0653–0655, which may compose, U+0656–065F, whose order may change, and U+0675–0678, which decompose.
constexpr bool is_inert(char32_t point) {
    return in(point, 0x0620, 0x063F) || in(point, 0x0640, 0x0652) || in(point, 0x0660, 0x0669) || in(point, 0x066E, 0x0674) ||
           in(point, 0x0679, 0x06D3) || point == 0x06D5 || in(point, 0x06F0, 0x06FC) || point == 0x200C;
}

kind kind_of_inert(char32_t point) {
    if (point == 0x200C) return kind::separator;
    if (is_harakat(point)) return kind::dropped;
    if (point < 0x80) return kind::digit;
    return kind::letter;
}

// U+0654 composes with some letters; with these two, where Persian has it, it does not.
constexpr bool is_plain_hamza(char32_t point, char32_t base) { return point == 0x0654 && (base == 0x0647 || base == 0x06CC); }

// \return false where something else stands; then the key has to be made anew
bool write_plain(std::string_view text, std::string& out) {
    key_writer key(text, out);
    char32_t base = 0;   // the letter that marks stand on
    for (std::size_t i = 0; i < text.size();) {
        if (const std::size_t taken = key.take_ascii(text.substr(i)); taken != 0) i += taken, base = 0;
        if (i >= text.size()) break;
        const decoded one = decode_one(text, i);
        if (!one.valid || !(is_inert(one.point) || is_plain_hamza(one.point, base))) return false;
        const char32_t folded = persian(one.point);
        key.take(folded, kind_of_inert(folded));
        if (!is_harakat(one.point) || one.point == 0x0640) base = one.point;
        i += one.length;
    }
    key.finish();
    return true;
}

// --- everything else

struct free_memory { void operator()(utf8proc_uint8_t* p) const { std::free(p); } };
using normalised = std::unique_ptr<utf8proc_uint8_t, free_memory>;

// NFKC, or NFKC of the case-folded text; null for bytes that are not UTF-8.
normalised normalise(std::string_view text, int folding, std::string_view& result) {
    utf8proc_uint8_t* made = nullptr;
    const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | folding);
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                                     &made, options);
    if (length == UTF8PROC_ERROR_NOMEM) throw std::bad_alloc();      // else it would be another term
    if (length < 0) return nullptr;
    result = {reinterpret_cast<const char*>(made), static_cast<std::size_t>(length)};
    return normalised(made);
}

// What `source` replaces and drops in a text is treated alike here, for strings that come another way (JSON escapes).
kind kind_of(char32_t point) {
    if (is_harakat(point) || is_dropped_mark(point)) return kind::dropped;
    if (point == 0x200C || point == 0x2010 || point == 0x2011 || is_blank(point)) return kind::separator;
    if (is_digit(point)) return kind::digit;
    return is_letter(point) ? kind::letter : kind::other;
}

void write_normalised(std::string_view text, std::string& out) {
    key_writer key(text, out);
    for (std::size_t i = 0; i < text.size();) {
        i += key.take_ascii(text.substr(i));
        if (i >= text.size()) break;
        const decoded one = decode_one(text, i);
        const char32_t folded = one.point == 0x2019 ? U'\'' : persian(one.point);
        i += one.length;
        if (is_mark(folded) && !is_harakat(folded)) key.take_mark(folded);
        else key.take(folded, kind_of(folded));
    }
    key.finish();
}

}  // namespace

std::string_view term_key(std::string_view spelling, std::string& out) {
    if (write_plain(spelling, out)) return out;
    std::string_view once, twice;
    const normalised first = normalise(spelling, 0, once);
    const normalised second = first ? normalise(once, UTF8PROC_CASEFOLD, twice) : nullptr;
    if (!second) return out = printable(spelling);   // not UTF-8: nobody should ask, but a key it gets
    write_normalised(twice, out);
    return out;
}

std::string term_key(std::string_view spelling) {
    std::string out;
    term_key(spelling, out);
    return out;
}

}  // namespace advise::grammar
