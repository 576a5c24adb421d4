#include "graph_json.hpp"

#include "json_values.hpp"
#include "json_writer.hpp"
#include "result_json.hpp"
#include "result_nodes.hpp"

#include <string_view>

namespace advise::cli {
namespace {

std::string_view name_of_type(engine::fact_type type) {
    switch (type) {
    case engine::fact_type::level: return "level";
    case engine::fact_type::yes_no: return "yes/no";
    case engine::fact_type::number: return "number";
    case engine::fact_type::one_of: return "one of";
    case engine::fact_type::any_of: break;
    }
    return "any of";
}

std::string_view name_of_link(picture_link link) {
    switch (link) {
    case picture_link::asked: return "asked";
    case picture_link::member: return "member";
    case picture_link::when: return "when";
    case picture_link::requires_: return "requires";
    case picture_link::unless: return "unless";
    case picture_link::evidence: break;
    }
    return "evidence";
}

std::string_view name_of_gate(picture_kind kind) {
    switch (kind) {
    case picture_kind::all: return "all";
    case picture_kind::any: return "any";
    case picture_kind::negation: return "not";
    case picture_kind::none: return "none";
    default: break;
    }
    return "count";
}

class graph_writer {
public:
    graph_writer(const graph_parts& parts, std::string& text) : parts_(parts), rules_(parts.speak.rules()), out_(text) {}

    void write() {
        out_.begin_object().member("schema", "advise/graph/1");
        write_rules(out_, rules_);
        if (parts_.profile != nullptr) write_profile(out_, *parts_.profile, parts_.speak.person().closed);
        else out_.key("profile").null();
        out_.key("focus");
        if (parts_.focus != engine::nothing) out_.string(rules_.conclusions[parts_.focus].term);
        else out_.null();
        out_.key("nodes").begin_array();
        for (std::uint32_t id = 0; id < parts_.picture.nodes.size(); ++id) node(id);
        out_.end_array().key("edges").begin_array();
        for (const picture_edge& e : parts_.picture.edges) edge(e);
        out_.end_array().end_object();
    }

private:
    void node(std::uint32_t id) {
        const picture_node& n = parts_.picture.nodes[id];
        out_.begin_object().member_number("id", id);
        if (n.kind == picture_kind::fact) fact(n.fact);
        else if (n.kind == picture_kind::conclusion) conclusion(n);
        else condition(n);
        out_.end_object();
    }

    void at(const engine::origin& where) {
        out_.key("at");
        write_at(out_, rules_, where);
    }

    void truth(const picture_node& n) {
        out_.key("truth");
        if (parts_.profile != nullptr) out_.string(name_of(n.truth));
        else out_.null();
    }

    void fact(engine::fact_id f) {
        out_.member("kind", "fact").member("name", rules_.facts[f].term).member("label", parts_.speak.fact(f));
        out_.member("type", name_of_type(rules_.facts[f].type)).key("known");
        write_known(out_, rules_, f, parts_.speak.person().known[f]);
        at(rules_.facts[f].at);
    }

    void condition(const picture_node& n) {
        const engine::condition& c = rules_.conditions[n.condition];
        if (n.kind == picture_kind::test) {
            out_.member("kind", "test").member("fact", rules_.facts[n.fact].term);
            write_asked(out_, rules_, c);
            out_.member("label", parts_.speak.condition(n.condition));
        } else {
            out_.member("kind", name_of_gate(n.kind));
            if (n.kind == picture_kind::count) out_.member_number("least", c.least()).member_number("most", c.most());
            out_.member("label", parts_.speak.frame(n.condition));
        }
        truth(n);
        at(c.at);
    }

    void conclusion(const picture_node& n) {
        const engine::conclusion& about = rules_.conclusions[n.conclusion];
        out_.member("kind", about.is_role ? "role" : "concept")
            .member("name", about.term)
            .member("label", parts_.speak.conclusion(n.conclusion))
            .key("need");
        if (about.need() != nullptr) out_.number(about.need()->points);
        else out_.null();
        truth(n);
        out_.key("points");
        if (parts_.profile != nullptr) out_.begin_object().member_number("low", n.points.low).member_number("high", n.points.high).end_object();
        else out_.null();
        at(about.at);
    }

    void edge(const picture_edge& e) {
        out_.begin_object().member_number("from", e.from).member_number("to", e.to).member("kind", name_of_link(e.link));
        if (e.link == picture_link::evidence) out_.member_number("points", e.points);
        if (e.link == picture_link::member) out_.member_number("times", e.times);
        out_.end_object();
    }

    const graph_parts& parts_;
    const engine::rule_base& rules_;
    json_writer out_;
};

}  // namespace

std::string graph_json(const graph_parts& parts) {
    std::string text;
    graph_writer(parts, text).write();
    return text;
}

}  // namespace advise::cli
