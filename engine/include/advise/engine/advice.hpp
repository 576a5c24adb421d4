// The answer: a verdict on each role with its exact points, what is still open, witnesses, and the proof as data.
#pragma once

#include <advise/engine/facts.hpp>
#include <advise/engine/program.hpp>
#include <advise/engine/rule_base.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace advise::engine {

enum class verdict : std::uint8_t { no, unknown, yes };     ///< also the truth of a proof node

/// An exact interval of points, both ends attained (or, of a node, Kleene's enclosure).
struct points_interval {
    std::int64_t low = 0;
    std::int64_t high = 0;
    friend bool operator==(const points_interval&, const points_interval&) = default;
};

/// One value of a fact: an index or grid steps in `number`, or for `any_of` the options in the set.
struct fact_value {
    std::int64_t number = 0;
    std::vector<std::uint32_t> members;     ///< any_of, ascending
    friend bool operator==(const fact_value&, const fact_value&) = default;
};

/// Values for every fact that a role depends on and the profile leaves open, in order of declaration.
using completion = std::vector<std::pair<fact_id, fact_value>>;

/// A case distinction that closes the gap between Kleene's tables and the exact answer (COMMANDS.md, split).
struct split_case {
    // ordered facts: from..to (as in known_fact); choices: values; an option of a set: values is {0} (not in it) or {1}
    std::int64_t from = 0;
    std::int64_t to = 0;
    std::vector<std::uint32_t> values;
    std::uint32_t then = 0;                 ///< index into split_tree::nodes
};
struct split_node {
    bool leaf = true;
    verdict truth = verdict::unknown;       ///< leaf of a verdict's tree
    points_interval points;                 ///< leaf of a points tree
    fact_id fact = nothing;
    std::uint32_t option = nothing;         ///< of an any_of fact
    std::vector<split_case> cases;
};
/// Children before parents; the root is the last.
struct split_tree {
    std::vector<split_node> nodes;
};

struct role_advice {
    conclusion_id role = nothing;
    engine::verdict verdict = verdict::no;
    bool exact = true;
    points_interval points;
    std::int64_t max = 0;                   ///< the sum of the positive evidence
    std::vector<fact_id> open;              ///< facts that can still change verdict or points, in order of declaration
    std::optional<completion> yes, no, low, high;   ///< witnesses, where COMMANDS.md asks for them
    std::uint32_t proof = nothing;          ///< id of its node in advice::nodes, where a proof was asked for
    std::optional<split_tree> verdict_split, points_split;
};

/// A node of the proof. Which members mean something depends on the kind, as in rule_base's `condition`.
struct proof_node {
    condition_kind kind{};
    verdict truth = verdict::unknown;       ///< Kleene's
    condition_id condition = nothing;       ///< its first occurrence; `nothing` for a conclusion's own node
    std::vector<std::uint32_t> of;          ///< ids of children, earlier than this one
    // test: fact, operation and values stand in the rule base's condition
    // conclusion:
    conclusion_id conclusion = nothing;
    points_interval points;                 ///< Kleene's
    std::vector<std::uint32_t> clause_nodes;   ///< one for each clause of the conclusion, in its order: the body's node
};

struct advice {
    std::vector<role_advice> roles;         ///< in the order of LANGUAGE.md §1
    std::vector<proof_node> nodes;          ///< children first; empty unless asked for
};

/// Exactness is bounded by work, never by time, so that the same input has the same answer everywhere. The unit is one input of a gate, one term
/// of a sum or one truth of a value looked at; a few hundred million are done in a second. A role may cost `one_role_work`; where many roles are hard, those
/// that Kleene's tables leave open share `one_run_work` alike: each may cost an equal part of what the roles before it have left, and is charged no more than that part.
/// A search that stopped is followed by a fixed number of completions and cases, which are not counted.
/// What a role needs beyond its verdict and points (which facts are open, witnesses) costs at most one and a quarter times as much again.
inline constexpr std::uint64_t one_role_work = 100'000'000;
inline constexpr std::uint64_t one_run_work = 400'000'000;

/// How much is asked of an evaluation.
struct advise_options {
    bool proof = false;                     ///< record nodes and splits
    bool witnesses = true;                  ///< and `open`; false: verdicts and points only
    std::uint64_t work_limit = one_role_work;   ///< spent on the exactness of one role, before its `exact` is false
    std::uint64_t run_limit = one_run_work;     ///< spent on the exactness of all roles together
    bool only_open = false;                 ///< with `witnesses`: only `open`, for pages that show no completions
};

/// How the verdicts and intervals were settled; for the benches.
struct settled {
    std::uint32_t kleene = 0, sampled = 0, branched = 0, undecided = 0;
};

/// Advice for what is known of a person: exact verdicts and points of every role (LANGUAGE.md §1), ordered.
/// Kleene's tables first; then, for what they leave open, case distinction on the facts of mixed sign.
advice advise(const program& code, const facts& person, const advise_options& options = {}, settled* how = nullptr);

/// The same for some conclusions only (roles or concepts), in the order given.
advice advise_on(const program& code, const facts& person, const std::vector<conclusion_id>& about, const advise_options& options = {},
                 settled* how = nullptr);

}  // namespace advise::engine
