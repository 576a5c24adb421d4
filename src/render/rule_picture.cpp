#include "rule_picture.hpp"

#include <algorithm>
#include <unordered_map>

namespace advise::cli {
namespace {

using engine::clause_kind;
using engine::condition_kind;
using engine::proof_node;

class painter {
public:
    painter(const engine::rule_base& rules, const engine::advice& answer)
        : rules_(rules), answer_(answer), drawn_as_(answer.nodes.size(), engine::nothing) {}

    rule_picture paint() {
        facts();
        find_inlined();
        for (std::uint32_t id = 0; id < answer_.nodes.size(); ++id)
            if (!inlined_[id]) enter(id);
        for (const engine::role_advice& role : answer_.roles) {
            picture_node& node = made_.nodes[drawn_as_[role.proof]];
            node.truth = role.verdict;
            node.points = role.points;
        }
        return std::move(made_);
    }

private:
    [[nodiscard]] const proof_node& node(std::uint32_t id) const { return answer_.nodes[id]; }
    [[nodiscard]] engine::fact_id fact_of(const proof_node& n) const { return rules_.conditions[n.condition].subject; }

    void facts() {
        std::vector<bool> used(rules_.facts.size());
        for (const proof_node& n : answer_.nodes)
            if (n.kind == condition_kind::test) used[fact_of(n)] = true;
        fact_at_.resize(rules_.facts.size(), engine::nothing);
        for (engine::fact_id f = 0; f < rules_.facts.size(); ++f) {
            if (!used[f]) continue;
            fact_at_[f] = static_cast<std::uint32_t>(made_.nodes.size());
            made_.nodes.push_back({picture_kind::fact, f, engine::nothing, engine::nothing, {}, {}});
        }
    }

    [[nodiscard]] bool is_none(const proof_node& n) const {
        return n.kind == condition_kind::negation && node(n.of.front()).kind == condition_kind::any;
    }

    /// `none of` is a negation over an `any`, which is not drawn unless something else stands on it too.
    void find_inlined() {
        std::vector<bool> needed(answer_.nodes.size());
        inlined_.resize(answer_.nodes.size());
        for (const proof_node& n : answer_.nodes) {
            if (is_none(n)) inlined_[n.of.front()] = true;
            else
                for (const std::uint32_t member : n.of) needed[member] = true;
            for (const std::uint32_t body : n.clause_nodes) needed[body] = true;
        }
        for (std::size_t id = 0; id < needed.size(); ++id) inlined_[id] = inlined_[id] && !needed[id];
    }

    [[nodiscard]] picture_kind kind_of(const proof_node& n) const {
        switch (n.kind) {
        case condition_kind::test: return picture_kind::test;
        case condition_kind::all: return picture_kind::all;
        case condition_kind::any: return picture_kind::any;
        case condition_kind::count: return picture_kind::count;
        case condition_kind::negation: return is_none(n) ? picture_kind::none : picture_kind::negation;
        case condition_kind::conclusion: break;
        }
        return picture_kind::conclusion;
    }

    void enter(std::uint32_t id) {
        const proof_node& n = node(id);
        const auto at = static_cast<std::uint32_t>(made_.nodes.size());
        drawn_as_[id] = at;
        made_.nodes.push_back(
            {kind_of(n), n.kind == condition_kind::test ? fact_of(n) : engine::nothing, n.condition, n.conclusion, n.truth, n.points});
        if (n.kind == condition_kind::test) made_.edges.push_back({fact_at_[fact_of(n)], at, picture_link::asked});
        else if (n.kind == condition_kind::conclusion) clauses(n, at);
        else members(is_none(n) ? node(n.of.front()) : n, at);
    }

    void clauses(const proof_node& n, std::uint32_t at) {
        const auto& all = rules_.conclusions[n.conclusion].clauses;
        for (std::size_t i = 0; i < all.size(); ++i) made_.edges.push_back({drawn_as_[n.clause_nodes[i]], at, link_of(all[i].kind), all[i].points});
    }

    static picture_link link_of(clause_kind kind) {
        switch (kind) {
        case clause_kind::when: return picture_link::when;
        case clause_kind::requires_: return picture_link::requires_;
        case clause_kind::unless: return picture_link::unless;
        case clause_kind::evidence: break;
        }
        return picture_link::evidence;
    }

    /// Each once; only a count counts one that is listed twice.
    void members(const proof_node& n, std::uint32_t at) {
        std::unordered_map<std::uint32_t, std::size_t> edges;
        for (const std::uint32_t member : n.of) {
            const auto [found, is_new] = edges.try_emplace(member, made_.edges.size());
            if (is_new) made_.edges.push_back({drawn_as_[member], at, picture_link::member});
            else if (n.kind == condition_kind::count) ++made_.edges[found->second].times;
        }
    }

    const engine::rule_base& rules_;
    const engine::advice& answer_;
    std::vector<std::uint32_t> drawn_as_;  // of each proof node
    std::vector<std::uint32_t> fact_at_;   // of each fact
    std::vector<bool> inlined_;            // of each proof node: the `any` of a `none of`
    rule_picture made_;
};

}  // namespace

engine::facts nobody(const engine::rule_base& rules) {
    engine::facts made;
    for (engine::fact_id f = 0; f < rules.facts.size(); ++f) made.known.push_back(engine::whole_domain(rules, f));
    return made;
}

rule_picture picture_of(const engine::rule_base& rules, const engine::advice& answer) { return painter(rules, answer).paint(); }

}  // namespace advise::cli
