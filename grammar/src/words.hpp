// The smallest pieces of the language, scanned by hand: blanks, words, terms, numbers, quoted text, keywords. Plain functions
// over [p, end); each returns where the piece ends, and `p` where there is none. The tokens of the X3 grammar, the cutting of
// a file into statements, and the profiles all use these, so that a term is the same thing everywhere.
#pragma once

#include <advise/grammar/ast.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace advise::grammar::words {

using cursor = const char*;

/// U+200C, three bytes.
inline bool is_zwnj(cursor p, cursor end) { return *p == '\xE2' && end - p > 2 && p[1] == '\x80' && p[2] == '\x8C'; }

/// Blanks inside a line. U+200C at the edge of a word counts as one (LANGUAGE.md §2); line feeds do not.
inline cursor skip_blanks(cursor p, cursor end) {
    while (p != end) {
        if (*p == ' ' || *p == '\t' || *p == '\r') ++p;
        else if (is_zwnj(p, end)) p += 3;
        else break;
    }
    return p;
}
/// Blanks, line feeds and comments, as between the tokens of a statement. `p` stands after a token, never first in the text.
cursor skip_space(cursor p, cursor end);
/// The line feed that ends the line of `p`, or `end`.
cursor line_end(cursor p, cursor end);

/// Where the text of a line ends when its comment and the blanks before that are left out. Quotes hide `#`.
cursor text_end(cursor line, cursor end);

// --- words and terms --------------------------------------------------------------------------------------------------

/// One word: begins with a letter, ends with a letter, mark, digit, '+' or '#'.
cursor word_end(cursor p, cursor end);

/// Where a term stands decides which words stop it.
enum class term_place : std::uint8_t { condition, claim, expect, profile };

/// A plain (unquoted) term: words with blanks between them, on one line, up to a word that stops it.
cursor term_end(cursor p, cursor end, term_place place);

/// Whether [p, end of word) is this lower-case ASCII word, in any letter case.
bool same_word(cursor p, cursor word_end, std::string_view lower);

/// A lower-case word of at most 8 letters as a number, so that words can be told apart by one `switch`.
constexpr std::uint64_t packed(std::string_view lower) {
    std::uint64_t n = 0;
    for (const char c : lower) n = n << 8 | static_cast<unsigned char>(c);
    return n;
}
/// The same of a word in any letter case; 0 for longer ones.
std::uint64_t packed_word(cursor p, cursor word_end);

/// `and or not is includes unless because cites`, `at least`, `at most`, `in` before a value: what no plain term holds.
bool is_stop(cursor word, cursor word_end, cursor end, term_place place);

// --- keywords ---------------------------------------------------------------------------------------------------------

constexpr bool is_clause(ast::statement_kind k) { return k >= ast::statement_kind::url; }

struct keyword {
    ast::statement_kind kind;
    std::string_view text;
};
/// Every word that can begin a statement or clause (`+` and `-` are not among them), statements first.
std::span<const keyword> keywords();

/// The keyword that a word is. `rule` is an `arrow`.
/// \return false where it is none
bool find_keyword(cursor word, cursor word_end, ast::statement_kind& kind);

/// What the line at `p` begins: a statement or clause with its keyword, evidence (`+` or `-`).
/// \return false for anything else, which is an arrow rule
bool line_kind(cursor p, cursor end, ast::statement_kind& kind, cursor& keyword_end);

/// The word for a kind of statement, as written in a file: "concept", "+N".
std::string_view word_of(ast::statement_kind kind);

// --- numbers and quoted text ------------------------------------------------------------------------------------------

/// Length in bytes of an ASCII, Arabic-Indic or Persian digit at `p`; 0 where none stands. `value` is 0 to 9.
unsigned digit_at(cursor p, cursor end, unsigned& value);
bool begins_number(cursor p, cursor end);  ///< a digit, or '-' and a digit

enum class number_fault : std::uint8_t {
    none,
    absent,
    grouped,         ///< 1,500
    decimal_comma,   ///< 2,5
    trailing_point,  ///< 3.
    leading_point,   ///< .5
    too_long,        ///< more than 12 digits before the point
    too_fine,        ///< more than 6 after it
    glued            ///< 3d
};
struct number_scan {
    cursor end;  ///< after the number, or after all that belongs to a faulty one
    std::int64_t micro = 0;
    bool whole = true;  ///< without a point
    number_fault fault = number_fault::none;
};
/// `in_list`: a comma between digits separates values there, and is no fault.
number_scan scan_number(cursor p, cursor end, bool in_list = false);
/// How a faulty number should have been written; empty where nobody can know.
std::string corrected_number(cursor p, const number_scan& faulty);

/// Where a quoted text ends: after its closing quote, or at the end of the line where it is not closed.
struct quoted_scan {
    cursor end;
    bool closed = false;
    cursor bad_escape = nullptr;  ///< the first backslash that is followed by something else than `"`, `\` or `n`
};
quoted_scan scan_quoted(cursor p, cursor end);
/// What a quoted text says. `p` and `end` include both quotes.
void resolve_quoted(cursor p, cursor end, std::string& out);

/// The end of an escape, as much of it as can be shown.
cursor escape_end(cursor backslash, cursor end);

/// Whether nothing is left of a term after folding: its key is empty. `first` and `last` include its quotes.
bool says_nothing(cursor first, cursor last, bool quoted);
/// The first code point that shows nothing (U+200B, a filler, …); 0 where there is none.
char32_t find_invisible(cursor first, cursor last);
/// "5years" as "5 years".
std::string split_unit(cursor number, cursor end);

/// The next piece of text as a person sees it: a word with what clings to it, a number, quoted text, an operator, or one
/// character. For pointing at it in a message; never empty unless p == end.
cursor piece_end(cursor p, cursor end);

}  // namespace advise::grammar::words
