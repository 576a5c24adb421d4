#include "proof_diagram.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace advise::cli {
namespace {

using engine::clause_kind;
using engine::condition_kind;
using engine::proof_node;
using engine::verdict;
using node_id = proof_reader::node_id;

drawn_truth drawn(verdict truth) { return truth == verdict::yes ? drawn_truth::yes : truth == verdict::no ? drawn_truth::no : drawn_truth::open; }

class circuit {
public:
    circuit(const proof_reader& proof, const words& speak, diagram_limits most) : proof_(proof), speak_(speak), most_(most) {}

    diagram draw(const std::vector<engine::role_advice>& roles);

private:
    /// What leads to a node: a condition of the proof, or the points that a conclusion requires.
    struct input {
        node_id condition = engine::nothing;
        std::string label;
        bool against = false;
    };

    void root(const engine::role_advice& role);
    void expand(node_id id);
    std::uint32_t node_of(node_id id);
    void points_needed(node_id id, std::uint32_t to);
    void describe(const std::vector<engine::role_advice>& roles);
    [[nodiscard]] diagram_node leaf(node_id id) const;
    [[nodiscard]] diagram_node inner(node_id id) const;
    [[nodiscard]] std::string points_of(const engine::conclusion& rule, engine::points_interval points) const;
    [[nodiscard]] bool is_leaf(node_id id) const;
    [[nodiscard]] std::vector<input> inputs_of(node_id id) const;
    [[nodiscard]] std::vector<input> clauses_of(node_id id) const;
    [[nodiscard]] const engine::conclusion& rule_of(node_id id) const { return speak_.rules().conclusions[proof_.node(id).conclusion]; }

