// What is true of a rule base for every possible profile: claims proved or refuted, conditions that never or always hold, clauses that change
// nothing, conclusions that are the same. Everything here is proved; what a limit leaves open is counted, never guessed.
#pragma once

#include <advise/engine/advice.hpp>
#include <advise/engine/program.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace advise::engine {

enum class finding_kind : std::uint8_t {
    claim_refuted,
    claim_undecided,   // claim
    condition_never,   // fact: whose whole `after` it is, if it is one
    condition_always,  // nothing but `at` and `related`
    conclusion_never,
    conclusion_without_clauses,
    conclusion_always,       // about
    points_not_reached,      // about, points; most: the most that a profile reaches
    clause_changes_nothing,  // about, clause
    points_change_nothing,   // about, points: `requires N points`
    part_changes_nothing,    // a member of an `and` or `or`
    equivalent,              // about and other: two roles, or two concepts
    fact_unused,
    fact_without_influence,  // fact
    count_trivial,           // list: what the count is the same as
    values_alike,            // fact or scale, value, other_value: all other values are told apart
    option_unasked,          // fact, value
    points_far_apart,        // about, points; other, most: roles and what they reach at most
    evidence_twice,
    evidence_equal,   // about: whoever has this has the other too; they are the same
    role_never_first  // about
};

/// What a further place has to do with a finding.
enum class related_kind : std::uint8_t {
    same_condition,  ///< the condition stands here too
    needed,
    excluded,
    one_needed,
    points_needed,    ///< a clause that takes part in a contradiction
    together_always,  ///< one of the `when`s of which always one holds
    says_already,
    rules_out_already,  ///< why something changes nothing
    declared,           ///< where `other` is declared
    other_evidence,     ///< evidence that holds with it, with its points
    more_points         ///< a role that may have more points then: `role`
};

/// A list that says the same as a count.
enum class list_kind : std::uint8_t { all, any, none };

struct related_place {
    related_kind kind{};
    origin at;
    std::int64_t points = 0;  ///< points_needed, other_evidence
    conclusion_id role = nothing;
};

/// A conclusion under one complete profile.
struct certain_outcome {
    bool holds = false;
    std::int64_t points = 0;
};

/// Profiles that break a claim: one for `always` and `never`; two that differ in one fact for the others.
struct claim_witness {
    completion first;                         ///< of every fact that the claim rests on
    std::optional<fact_value> second;         ///< of the claim's fact, in the second profile
    certain_outcome outcome, second_outcome;  ///< of the claim's conclusion, where there are two profiles
    bool smallest = true;                     ///< false: the limit stopped the search for the smallest
};

struct finding {
    finding_kind kind{};
    origin at;
    std::vector<related_place> related;
    conclusion_id about = nothing;
    conclusion_id other = nothing;
    fact_id fact = nothing;
    scale_id scale = nothing;
    std::uint32_t value = nothing, other_value = nothing;  ///< of the fact or scale
    list_kind list{};
    clause_kind clause{};
    std::int64_t points = 0;
    std::optional<std::int64_t> most;      ///< points_not_reached: unless the limit hides it; points_far_apart
    std::size_t claim = 0;                 ///< index into rule_base::claims
    std::optional<claim_witness> witness;  ///< claim_refuted
};

struct analysis {
    std::vector<finding> findings;  ///< claims first, then what is found with the conclusions, then facts
    std::size_t claims_proved = 0;
    std::size_t undecided = 0;  ///< questions other than claims that the limits left open
};

/// Limits of proving. Work is counted in variables looked at, literals written for the solver (4 each) and its conflicts (500 each, and more in a large formula), never in
/// time, so that the same rules have the same answer everywhere; thirty to forty million units are done in a second. A small rule base gets a few
/// seconds at most, however hard its rules are; 10,000 rules get a minute at the worst.
inline constexpr std::int64_t one_proof_conflicts = 20'000;
inline constexpr std::uint64_t analysis_work_at_first = 25'000'000;
inline constexpr std::uint64_t analysis_work_each = 200'000;  ///< for each role and concept
inline constexpr std::uint64_t analysis_work_at_most = 2'000'000'000;

/// The work that all proofs of a rule base together may cost.
std::uint64_t analysis_work(const program& code);

struct analysis_options {
    std::int64_t conflicts = one_proof_conflicts;                    ///< of one question
    std::optional<std::uint64_t> work_limit;                         ///< of all questions together; otherwise `analysis_work`
    std::function<void(std::size_t done, std::size_t of)> progress;  ///< told now and then; may be empty
};

/// Proves what it can about a rule base without errors. Of what holds only because of something reported already nothing is told again.
analysis analyse(const program& code, const analysis_options& options = {});

}  // namespace advise::engine
