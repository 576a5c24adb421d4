#include "proof_tree.hpp"

#include <algorithm>

namespace advise::cli {
namespace {

using engine::clause_kind;
using engine::condition_kind;
using engine::proof_node;
using engine::verdict;
using node_id = proof_reader::node_id;

sign sign_of(verdict truth) { return truth == verdict::yes ? sign::yes : truth == verdict::no ? sign::no : sign::open; }
say truth_of(verdict truth) { return truth == verdict::yes ? say::truth_yes : truth == verdict::no ? say::truth_no : say::truth_open; }

}  // namespace

/// A test, or the opposite of one: one line says all of it.
bool proof_tree::leaf(node_id id) const {
    const proof_node& n = proof_.node(id);
    if (n.kind == condition_kind::negation) return proof_.node(n.of.front()).kind == condition_kind::test;
    return n.kind == condition_kind::test;
}

engine::fact_id proof_tree::fact_of_leaf(node_id id) const {
    const proof_node& n = proof_.node(id);
    const proof_node& test = n.kind == condition_kind::negation ? proof_.node(n.of.front()) : n;
    return speak_.rules().conditions[test.condition].subject;
}

std::string proof_tree::name_of(node_id id) const {
    const proof_node& n = proof_.node(id);
    return n.kind == condition_kind::conclusion ? speak_.conclusion_inside(n.conclusion) : speak_.frame(n.condition);
}

void proof_tree::count_below(node_id id, std::vector<node_id>& next) {
    if (leaf(id)) return;
    if (++uses_[id] > 1) return;
    const proof_node& n = proof_.node(id);
    next.insert(next.end(), n.of.begin(), n.of.end());
    next.insert(next.end(), n.clause_nodes.begin(), n.clause_nodes.end());
}

void proof_tree::survey(node_id conclusion) {
    uses_.assign(static_cast<std::size_t>(conclusion) + 1, 0);
    numbers_.assign(uses_.size(), 0);
    std::vector<node_id> stack{conclusion};
    while (!stack.empty()) {
        const node_id id = stack.back();
        stack.pop_back();
        count_below(id, stack);
    }
}

void proof_tree::reason(block& into, const std::vector<engine::because>& reasons, const std::vector<engine::citation>& citations) {
    phrase cited = sources_.cite(citations);
    const std::string because = speak_.reason(reasons);
    if (!because.empty() || !cited.empty()) into.put(paragraph(phrase(because, tone::faint), std::move(cited)));
}

block proof_tree::clause(const proof_reader::clause& c) { return clause(c, within::role, 1); }

block proof_tree::clause(const proof_reader::clause& c, within where, unsigned level) {
    const bool inner = where == within::concept_;
    std::string named = name_of(c.body);
    if (c.says->kind == clause_kind::evidence) named = speak_.say_it(say::evidence_for, {speak_.signed_points(c.says->points), named});
    else if (inner && c.says->kind == clause_kind::requires_) named = speak_.say_it(say::clause_required, {named});
    else if (inner && c.says->kind == clause_kind::unless) named = speak_.say_it(say::clause_excluded, {named});
    else if (inner) named = speak_.say_it(say::clause_enough, {named});
    block made = condition(c.body, named, level);
    const bool speaks_against = c.says->kind == clause_kind::unless || (c.says->kind == clause_kind::evidence && c.says->points < 0);
    if (speaks_against && made.mark == sign::yes) made.mark = sign::against;  // a tick would look like a good thing
    made.right = phrase(speak_.place(c.says->at), tone::faint);
    block because;
    reason(because, speak_.rules().wording(*c.says).reasons, speak_.rules().wording(*c.says).citations);
    made.inside.insert(made.inside.begin(), because.inside.begin(), because.inside.end());
    return made;
}

/// One condition, and what is below it unless that was shown before.
block proof_tree::condition(node_id id, const std::string& named, unsigned level) {
    const verdict truth = proof_.truth(id);
    std::string text = speak_.say_it(truth_of(truth), {sentence_start(named)});
    if (leaf(id)) return item(sign_of(truth), speak_.say_it(say::truth_and_value, {text, speak_.known_with_line(fact_of_leaf(id))}));
    if (numbers_[id] != 0) return item(sign_of(truth), speak_.say_it(say::see_above, {text, speak_.number(numbers_[id])}));
    if (level >= depth_) return item(sign_of(truth), speak_.say_it(say::cut_here, {text}));
    if (uses_[id] > 1) {
        numbers_[id] = ++last_number_;
        text = speak_.say_it(say::numbered, {text, speak_.number(numbers_[id])});
    }
    block made = item(sign_of(truth), text);
    if (proof_.node(id).kind == condition_kind::conclusion) clauses_of(made, id, level + 1);
    else members(made, id, level + 1);
    return made;
}

void proof_tree::members(block& into, node_id id, unsigned level) {
    const proof_node* n = &proof_.node(id);
    if (n->kind == condition_kind::negation && proof_.node(n->of.front()).kind == condition_kind::any) n = &proof_.node(n->of.front());
    for (const node_id member : n->of) into.put(condition(member, name_of(member), level));
}

block proof_tree::points_needed(const engine::points_requirement& need, engine::points_interval points) const {
    const verdict truth = points.low >= need.points ? verdict::yes : points.high < need.points ? verdict::no : verdict::unknown;
    const std::string needed = speak_.say_it(truth_of(truth), {speak_.say_it(say::points_required, {speak_.points(need.points)})});
    return item(sign_of(truth), speak_.say_it(say::truth_and_value, {needed, speak_.points(points)}), phrase(speak_.place(need.at), tone::faint));
}

void proof_tree::clauses_of(block& into, node_id conclusion, unsigned level) {
    const auto& rule = speak_.rules().conclusions[proof_.node(conclusion).conclusion];
    for (const clause_kind kind : {clause_kind::when, clause_kind::requires_, clause_kind::unless, clause_kind::evidence})
        for (const proof_reader::clause& c : proof_.clauses(conclusion, kind)) into.put(clause(c, within::concept_, level));
    if (rule.need() != nullptr) {
        block line = points_needed(*rule.need(), proof_.node(conclusion).points);
        reason(line, rule.need()->reasons, rule.need()->citations);
        into.put(std::move(line));
    }
}

}  // namespace advise::cli
