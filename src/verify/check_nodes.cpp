// The nodes of the proof: each is a condition of the rules, all of it, with the truth that Kleene's tables give it.
#include "checking.hpp"

#include <algorithm>

namespace advise::verify {
namespace {

class node_checker {
public:
    node_checker(checking& c, const std::vector<std::size_t>& about) : c_(c) {
        std::vector<std::size_t> roots;
        for (const std::size_t conclusion : about)
            if (conclusion != none) roots.push_back(c_.base.conclusions[conclusion].node);
        order_ = below(c_.base, roots);
        evaluate_kleene(c_.base, c_.left, order_, c_.kleene);
        c_.node_of.assign(c_.base.conditions.size(), none);
    }

    void run() {
        const json* nodes = c_.member(aspect::nodes, c_.result, "", "nodes", json::kind::array);
        if (nodes == nullptr) return;
        for (const std::size_t id : order_) {
            by_content_.emplace(content(id), id);
            by_place_.emplace(kind_and_place(kind_name(c_.base.conditions[id].kind), c_.at_json(c_.base.conditions[id].at)), id);
        }
        condition_of_.assign(nodes->items.size(), none);
        for (std::size_t i = 0; i < nodes->items.size(); ++i) check(i, nodes->items[i]);
        for (const std::size_t id : order_)
            if (c_.node_of[id] == none) c_.refuse(aspect::nodes, "nodes", why::no_node, {c_.place_text(c_.base.conditions[id].at)});
    }

private:
    // --- which condition a node is: the one that says the same, else (so that a difference can be named) the one at the same place

    [[nodiscard]] std::string content(std::size_t id) const {
        const condition& c = c_.base.conditions[id];
        if (c.kind == condition_kind::conclusion) return "conclusion " + c_.base.conclusions[c.subject].term;
        if (c.kind == condition_kind::test) {
            const fact& f = c_.base.facts[c.subject];
            return test_content(f.term, symbol_of(c.op), test_value_json(f, c));
        }
        return gate_content(kind_name(c.kind), c.least, c.most, c.children);
    }
    static std::string test_content(const std::string& fact, const std::string& op, const json& value) {
        return "test " + op + ' ' + text_of(value) + ' ' + fact;
    }
    static std::string gate_content(const std::string& kind, std::int64_t least, std::int64_t most, const std::vector<std::size_t>& children) {
        std::string text = "gate " + kind + ' ' + std::to_string(least) + ' ' + std::to_string(most);
        for (const std::size_t child : children) text += ' ' + std::to_string(child);
        return text;
    }
    static std::string kind_and_place(const std::string& kind, const json& at) {
        std::string text = kind;
        for (const char* const name : {"file", "line", "column"}) {
            const json* part = at.find(name);
            text += ' ' + (part == nullptr ? std::string() : text_of(*part));
        }
        return text;
    }

    [[nodiscard]] std::string content_of(std::size_t i, const json& node) const {
        const auto text = [&](const char* name) {
            const json* found = node.find(name);
            return found != nullptr && found->is == json::kind::string ? found->string : std::string();
        };
        const auto number = [&](const char* name) {
            const json* found = node.find(name);
            return found != nullptr && found->is == json::kind::number ? found->number : std::int64_t{-1};
        };
        if (text("kind") == "conclusion") return "conclusion " + text("name");
        if (text("kind") == "test") return test_content(text("fact"), text("op"), node.find("value") == nullptr ? json() : *node.find("value"));
        std::vector<std::size_t> children;
        if (const json* of = node.find("of"))
            for (const json& child : of->items) {
                const bool before = child.is == json::kind::number && child.number >= 0 && static_cast<std::size_t>(child.number) < i;
                children.push_back(before ? condition_of_[static_cast<std::size_t>(child.number)] : none);
            }
        return gate_content(text("kind"), number("least"), number("most"), children);
    }

    [[nodiscard]] std::size_t find(std::size_t i, const json& node) const {
        const auto same = by_content_.find(content_of(i, node));
        if (same != by_content_.end()) return same->second;
        const json* kind = node.find("kind");
        const json* at = node.find("at");
        if (kind == nullptr || at == nullptr) return none;
        const auto there = by_place_.find(kind_and_place(kind->string, *at));
        return there == by_place_.end() ? none : there->second;
    }

    void check(std::size_t i, const json& node) {
        const std::string where = indexed("nodes", i);
        const std::size_t id = find(i, node);
        if (id == none) return c_.refuse(aspect::nodes, where, why::no_such_condition);
        if (c_.node_of[id] != none) return c_.refuse(aspect::nodes, where, why::second_node, {indexed("nodes", c_.node_of[id])});
        c_.node_of[id] = i;
        condition_of_[i] = id;
        const condition& c = c_.base.conditions[id];
        c_.compare_member(aspect::nodes, node, where, "id", json::of(static_cast<std::int64_t>(i)));
        c_.compare_member(aspect::nodes, node, where, "kind", json::of(kind_name(c.kind)));
        c_.compare_member(aspect::nodes, node, where, "truth", json::of(name_of(c_.kleene[id])));
        c_.compare_member(aspect::nodes, node, where, "at", c_.at_json(c.at));
        if (c.kind == condition_kind::test) check_test(where, node, c);
        else if (c.kind == condition_kind::conclusion) check_conclusion(i, where, node, c_.base.conclusions[c.subject]);
        else check_gate(i, where, node, c);
    }

