#include "result_nodes.hpp"

#include "json_values.hpp"

#include <initializer_list>

namespace advise::cli {
namespace {

using engine::clause_kind;
using engine::condition;
using engine::condition_kind;
using engine::proof_node;
using engine::rule_base;

std::string_view symbol_of(engine::test_op op) {
    switch (op) {
        case engine::test_op::has: return "has";
        case engine::test_op::eq: return "=";
        case engine::test_op::ne: return "!=";
        case engine::test_op::lt: return "<";
        case engine::test_op::le: return "<=";
        case engine::test_op::gt: return ">";
        case engine::test_op::ge: return ">=";
        case engine::test_op::in: return "in";
        case engine::test_op::includes: break;
    }
    return "includes";
}

void write_asked_value(json_writer& out, const rule_base& rules, const condition& c) {
    const std::span<const std::int64_t> values = rules.values_of(c);
    if (c.op == engine::test_op::has) {
        out.null();
    } else if (c.is_range) {
        out.begin_object().key("from");
        write_value(out, rules, c.subject, values[0]);
        out.key("to");
        write_value(out, rules, c.subject, values[1]);
        out.end_object();
    } else if (c.op == engine::test_op::in) {
        out.begin_array();
        for (std::uint32_t i = 0; i < c.size; ++i) write_value(out, rules, c.subject, values[i]);
        out.end_array();
    } else {
        write_value(out, rules, c.subject, values[0]);
    }
}

/// Writes the nodes of one proof.
class node_writer {
public:
    node_writer(json_writer& out, const rule_base& rules, const engine::facts& person) : out_(out), rules_(rules), person_(person) {}

    void write(std::uint32_t id, const proof_node& node) {
        out_.begin_object().member_number("id", id);
        if (node.kind == condition_kind::conclusion) conclusion(node);
        else if (node.kind == condition_kind::test) test(node, rules_.conditions[node.condition]);
        else gate(node, rules_.conditions[node.condition]);
        out_.end_object();
    }

private:
    void at(const engine::origin& where) {
        out_.key("at");
        write_at(out_, rules_, where);
    }

    void test(const proof_node& node, const condition& c) {
        const engine::known_fact& known = person_.known[c.subject];
        out_.member("kind", "test").member("fact", rules_.facts[c.subject].term);
        write_asked(out_, rules_, c);
        out_.member("truth", name_of(node.truth)).key("known");
        write_known(out_, rules_, c.subject, known);
        out_.key("profile_lines").begin_array();
        for (const std::uint32_t line : known.lines) out_.number(line);
        out_.end_array();
        at(c.at);
    }

    void gate_of(std::string_view kind, std::size_t least, std::size_t most) {
        out_.member("kind", kind).member_number("least", static_cast<std::int64_t>(least)).member_number("most", static_cast<std::int64_t>(most));
    }

    void gate(const proof_node& node, const condition& c) {
        const std::size_t members = node.of.size();
        if (c.kind == condition_kind::all) gate_of("all", members, members);
        else if (c.kind == condition_kind::any) gate_of("any", 1, members);
        else if (c.kind == condition_kind::negation) gate_of("not", 0, 0);
        else gate_of("count", c.least(), c.most());
        out_.key("of").begin_array();
        for (const std::uint32_t child : node.of) out_.number(child);
        out_.end_array().member("truth", name_of(node.truth));
        at(c.at);
    }

    void reasons(const engine::clause& clause) {
        out_.key("because").begin_object();
        for (const engine::because& reason : rules_.wording(clause).reasons) out_.member(reason.language, reason.text);
        out_.end_object().key("cites").begin_array();
        for (const engine::citation& cited : rules_.wording(clause).citations) {
            out_.begin_object().member("source", rules_.cited[cited.source].term).member("text", cited.text).end_object();
        }
        out_.end_array();
    }

    void clauses(std::string_view name, clause_kind kind, const engine::conclusion& about, const proof_node& node) {
        out_.key(name).begin_array();
        for (std::size_t i = 0; i < about.clauses.size(); ++i) {
            const engine::clause& clause = about.clauses[i];
            if (clause.kind != kind) continue;
            out_.begin_object().member_number("node", node.clause_nodes[i]);
            if (kind == clause_kind::evidence) out_.member_number("points", clause.points);
            at(clause.at);
            reasons(clause);
            out_.end_object();
        }
        out_.end_array();
    }

