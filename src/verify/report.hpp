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
    rules_differ,           ///< the hash: {0} is the file that was read
    profile_differs,        ///< {0}
    files_differ,           ///< {0} files are listed, {1} were read
    // nodes
    no_such_condition,      ///< no condition of the rules is this
    second_node,            ///< {0}: the first node of the same condition
    no_node,                ///< {0}: the place of a condition that has no node
    not_before,             ///< {0}: an id that does not stand before
    // advice
    no_such_role,           ///< {0}
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
    // not checked
    choice_among_equals,
    what_blocks,
    too_many_states,        ///< {0}: the limit
    for_people,             ///< sentences for people
    minimal_reasons,        ///< found by search, beside the proof
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
    plan_steps, plan_assumptions, plan_effort, plan_outcome, plan_unlocks, plan_optimality
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

}  // namespace advise::verify
