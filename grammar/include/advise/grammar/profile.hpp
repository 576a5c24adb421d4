// The syntax of a profile, as text or as JSON: keys and values where they stand. What they mean is for the engine (facts.hpp).
#pragma once

#include <advise/grammar/ast.hpp>
#include <advise/grammar/diagnostic.hpp>

#include <optional>
#include <string>
#include <vector>

namespace advise::grammar {

enum class profile_value_kind : std::uint8_t {
    bare,       ///< a key alone: yes
    text,       ///< raw text after the colon, or a JSON string
    number,     ///< JSON
    boolean,    ///< JSON
    null,       ///< JSON: unknown
    list        ///< JSON array; items are text, number or boolean
};

struct profile_value {
    profile_value_kind kind = profile_value_kind::bare;
    span where;                     ///< of a bare key: the key
    std::string content;            ///< text
    bool quoted = false;            ///< text: the whole value stands in quotes (or is a JSON string)
    ast::decimal number;
    bool boolean = false;
    std::vector<profile_value> items;
};

struct profile_entry {
    span where;                     ///< the whole line, or member
    span key_where;
    std::string key;                ///< spelling, quotes resolved
    profile_value value;
    std::uint32_t line = 1;
};

/// A profile as written. `name`, `note` and `otherwise` (in any of their words) are taken out of the entries here; so is `id` in JSON and text.
struct profile {
    source_ptr file;
    std::vector<profile_entry> entries;
    bool closed = false;            ///< `otherwise: no`
    span closed_where;
    std::string name;               ///< empty where none is given
    std::vector<std::string> notes;
    std::optional<span> id_where;   ///< the value of the first `id`, which means nothing here
};

/// Reads a profile; JSON where its first character that is not blank is `{`. Errors are reported, bad lines left out.
/// Linear in the bytes. `file` must stay alive as long as the result and the diagnostics.
profile parse_profile(source_ptr file, diagnostics& out);

/// The same of a text that has to be JSON. Where it is no sound object, `id_where` is still that of an `id` which could be read before.
profile parse_json_profile(source_ptr file, diagnostics& out);

/// Reads one line of a profile that stands in a rule file (`given`): `line` is its span there.
/// \return nullopt after an error; a line that is about no fact has an entry with an empty key: `name`, `note`, `id`, and `otherwise: no`, which sets `closed`
std::optional<profile_entry> parse_profile_line(const source& file, span line, bool& closed, diagnostics& out);

// --- values as text ---------------------------------------------------------------------------------------------------

enum class value_form : std::uint8_t {
    items,       ///< `a`, `a, b`, `3 years`
    unknown,     ///< unknown, نمی‌دانم, ?
    at_least, at_most,    ///< also 3+, >= 3, <= 3, حداقل, دست‌کم, حداکثر
    above, below,         ///< > 3, < 3
    range,                ///< 3..5
    includes              ///< includes a, b
};

/// One item of a value: its text, and what number it is if it is one.
struct value_item {
    span where;                          ///< relative to the text given
    std::string text;                    ///< as written, without its quotes
    bool quoted = false;
    std::optional<ast::decimal> number;  ///< when the item is a number, with or without a unit
    std::string unit;
};

struct value_syntax {
    value_form form = value_form::items;
    std::vector<value_item> items;       ///< range: two, with the unit on the second; at_least …: one; unknown: none
};

enum class value_error : std::uint8_t { none, empty, malformed, bad_number };

struct value_result {
    value_syntax value;
    value_error error = value_error::none;
    span where;                          ///< of the error, relative to the text
    message expected{};                  ///< what was expected there, for `malformed` and `bad_number`
};

/// Reads the text of a value: English and Persian words, digits and commas. O(bytes).
value_result parse_value(std::string_view text);

/// Whether most letters of a text are of the Arabic script (it decides the language of `--lang auto`).
bool mostly_arabic(std::string_view text);

/// What follows "not", "no" or «نه» at the start of a text that denies something: "avoids" of "not avoids"; else "".
std::string_view without_not(std::string_view text);

/// yes / بله / بلی / دارم, or no / نه / خیر / ندارم; nullopt for anything else.
std::optional<bool> yes_or_no(std::string_view text);

}  // namespace advise::grammar