    const proof_reader& proof_;
    const words& speak_;
    diagram_limits most_;
    diagram made_;
    std::unordered_map<node_id, std::uint32_t> drawn_as_;
    std::vector<node_id> queue_;
    bool cut_ = false;
};

/// A test, or the opposite of one.
bool circuit::is_leaf(node_id id) const {
    const proof_node& n = proof_.node(id);
    if (n.kind == condition_kind::negation) return proof_.node(n.of.front()).kind == condition_kind::test;
    return n.kind == condition_kind::test;
}

diagram_node circuit::leaf(node_id id) const {
    const proof_node& n = proof_.node(id);
    const proof_node& test = n.kind == condition_kind::negation ? proof_.node(n.of.front()) : n;
    const engine::fact_id fact = speak_.rules().conditions[test.condition].subject;
    return {sentence_start(speak_.condition(n.condition)), speak_.known_with_line(fact), node_shape::fact, drawn(n.truth), false};
}

std::string circuit::points_of(const engine::conclusion& rule, engine::points_interval points) const {
    const bool counts = rule.need() != nullptr || std::any_of(rule.clauses.begin(), rule.clauses.end(), [](const auto& c) { return c.kind == clause_kind::evidence; });
    return counts ? speak_.points(points) : std::string();
}

diagram_node circuit::inner(node_id id) const {
    const proof_node& n = proof_.node(id);
    if (n.kind != condition_kind::conclusion) return {sentence_start(speak_.frame(n.condition)), {}, node_shape::gate, drawn(n.truth), false};
    return {sentence_start(speak_.conclusion(n.conclusion)), points_of(rule_of(id), n.points), node_shape::conclusion, drawn(n.truth), false};
}

std::uint32_t circuit::node_of(node_id id) {
    const auto [at, is_new] = drawn_as_.try_emplace(id, static_cast<std::uint32_t>(made_.nodes.size()));
    if (is_new) {
        made_.nodes.push_back(is_leaf(id) ? leaf(id) : inner(id));
        if (!is_leaf(id)) queue_.push_back(id);
    }
    return at->second;
}

std::vector<circuit::input> circuit::clauses_of(node_id id) const {
    constexpr std::array<std::pair<clause_kind, say>, 3> kinds = {{{clause_kind::when, say::drawn_enough},
        {clause_kind::requires_, say::drawn_required}, {clause_kind::unless, say::drawn_excluded}}};
    std::vector<input> all;
    for (const auto& [kind, name] : kinds)
        for (const proof_reader::clause& c : proof_.clauses(id, kind)) all.push_back({c.body, speak_.say_it(name), kind == clause_kind::unless});
    for (const proof_reader::clause& c : proof_.clauses(id, clause_kind::evidence))
        all.push_back({c.body, speak_.signed_points(c.says->points), c.says->points < 0});
    return all;
}

/// The members of a gate, each once: one that counts twice says so.
std::vector<circuit::input> circuit::inputs_of(node_id id) const {
    const proof_node* n = &proof_.node(id);
    if (n->kind == condition_kind::conclusion) return clauses_of(id);
    bool against = n->kind == condition_kind::negation;
    if (against && proof_.node(n->of.front()).kind == condition_kind::any) n = &proof_.node(n->of.front());
    std::vector<input> all;
    std::unordered_map<node_id, std::pair<std::size_t, std::int64_t>> times;
    for (const node_id member : n->of) {
        const auto [at, is_new] = times.try_emplace(member, all.size(), 1);
        if (is_new) all.push_back({member, {}, against});
        else if (n->kind == condition_kind::count) all[at->second.first].label = speak_.say_it(say::drawn_times, {speak_.number(++at->second.second)});
    }
    return all;
}

void circuit::points_needed(node_id id, std::uint32_t to) {
    const std::int64_t need = rule_of(id).need()->points;
    const engine::points_interval points = proof_.node(id).points;
    const drawn_truth truth = points.low >= need ? drawn_truth::yes : points.high < need ? drawn_truth::no : drawn_truth::open;
    const auto from = static_cast<std::uint32_t>(made_.nodes.size());
    made_.nodes.push_back({sentence_start(speak_.say_it(say::points_required, {speak_.points(need)})), speak_.points(points), node_shape::gate, truth, false});
    made_.edges.push_back({from, to, speak_.say_it(say::drawn_required), false});
}

void circuit::expand(node_id id) {
    const std::uint32_t to = drawn_as_.at(id);
    const std::vector<input> inputs = inputs_of(id);
    const bool need = proof_.node(id).kind == condition_kind::conclusion && rule_of(id).need() != nullptr;
    const auto fresh = static_cast<std::size_t>(std::count_if(inputs.begin(), inputs.end(), [&](const input& i) { return !drawn_as_.contains(i.condition); }));
    if (made_.nodes.size() + fresh + (need ? 1 : 0) > most_.nodes || made_.edges.size() + inputs.size() + (need ? 1 : 0) > most_.edges) {
        made_.nodes[to].cut = cut_ = true;
        return;
    }
    for (const input& i : inputs) {
        const std::uint32_t from = node_of(i.condition);
        made_.edges.push_back({from, to, i.label, i.against});
    }
    if (need) points_needed(id, to);
}

/// The exact verdict and points of a role, which may say more than the proof's own tables.
void circuit::root(const engine::role_advice& role) {
    diagram_node& node = made_.nodes[node_of(role.proof)];
    node.truth = drawn(role.verdict);
    node.note = points_of(speak_.rules().conclusions[role.role], role.points);
}

void circuit::describe(const std::vector<engine::role_advice>& roles) {
    std::vector<std::string> names;
    for (const engine::role_advice& r : roles) names.push_back(speak_.conclusion(r.role));
    const auto having = [&](drawn_truth t) {
        return speak_.number(std::count_if(made_.nodes.begin(), made_.nodes.end(), [&](const diagram_node& n) { return n.truth == t; }));
    };
    made_.title = names.empty() ? speak_.say_it(say::nothing_to_advise) : speak_.say_it(say::drawn_title, {speak_.short_list(names, 3)});
    made_.description = speak_.say_it(say::drawn_description, {speak_.number(static_cast<std::int64_t>(made_.nodes.size())),
        having(drawn_truth::yes), having(drawn_truth::no), having(drawn_truth::open)});
    if (cut_) made_.note = speak_.say_it(say::drawn_cut, {speak_.number(static_cast<std::int64_t>(made_.nodes.size()))});
}

diagram circuit::draw(const std::vector<engine::role_advice>& roles) {
    for (const engine::role_advice& r : roles) root(r);
    for (std::size_t i = 0; i < queue_.size(); ++i) expand(queue_[i]);
    describe(roles);
    made_.ends_first = true;
    return std::move(made_);
}

}  // namespace

diagram proof_diagram(const std::vector<engine::role_advice>& roles, const proof_reader& proof, const words& speak, diagram_limits most) {
    return circuit(proof, speak, most).draw(roles);
}

}  // namespace advise::cli