    void check_test(const std::string& where, const json& node, const condition& c) {
        const fact& f = c_.base.facts[c.subject];
        const known_fact& known = c_.who.facts[c.subject];
        c_.compare_member(aspect::nodes, node, where, "fact", json::of(f.term));
        c_.compare_member(aspect::nodes, node, where, "op", json::of(symbol_of(c.op)));
        c_.compare_member(aspect::nodes, node, where, "value", test_value_json(f, c), true);
        c_.compare_member(aspect::nodes, node, where, "known", known_json(f, known.left), true);
        std::vector<json> lines;
        for (const std::uint32_t line : known.lines) lines.push_back(json::of(std::int64_t{line}));
        c_.compare_member(aspect::nodes, node, where, "profile_lines", json::array(std::move(lines)));
        c_.leave_unknown_fields(node, where, {"id", "kind", "truth", "at", "fact", "op", "value", "known", "profile_lines"});
    }

    void check_gate(std::size_t i, const std::string& where, const json& node, const condition& c) {
        c_.compare_member(aspect::nodes, node, where, "least", json::of(c.least));
        c_.compare_member(aspect::nodes, node, where, "most", json::of(c.most));
        c_.leave_unknown_fields(node, where, {"id", "kind", "truth", "at", "least", "most", "of"});
        const json* of = c_.member(aspect::nodes, node, where, "of", json::kind::array);
        if (of == nullptr) return;
        if (of->items.size() != c.children.size())
            return c_.refuse(aspect::nodes, where + ".of", why::differs, {std::to_string(of->items.size()), std::to_string(c.children.size())});
        for (std::size_t k = 0; k < c.children.size(); ++k) check_reference(i, indexed(where + ".of", k), of->items[k], c.children[k]);
    }

    /// A node that is named is that of the condition, and stands before.
    void check_reference(std::size_t i, const std::string& where, const json& written, std::size_t condition) {
        const std::size_t expected = c_.node_of[condition];
        if (expected == none) return c_.refuse(aspect::nodes, where, why::no_node, {c_.place_text(c_.base.conditions[condition].at)});
        c_.compare(aspect::nodes, where, written, json::of(static_cast<std::int64_t>(expected)));
        if (expected >= i) c_.refuse(aspect::nodes, where, why::not_before, {std::to_string(expected)});
    }

    void check_conclusion(std::size_t i, const std::string& where, const json& node, const conclusion& about) {
        const interval points = kleene_points(about, c_.kleene);
        c_.compare_member(aspect::nodes, node, where, "name", json::of(about.term));
        c_.compare_member(aspect::nodes, node, where, "points", json::object({{"low", json::of(points.low)}, {"high", json::of(points.high)}}));
        c_.compare_member(aspect::nodes, node, where, "need", about.need ? json::of(*about.need) : json());
        check_clauses(i, where, node, about, clause_kind::when, "when");
        check_clauses(i, where, node, about, clause_kind::requires_, "requires");
        check_clauses(i, where, node, about, clause_kind::unless, "unless");
        check_clauses(i, where, node, about, clause_kind::evidence, "evidence");
        c_.leave_unknown_fields(node, where, {"id", "kind", "truth", "at", "name", "points", "need", "when", "requires", "unless", "evidence"});
    }

    /// All clauses of a kind, in order: none is missing and none invented.
    void check_clauses(std::size_t i, const std::string& where, const json& node, const conclusion& about, clause_kind kind, const char* name) {
        const json* written = c_.member(aspect::nodes, node, where, name, json::kind::array);
        if (written == nullptr) return;
        std::vector<const clause*> own;
        for (const clause& each : about.clauses)
            if (each.kind == kind) own.push_back(&each);
        const std::string list = where + '.' + name;
        if (written->items.size() != own.size())
            return c_.refuse(aspect::nodes, list, why::differs, {std::to_string(written->items.size()), std::to_string(own.size())});
        for (std::size_t k = 0; k < own.size(); ++k) check_clause(i, indexed(list, k), written->items[k], *own[k]);
    }

    void check_clause(std::size_t i, const std::string& where, const json& written, const clause& own) {
        if (const json* node = c_.member(aspect::nodes, written, where, "node", json::kind::number))
            check_reference(i, where + ".node", *node, own.body);
        if (own.kind == clause_kind::evidence) c_.compare_member(aspect::nodes, written, where, "points", json::of(own.points));
        c_.compare_member(aspect::nodes, written, where, "at", c_.at_json(own.at));
        json because = json::object(), cites = json::array();
        for (const auto& [language, text] : own.because) because.members.emplace_back(language, json::of(text));
        for (const auto& [source, text] : own.cites) cites.items.push_back(json::object({{"source", json::of(source)}, {"text", json::of(text)}}));
        c_.compare_member(aspect::nodes, written, where, "because", because, true);
        c_.compare_member(aspect::nodes, written, where, "cites", cites);
        if (own.kind == clause_kind::evidence) c_.leave_unknown_fields(written, where, {"node", "at", "because", "cites", "points"});
        else c_.leave_unknown_fields(written, where, {"node", "at", "because", "cites"});
    }

    checking& c_;
    std::vector<std::size_t> order_;
    std::map<std::string, std::size_t> by_content_, by_place_;
    std::vector<std::size_t> condition_of_;     // of each node read so far
};

}  // namespace

void check_nodes(checking& c, const std::vector<std::size_t>& about) { node_checker(c, about).run(); }

}  // namespace advise::verify
