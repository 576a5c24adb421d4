// The rule graph as people see it: facts, what is asked of them, conditions, concepts and roles, each once, and what leads to what.
// Data for pictures and for JSON; it knows no format and makes no sentences.
#pragma once

#include <advise/engine/advice.hpp>
#include <advise/engine/facts.hpp>
#include <advise/engine/rule_base.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace advise::cli {

/// `negation` has one member that must not hold, `none` has any number of them.
enum class picture_kind : std::uint8_t { fact, test, all, any, negation, none, count, conclusion };

/// Which members mean something depends on the kind.
struct picture_node {
    picture_kind kind{};
    engine::fact_id fact = engine::nothing;            ///< fact, test
    engine::condition_id condition = engine::nothing;  ///< everything between a fact and a conclusion
    engine::conclusion_id conclusion = engine::nothing;
    engine::verdict truth = engine::verdict::unknown;  ///< of a conclusion the exact verdict, else Kleene's; of a fact none
    engine::points_interval points;                    ///< conclusion
};

/// Why the one stands before the other: a fact before what is asked of it, a member before its condition, a clause before its conclusion.
enum class picture_link : std::uint8_t { asked, member, when, requires_, unless, evidence };

struct picture_edge {
    std::uint32_t from = 0;  ///< index into rule_picture::nodes
    std::uint32_t to = 0;
    picture_link link{};
    std::int64_t points = 0;  ///< evidence
    std::uint32_t times = 1;  ///< member of a count: how often it is listed
};

/// Facts in order of declaration, then the rest, each after what leads to it.
struct rule_picture {
    std::vector<picture_node> nodes;
    std::vector<picture_edge> edges;
};

/// Nothing is known of anybody: every fact has its whole domain.
engine::facts nobody(const engine::rule_base& rules);

/// What the conclusions of an advice rest on. The advice needs its proof, in which equal conditions are one node. Facts on which nothing
/// rests are left out. O(proof).
rule_picture picture_of(const engine::rule_base& rules, const engine::advice& answer);

}  // namespace advise::cli
