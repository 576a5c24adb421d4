// Whether a proof is one: made from a compiled file, in which rules and circuit stand side by side and might not belong together.
#include "compiled_image.hpp"
#include "proof.hpp"

#include <algorithm>

namespace advise::engine {
namespace {

verdict counted(std::size_t sure, std::size_t possible, std::size_t least, std::size_t most) {
    if (possible < least || sure > most) return verdict::no;
    return sure >= least && possible <= most ? verdict::yes : verdict::unknown;
}

verdict reached(std::int64_t bound, const points_interval& points) {
    return points.low >= bound ? verdict::yes : points.high < bound ? verdict::no : verdict::unknown;
}

class proof_checker {
public:
    proof_checker(const program::data& code, const proof_graph& proof) : code_(code), rules_(*code.rules), proof_(proof) {}

    [[nodiscard]] bool good() const {
        for (std::uint32_t id = 0; id < proof_.nodes.size(); ++id)
            if (!good(proof_.nodes[id], id)) return false;
        return true;
    }

private:
    [[nodiscard]] bool good(const proof_node& node, std::uint32_t id) const {
        const auto before = [id](std::uint32_t other) { return other < id; };
        if (!std::ranges::all_of(node.of, before) || !std::ranges::all_of(node.clause_nodes, before)) return false;
        if (node.kind == condition_kind::conclusion) return good_conclusion(node);
        const condition& c = rules_.conditions[node.condition];
        return c.kind == condition_kind::test ? good_test(node, c) : good_gate(node, c);
    }

    /// The node of the circuit asks what the condition asks.
    [[nodiscard]] bool good_test(const proof_node& node, const condition& c) const {
        const literal l = code_.class_literal[code_.class_of[node.condition]];
        if (is_negated(l) || node_of(l) >= code_.tests.size()) return false;
        const circuit_test& test = code_.tests[node_of(l)];
        if (test.fact != c.subject) return false;
        if (c.op == test_op::includes) return test.option == static_cast<std::uint32_t>(rules_.test_values[c.first]);
        return std::ranges::equal(code_.ranges.slice(test.first_range, test.ranges), true_ranges(rules_, c));
    }

    [[nodiscard]] bool good_gate(const proof_node& node, const condition& c) const {
        std::size_t sure = 0, possible = 0;
        for (const std::uint32_t member : node.of) {
            sure += proof_.nodes[member].truth == verdict::yes ? 1 : 0;
            possible += proof_.nodes[member].truth != verdict::no ? 1 : 0;
        }
        const std::size_t size = node.of.size();
        switch (c.kind) {
        case condition_kind::all: return node.truth == counted(sure, possible, size, size);
        case condition_kind::any: return node.truth == counted(sure, possible, 1, size);
        case condition_kind::negation: return node.truth == counted(sure, possible, 0, 0);
        default: return node.truth == counted(sure, possible, c.least(), c.most());
        }
    }

    [[nodiscard]] bool good_conclusion(const proof_node& node) const {
        const conclusion& x = rules_.conclusions[node.conclusion];
        std::vector<verdict> needed;
        verdict some = verdict::no;
        bool has_when = false, has_requirement = x.need() != nullptr;
        points_interval points;
        for (std::size_t i = 0; i < x.clauses.size(); ++i) {
            const clause& c = x.clauses[i];
            const verdict truth = proof_.nodes[node.clause_nodes[i]].truth;
            switch (c.kind) {
            case clause_kind::when:
                has_when = true;
                some = std::max(some, truth);
                break;
            case clause_kind::requires_:
                has_requirement = true;
                needed.push_back(truth);
                break;
            case clause_kind::unless: needed.push_back(truth == verdict::yes ? verdict::no : truth == verdict::no ? verdict::yes : truth); break;
            case clause_kind::evidence: add(points, c.points, truth); break;
            }
        }
        if (has_when) needed.push_back(some);
        else if (!has_requirement) needed.push_back(reached(1, points));
        if (x.need() != nullptr) needed.push_back(reached(x.need()->points, points));
        const verdict truth = needed.empty() ? verdict::yes : *std::ranges::min_element(needed);
        return node.truth == truth && node.points == points;
    }

    static void add(points_interval& to, std::int64_t points, verdict truth) {
        if (truth == verdict::no) return;
        if (points > 0 || truth == verdict::yes) to.high += points;
        if (points < 0 || truth == verdict::yes) to.low += points;
    }

    const program::data& code_;
    const rule_base& rules_;
    const proof_graph& proof_;
};

}  // namespace

void check_proof(const program::data& code, const proof_graph& proof) {
    const auto& file = code.rules->mapped;
    if (file != nullptr && !file->trusted && !proof_checker(code, proof).good()) throw damaged_rules(file->name);
}

}  // namespace advise::engine
