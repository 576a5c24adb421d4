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
    name_declared_twice, fact_also_concluded, no_such_name, no_such_conclusion, no_such_fact, not_a_role,
    name_means_two, forbidden_fact_name, undeclared_fact, not_a_language, not_option_nor_language, not_an_option_of,
    text_given_twice, given_twice, no_such_source, language_too_late, unknown_version, syntax_not_first,
    label_of_scale, level_label_elsewhere, title_given_twice, language_given_twice, no_such_type, option_twice,
    compared_with_both, conclusion_compared, bare_choice, no_such_level, no_such_option, number_for_level,
    number_for_choice, word_for_number, order_of_choice, order_of_yes_no, only_includes, includes_needs_set,
    wrong_unit, takes_no_unit, count_out_of_range, member_not_bare, range_upside_down, range_needs_in,
    yes_no_elsewhere, not_yes_or_no, effort_of_choice, effort_units_differ, effort_negative, cannot_be_raised,
    units_differ, several_values, cycle, mixed_and_or, concept_unmentioned, note_first_declared, note_declared_here,
    note_declared_as_fact, note_concluded_here, note_other_name_here, note_first_here, note_number_here,
    note_needs_here, note_steps_left_out, note_and_more_rules, help_did_you_mean, help_levels, help_options,
    help_language_tag, help_types, help_type_did_you_mean, help_declare_fact, help_or_declare_fact, help_bare_or_not,
    help_write, help_parentheses, help_mixed, help_mention_concept, help_break_cycle, help_rename_fact,
    help_declare_source, help_label_in_scale, help_label_level, help_undeclared_unit, help_same_unit, help_no_unit,
    kind_a_level, kind_a_yes_no, kind_a_number, kind_a_choice, kind_a_set, a_level_of, an_option_of,

    // --- profiles (A3…): messages_profile.cpp

    // --- files and limits (A4…): messages_files.cpp
    errors_left_out,
    // imports (the engine)
    import_cycle, import_too_deep, too_many_files, note_imports_here,
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
