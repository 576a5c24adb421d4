// The catalogue of what is said about texts: every sentence once, in English and Persian. Holes are {0}, {1}, …
// A message that opens a diagnostic has a code (COMMANDS.md: A0… syntax, A1… names and types, A2… logic of the rule base,
// A3… profile, A4… files and limits) and a severity; notes, help and the names of expected things have none.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace advise::grammar {

enum class severity : std::uint8_t { error, warning, note };
enum class language : std::uint8_t { en, fa };

/// Every sentence, in four groups, one for each stage.
enum class message : std::uint16_t {
    none,
    // --- syntax of rule files and the text layer of all files (A0…): messages_syntax.cpp
    // the text layer (source.hpp)
    invalid_utf8, control_character, lone_carriage_return, bidirectional_control, mark_dropped, marks_dropped_in_lines,
    another_encoding, carriage_return_line_ends, help_save_as_utf8, help_convert, help_line_ends,
    kind_utf16, kind_utf32, kind_ebcdic, kind_legacy_encoding, kind_program, kind_image, kind_compressed, kind_zip, kind_pdf,
    kind_sqlite, kind_web_page, kind_rtf, kind_nothing_but_nul, kind_binary,

    // --- names, types and the logic of a rule base (A1…, A2…): messages_names.cpp

    // --- profiles (A3…): messages_profile.cpp

    // --- files and limits (A4…): messages_files.cpp
    errors_left_out,
    // what the file system said (the program, src/files.cpp); {0} is the file's name
    file_not_found,
    file_permission,
    file_is_folder,
    file_name_too_long,
    file_link_loop,
    file_read_error,
    file_too_large,              // {1}: the limit in MiB
    file_no_memory,
    file_failed,                 // {1}: the system's words
    import_outside,
    import_irregular,
    import_from_pipe,
    import_not_embedded,

    message_count
};

/// What stands in a hole: text of the user, or another sentence of the catalogue (an expected thing, a kind of name).
using argument = std::variant<std::string, message>;
using arguments = std::vector<argument>;

/// One entry of the catalogue.
struct message_entry {
    message id;
    std::string_view code;      ///< "A0101"; empty for notes, help and expected things
    enum severity severity;
    std::string_view en;
    std::string_view fa;
};

/// The whole catalogue, one entry for each id (a test holds us to that).
std::span<const message_entry> message_catalogue();

/// The code of a message, or "".
std::string_view code_of(message id);
enum severity severity_of(message id);

/// The sentence with its holes filled; arguments that are messages are said in the same language. A hole without an
/// argument stays as it is. Text in an argument is shortened to a few hundred bytes and made printable (`printable`,
/// utf8.hpp), so callers hand on what the user wrote as it is. O(length).
std::string text_of(message id, language in, const arguments& filled = {});

}  // namespace advise::grammar
