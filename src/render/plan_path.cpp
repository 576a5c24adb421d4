#include "plan_path.hpp"

#include "mermaid.hpp"

#include <algorithm>

namespace advise::cli {
namespace {

using engine::rule_base;

/// The facts that a condition asks for, itself or through conclusions.
class facts_below {
public:
    explicit facts_below(const rule_base& rules) : rules_(rules), asked_(rules.facts.size()), seen_(rules.conditions.size()), concluded_(rules.conclusions.size()) {}

    const std::vector<bool>& of(engine::condition_id condition) {
        std::vector<engine::condition_id> open{condition};
        while (!open.empty()) {
            const engine::condition_id id = open.back();
            open.pop_back();
            if (seen_[id]) continue;
            seen_[id] = true;
            const engine::condition& c = rules_.conditions[id];
            if (c.kind == engine::condition_kind::test) asked_[c.subject] = true;
            else if (c.kind == engine::condition_kind::conclusion) enter(c.subject, open);
            else for (std::uint32_t i = 0; i < c.size; ++i) open.push_back(rules_.condition_children[c.first + i]);
        }
        return asked_;
    }

private:
    void enter(engine::conclusion_id c, std::vector<engine::condition_id>& open) {
        if (concluded_[c]) return;
        concluded_[c] = true;
        for (const engine::clause& clause : rules_.conclusions[c].clauses) open.push_back(clause.body);
    }

    const rule_base& rules_;
    std::vector<bool> asked_, seen_, concluded_;
};

class path_maker {
public:
    path_maker(const words& speak, engine::conclusion_id role, const engine::plan_way& way)
        : speak_(speak), role_(role), way_(way), stretches_(stretches_of(way.steps)) {}

    plan_path make() {
        for (const engine::plan_value& assumed : counted_on(way_))
            add(path_kind::assumption,
                speak_.say_it(say::plan_fact_is, {sentence_start(speak_.fact(assumed.fact)), speak_.value(assumed.fact, assumed.value)}));
        const std::size_t first = made_.nodes.size();
        for (const plan_stretch& s : stretches_)
            add(path_kind::step, speak_.say_it(say::plan_path_step, {sentence_start(speak_.fact(s.fact)), speak_.value(s.fact, s.from), speak_.value(s.fact, s.to)}),
                speak_.effort(s.effort));
        for (std::size_t i = 0; i < stretches_.size(); ++i) join_earlier(first, i);
        for (std::size_t i = 0; i < stretches_.size(); ++i)
            for (const engine::conclusion_id c : stretches_[i].unlocks) {
                if (c == role_) continue;
                made_.edges.emplace_back(first + i, made_.nodes.size());
                add(path_kind::opened, speak_.conclusion(c));
            }
        finish();
        return std::move(made_);
    }

private:
    void add(path_kind kind, std::string text, std::string detail = {}) { made_.nodes.push_back({kind, std::move(text), std::move(detail)}); }

    /// From the last stretch of the same fact, and from those of the facts that its `after` asks for.
    void join_earlier(std::size_t first, std::size_t at) {
        const engine::fact& fact = speak_.rules().facts[stretches_[at].fact];
        facts_below below(speak_.rules());
        std::vector<bool> joined(speak_.rules().facts.size());
        for (std::size_t i = at; i-- > 0;) {
            const engine::fact_id other = stretches_[i].fact;
            const bool opens = other == stretches_[at].fact || (fact.after != engine::nothing && below.of(fact.after)[other]);
            if (!opens || joined[other]) continue;
            joined[other] = true;
            made_.edges.emplace_back(first + i, first + at);
        }
    }

    /// What opens nothing else leads to the goal.
    void finish() {
        const std::size_t goal = made_.nodes.size();
        std::vector<bool> leads(goal);
        for (const auto& edge : made_.edges)
            if (made_.nodes[edge.second].kind == path_kind::step) leads[edge.first] = true;
        for (std::size_t i = 0; i < goal; ++i)
            if (!leads[i] && made_.nodes[i].kind != path_kind::opened) made_.edges.emplace_back(i, goal);
        add(path_kind::goal, speak_.conclusion(role_));
    }

