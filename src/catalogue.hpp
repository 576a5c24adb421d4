// The one catalogue of the program's own sentences, English and Persian. Holes are {0}, {1}, …; plural and singular are two
// ids. What is said about texts (errors, warnings) stands in grammar/messages.hpp. A test holds us to both languages.
#pragma once

#include <advise/grammar/messages.hpp>

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace advise::cli {

enum class say : std::uint16_t {
    // --- shell: arguments, files, help, the ends of a run (catalogue_shell.cpp)
    // the openings of messages
    severity_error, severity_warning, severity_note, word_help, standard_input, standard_output, more_messages,
    count_error, count_errors, count_warning, count_warnings,
    // arguments
    unknown_option, option_needs_value, option_takes_no_value, option_wrong_word, option_wrong_number, did_you_mean,
    mean_command, mean_file, no_command_or_file, help_start, help_see_options, help_dash_file, usage_is,
    operand_missing, operand_too_many, standard_input_twice, unknown_schema, unknown_topic,
    help_topics,
    // files and the end of a run
    cannot_write, output_is_input, reading_terminal, all_is_well, well_with_counts, one_role, many_roles, one_concept,
    many_concepts, one_fact, many_facts,
    // help
    program_summary, heading_examples, heading_usage, heading_commands, heading_options, heading_exit, exit_0, exit_1,
    exit_2, exit_70, exit_130, help_more, command_advise, command_explain, command_ask, command_check, command_test,
    command_schema, command_help, option_rules, option_closed, option_strict, option_json, option_format, option_lang,
    option_color, option_output, option_quiet, option_depth, option_blank, option_help, option_version, example_advise,
    example_blank, example_blank_persian, example_explain, example_rules, example_json, example_depth, example_check,
    example_check_json, example_test, example_schema_result, example_schema_profile, example_help, example_help_code,
    example_all_help, heading_wrong, heading_right,
    // an empty profile
    blank_title, blank_title_bare, blank_how_1, blank_how_2, blank_how_3, blank_name, blank_levels, blank_yes_no,
    blank_numbers, blank_choices, blank_sets, with_explanation, blank_yes_or_no,

    // --- pages: what the renderers say (catalogue_words.cpp, catalogue_pages.cpp)
    // words: values
    word_yes, word_no, word_unknown, range_of, either_of, both_of, comma, and_more, at_least, at_most, more_than,
    less_than, including, none_of_them, with_unit, quoted, unit_year, unit_years, unit_month, unit_months, unit_week,
    unit_weeks, unit_day, unit_days, unit_hour, unit_hours,
    // words: what the profile says
    on_line, on_lines, known_on_line, fact_is, missing, missing_closed, profile_says, profile_says_unknown,
    it_is_missing, it_is_missing_closed,
    // words: tests of a fact
    level_from, level_below, level_at, level_not_at, level_up_to, level_none, scale_from, scale_below, scale_at,
    scale_not_at, scale_up_to, never_true, always_true, fact_no, number_is, number_not, number_outside, choice_is,
    choice_not, set_includes, set_lacks,
    // words: conditions
    negated, in_parentheses, neither, any_one_of, count_least, count_most, count_exactly, count_between,
    many_conditions, frame_all, frame_any, frame_none, frame_not, frame_least, frame_most, frame_exactly,
    frame_between,
    // words: points, sources
    no_points, one_point, many_points, range_points, source_and_text, between_sources, cited_book, cited_paragraph,
    cited_paragraphs, cited_page, cited_chapter, cited_section, not_conclusion,
    // reasons
    whatever_fits, whatever_does_not_fit, needs, needs_and, needs_points, needs_points_none, nearest_way,
    nearest_way_and, further_points, ruled_out, ruled_out_and, could_rule_out, no_evidence, no_clauses, could_add, could_take,
    open_facts, depends_on, depends_also, would_be_enough, not_exact, between_facts, sentence_and_reason,
    // the page of advice
    advice_for_in, advice_for, advice_in, advice_plain, heading_fits, heading_may_fit, heading_does_not_fit,
    note_of_profile, nothing_to_advise, nothing_known, none_fits_yet, none_fits, heading_sources, source_line,
    heading_next, next_explain, next_why_not, next_blank,
    // the page of an explanation
    explain_fits, explain_may_fit, explain_does_not_fit, explain_ways, explain_requirements,
    explain_exclusions, explain_evidence, explain_cases, explain_cases_points, explain_two_ways, column_fits,
    column_does_not_fit, same_in_both, truth_yes, truth_no, truth_open, evidence_for,
    clause_enough, clause_required, clause_excluded, points_required, numbered, see_above, cut_here,
    case_of, case_with, case_without, case_then, case_if, then_fits, then_does_not_fit, then_open, more_cases,
    points_of_most,
    // the page of tests
    tests_none, test_expected, test_verdict, test_first, test_nothing_first, verdict_yes, verdict_no,
    verdict_unknown, test_unreadable, tests_passed, tests_failed, tests_counts, test_passed, test_failed,
    // messages of explain
    explain_unknown, explain_fact, explain_roles, all_missing, truth_and_value,

    // --- the interview (catalogue_ask.cpp)
    // options and examples
    option_next, option_until, example_ask, example_ask_profile, example_ask_first, example_ask_next,
    // what is wrong
    ask_needs_file, ask_json_needs_next, ask_output_exists, ask_output_exists_help, ask_bad_number, ask_number_range,
    ask_not_text, ask_nothing_to_change, ask_change_what, ask_change_help, ask_no_way_back, ask_nothing_asked,
    // the conversation
    ask_hello, ask_one_left, ask_many_left, ask_number_of, ask_set_of, ask_prompt,
    ask_commands, ask_why_fits, ask_why_no, ask_why_also, ask_why_open, ask_why_none, ask_taken, ask_over, ask_over_skipped,
    ask_stopped, ask_list_line, ask_list_unknown, ask_save_where, ask_save_over, ask_saved, ask_not_saved,
    // the file
    ask_file_title, ask_file_title_bare,

    say_count
};

/// One sentence in both languages.
struct sentence_entry {
    say id;
    std::string_view en;
    std::string_view fa;
};

// One table for each section; catalogue.cpp puts them together.
std::span<const sentence_entry> shell_sentences();
std::span<const sentence_entry> words_sentences();
std::span<const sentence_entry> pages_sentences();
std::span<const sentence_entry> ask_sentences();

/// The sentence as it stands in the catalogue, holes and all. O(1) after the first call.
std::string_view sentence(say id, grammar::language in);

/// The sentence with its holes filled in order. A hole without an argument stays as it is, so that a test can find it.
/// Arguments are put in as they are; text of the user goes through grammar::printable first.
std::string tell(say id, grammar::language in, std::initializer_list<std::string_view> arguments = {});

}  // namespace advise::cli
