#include "proof_reader.hpp"

#include <algorithm>
#include <limits>

namespace advise::cli {

using engine::clause_kind;
using engine::condition_kind;
using engine::proof_node;
using engine::verdict;

std::vector<proof_reader::clause> proof_reader::clauses(node_id conclusion, clause_kind kind) const {
    const proof_node& n = nodes_[conclusion];
    const auto& all = rules_.conclusions[n.conclusion].clauses;
    std::vector<clause> found;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i].kind == kind) found.push_back({&all[i], n.clause_nodes[i], nodes_[n.clause_nodes[i]].truth});
    return found;
}

std::vector<proof_reader::clause> proof_reader::clauses(node_id conclusion, clause_kind kind, verdict truth) const {
    const proof_node& n = nodes_[conclusion];
    const auto& all = rules_.conclusions[n.conclusion].clauses;
    std::vector<clause> found;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i].kind == kind && nodes_[n.clause_nodes[i]].truth == truth) found.push_back({&all[i], n.clause_nodes[i], truth});
    return found;
}

void proof_reader::some(node_id conclusion, clause_kind kind, verdict truth, std::vector<node_id>& next) const {
    const proof_node& n = nodes_[conclusion];
    const auto& all = rules_.conclusions[n.conclusion].clauses;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i].kind == kind && nodes_[n.clause_nodes[i]].truth == truth) next.push_back(n.clause_nodes[i]);
}

void proof_reader::below_conclusion(node_id id, std::vector<node_id>& next) const {
    const verdict truth = nodes_[id].truth;
    const std::size_t before = next.size();
    if (truth == verdict::yes) {
        some(id, clause_kind::when, verdict::yes, next);
        if (next.size() > before + 1) next.resize(before + 1);          // any one of them is enough: the first
        some(id, clause_kind::requires_, verdict::yes, next);
    } else if (truth == verdict::no) {
        some(id, clause_kind::unless, verdict::yes, next);
        some(id, clause_kind::requires_, verdict::no, next);
        if (next.size() == before) some(id, clause_kind::when, verdict::no, next);
    } else {
        some(id, clause_kind::requires_, verdict::unknown, next);
        some(id, clause_kind::unless, verdict::unknown, next);
        some(id, clause_kind::when, verdict::unknown, next);
    }
    if (next.size() == before) some(id, clause_kind::evidence, truth, next);    // it rests on its points
}

void proof_reader::below(const proof_node& n, std::vector<node_id>& next) const {
    verdict wanted = n.truth;
    if (n.kind == condition_kind::negation) {
        next.push_back(n.of.front());
        return;
    }
    if (n.kind == condition_kind::count && n.truth != verdict::unknown) {
        const engine::condition& c = rules_.conditions[n.condition];
        const auto holding = static_cast<std::uint32_t>(std::count_if(n.of.begin(), n.of.end(), [&](node_id m) { return nodes_[m].truth == verdict::yes; }));
        const bool at_most = c.least() == 0;
        if (n.truth == verdict::yes) wanted = at_most ? verdict::no : verdict::yes;
        else wanted = holding > c.most() ? verdict::yes : verdict::no;
    }
    for (const node_id member : n.of)
        if (nodes_[member].truth == wanted) next.push_back(member);
}

std::vector<proof_reader::node_id> proof_reader::deciding(node_id root) const {
    std::vector<node_id> tests, stack{root}, next;
    seen_.resize(nodes_.size());
    ++round_;
    while (!stack.empty()) {
        const node_id id = stack.back();
        stack.pop_back();
        if (seen_[id] == round_) continue;
        seen_[id] = round_;
        const proof_node& n = nodes_[id];
        if (n.kind == condition_kind::test) {
            tests.push_back(id);
            continue;
        }
        next.clear();
        if (n.kind == condition_kind::conclusion) below_conclusion(id, next);
        else below(n, next);
        stack.insert(stack.end(), next.rbegin(), next.rend());
    }
    return tests;
}

/// Of a conclusion that does not hold: its requirements, what rules it out, and the nearest of its ways in.
void proof_reader::lacking_of_conclusion(node_id id, std::vector<lack>& next) const {
    for (const clause& c : clauses(id, clause_kind::requires_))
        if (c.truth != verdict::yes) next.push_back({c.body, false});
    for (const clause& c : clauses(id, clause_kind::unless, verdict::yes)) next.push_back({c.body, true});
    const std::vector<clause> ways = clauses(id, clause_kind::when);
    const auto nearest = std::min_element(ways.begin(), ways.end(), [&](const clause& a, const clause& b) { return distance(a.body) < distance(b.body); });
    if (nearest != ways.end() && nearest->truth != verdict::yes) next.push_back({nearest->body, false});
}

