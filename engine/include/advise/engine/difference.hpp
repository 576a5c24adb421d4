// Whose advice changes between two versions of a rule base: over all profiles, proved.
//
// Both versions are put over one vocabulary, the *joint facts*: a fact of both versions with the values that both know, or a fact that only one of
// them knows, with its own. A profile here gives every joint fact one value; what is compared under it is the verdict and the points of every role.
#pragma once

#include <advise/engine/advice.hpp>
#include <advise/engine/analysis.hpp>
#include <advise/engine/program.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace advise::engine {

enum class joint_kind : std::uint8_t {
    ordered,  ///< levels, yes/no, numbers: values ascend in both versions
    choice,   ///< one of several, without an order that both share
    set
};

/// A value of a joint fact, as each version has it. Of a number a range that neither version tells apart, ends included; else both ends are one index.
struct joint_value {
    std::int64_t old_from = 0, old_to = 0, new_from = 0, new_to = 0;
};

struct joint_fact {
    fact_id in_old = nothing, in_new = nothing;  ///< at least one of them is there
    joint_kind kind = joint_kind::ordered;
    std::vector<joint_value> values;      ///< ordered: ascending; choice: in the order of the old version; set: its options
    std::vector<std::uint32_t> only_old;  ///< levels or options that the other version does not know
    std::vector<std::uint32_t> only_new;
    bool range_changed = false;  ///< a number's range differs; `values` has what they share
    bool other_kind = false;     ///< a fact of that name is in the other version too, but no value would mean the same in both
};

/// A role of both versions, or of one.
struct joint_role {
    conclusion_id in_old = nothing, in_new = nothing;
    bool allowed = false;              ///< changes of it were allowed: it was not compared
    bool undecided = false;            ///< whether it changes, or changes further, is more work than the limit allows
    bool changes = false;              ///< false: proved that its verdict and points are the same in both versions, or not compared
    std::vector<std::size_t> through;  ///< indices into difference::concepts: those with groups that it rests on, in either version
};

/// A concept of both versions that holds for others now, and not only because a concept that it mentions does.
struct joint_concept {
    conclusion_id in_old = nothing, in_new = nothing;
    bool told_all = true;  ///< false: it may change in further ways, by itself too
};

enum class advice_change : std::uint8_t { gains, loses, more_points, fewer_points };  ///< of the last two: whatever becomes of the verdict

/// What a group asks of one joint fact.
struct joint_condition {
    std::size_t fact = 0;    ///< index into difference::facts
    std::uint32_t from = 0;  ///< ordered: indices of `values`, ends included
    std::uint32_t to = 0;
    std::vector<bool> allowed;          ///< choice: of each value, whether it is one of those
    std::vector<std::uint8_t> options;  ///< set: of each option 0 (not in it), 1 (in it) or 2 (either)
};

/// A profile as each version reads it.
struct joint_profile {
    std::vector<std::uint64_t> values;                ///< of each joint fact: an index of its values; a set is in `members`
    std::vector<std::vector<std::uint32_t>> members;  ///< of each joint fact: a set's options
    facts in_old, in_new;                             ///< facts that a version knows alone, unlike the other's, are at their lowest in its own
};

/// Profiles for whom a role changes in one way: all that meet the conditions, proved. Groups of a role may overlap.
struct difference_group {
    std::size_t role = 0;  ///< index into difference::roles; of a concept's group into difference::concepts
    advice_change change{};
    std::vector<joint_condition> when;  ///< all of these; in the order of difference::facts; none: everybody
    joint_profile witness;              ///< the lowest that meets the conditions
    certain_outcome before, after;      ///< of the witness; a role that a version lacks does not hold
};

/// Two roles that change places, verdicts and points being alike: only their order of declaration decides.
struct order_change {
    std::size_t first = 0, second = 0;  ///< of difference::roles, in the order of the new version
    joint_profile witness;
};

enum class difference_outcome : std::uint8_t { equivalent, differs, undecided };

struct difference {
    std::vector<joint_fact> facts;         ///< in the order of the old version, then those that are new
    std::vector<joint_role> roles;         ///< in the order of the new version, then those that are gone
    std::vector<difference_group> groups;  ///< by role, then kind of change
    std::vector<joint_concept> concepts;   ///< those that change by themselves, as declared in the new version: where changes of roles come from
    std::vector<difference_group> concept_groups;  ///< by concept: it holds now, or does not any more; points say nothing
    std::size_t further = 0;                       ///< groups that were found besides
    bool counted_all = true;                       ///< false: there may be more than `further`
    std::optional<order_change> order;
    bool order_undecided = false;

    /// A role that is new or gone makes a difference too, unless it was allowed.
    [[nodiscard]] difference_outcome outcome() const;
    /// Whether some profile can be read by one version only, so that it was not compared.
    [[nodiscard]] bool shared_values_only() const;
};

/// Limits of the comparison, in the units of `analysis_options`.
inline constexpr std::int64_t one_difference_conflicts = 20'000;
inline constexpr std::uint64_t one_difference_work = 150'000'000;
inline constexpr std::size_t most_groups = 20;
inline constexpr std::size_t most_groups_counted = 220;
inline constexpr std::size_t most_concept_groups = 20;      ///< of all concepts together
inline constexpr std::size_t most_groups_of_a_concept = 5;  ///< of each kind of change

struct difference_options {
    std::vector<std::string> allowed;  ///< terms of roles that may change
    std::int64_t conflicts = one_difference_conflicts;
    std::uint64_t work_limit = one_difference_work;
    std::size_t groups = most_groups;           ///< told
    std::size_t counted = most_groups_counted;  ///< told and counted
};

/// Compares two rule bases without errors. Facts and roles are matched by term (the same key), else by another name that the other version has
/// for them; values of facts by term. Concepts come first: each that differs is asked for profiles under which those that it mentions agree. Groups are prime implicants of the change, found one after the other: a profile that no group has yet, the
/// bounds on its facts that the proof needs (a core of failed assumptions, made minimal), each widened as far as the proof goes. No profile that
/// changes is left out when `counted_all` holds and no role is undecided.
difference compare_rules(const program& old_code, const program& new_code, const difference_options& options = {});

}  // namespace advise::engine