    void conclusion(const proof_node& node) {
        const engine::conclusion& about = rules_.conclusions[node.conclusion];
        out_.member("kind", "conclusion").member("name", about.term).member("truth", name_of(node.truth)).key("points");
        out_.begin_object().member_number("low", node.points.low).member_number("high", node.points.high).end_object();
        clauses("when", clause_kind::when, about, node);
        clauses("requires", clause_kind::requires_, about, node);
        clauses("unless", clause_kind::unless, about, node);
        clauses("evidence", clause_kind::evidence, about, node);
        if (about.need() != nullptr) out_.member_number("need", about.need()->points);
        else out_.key("need").null();
        at(about.at);
    }

    json_writer& out_;
    const rule_base& rules_;
    const engine::facts& person_;
};

/// Writes one tree of cases.
class tree_writer {
public:
    tree_writer(json_writer& out, const rule_base& rules, bool of_points) : out_(out), rules_(rules), of_points_(of_points) {}

    void write(const engine::split_tree& tree, std::size_t at) {
        const engine::split_node& node = tree.nodes[at];
        out_.begin_object();
        if (node.leaf) leaf(node);
        else branch(tree, node);
        out_.end_object();
    }

private:
    void leaf(const engine::split_node& node) {
        out_.key("leaf").begin_object();
        if (of_points_) out_.member_number("low", node.points.low).member_number("high", node.points.high);
        else out_.member("truth", name_of(node.truth));
        out_.end_object();
    }

    void branch(const engine::split_tree& tree, const engine::split_node& node) {
        const engine::fact& f = rules_.facts[node.fact];
        out_.member("fact", f.term).key("option");
        if (node.option == engine::nothing) out_.null();
        else out_.string(f.options[node.option].term);
        out_.key("cases").begin_array();
        for (const engine::split_case& one : node.cases) {
            out_.begin_object();
            values(node, f, one);
            out_.key("then");
            write(tree, one.then);
            out_.end_object();
        }
        out_.end_array();
    }

    void values(const engine::split_node& node, const engine::fact& f, const engine::split_case& one) {
        const bool ordered = f.type == engine::fact_type::level || f.type == engine::fact_type::number;
        if (ordered) {
            write_bounds(out_, rules_, node.fact, one.from, one.to);
            return;
        }
        out_.key("values").begin_array();
        if (f.type == engine::fact_type::yes_no && one.values.empty()) {
            for (std::int64_t v = one.from; v <= one.to; ++v) write_value(out_, rules_, node.fact, v);
        }
        for (const std::uint32_t v : one.values) {
            if (node.option != engine::nothing) out_.string(v != 0 ? "yes" : "no");
            else write_value(out_, rules_, node.fact, static_cast<std::int64_t>(v));
        }
        out_.end_array();
    }

    json_writer& out_;
    const rule_base& rules_;
    bool of_points_;
};

void write_tree(json_writer& out, const rule_base& rules, const std::optional<engine::split_tree>& tree, bool of_points) {
    if (tree && !tree->nodes.empty()) tree_writer(out, rules, of_points).write(*tree, tree->nodes.size() - 1);
    else out.null();
}

}  // namespace

void write_asked(json_writer& out, const rule_base& rules, const condition& test) {
    out.member("op", symbol_of(test.op)).key("value");
    write_asked_value(out, rules, test);
}

void write_nodes(json_writer& out, const rule_base& rules, const engine::facts& person, const engine::advice& answer) {
    node_writer writer(out, rules, person);
    out.begin_array();
    for (std::size_t id = 0; id < answer.nodes.size(); ++id) writer.write(static_cast<std::uint32_t>(id), answer.nodes[id]);
    out.end_array();
}

void write_split(json_writer& out, const rule_base& rules, const engine::role_advice& role) {
    if (!role.exact) {
        out.null();
        return;
    }
    out.begin_object().key("verdict");
    write_tree(out, rules, role.verdict_split, false);
    out.key("points");
    write_tree(out, rules, role.points_split, true);
    out.end_object();
}

}  // namespace advise::cli