void proof_reader::lacking_below(node_id id, std::vector<lack>& next, std::vector<lack>& found) const {
    const proof_node& n = nodes_[id];
    std::vector<node_id> open;
    for (const node_id member : n.of)
        if (nodes_[member].truth != verdict::yes) open.push_back(member);
    std::size_t needed = open.size();
    if (n.kind == condition_kind::conclusion) {
        const std::size_t before = next.size();
        lacking_of_conclusion(id, next);
        if (next.size() == before) found.push_back({id, false});        // it rests on its points
        return;
    }
    if (n.kind == condition_kind::negation) return next.push_back({n.of.front(), true});
    if (n.kind == condition_kind::any) needed = 1;
    if (n.kind == condition_kind::count) {
        const std::size_t holding = n.of.size() - open.size();
        const std::size_t least = rules_.conditions[n.condition].least();
        if (holding >= least) return found.push_back({id, false});      // too many hold
        needed = least - holding;
    }
    std::vector<node_id> nearest = open;
    std::stable_sort(nearest.begin(), nearest.end(), [&](node_id a, node_id b) { return distance(a) < distance(b); });
    nearest.resize(std::min(needed, nearest.size()));
    std::sort(nearest.begin(), nearest.end());
    for (const node_id member : open)                                   // in the order of the rule
        if (std::binary_search(nearest.begin(), nearest.end(), member)) next.push_back({member, false});
}

std::vector<proof_reader::lack> proof_reader::lacking(node_id root) const {
    std::vector<lack> found, stack{{root, false}}, next;
    seen_.resize(nodes_.size());
    ++round_;
    while (!stack.empty()) {
        const lack one = stack.back();
        stack.pop_back();
        if (seen_[one.node] == round_) continue;
        seen_[one.node] = round_;
        const proof_node& n = nodes_[one.node];
        if (n.kind == condition_kind::test || (one.negated && n.kind != condition_kind::negation)) {
            found.push_back(one);
            continue;
        }
        if (!one.negated && n.truth == verdict::yes) continue;
        next.clear();
        if (one.negated) next.push_back({n.of.front(), false});         // not not
        else lacking_below(one.node, next, found);
        stack.insert(stack.end(), next.rbegin(), next.rend());
    }
    return found;
}

std::vector<engine::fact_id> proof_reader::facts_of(const std::vector<node_id>& tests) const {
    std::vector<engine::fact_id> facts;
    seen_facts_.resize(rules_.facts.size());
    ++fact_round_;
    for (const node_id id : tests) {
        const engine::fact_id f = fact_of(id);
        if (seen_facts_[f] != fact_round_) facts.push_back(f);
        seen_facts_[f] = fact_round_;
    }
    return facts;
}

std::uint32_t proof_reader::test_distance(const proof_node& n) const {
    const engine::condition& test = rules_.conditions[n.condition];
    if (rules_.facts[test.subject].type != engine::fact_type::level) return 1;
    std::int64_t wanted = 0;
    if (test.op == engine::test_op::has) wanted = 1;
    else if (test.op == engine::test_op::ge) wanted = rules_.test_values[test.first];
    else if (test.op == engine::test_op::gt) wanted = rules_.test_values[test.first] + 1;
    const std::int64_t missing = wanted - person_.known[test.subject].from;
    return missing > 1 ? static_cast<std::uint32_t>(missing) : 1;
}

std::uint32_t proof_reader::gate_distance(const proof_node& n) const {
    constexpr std::uint64_t far = std::numeric_limits<std::uint32_t>::max() / 2;
    std::vector<std::uint32_t> members;
    for (const node_id id : n.of) members.push_back(distances_[id]);
    std::size_t needed = members.size();                                // all
    if (n.kind == condition_kind::any) needed = 1;
    if (n.kind == condition_kind::count) needed = rules_.conditions[n.condition].least();
    std::sort(members.begin(), members.end());
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < std::min(needed, members.size()); ++i) sum += members[i];
    if (sum == 0) sum = 1;                                              // too many hold, or it is a negation
    return static_cast<std::uint32_t>(std::min(sum, far));
}

std::uint32_t proof_reader::conclusion_distance(const proof_node& n) const {
    constexpr std::uint64_t far = std::numeric_limits<std::uint32_t>::max() / 2;
    const auto& all = rules_.conclusions[n.conclusion].clauses;
    std::uint64_t sum = 0, nearest = far;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::uint32_t d = distances_[n.clause_nodes[i]];
        if (all[i].kind == clause_kind::requires_) sum += d;
        if (all[i].kind == clause_kind::when) nearest = std::min<std::uint64_t>(nearest, d);
        if (all[i].kind == clause_kind::unless && nodes_[n.clause_nodes[i]].truth != verdict::no) ++sum;
    }
    if (nearest != far) sum += nearest;
    return static_cast<std::uint32_t>(std::clamp<std::uint64_t>(sum, 1, far));
}

std::uint32_t proof_reader::distance(node_id root) const {
    if (distances_.empty()) {
        distances_.reserve(nodes_.size());
        for (const proof_node& n : nodes_) {
            if (n.truth == verdict::yes) distances_.push_back(0);
            else if (n.kind == condition_kind::test) distances_.push_back(test_distance(n));
            else if (n.kind == condition_kind::conclusion) distances_.push_back(conclusion_distance(n));
            else distances_.push_back(gate_distance(n));
        }
    }
    return distances_[root];
}

}  // namespace advise::cli
