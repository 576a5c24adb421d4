// Scripts of letters, and characters that look like others (UTS 39, Unicode Security Mechanisms, version 15.0), for names of facts and roles.
//
// The tables are made by cmake/unicode_tables.cpp. Left out is what cannot mislead in a name here, or what its key settles already:
// characters that NFKC changes, Hangul (whose letters come as syllables), what looks like punctuation, digits of the Arabic blocks. I, 1 and 0 are not
// folded to l and o, so that API and APL differ, and `rn` not to `m`: `modern` is no `modem`. Arabic letters look like Arabic letters only: the table of UTS 39 has
// ه look like o and ا like l, which no reader of Persian would say, and takes پ for ث.
// Nor does σ look like ο.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace advise::engine::unicode {

/// By the codes of ISO 15924: those that UAX 31 recommends for names; `other` are the rest, `none` letters of no script or of all.
enum class script : std::uint8_t {
    none,
    other,
    arab,
    armn,
    beng,
    bopo,
    cyrl,
    deva,
    ethi,
    geor,
    grek,
    gujr,
    guru,
    hang,
    hani,
    hebr,
    hira,
    kana,
    khmr,
    knda,
    laoo,
    latn,
    mlym,
    mymr,
    orya,
    sinh,
    taml,
    telu,
    thaa,
    thai,
    tibt
};

struct script_range {
    char32_t first, last;
    script of;
};

struct confusable {
    char32_t of;
    std::array<char32_t, 5> as;  ///< filled up with 0
};

// The tables, ascending.
std::span<const script_range> script_table();
std::span<const confusable> confusable_table();

/// The script of a letter; what is no letter has none that means anything. O(log table).
script script_of(char32_t letter);

/// What a character looks like, one code point or several; empty where nothing else. O(log table).
std::u32string_view look_of(char32_t point);

/// A letter of a script that nobody can tell from this one; 0 where there is none. O(table).
char32_t twin_in(script of, char32_t letter);

}  // namespace advise::engine::unicode
