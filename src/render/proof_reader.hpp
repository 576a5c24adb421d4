// Reads the proof: which clauses of a conclusion hold, which tests decided a node, what is open below it. It decides nothing about
// truth; every truth is the one that the engine wrote into the node.
#pragma once

#include <advise/engine/advice.hpp>

#include <cstdint>
#include <vector>

namespace advise::cli {

class proof_reader {
public:
    using node_id = std::uint32_t;

    /// Both must outlive the object.
    proof_reader(const engine::rule_base& rules, const engine::facts& person, const engine::advice& answer) : rules_(rules), person_(person), nodes_(answer.nodes) {}

    [[nodiscard]] const engine::proof_node& node(node_id id) const { return nodes_[id]; }
    [[nodiscard]] engine::verdict truth(node_id id) const { return nodes_[id].truth; }

    /// A clause of a conclusion with the node of its body.
    struct clause { const engine::clause* says = nullptr; node_id body = 0; engine::verdict truth = engine::verdict::unknown; };
    /// The clauses of one kind, in order; those of one truth only where it is given.
    [[nodiscard]] std::vector<clause> clauses(node_id conclusion, engine::clause_kind kind) const;
    [[nodiscard]] std::vector<clause> clauses(node_id conclusion, engine::clause_kind kind, engine::verdict truth) const;

    /// The tests that made a node what it is: of a true `any` the true members, of a false `all` the false ones, of an unknown node the
    /// unknown ones, and so on down to the facts. In order of the proof, each once. O(nodes below).
    [[nodiscard]] std::vector<node_id> deciding(node_id id) const;
    /// What would have to change for a node to hold, on the nearest way: tests, or what is no test and can't be taken apart.
    struct lack { node_id node = 0; bool negated = false; };
    [[nodiscard]] std::vector<lack> lacking(node_id id) const;
    /// The fact of a test.
    [[nodiscard]] engine::fact_id fact_of(node_id test) const { return rules_.conditions[nodes_[test].condition].subject; }
    /// The facts of some tests, each once, in the order of the tests.
    [[nodiscard]] std::vector<engine::fact_id> facts_of(const std::vector<node_id>& tests) const;

    /// How many tests at least would have to turn out otherwise for a node to hold, as a measure of how far away it is.
    [[nodiscard]] std::uint32_t distance(node_id id) const;

private:
    void below(const engine::proof_node& n, std::vector<node_id>& next) const;
    void below_conclusion(node_id id, std::vector<node_id>& next) const;
    void some(node_id conclusion, engine::clause_kind kind, engine::verdict truth, std::vector<node_id>& next) const;
    void lacking_below(node_id id, std::vector<lack>& next, std::vector<lack>& found) const;
    void lacking_of_conclusion(node_id id, std::vector<lack>& next) const;
    /// Steps up a scale that a test still asks for, from the least that is known; 1 for every other kind of test.
    [[nodiscard]] std::uint32_t test_distance(const engine::proof_node& n) const;
    [[nodiscard]] std::uint32_t gate_distance(const engine::proof_node& n) const;
    [[nodiscard]] std::uint32_t conclusion_distance(const engine::proof_node& n) const;

    const engine::rule_base& rules_;
    const engine::facts& person_;
    const std::vector<engine::proof_node>& nodes_;
    mutable std::vector<std::uint32_t> seen_;           ///< of each node the last walk that met it
    mutable std::uint32_t round_ = 0;
    mutable std::vector<std::uint32_t> seen_facts_;     ///< of each fact the last list that has it
    mutable std::uint32_t fact_round_ = 0;
    mutable std::vector<std::uint32_t> distances_;      ///< of all nodes; made by the first question
};

}  // namespace advise::cli
