#include "rule_diagram.hpp"

#include <algorithm>
#include <utility>

namespace advise::cli {
namespace {

using engine::verdict;
using node_id = std::uint32_t;

drawn_truth drawn(verdict truth) { return truth == verdict::yes ? drawn_truth::yes : truth == verdict::no ? drawn_truth::no : drawn_truth::open; }

class drafting {
public:
    drafting(const rule_picture& picture, const words& speak, const rule_diagram_options& options)
        : picture_(picture), speak_(speak), options_(options), drawn_as_(picture.nodes.size(), engine::nothing) {}

    diagram draw();

private:
    void find_questions();
    void facts();
    void fact(node_id id);
    void rest();
    void edges();
    void points_needed(node_id id);
    void describe();
    node_id add(std::string label, std::string note, node_shape shape, drawn_truth truth);
    [[nodiscard]] bool is_question(node_id id) const { return fact_of_[id] != engine::nothing; }
    [[nodiscard]] drawn_truth truth_of(node_id id) const { return options_.painted ? drawn(picture_.nodes[id].truth) : drawn_truth::none; }
    [[nodiscard]] std::string known(engine::fact_id f) const { return options_.painted ? speak_.known_with_line(f) : std::string(); }
    [[nodiscard]] std::string label_of(node_id id) const;
    [[nodiscard]] diagram_edge drawn_edge(const picture_edge& e) const;