    const words& speak_;
    engine::conclusion_id role_;
    const engine::plan_way& way_;
    std::vector<plan_stretch> stretches_;
    plan_path made_;
};

/// Between quotes in dot: quotes and backslashes get a backslash.
std::string dot_text(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out;
}

}  // namespace

std::vector<plan_stretch> stretches_of(const std::vector<engine::plan_step>& steps) {
    std::vector<plan_stretch> made;
    for (const engine::plan_step& step : steps) {
        if (made.empty() || made.back().fact != step.fact || !made.back().unlocks.empty()) made.push_back({step.fact, step.from, step.to, 0, {}, {}});
        made.back().to = step.to;
        made.back().effort += step.effort;
        made.back().unlocks = step.unlocks;
        made.back().needed_before = step.needed_before;
    }
    return made;
}

std::vector<engine::plan_value> counted_on(const engine::plan_way& way) {
    std::vector<engine::plan_value> all = way.assume;
    all.insert(all.end(), way.counted.begin(), way.counted.end());
    std::ranges::sort(all, {}, &engine::plan_value::fact);
    return all;
}

plan_path path_of(const words& speak, engine::conclusion_id role, const engine::plan_way& way) { return path_maker(speak, role, way).make(); }

diagram path_diagram(const plan_path& path, const words& speak, engine::conclusion_id role) {
    diagram made;
    made.title = speak.say_it(say::plan_drawing_of, {speak.conclusion(role)});
    made.description = speak.say_it(say::plan_drawing_shows, {speak.number(static_cast<std::int64_t>(path.nodes.size()))});
    for (const path_node& node : path.nodes) {
        const bool reached = node.kind == path_kind::opened || node.kind == path_kind::goal;
        const node_shape shape = reached ? node_shape::conclusion : node.kind == path_kind::assumption ? node_shape::gate : node_shape::fact;
        made.nodes.push_back({node.text, node.detail, shape, drawn_truth::none, false});
    }
    for (const auto& [from, to] : path.edges) made.edges.push_back({static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to), {}, false});
    return made;
}

std::string path_as_dot(const plan_path& path, grammar::language in) {
    std::string out = "digraph plan {\n";
    out += in == grammar::language::fa ? "    rankdir=RL;\n" : "    rankdir=LR;\n";
    out += "    node [shape=box, fontname=\"sans-serif\"];\n";
    for (std::size_t i = 0; i < path.nodes.size(); ++i) {
        const path_node& node = path.nodes[i];
        out += "    n" + std::to_string(i) + " [label=\"" + dot_text(node.text) + (node.detail.empty() ? "" : "\\n" + dot_text(node.detail)) + "\"";
        if (node.kind == path_kind::assumption) out += ", style=dashed";
        else if (node.kind == path_kind::opened) out += ", shape=ellipse";
        else if (node.kind == path_kind::goal) out += ", shape=box, style=\"rounded,bold\"";
        out += "];\n";
    }
    for (const auto& [from, to] : path.edges) out += "    n" + std::to_string(from) + " -> n" + std::to_string(to) + ";\n";
    return out + "}\n";
}

std::string path_as_mermaid(const plan_path& path) {
    std::string out = "flowchart LR\n";
    for (std::size_t i = 0; i < path.nodes.size(); ++i) {
        const path_node& node = path.nodes[i];
        const std::string text = "\"" + mermaid_words(node.text) + (node.detail.empty() ? "" : "<br/>" + mermaid_words(node.detail)) + "\"";
        const std::string name = "    n" + std::to_string(i);
        switch (node.kind) {
        case path_kind::step: out += name + "[" + text + "]\n"; break;
        case path_kind::assumption: out += name + "[/" + text + "/]\n"; break;
        case path_kind::opened: out += name + "(" + text + ")\n"; break;
        case path_kind::goal: out += name + "([" + text + "])\n"; break;
        }
    }
    for (const auto& [from, to] : path.edges) out += "    n" + std::to_string(from) + " --> n" + std::to_string(to) + "\n";
    return out;
}

}  // namespace advise::cli
