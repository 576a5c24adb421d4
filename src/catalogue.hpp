// The one catalogue of the program's own sentences, English and Persian. Holes are {0}, {1}, …; plural and singular are two
// ids. What is said about texts (errors, warnings) stands in grammar/messages.hpp. A test holds us to both languages.
#pragma once

#include <advise/grammar/messages.hpp>

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace advise::cli {

enum class say : std::uint16_t {
    // --- shell: arguments, files, help, the ends of a run (catalogue_shell.cpp)
    // the openings of messages
    severity_error, severity_warning, severity_note, word_help, standard_input, standard_output, more_messages,
    count_error, count_errors, count_warning, count_warnings, more_behind_error, more_behind_errors,
    // arguments
    unknown_option, help_option_of, option_needs_value, option_takes_no_value, option_wrong_word, option_wrong_number, did_you_mean,
    mean_command, mean_file, no_command_or_file, help_start, help_see_options, help_dash_file, usage_is,
    operand_missing, operand_too_many, standard_input_twice, unknown_schema, unknown_topic,
    help_topics,
    // files and the end of a run
    cannot_write, output_is_input, reading_terminal, all_is_well, well_with_counts, one_role, many_roles, one_concept,
    many_concepts, one_fact, many_facts,
    // help
    program_summary, heading_examples, heading_usage, heading_commands, heading_options, heading_exit, exit_0, exit_1,
    exit_2, exit_70, exit_130, man_also, man_files_profile, man_files_rules, man_files_progress, man_env_no_color, man_env_force, man_env_term, man_env_columns, help_more, command_advise, command_explain, command_ask, command_check, command_test,
    command_schema, command_help, option_rules, option_closed, option_strict, option_json, option_json_summary, option_format, option_lang,
    option_color, option_output, option_quiet, option_depth, option_blank, option_help, option_version, example_advise,
    example_blank, example_blank_persian, example_explain, example_rules, example_json, example_depth, example_check,
    example_check_json, example_test, example_schema_result, example_schema_profile, example_schema_check, example_help, example_help_code, example_help_roles, roles_of_rules, roles_none, roles_where_used,
    example_all_help, heading_wrong, heading_right, heading_example, help_word_of_rules, example_help_word,
    // an empty profile
    blank_title, blank_title_bare, blank_how_1, blank_how_2, blank_how_3, blank_name, blank_levels, blank_yes_no,
    blank_numbers, blank_choices, blank_sets, option_means, with_explanation, blank_yes_or_no,

    // --- pages: what the renderers say (catalogue_words.cpp, catalogue_pages.cpp)
    // words: values
    word_yes, word_no, word_unknown, range_of, domain_level, domain_yes_no, domain_number, domain_one_of, domain_any_of, either_of, both_of, comma, and_more, at_least, at_most, more_than,
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
    cited_paragraphs, cited_page, cited_chapter, cited_section, cited_note, cited_notes, cited_of_text, not_conclusion,
    // reasons
    whatever_fits, whatever_does_not_fit, needs, needs_and, needs_points, needs_points_none, nearest_way,
    nearest_way_and, further_points, ruled_out, ruled_out_and, could_rule_out, no_evidence, no_clauses, could_add, could_take,
    open_facts, depends_on, depends_on_one, depends_also, depends_also_one, would_be_enough, not_exact, between_facts, sentence_and_reason,
    // the page of advice
    advice_for_in, advice_for, advice_in, advice_plain, heading_fits, heading_may_fit, heading_does_not_fit,
    note_of_profile, nothing_to_advise, nothing_known, none_fits_yet, none_fits, heading_sources, source_line,
    heading_next, next_explain, next_why_not, next_blank, next_ask,
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
    explain_unknown, explain_fact, explain_roles, all_missing, truth_and_value, missing_are, in_the_way, explain_fits_plainly,
    explain_may_fit_plainly, concept_holds, concept_does_not_hold, concept_open, whatever_holds, whatever_does_not_hold,
    column_holds, column_does_not_hold, then_holds, then_does_not_hold, explain_role, explain_swapped, help_swapped, mean_roles,

    // --- comparison, minimal reasons, what if (catalogue_compare.cpp)
    command_compare, example_compare, example_compare_json, option_if, example_if, compare_title, compare_fits,
    compare_may_fit, compare_does_not_fit, compare_by_verdict, compare_by_points, compare_by_order, compare_more,
    compare_either, compare_same, compare_why_not, compare_only, compare_shared, compare_nothing, compare_swap,
    compare_no_swap, compare_swap_unsure, compare_change, compare_same_role, compare_gain, compare_after_swap, compare_no_gain, compare_needs_two,
    and_more_items, reasons_yes, reasons_no,
    reasons_more, change_yes, change_yes_any, change_no, change_no_any, change_to_unknown, if_title, if_if, if_then, if_nothing, if_differs,
    if_holds, if_fails, if_open, if_clause, if_closed, compare_unlike, compare_points_of_both, compare_gain_and_loss,

    // --- plans: command, page, table, pictures (catalogue_plan.cpp)
    command_plan, option_all, option_within, example_plan, example_plan_all, example_plan_within, example_plan_picture,
    example_schema_plan, plan_needs_role, plan_one_profile, plan_help_one_profile, plan_other_unit, plan_picture_of_one, option_wrong_effort, plan_unit_step, plan_unit_steps,
    plan_title, plan_title_for, plan_fits_already, plan_nothing_to_learn, plan_in_all, plan_not_settled, plan_not_settled_none,
    plan_steps, plan_step_range, plan_path_step, plan_opens, plan_assume, plan_fact_is, plan_others, plan_other_instead, plan_other_counts_on, plan_to_value, plan_none,
    plan_none_ever, plan_blocked, plan_next_all, plan_next_explain, plan_next_plan,
    plan_all_title, plan_all_title_for, plan_within_title, plan_within_title_for, plan_column_role, plan_column_effort, plan_column_steps,
    plan_drawing, plan_drawing_of, plan_drawing_shows, plan_column_confirm, plan_now, plan_no_way, plan_within_none, plan_beyond, plan_at_least,
    plan_undecided, plan_left_open, plan_needed_before, plan_must_hold_first, plan_waits_for_itself, plan_wait_for_each_other, plan_help_all,

    // --- compile, and the comments of the scripts it makes (catalogue_compile.cpp)
    command_compile, option_to, option_dialect, option_staged, option_bounds, example_compile, example_compile_rules, example_compile_closed,
    example_compile_bounds, compile_needs_target, compile_targets, compile_needs_dialect, compile_dialects, compile_staged,
    sql_made, sql_open, sql_closed, sql_people, sql_answers, sql_test_counts, sql_weaker, sql_names, sql_selftest, sql_wide, sql_invalid,
    sql_test_nothing, sql_test_no, sql_test_highest,

    // --- compile --to binary (catalogue_compile_binary.cpp)
    example_compile_binary, example_compile_binary_use, compile_binary_needs_file, compile_binary_file_help, compiled_was_cut_off,

    // --- verify (catalogue_verify.cpp)
    command_verify, example_verify, example_verify_json, example_verify_make, example_verify_compare, result_not_json, result_not_checkable,
    result_comes_first,
    // why a text is no JSON
    json_unexpected, json_ends_early, json_not_utf8, json_bad_escape, json_bad_number, json_key_twice, json_too_deep,
    json_after_end,
    // the page
    verify_accepted, verify_refused, verify_proved, verify_not_checked, verify_at, verify_more,
    // what can be proved
    proved_hashes, proved_nodes, proved_verdicts, proved_points, proved_order, proved_completeness, proved_witnesses,
    proved_canonical_witnesses, proved_splits, proved_open, proved_labels, proved_exact, proved_plan_steps,
    proved_plan_assumptions, proved_plan_effort, proved_plan_outcome, proved_plan_unlocks, proved_plan_optimality, proved_plan_alternatives, proved_plan_blocking, proved_what_if, proved_differences,
    proved_gap, proved_ledger, proved_swap, proved_smallest_swap, proved_question, proved_answers, proved_decides, proved_left,
    proved_expected, proved_skipped, proved_sufficient, proved_changes, proved_all_reasons,
    // why something is refused, or was not checked
    why_missing, why_not_a, why_differs, why_unknown_schema, why_rules_differ, why_profile_differs, why_files_differ,
    why_no_such_condition, why_second_node, why_no_node, why_not_before, why_no_such_role, why_second_entry,
    why_role_left_out, why_out_of_order, why_not_proved, why_needless, why_labels_of_no_language, why_outside_profile,
    why_not_of_the_role, why_fact_left_out, why_facts_out_of_order, why_evaluates_to, why_not_the_first, why_nothing_open,
    why_case_empty, why_not_ascending, why_cases_overlap, why_cases_leave_out, why_too_many_states, why_for_people, why_named_differently,
    why_unknown_field, why_limit_claimed, why_cannot_be_raised, why_after_fails, why_does_not_lead, why_better_plan,
    why_plan_exists, why_dearer_by_a_fifth, why_later_of_equals, why_choice_among_equals, why_no_such_fact, why_contains_another, why_way_left_out, why_within_reach, why_beyond_reach, why_still_blocked, why_would_help,
    why_other_rules, why_other_rules_than_given, why_too_many_cases, why_no_change, why_does_not_swap, why_smaller_change, why_change_exists,
    why_not_minimal, why_choice_among_changes, why_not_askable, why_not_relevant, why_better_question, why_estimate,
    why_not_known, why_not_forced, why_does_not_change, why_sets_out_of_order, why_another_set, why_others_unknown,

    // drawings and HTML pages (catalogue_drawing.cpp)
    drawn_yes, drawn_no, drawn_open, drawn_enough, drawn_required, drawn_excluded, drawn_times, drawn_title,
    drawn_description, drawn_cut, drawn_heading, drawn_legend, page_skip, page_contents, example_html, example_dot,
    example_page,

    // --- the interview (catalogue_ask.cpp)
    // options and examples
    option_next, option_until, example_ask, example_ask_profile, example_ask_first, example_ask_next,
    // what is wrong
    ask_needs_file, ask_json_needs_next, ask_output_exists, ask_output_exists_help, ask_bad_number, ask_number_range,
    ask_not_text, ask_nothing_to_change, ask_change_unasked, ask_change_what, ask_change_help, ask_no_way_back, ask_nothing_asked,
    // the conversation
    ask_hello, ask_one_left, ask_many_left, ask_number_of, ask_set_of, ask_prompt,
    ask_commands, ask_why_fits, ask_why_no, ask_why_also, ask_why_open, ask_why_none, ask_taken, ask_over, ask_over_skipped,
    ask_stopped, ask_list_line, ask_list_unknown, ask_save_where, ask_save_over, ask_saved, ask_not_saved, ask_interrupted, ask_interrupted_pipe, ask_interrupted_saved, ask_interrupted_lost,
    ask_any_with, ask_any_without, ask_why_depends,
    // the file
    ask_file_title, ask_file_title_bare,
    // words: a choice that a closed profile does not mention
    missing_at_option, it_is_missing_at_option,

    // --- the formatter (catalogue_fmt.cpp)
    // the command
    command_fmt, option_check_formatted, option_diff, option_write, example_fmt, example_fmt_write, example_fmt_check,
    example_fmt_diff,
    // what it did, or would do
    one_file, many_files, fmt_written, fmt_written_counts, fmt_not_formatted, fmt_what_next, fmt_all_formatted, fmt_left_alone,
    // what is wrong
    fmt_write_alone, fmt_write_no_input, fmt_write_no_output, fmt_folder_without_rules,

    // --- the rule graph, and the shell's help (catalogue_graph.cpp)
    command_graph, option_focus, option_profile, example_graph, example_graph_focus, example_graph_profile, example_graph_dot, example_graph_mermaid,
    graph_title, graph_title_bare, graph_title_focus, graph_painted, graph_shows, graph_shows_truths, graph_legend, graph_legend_truths,
    graph_too_large, graph_too_large_focus, graph_no_bitmap, graph_no_bitmap_help, graph_too_large_help, graph_too_large_focus_help, graph_many_lines,
    command_completion, unknown_shell, example_completion_bash, example_completion_zsh, example_completion_fish,

    // --- check (catalogue_check.cpp)
    one_claim_proved, many_claims_proved, check_progress,
    option_fail_level, option_fix, example_check_github, example_check_fix, example_check_diff,
    one_finding_fixed, many_findings_fixed, one_finding_would_be_fixed, many_findings_would_be_fixed, fix_none, fix_errors, fix_no_input, fix_alone, diff_alone,

    // --- test: options, coverage, mutants, watching (catalogue_test.cpp)
    option_run, option_watch, option_coverage, option_threshold, option_mutate, example_test_run, example_test_junit,
    example_test_coverage, example_test_mutate, example_test_watch, pattern_wrong, help_pattern, pattern_matches_none,
    option_wrong_percent, threshold_alone, watch_for_people, watch_needs_files, watch_waiting, watch_again,
    heading_coverage, coverage_counts, coverage_counts_bare, coverage_never_true, coverage_never_false,
    coverage_idle_true, coverage_idle_false, coverage_excused, coverage_undecided, coverage_failing, coverage_below,
    coverage_progress, heading_mutants, mutants_counts, mutants_counts_bare, mutants_equivalent, mutants_undecided,
    mutants_untried, mutants_need_passing, mutant_becomes, mutant_negated, mutant_left_out, mutant_survives,
    mutant_profile, mutant_profile_all, mutant_profile_some, mutant_profile_some_all, mutants_below, mutants_progress, mutants_write_next, mutants_see_coverage,
    option_write_tests, example_test_write, title_without, title_negated, title_with_or, title_with_and, title_points, title_with,
    // and with other pages
    further_signs, plan_fact_needs, compare_swap_bare, compare_fit, level_word_none, level_word_beginner, level_word_intermediate, level_word_advanced, level_word_expert,
    unit_minute, unit_minutes, unit_hour_per_week, unit_hours_per_week, unit_hour_per_day, unit_hours_per_day, unit_day_per_week, unit_days_per_week,
    unit_euro, unit_euros, unit_dollar, unit_dollars, unit_toman, unit_kilometre, unit_metre, unit_centimetre, unit_kilogram, unit_percent,
    one_test, many_tests, tests_written, tests_added, tests_written_none, tests_file_head, write_tests_alone, write_tests_exists, write_tests_name_it,
    write_tests_no_import, write_tests_same_folder, write_tests_no_input, write_tests_not_text, coverage_see_mutants,

    // --- the language server (catalogue_lsp.cpp)
    // the command
    command_lsp, example_lsp, example_lsp_profile, lsp_for_editors,
    // what stands beside a name
    lsp_levels, lsp_other_names, lsp_question, lsp_used_by, lsp_used_by_more, lsp_unused, lsp_undeclared_fact, lsp_only_concluded, lsp_reason,
    // what an editor offers
    lsp_fix_write, lsp_fix_declare, lsp_fix_below, lsp_fix_break, lsp_fix_leave_out, lsp_mend_one, lsp_mend_all, lsp_rename_nothing, lsp_rename_built_in, lsp_rename_word, lsp_rename_bad, lsp_rename_taken, lsp_rename_breaks, lsp_rename_means, lsp_rename_profile, lsp_rename_left,
    // what is wrong with the messages of an editor
    lsp_bad_json, lsp_bad_frame, lsp_too_long, lsp_no_method, lsp_not_ready, lsp_bad_request, lsp_over, lsp_no_profile,

    // --- diff (catalogue_diff.cpp)
    command_diff, option_exit_code, option_allow_role, option_profiles, example_diff, example_diff_exit_code, example_diff_allow,
    example_diff_profiles, example_schema_diff,
    diff_title, diff_equivalent, diff_equivalent_shared, diff_differs, diff_undecided, diff_allowed, diff_unknown_role,
    diff_roles, diff_role_added, diff_role_removed, diff_order, diff_facts, diff_fact_added, diff_fact_removed, diff_fact_kind, diff_fact_renamed, diff_maybe_renamed, diff_named,
    diff_concepts, diff_holds, diff_holds_no_more, diff_concept_further, diff_through_one, diff_through_many, diff_more_of_role,
    diff_values_added, diff_values_removed, diff_range, diff_shared_only, diff_groups, diff_gains, diff_loses, diff_more, diff_fewer,
    diff_when, diff_always, diff_example, diff_example_lowest, diff_lowest, diff_before_now, diff_no_role, diff_in_old, diff_in_new,
    diff_all_told, diff_one_further, diff_many_further, diff_least_further, diff_open_roles,
    diff_people, diff_people_none, diff_people_one, diff_people_some, diff_person, diff_person_role, diff_person_order, diff_unread_one,
    diff_unread_many, diff_unread_line, diff_unread_old, diff_unread_new, diff_people_not_exact, diff_people_empty, diff_people_ignored, diff_line,

    // --- batch (catalogue_batch.cpp)
    command_batch, option_records, option_input_format, option_jobs, option_resume, option_summary, option_kleene, option_words, example_batch,
    example_batch_roles, example_batch_pipe, example_batch_resume, example_batch_summary, example_schema_batch, exit_3, batch_reading_terminal,
    // the end of a run, and on the way
    batch_one_record, batch_many_records, batch_refused, batch_interrupted, batch_one_unknown, batch_many_unknown, batch_more_refused, batch_progress,
    batch_progress_of,
    // the summary
    batch_summary_title, batch_summary_fit, batch_column_role, batch_column_fit, batch_column_may_fit, batch_summary_missing, batch_missing_note,
    batch_summary_steps, batch_steps_note, batch_one_person, batch_many_people, batch_nothing_missing, batch_no_step,
    // what is wrong
    batch_header_twice, batch_header_idle, batch_nothing_left, batch_hint_csv, batch_hint_array, batch_hint_several_lines, batch_header_ndjson, batch_header_commas, batch_header_rules, diff_no_record, batch_resume_needs_file, batch_resume_needs_output, batch_resume_unknown_output, batch_resume_unreadable, batch_resume_other_rules,
    batch_resume_other_options, batch_resume_other_input, batch_resume_other_output, batch_resume_anew,

    say_count
};

/// One sentence in both languages.
struct sentence_entry {
    say id;
    std::string_view en;
    std::string_view fa;
};

// One table for each section; `sections` has them all.
std::vector<std::span<const sentence_entry>> sections();
std::span<const sentence_entry> shell_sentences();
std::span<const sentence_entry> words_sentences();
std::span<const sentence_entry> pages_sentences();
std::span<const sentence_entry> compare_sentences();
std::span<const sentence_entry> plan_sentences();
std::span<const sentence_entry> verify_sentences();
std::span<const sentence_entry> drawing_sentences();
std::span<const sentence_entry> ask_sentences();
std::span<const sentence_entry> fmt_sentences();
std::span<const sentence_entry> graph_sentences();
std::span<const sentence_entry> compile_sentences();
std::span<const sentence_entry> compile_binary_sentences();
std::span<const sentence_entry> check_sentences();
std::span<const sentence_entry> test_sentences();
std::span<const sentence_entry> lsp_sentences();
std::span<const sentence_entry> diff_sentences();
std::span<const sentence_entry> batch_sentences();

/// The sentence as it stands in the catalogue, holes and all. O(1) after the first call.
std::string_view sentence(say id, grammar::language in);

/// The sentence with its holes filled in order. A hole without an argument stays as it is, so that a test can find it.
/// Arguments are put in as they are; text of the user goes through grammar::printable first.
std::string tell(say id, grammar::language in, std::initializer_list<std::string_view> arguments = {});

}  // namespace advise::cli
