// The catalogue of what is said about texts: every sentence once, in English and Persian. Holes are {0}, {1}, …
// A message that opens a diagnostic has a code (COMMANDS.md: A0… syntax, A1… names and types, A2… logic of the rule base,
// A3… profile, A4… files and limits) and a severity; notes, help and the names of expected things have none.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
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
    // the grammar (parse.hpp)
    // what was expected ({0} of the first two messages below)
    expected_condition, expected_value, expected_in_values, expected_number, expected_points, expected_unit,
    expected_word_points, expected_count, expected_text, expected_name, expected_conclusion, expected_level,
    expected_option, expected_type, expected_language, expected_source, expected_fact, expected_colon, expected_less,
    expected_open, expected_dots, expected_of, expected_close, expected_comma_or_close, expected_operator_or_close,
    expected_operator_or_arrow, expected_operator_or_end, expected_line_end, expected_verdict, expected_expectation,
    expected_claim, expected_ignores, expected_never_hurts, expected_profile_line,
    // syntax errors of rule files
    syntax_unexpected, syntax_missing, parenthesis_open_at, parenthesis_open, parenthesis_unmatched, quote_open,
    unknown_escape, term_too_long, term_empty, term_invisible, nested_too_deep, number_malformed, number_too_long,
    number_too_fine, points_out_of_range, points_not_whole, count_not_whole, arrow_missing, clause_outside,
    clause_of_other_block, unless_after_arrow, second_arrow, arrow_split, term_needs_quotes, no_such_operator,
    not_before_in, several_statements, merge_conflict, reason_not_here, arrow_in_given, term_over_lines,
    statement_in_statement, note_parenthesis_opened, help_label_below, help_quoted_line, help_write_line, help_claim_forms, help_write_number,
    help_escapes, help_close_quote, help_comma, help_own_line, help_two_rules, help_clause_belongs, help_clauses_of,
    help_rule_shape, help_unless_clause, help_profile_line, help_resolve_conflict, help_blank_before_unit,
    // habits from prose and from other languages
    fact_not_first, range_after_unit, foreign_quotes, foreign_comment, help_condition_below, help_no_arithmetic, help_one_of_list,
    help_clause_below, help_two_lines, help_points_for, help_number_declared, help_effort_shape, help_title_once, help_reason_in_comment,
    help_open_parenthesis, help_bidirectional, help_take_away, help_shape, help_not_text, help_shorter, help_nested,
    help_at_least_or_exactly, help_expect_points,

    // --- names, types and the logic of a rule base (A1…, A2…): messages_names.cpp
    name_declared_twice, fact_also_concluded, no_such_name, no_such_conclusion, no_such_fact, not_a_role,
    name_means_two, other_name_taken, forbidden_fact_name, undeclared_fact, not_a_language, not_option_nor_language, not_an_option_of,
    text_given_twice, given_twice, no_such_source, language_too_late, unknown_version, syntax_not_first,
    label_of_scale, level_label_elsewhere, title_given_twice, language_given_twice, no_such_type, option_twice,
    compared_with_both, conclusion_compared, bare_choice, help_order_is_a_scale, no_such_level, no_such_option, number_for_level,
    number_for_choice, word_for_number, order_of_choice, order_of_yes_no, only_includes, includes_needs_set,
    wrong_unit, takes_no_unit, count_out_of_range, member_not_bare, range_upside_down, number_outside_range, range_needs_in,
    yes_no_elsewhere, not_yes_or_no, effort_of_choice, effort_units_differ, effort_negative, cannot_be_raised,
    units_differ, several_values, cycle, mixed_and_or, concept_unmentioned, test_title_twice, test_expects_nothing, note_first_declared, note_declared_here,
    note_declared_as_fact, note_concluded_here, note_other_name_here, note_first_here, note_number_here,
    note_needs_here, note_steps_left_out, note_and_more_rules, help_did_you_mean, help_levels, help_options,
    help_language_tag, help_types, help_type_did_you_mean, help_declare_fact, help_or_declare_fact, help_bare_or_not,
    help_write, help_expect, help_parentheses, help_mixed, help_mention_concept, help_break_cycle, help_rename_fact,
    help_declare_source, help_declare_choice, type_level, type_number, type_yes_no, help_label_in_scale, help_label_level, help_undeclared_unit, help_same_unit, help_no_unit,
    kind_a_level, kind_a_yes_no, kind_a_number, kind_a_choice, kind_a_set, a_level_of, an_option_of,
    learning_waits, learning_never, note_waits_here, help_let_begin, help_after_can_hold,
    effort_unit_missing, effort_unit_only_here, help_option_compared, help_level_compared, help_comparison_meant,
    help_one_declaration, help_compare_number, help_inside_range, help_effort_kinds, help_more_kinds, help_fact_or_conclusion, help_conclusions, help_move_up,
    help_members_apart, scale_for_fact, scale_for_facts, help_effort_about, help_effort_recount,

    // --- what is proved about a rule base, over all profiles (A2008…): messages_proofs.cpp
    // claims
    claim_always_refuted, claim_never_refuted, claim_ignores_refuted, claim_hurts_refuted, claim_undecided,
    help_claim, witness_smallest, witness_some, witness_first, witness_second, verdict_word_yes, verdict_word_no,
    // what never or always holds
    condition_never, condition_always, conclusion_never, conclusion_without_clauses, conclusion_always, points_not_reached, point_not_reached,
    note_same_condition, note_needed_here, note_excluded_here, note_one_needed_here, note_points_needed_here, note_point_needed_here, note_together_always,
    help_condition_never, help_condition_always, help_conclusion_never, help_without_clauses, help_conclusion_always, help_points_most,
    // what changes nothing
    when_changes_nothing, requires_changes_nothing, unless_changes_nothing, evidence_changes_nothing, points_change_nothing, point_changes_nothing, part_changes_nothing,
    note_says_already, note_rules_out_already, help_leave_out, equivalent_roles, equivalent_concepts, help_equivalent,
    fact_unused, fact_without_influence, help_fact_unused, proofs_undecided, help_proofs_undecided,

    // --- `allow` comments, and what authors could write better (A2020…): messages_lints.cpp
    // comments for `check`
    allow_without_reason, allow_unused, allow_unknown_code, allow_error_code, allow_malformed, help_allow_shape, help_allow_unused,
    // names and texts
    term_two_ways, mixed_scripts, scripts_mixed, look_alike, help_look_alike, help_one_script, label_missing, question_missing, reason_missing, source_missing,
    help_add, note_the_others_have,
    // what nothing uses
    import_unused, import_twice, source_unused, scale_unused, help_delete,
    // what is proved besides (A2031…)
    count_trivial, values_alike, option_unasked, help_values_alike, points_far_apart, help_points_far_apart, evidence_twice, evidence_equal,
    note_other_evidence, help_evidence_twice, role_never_first, note_more_points, help_role_never_first,
    // a label, or the beginning of a clause, that became a part of a name (A2036)
    label_in_name, clause_in_name, help_label_or_quotes,
    // a number with a point that may be meant to part thousands (A2037)
    number_like_thousands, help_thousands_or_fraction,

    // --- profiles (A3…): messages_profile.cpp
    // the syntax of profiles (profile.hpp)
    profile_key_missing, profile_key_malformed, profile_key_too_long, profile_key_invisible, profile_value_missing,
    profile_otherwise, profile_merge_conflict, profile_quote_open, profile_unknown_escape, profile_after_quote,
    help_quote_key, help_unknown_value, help_close_profile,
    profile_other_separator, profile_colon_missing, profile_foreign_comment, help_or_quote_key,
    // JSON
    json_unexpected, json_missing, json_not_object, json_nested, json_duplicate_key, json_string_open, json_escape,
    json_surrogate, json_control, json_exponent, json_number, json_number_long, json_word, note_json_first,
    expected_json_key, expected_json_value, expected_json_object, expected_json_member_end, expected_json_item_end,
    expected_json_end,
    // records of a batch
    record_missing, csv_cells, csv_quote_open, csv_after_quote, csv_quote_inside,
    // what parse_value expected
    value_expects_value, value_expects_one, value_expects_number, value_expects_close_quote, value_expects_escape,
    value_expects_comma, value_expects_ungrouped, value_expects_point, value_expects_digit_after_point,
    value_expects_digit_before_point, value_expects_short_number, value_expects_range, value_expects_unsigned,
    value_expects_unit, value_expects_no_end_mark,
    // the meaning of profiles (facts.hpp)
    unknown_key, unknown_key_strict, key_is_conclusion, contradiction, no_value_remains, value_of_no_kind,
    level_number_whole, level_number_range, value_wrong_unit, value_takes_no_unit, one_value_only, bound_not_for,
    value_includes_not_for, yes_says_nothing, no_says_nothing, value_unreadable, value_range_upside_down,
    list_not_for, note_said_here, note_rule_concludes, help_level_values, help_yes_no_values, help_number_values,
    help_number_values_in, help_choice_values, help_set_values, help_say_facts,
    help_profile_names, help_keep_one, help_json_shape, help_number_with_unit, help_number_with_unit_in, value_like_thousands,

    // --- files and limits (A4…): messages_files.cpp
    errors_left_out, warnings_left_out,
    // imports (the engine)
    import_cycle, import_too_deep, too_many_files, note_imports_here, help_break_imports, help_inside_folder,
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
    standard_input_closed,
    import_outside,
    import_irregular,
    import_from_pipe,
    import_not_embedded,
    // a file of the other kind ({0}: its name, in the help as a shell reads it)
    rules_as_profile, profile_as_rules, help_use_rules, help_use_profile,
    compiled_damaged, compiled_elsewhere, compiled_not_alone, compiled_without_text, compiled_too_large, help_compile_again, help_name_texts,
    // rules for other engines (the program, src/sql); {1} or {2}: the limit, then the engine
    sql_role_too_wide, sql_too_many_facts, sql_statement_too_long, sql_test_left_out, help_sql_bounds,
    // a record of a batch; {0}: the limit in KiB
    record_too_long,

    message_count
};

/// A number of ours, ASCII; a sentence writes it in the digits of its language. (A number that the user wrote is text.)
struct figures {
    explicit figures(std::string ascii) : digits(std::move(ascii)) {}
    explicit figures(std::uint64_t n) : digits(std::to_string(n)) {}
    std::string digits;
};

/// What stands in a hole: text of the user, another sentence of the catalogue (an expected thing, a kind of name), or a number.
using argument = std::variant<std::string, message, figures>;
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
