#include "verify_page.hpp"

#include "json_writer.hpp"
#include "words.hpp"

#include <advise/grammar/utf8.hpp>

#include <array>
#include <algorithm>
#include <fmt/format.h>

namespace advise::cli {
namespace {

using grammar::language;
using verify::aspect;
using verify::finding;
using verify::why;

struct aspect_words {
    aspect of;
    std::string_view name;          ///< in JSON
    say sentence;
};

constexpr aspect_words aspects[] = {
    {aspect::hashes, "hashes", say::proved_hashes},
    {aspect::nodes, "nodes", say::proved_nodes},
    {aspect::verdicts, "verdicts", say::proved_verdicts},
    {aspect::points, "points", say::proved_points},
    {aspect::exact, "exact", say::proved_exact},
    {aspect::order, "order", say::proved_order},
    {aspect::completeness, "completeness", say::proved_completeness},
    {aspect::witnesses, "witnesses", say::proved_witnesses},
    {aspect::canonical_witnesses, "canonical witnesses", say::proved_canonical_witnesses},
    {aspect::splits, "splits", say::proved_splits},
    {aspect::open, "open", say::proved_open},
    {aspect::labels, "labels", say::proved_labels},
    {aspect::plan_steps, "plan steps", say::proved_plan_steps},
    {aspect::plan_assumptions, "plan assumptions", say::proved_plan_assumptions},
    {aspect::plan_effort, "plan effort", say::proved_plan_effort},
    {aspect::plan_outcome, "plan outcome", say::proved_plan_outcome},
    {aspect::plan_unlocks, "plan unlocks", say::proved_plan_unlocks},
    {aspect::plan_optimality, "plan optimality", say::proved_plan_optimality},
    {aspect::plan_alternatives, "plan alternatives", say::proved_plan_alternatives},
    {aspect::plan_blocking, "plan blocking", say::proved_plan_blocking},
    {aspect::what_if, "changed facts", say::proved_what_if},
    {aspect::differences, "differences", say::proved_differences},
    {aspect::gap, "gap", say::proved_gap},
    {aspect::ledger, "ledger", say::proved_ledger},
    {aspect::swap, "swap", say::proved_swap},
    {aspect::smallest_swap, "smallest swap", say::proved_smallest_swap},
    {aspect::question, "question", say::proved_question},
    {aspect::answers, "answers", say::proved_answers},
    {aspect::decides, "decides", say::proved_decides},
    {aspect::left, "left", say::proved_left},
    {aspect::expected, "expected questions", say::proved_expected},
    {aspect::skipped, "skipped", say::proved_skipped},
    {aspect::sufficient, "sufficient reasons", say::proved_sufficient},
    {aspect::changes, "changes", say::proved_changes},
    {aspect::all_reasons, "all reasons", say::proved_all_reasons},
};

const aspect_words& words_of(aspect of) {
    for (const aspect_words& each : aspects)
        if (each.of == of) return each;
    return aspects[0];
}

say sentence_of(why because) {
    switch (because) {
    case why::missing: return say::why_missing;
    case why::not_a: return say::why_not_a;
    case why::differs: return say::why_differs;
    case why::unknown_schema: return say::why_unknown_schema;
    case why::rules_differ: return say::why_rules_differ;
    case why::profile_differs: return say::why_profile_differs;
    case why::files_differ: return say::why_files_differ;
    case why::no_such_condition: return say::why_no_such_condition;
    case why::second_node: return say::why_second_node;
    case why::no_node: return say::why_no_node;
    case why::not_before: return say::why_not_before;
    case why::no_such_role: return say::why_no_such_role;
    case why::no_such_fact: return say::why_no_such_fact;
    case why::second_entry: return say::why_second_entry;
    case why::role_left_out: return say::why_role_left_out;
    case why::out_of_order: return say::why_out_of_order;
    case why::not_proved: return say::why_not_proved;
    case why::needless: return say::why_needless;
    case why::labels_of_no_language: return say::why_labels_of_no_language;
    case why::outside_profile: return say::why_outside_profile;
    case why::not_of_the_role: return say::why_not_of_the_role;
    case why::fact_left_out: return say::why_fact_left_out;
    case why::facts_out_of_order: return say::why_facts_out_of_order;
    case why::evaluates_to: return say::why_evaluates_to;
    case why::not_the_first: return say::why_not_the_first;
    case why::nothing_open: return say::why_nothing_open;
    case why::case_empty: return say::why_case_empty;
    case why::not_ascending: return say::why_not_ascending;
    case why::cases_overlap: return say::why_cases_overlap;
    case why::cases_leave_out: return say::why_cases_leave_out;
    case why::too_many_states: return say::why_too_many_states;
    case why::for_people: return say::why_for_people;
    case why::named_differently: return say::why_named_differently;
    case why::unknown_field: return say::why_unknown_field;
    case why::cannot_be_raised: return say::why_cannot_be_raised;
    case why::after_fails: return say::why_after_fails;
    case why::does_not_lead: return say::why_does_not_lead;
    case why::better_plan: return say::why_better_plan;
    case why::plan_exists: return say::why_plan_exists;
    case why::dearer_by_a_fifth: return say::why_dearer_by_a_fifth;
    case why::contains_another: return say::why_contains_another;
    case why::way_left_out: return say::why_way_left_out;
    case why::within_reach: return say::why_within_reach;
    case why::beyond_reach: return say::why_beyond_reach;
    case why::still_blocked: return say::why_still_blocked;
    case why::would_help: return say::why_would_help;
    case why::later_of_equals: return say::why_later_of_equals;
    case why::choice_among_equals: return say::why_choice_among_equals;
    case why::other_rules: return say::why_other_rules;
    case why::other_rules_than_given: return say::why_other_rules_than_given;
    case why::too_many_cases: return say::why_too_many_cases;
    case why::no_change: return say::why_no_change;
    case why::does_not_swap: return say::why_does_not_swap;
    case why::smaller_change: return say::why_smaller_change;
    case why::change_exists: return say::why_change_exists;
    case why::not_minimal: return say::why_not_minimal;
    case why::choice_among_changes: return say::why_choice_among_changes;
    case why::not_askable: return say::why_not_askable;
    case why::not_relevant: return say::why_not_relevant;
    case why::better_question: return say::why_better_question;
    case why::estimate: return say::why_estimate;
    case why::not_known: return say::why_not_known;
    case why::not_forced: return say::why_not_forced;
    case why::does_not_change: return say::why_does_not_change;
    case why::sets_out_of_order: return say::why_sets_out_of_order;
    case why::another_set: return say::why_another_set;
    case why::others_unknown: return say::why_others_unknown;
    case why::limit_claimed: break;
    }
    return say::why_limit_claimed;
}

constexpr std::size_t longest_argument = 200;

/// A number is for the reader; digits within a name or a hash are letters of it.
std::string argument_text(const std::string& given, language in) {
    const std::string text = grammar::printable(grammar::shortened(given, longest_argument));
    const bool number = text.find_first_not_of("0123456789") == std::string::npos;
    return number ? digits(text, in) : text;
}

std::string why_text(const finding& found, language in) {
    std::array<std::string, 2> shown;
    for (std::size_t i = 0; i < shown.size() && i < found.arguments.size(); ++i)
        shown[i] = argument_text(found.arguments[i], in);
    return tell(sentence_of(found.why), in, {shown[0], shown[1]});
}

phrase line_of(const finding& found, language in) {
    const std::string pattern(sentence(say::verify_at, in));
    const std::size_t hole = pattern.find("{0}");
    phrase line(pattern.substr(0, hole));
    line.add(grammar::printable(found.where), tone::code);
    const std::string rest = pattern.substr(hole + 3);
    const std::size_t second = rest.find("{1}");
    return line.add(rest.substr(0, second) + why_text(found, in) + rest.substr(second + 3));
}

constexpr std::size_t most_lines = 20;

/// Where the result is about other files, that is what there is to know: all else only follows.
std::size_t lines_worth_reading(const std::vector<finding>& all) {
    const auto other_files = static_cast<std::size_t>(std::ranges::count_if(
        all, [](const finding& each) { return each.why == why::profile_differs || each.why == why::other_rules || each.why == why::rules_differ
                        || each.why == why::files_differ; }));
    return std::min(other_files > 0 ? other_files : most_lines, all.size());
}

void list_findings(document& page, const std::vector<finding>& all, std::size_t count, sign mark, language in) {
    const std::size_t shown = lines_worth_reading(all);
    for (std::size_t i = 0; i < shown; ++i) page.put(item(mark, line_of(all[i], in)));
    if (count > shown) page.put(paragraph(tell(say::verify_more, in, {digits(fmt::format("{}", count - shown), in)})));
}

void write_findings(json_writer& out, const std::vector<finding>& all, language in) {
    out.begin_array();
    for (const finding& each : all) out.begin_object().member("where", each.where).member("why", why_text(each, in)).end_object();
    out.end_array();
}

}  // namespace

document verify_page(const verify::report& found, language in) {
    document page;
    page.put(title(tell(found.accepted() ? say::verify_accepted : say::verify_refused, in)));
    if (!found.accepted()) list_findings(page, found.refused, found.refusals, sign::no, in);
    if (!found.proved.empty()) page.put(heading(tell(say::verify_proved, in)));
    for (const aspect each : found.proved) page.put(item(sign::yes, tell(words_of(each).sentence, in)));
    if (!found.not_checked.empty()) page.put(heading(tell(say::verify_not_checked, in)));
    list_findings(page, found.not_checked, found.not_checked.size(), sign::open, in);
    return page;
}

std::string verify_json(const verify::report& found, language in) {
    std::string text;
    json_writer out(text);
    out.begin_object().member("schema", "advise/verify/1").member_boolean("accepted", found.accepted()).key("proved").begin_array();
    for (const aspect each : found.proved) out.string(words_of(each).name);
    out.end_array().key("not_checked");
    write_findings(out, found.not_checked, in);
    out.key("refused");
    write_findings(out, found.refused, in);
    out.end_object();
    return text;
}

std::string json_error_text(verify::json_error why, language in) {
    switch (why) {
    case verify::json_error::ends_early: return tell(say::json_ends_early, in);
    case verify::json_error::not_utf8: return tell(say::json_not_utf8, in);
    case verify::json_error::bad_escape: return tell(say::json_bad_escape, in);
    case verify::json_error::bad_number: return tell(say::json_bad_number, in);
    case verify::json_error::key_twice: return tell(say::json_key_twice, in);
    case verify::json_error::too_deep: return tell(say::json_too_deep, in);
    case verify::json_error::after_end: return tell(say::json_after_end, in);
    default: return tell(say::json_unexpected, in);
    }
}

}  // namespace advise::cli