    const rule_picture& picture_;
    const words& speak_;
    const rule_diagram_options& options_;
    diagram made_;
    std::vector<node_id> drawn_as_;            // of each node of the picture
    std::vector<node_id> fact_of_;             // of each node that asks something of a fact and is drawn: the node of that fact
    std::vector<std::vector<node_id>> asked_;  // of each node of a fact what is asked of it
};

/// Tests, and the opposites of tests. A test that stands only in its opposite is not drawn.
void drafting::find_questions() {
    fact_of_.assign(picture_.nodes.size(), engine::nothing);
    asked_.resize(picture_.nodes.size());
    std::vector<node_id> fact(picture_.nodes.size(), engine::nothing);
    std::vector<bool> stands_for_itself(picture_.nodes.size());
    for (const picture_edge& e : picture_.edges) {
        const bool opposite = picture_.nodes[e.to].kind == picture_kind::negation && picture_.nodes[e.from].kind == picture_kind::test;
        if (e.link == picture_link::asked) fact[e.to] = e.from;
        else if (opposite) fact[e.to] = fact[e.from];
        else stands_for_itself[e.from] = true;
    }
    for (node_id id = 0; id < fact.size(); ++id) {
        if (fact[id] == engine::nothing || (picture_.nodes[id].kind == picture_kind::test && !stands_for_itself[id])) continue;
        fact_of_[id] = fact[id];
        asked_[fact[id]].push_back(id);
    }
}

node_id drafting::add(std::string label, std::string note, node_shape shape, drawn_truth truth) {
    made_.nodes.push_back({sentence_start(std::move(label)), std::move(note), shape, truth, false});
    return static_cast<node_id>(made_.nodes.size() - 1);
}

/// The fact, then what is asked of it. One question alone, or whether it is so at all, is the fact's own node.
void drafting::fact(node_id id) {
    const engine::fact_id f = picture_.nodes[id].fact;
    const std::vector<node_id>& asked = asked_[id];
    const auto plain = std::find_if(asked.begin(), asked.end(), [&](node_id q) {
        return picture_.nodes[q].kind == picture_kind::test && speak_.rules().facts[f].type == engine::fact_type::yes_no
               && speak_.rules().conditions[picture_.nodes[q].condition].op == engine::test_op::has;
    });
    const node_id itself = asked.size() == 1 ? asked.front() : plain != asked.end() ? *plain : engine::nothing;
    const bool has_own = itself == engine::nothing;
    const node_id node = has_own ? add(speak_.fact(f), known(f), node_shape::fact, drawn_truth::none)
                                 : add(label_of(itself), known(f), node_shape::fact, truth_of(itself));
    drawn_as_[id] = node;
    if (!has_own) drawn_as_[itself] = node;
    for (const node_id q : asked) {
        if (q == itself) continue;
        drawn_as_[q] = add(label_of(q), {}, node_shape::question, truth_of(q));
        made_.edges.push_back({node, drawn_as_[q], {}, !has_own});
    }
}

void drafting::facts() {
    for (node_id id = 0; id < picture_.nodes.size(); ++id)
        if (picture_.nodes[id].kind == picture_kind::fact) fact(id);
}

std::string drafting::label_of(node_id id) const {
    const picture_node& n = picture_.nodes[id];
    if (n.kind == picture_kind::conclusion) return speak_.conclusion(n.conclusion);
    return is_question(id) ? speak_.condition(n.condition) : speak_.frame(n.condition);
}

void drafting::rest() {
    for (node_id id = 0; id < picture_.nodes.size(); ++id) {
        const picture_node& n = picture_.nodes[id];
        if (n.kind == picture_kind::fact || n.kind == picture_kind::test || is_question(id)) continue;
        if (n.kind != picture_kind::conclusion) {
            drawn_as_[id] = add(label_of(id), {}, node_shape::gate, truth_of(id));
            continue;
        }
        const engine::conclusion& rule = speak_.rules().conclusions[n.conclusion];
        const bool counts =
            std::any_of(rule.clauses.begin(), rule.clauses.end(), [](const auto& c) { return c.kind == engine::clause_kind::evidence; });
        drawn_as_[id] = add(label_of(id), options_.painted && counts ? speak_.points(n.points) : std::string(),
                            rule.is_role ? node_shape::conclusion : node_shape::stage, truth_of(id));
    }
}

void drafting::points_needed(node_id id) {
    const picture_node& n = picture_.nodes[id];
    const engine::points_requirement* need = speak_.rules().conclusions[n.conclusion].need();
    if (need == nullptr) return;
    const verdict truth = n.points.low >= need->points ? verdict::yes : n.points.high < need->points ? verdict::no : verdict::unknown;
    const node_id from = add(speak_.say_it(say::points_required, {speak_.points(std::int64_t{need->points})}), {}, node_shape::gate,
                             options_.painted ? drawn(truth) : drawn_truth::none);
    made_.edges.push_back({from, drawn_as_[id], speak_.say_it(say::drawn_required), false});
}

diagram_edge drafting::drawn_edge(const picture_edge& e) const {
    diagram_edge made{drawn_as_[e.from], drawn_as_[e.to], {}, false};
    switch (e.link) {
    case picture_link::asked: break;
    case picture_link::member: {
        const picture_kind to = picture_.nodes[e.to].kind;
        made.against = to == picture_kind::negation || to == picture_kind::none;
        if (e.times > 1) made.label = speak_.say_it(say::drawn_times, {speak_.number(e.times)});
        break;
    }
    case picture_link::when: made.label = speak_.say_it(say::drawn_enough); break;
    case picture_link::requires_: made.label = speak_.say_it(say::drawn_required); break;
    case picture_link::unless:
        made.label = speak_.say_it(say::drawn_excluded);
        made.against = true;
        break;
    case picture_link::evidence:
        made.label = speak_.signed_points(e.points);
        made.against = e.points < 0;
        break;
    }
    return made;
}

void drafting::edges() {
    for (const picture_edge& e : picture_.edges) {
        if (e.link == picture_link::asked || drawn_as_[e.from] == engine::nothing || is_question(e.to)) continue;  // questions have theirs
        made_.edges.push_back(drawn_edge(e));
    }
    for (node_id id = 0; id < picture_.nodes.size(); ++id)
        if (picture_.nodes[id].kind == picture_kind::conclusion) points_needed(id);
}

void drafting::describe() {
    const auto having = [&](drawn_truth t) {
        return speak_.number(std::count_if(made_.nodes.begin(), made_.nodes.end(), [&](const diagram_node& n) { return n.truth == t; }));
    };
    const std::string title = title_for(speak_.rules(), speak_.language());
    made_.ends_first = options_.focus != engine::nothing;
    if (options_.focus != engine::nothing) made_.title = speak_.say_it(say::graph_title_focus, {speak_.conclusion_inside(options_.focus)});
    else made_.title = title.empty() ? speak_.say_it(say::graph_title_bare) : speak_.say_it(say::graph_title, {in_quotes(title, speak_.language())});
    if (options_.painted) made_.title = speak_.say_it(say::graph_painted, {made_.title, options_.profile});
    const std::string nodes = speak_.number(static_cast<std::int64_t>(made_.nodes.size())),
                      lines = speak_.number(static_cast<std::int64_t>(made_.edges.size()));
    if (!options_.painted) made_.description = speak_.say_it(say::graph_shows, {nodes, lines});
    else
        made_.description =
            speak_.say_it(say::graph_shows_truths, {nodes, lines, having(drawn_truth::yes), having(drawn_truth::no), having(drawn_truth::open)});
    made_.facts_aside = true;
    made_.legend = speak_.say_it(say::graph_legend);
    if (options_.painted) made_.legend += " " + speak_.say_it(say::graph_legend_truths);
}

diagram drafting::draw() {
    find_questions();
    facts();
    rest();
    edges();
    describe();
    return std::move(made_);
}

}  // namespace

diagram rule_diagram(const rule_picture& picture, const words& speak, const rule_diagram_options& options) {
    return drafting(picture, speak, options).draw();
}

}  // namespace advise::cli
