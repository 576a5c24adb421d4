// A plan as a path: steps, what is assumed, what it opens, and which opens which. Data for pictures; it knows no format.
#pragma once

#include "diagram.hpp"
#include "words.hpp"

#include <advise/engine/plan.hpp>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace advise::cli {

/// Steps of one fact that follow each other, with nothing unlocked between them, as one.
struct plan_stretch {
    engine::fact_id fact = engine::nothing;
    std::int64_t from = 0, to = 0;
    std::int64_t effort = 0;
    std::vector<engine::conclusion_id> unlocks;
    std::vector<engine::fact_id> needed_before;
};
std::vector<plan_stretch> stretches_of(const std::vector<engine::plan_step>& steps);

/// What a way rests on, to be confirmed: what it assumes, and what must not be more than it counts. In order of declaration.
std::vector<engine::plan_value> counted_on(const engine::plan_way& way);

enum class path_kind : std::uint8_t { step, assumption, opened, goal };

struct path_node {
    path_kind kind = path_kind::step;
    std::string text;                   ///< printable: "Parallelism: from none to intermediate"
    std::string detail;                 ///< of a step its effort; else empty
};

/// Nodes in the order of the plan; an edge leads from a node to one that it opens. The goal is the last node.
struct plan_path {
    std::vector<path_node> nodes;
    std::vector<std::pair<std::size_t, std::size_t>> edges;
};

/// The path of a way to a role.
plan_path path_of(const words& speak, engine::conclusion_id role, const engine::plan_way& way);

/// The path as a drawing for a page.
diagram path_diagram(const plan_path& path, const words& speak, engine::conclusion_id role);

/// The path as a Graphviz drawing, and as a Mermaid flowchart.
std::string path_as_dot(const plan_path& path, grammar::language in);
std::string path_as_mermaid(const plan_path& path);

}  // namespace advise::cli
