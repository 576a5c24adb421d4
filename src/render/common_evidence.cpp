#include "common_evidence.hpp"

#include <algorithm>

namespace advise::cli {
namespace {

using engine::verdict;

bool has(const std::vector<std::uint32_t>& clauses, std::uint32_t one) { return std::ranges::find(clauses, one) != clauses.end(); }

void take(std::vector<std::uint32_t>& clauses, std::uint32_t one) {
    if (!has(clauses, one)) clauses.insert(std::ranges::upper_bound(clauses, one), one);
}

class collector {
public:
    collector(const engine::rule_base& rules, const engine::comparison& found, const proof_reader& proof)
        : rules_(rules), found_(found), proof_(proof) {}

    std::vector<common_evidence> collect() {
        for (const auto& [first, second] : found_.shared) join(first, second);
        for (common_evidence& each : made_) add_up(each);
        std::erase_if(made_, [](const common_evidence& each) { return each.truth == verdict::no; });
        for (const engine::ledger_line& line : found_.ledger)
            if (line.of_first) find_partner(line);
        return std::move(made_);
    }

private:
    /// A clause may have its points in common with several of the other role: these are all about one condition.
    void join(std::uint32_t first, std::uint32_t second) {
        for (common_evidence& each : made_) {
            if (!has(each.first, first) && !has(each.second, second)) continue;
            take(each.first, first);
            take(each.second, second);
            return;
        }
        made_.push_back({{first}, {second}, 0, 0, verdict::unknown, {}});
    }

    void add_up(common_evidence& each) const {
        for (const std::uint32_t c : each.first) each.first_points += clause_of(true, c).points;
        for (const std::uint32_t c : each.second) each.second_points += clause_of(false, c).points;
        each.truth = proof_.truth(node_of(true, each.first.front()));
    }

    /// "From one tutorial" and "from three" are two conditions, but to whoever wrote five they count the same thing.
    void find_partner(const engine::ledger_line& line) {
        const std::optional<engine::fact_id> fact = fact_held(line);
        if (!fact || taken(line)) return;
        for (const engine::ledger_line& other : found_.ledger) {
            if (other.of_first || (other.points > 0) != (line.points > 0) || taken(other) || fact_held(other) != fact) continue;
            made_.push_back({{line.clause}, {other.clause}, line.points, other.points, verdict::yes, fact});
            return;
        }
    }

    /// The fact of a line that is one test, and holds. Options of a set are things of their own.
    [[nodiscard]] std::optional<engine::fact_id> fact_held(const engine::ledger_line& line) const {
        const engine::proof_node& n = proof_.node(node_of(line.of_first, line.clause));
        if (n.kind != engine::condition_kind::test || n.truth != verdict::yes) return std::nullopt;
        const engine::fact_id fact = rules_.conditions[n.condition].subject;
        return rules_.facts[fact].type == engine::fact_type::any_of ? std::nullopt : std::optional(fact);
    }

    [[nodiscard]] bool taken(const engine::ledger_line& line) const {
        return std::ranges::any_of(made_, [&](const common_evidence& each) { return has(line.of_first ? each.first : each.second, line.clause); });
    }

    [[nodiscard]] const engine::role_advice& side(bool first) const { return first ? found_.first : found_.second; }
    [[nodiscard]] const engine::clause& clause_of(bool first, std::uint32_t clause) const {
        return rules_.conclusions[side(first).role].clauses[clause];
    }
    [[nodiscard]] std::uint32_t node_of(bool first, std::uint32_t clause) const { return proof_.node(side(first).proof).clause_nodes[clause]; }

    const engine::rule_base& rules_;
    const engine::comparison& found_;
    const proof_reader& proof_;
    std::vector<common_evidence> made_;
};

}  // namespace

std::vector<common_evidence> common_evidence_of(const engine::rule_base& rules, const engine::comparison& found, const proof_reader& proof) {
    return collector(rules, found, proof).collect();
}

}  // namespace advise::cli
