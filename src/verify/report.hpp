// What the checker finds, as data: the sentences stand in the program's catalogue.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace advise::verify {

/// Why something is refused, or was not checked. What stands in the holes {0}, {1} of its sentence is said beside each.
enum class why : std::uint8_t {
    // shapes
    missing,                ///< there is no such field
    not_a,                  ///< {0}: what should stand there
    differs,                ///< {0} stands there, {1} is right
    unknown_schema,         ///< {0}
    // files
    rules_differ,           ///< the hash of an imported file: {0} is the file that was read
    other_rules,            ///< the hash of the first file: {0} is its name and hash in the result, {1} the file that was read
    other_rules_than_given, ///< the same where the result was made with the embedded rules
    profile_differs,        ///< {0}
    files_differ,           ///< {0} files are listed, {1} were read
    // nodes
    no_such_condition,      ///< no condition of the rules is this
    second_node,            ///< {0}: the first node of the same condition
    no_node,                ///< {0}: the place of a condition that has no node
    not_before,             ///< {0}: an id that does not stand before
    // advice
    no_such_role,           ///< {0}
    no_such_fact,           ///< {0}
    second_entry,           ///< {0}: a role
    role_left_out,          ///< {0}
    out_of_order,           ///< {0}: the role that should come later
    not_proved,             ///< Kleene's tables say {0}, and no split closes the difference
    needless,               ///< must be null: {0} has what is needed without it
    labels_of_no_language,  ///< {0}: the label, {1}: what it may be
    // witnesses
    outside_profile,        ///< {0}: the value; the profile does not allow it
    not_of_the_role,        ///< {0}: a fact that the role does not rest on, or that is known
    fact_left_out,          ///< {0}
    facts_out_of_order,
    evaluates_to,           ///< {0}: claimed, {1}: what the completion gives
    not_the_first,          ///< {0}: the fact where an earlier completion attains the same
    // splits
    nothing_open,           ///< {0}: a fact with nothing to split
    case_empty,
    not_ascending,
    cases_overlap,          ///< {0}: a value
    cases_leave_out,        ///< {0}: a value
    // plans
    cannot_be_raised,       ///< {0}: a fact
    after_fails,            ///< {0}: the fact whose `after` does not hold
    does_not_lead,          ///< {0}: the role, {1}: its verdict when the plan is done
    better_plan,            ///< {0}: its effort, {1}: how many assumptions and steps it has
    plan_exists,            ///< {0}: its effort
    dearer_by_a_fifth,
    contains_another,       ///< {0}: the place of a way told before
    way_left_out,           ///< {0}: its effort
    within_reach,           ///< {0}: a role, {1}: the effort of a plan to it
    beyond_reach,           ///< {0}: the effort that was asked for
    still_blocked,
    would_help,             ///< there would be a plan if facts were otherwise
    // comparisons
    no_change,              ///< {0}: a fact
    does_not_swap,          ///< {0} does not come before {1}
    smaller_change,         ///< {0}: the facts of a change of fewer facts that does it
    change_exists,          ///< {0}: the facts of a change where none should be
    // questions
    not_askable,            ///< {0}: a fact
    not_relevant,           ///< {0}: a fact
    better_question,        ///< {0}: a fact
    // minimal reasons
    not_minimal,            ///< {0}: a fact that is not needed in its set
    not_known,              ///< {0}: a fact that cannot be part of a reason
    not_forced,             ///< {0}: the verdict
    does_not_change,        ///< {0}: the verdict
    sets_out_of_order,
    another_set,            ///< {0}: its facts
    // not checked
    choice_among_changes,
    estimate,
    others_unknown,         ///< of minimal reasons
    too_many_cases,         ///< {0}: the limit
    later_of_equals,        ///< {0}: the fact that an equal plan raises here, which is declared before
    choice_among_equals,
    too_many_states,        ///< {0}: the limit
    for_people,             ///< sentences for people
    named_differently,      ///< {0}: how the file is called here
    unknown_field,
    limit_claimed           ///< that the work limit was reached
};

/// One finding: at which place of the result, and why.
struct finding {
    std::string where;      ///< nodes[12].truth
    verify::why why{};
    std::vector<std::string> arguments;
};

/// What can be proved of a result.
enum class aspect : std::uint8_t {
    hashes, nodes, verdicts, points, order, completeness, witnesses, canonical_witnesses, splits, open, labels, exact,
    plan_steps, plan_assumptions, plan_effort, plan_outcome, plan_unlocks, plan_optimality, plan_alternatives, plan_blocking, what_if, differences,
    gap, ledger, swap, smallest_swap, question, answers, decides, left, expected, skipped, sufficient, changes, all_reasons
};

struct report {
    std::vector<aspect> proved;
    std::vector<finding> not_checked;
    std::vector<finding> refused;
    std::size_t refusals = 0;           ///< all, also those beyond the first `most_refusals`
    [[nodiscard]] bool accepted() const { return refusals == 0; }
};

inline constexpr std::size_t most_refusals = 100;
inline constexpr std::uint64_t most_states = 200'000;      ///< tried one by one
inline constexpr std::uint64_t most_cases = 200'000;       ///< looked into for one claim

}  // namespace advise::verify
