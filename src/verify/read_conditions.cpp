// Clauses and their conditions, in the normal form of COMMANDS.md.
#include "rules_builder.hpp"

#include <advise/grammar/term_key.hpp>

#include <algorithm>

namespace advise::verify {
namespace {

using ast::statement_kind;

class condition_builder {
public:
    explicit condition_builder(builder& b) : b_(b) {}

    void run() {
        for (std::size_t c = 0; c < b_.made.conclusions.size(); ++c) {
            condition made;
            made.kind = condition_kind::conclusion;
            made.subject = c;
            made.at = b_.made.conclusions[c].at;
            b_.made.conclusions[c].node = interned(made);
        }
        // What decides about a conclusion comes first: no proof shows an `after` or a claim.
        for (std::size_t i = 0; i < b_.statements.size(); ++i) take_clause(i);
        for (std::size_t i = 0; i < b_.statements.size(); ++i) take_after(i);
        for (const auto& [file, st] : b_.statements) take_claim(file, st);
        for (const conclusion& c : b_.made.conclusions)
            for (const clause& each : c.clauses) b_.made.conditions[c.node].children.push_back(each.body);
    }

private:
    void take_clause(std::size_t i) {
        const auto& [file, st] = b_.statements[i];
        const bool arrow = st.kind == statement_kind::arrow;
        if (!concludes(st) && st.kind != statement_kind::requires_points) return;
        const ast::term& name = arrow ? st.conclusion : b_.statements[b_.block[i]].st.name;
        conclusion& to = b_.made.conclusions[b_.made.names.at(b_.key(file, name)).second];
        if (st.kind == statement_kind::requires_points) {
            to.need = to.need ? std::max<std::int64_t>(*to.need, st.points) : st.points;
            return;
        }
        clause made;
        made.kind = kind_of(st);
        made.points = made.kind == clause_kind::evidence ? st.points : 0;
        made.body = take(file, st.condition);
        made.at = {file, st.where};
        for (const ast::because& b : st.reasons) made.because.emplace(b_.language_of(file, b.language), b.text.content);
        for (const ast::cites& c : st.citations) made.cites.emplace_back(source_term(file, c.source), c.text.content);
        to.clauses.push_back(std::move(made));
    }

    static clause_kind kind_of(const ast::statement& st) {
        switch (st.kind) {
        case statement_kind::requires_: return clause_kind::requires_;
        case statement_kind::unless: return clause_kind::unless;
        case statement_kind::evidence: return clause_kind::evidence;
        case statement_kind::arrow: return st.negated ? clause_kind::unless : st.has_points ? clause_kind::evidence : clause_kind::when;
        default: return clause_kind::when;
        }
    }

    std::string source_term(std::size_t file, const ast::term& t) {
        const auto known = b_.sources.find(b_.key(file, t));
        if (known != b_.sources.end()) return known->second;
        b_.refuse(message::no_such_source, file, t.where, {b_.spelling(file, t)});
    }

    void take_after(std::size_t i) {
        const auto& [file, st] = b_.statements[i];
        if (st.kind != statement_kind::after) return;
        const std::string key = b_.key(file, b_.statements[b_.block[i]].st.name);
        const std::size_t body = take(file, st.condition);
        b_.made.facts[b_.made.names.at(key).second].after.push_back(body);
    }

    /// The numbers that claims name are thresholds too.
    void take_claim(std::size_t file, const ast::statement& st) {
        const bool about_condition = st.claim == ast::claim_kind::always || st.claim == ast::claim_kind::never;
        if (st.kind == statement_kind::claim && about_condition) take(file, st.condition);
    }

    // --- one condition

    std::size_t take(std::size_t file, const ast::condition& c) {
        const std::vector<std::size_t> compared_by = comparisons_of(file, c);
        std::vector<std::size_t> open;
        for (std::size_t n = 0; n < c.nodes.size(); ++n) {
            const ast::node& node = c.nodes[n];
            if (node.kind == ast::node_kind::operand) {
                open.push_back(operand(file, c, node, c.nodes[compared_by[n]]));
                continue;
            }
            condition made = gate(file, node);
            made.children.assign(open.end() - static_cast<std::ptrdiff_t>(node.children), open.end());
            open.resize(open.size() - node.children);
            open.push_back(interned(made));
            if (node.kind != ast::node_kind::none) continue;
            condition negated;
            negated.kind = condition_kind::negation;
            negated.at = {file, node.where};
            negated.children = {open.back()};
            open.back() = interned(negated);
        }
        return open.back();
    }

    /// Of each node, the node whose comparison it has: a comparison after a list is that of every member.
    std::vector<std::size_t> comparisons_of(std::size_t file, const ast::condition& c) {
        std::vector<std::size_t> by(c.nodes.size()), open;
        for (std::size_t n = 0; n < c.nodes.size(); ++n) {
            by[n] = n;
            const ast::node& node = c.nodes[n];
            for (std::size_t i = open.size() - node.children; node.op != ast::comparison::none && i < open.size(); ++i) {
                const ast::node& member = c.nodes[open[i]];
                if (member.kind != ast::node_kind::operand || member.op != ast::comparison::none)
                    b_.refuse(message::member_not_bare, file, member.where);
                by[open[i]] = n;
            }
            open.resize(open.size() - node.children);
            open.push_back(n);
        }
        return by;
    }

    condition gate(std::size_t file, const ast::node& node) {
        condition made;
        made.at = {file, node.where};
        const std::int64_t members = node.children;
        made.least = 1;
        made.most = members;
        switch (node.kind) {
        case ast::node_kind::all: made.kind = condition_kind::all; made.least = members; return made;
        case ast::node_kind::negation: made.kind = condition_kind::negation; made.least = made.most = 0; return made;
        case ast::node_kind::at_least:
        case ast::node_kind::at_most:
        case ast::node_kind::exactly: break;
        default: made.kind = condition_kind::any; return made;
        }
        if (node.count < 0 || node.count > members)
            b_.refuse(message::count_out_of_range, file, node.count_where, {std::to_string(node.count), std::to_string(members)});
        made.kind = condition_kind::count;
        made.least = node.kind == ast::node_kind::at_most ? 0 : node.count;
        made.most = node.kind == ast::node_kind::at_least ? members : node.count;
        return made;
    }

    std::size_t operand(std::size_t file, const ast::condition& c, const ast::node& node, const ast::node& comparing) {
        const auto [what, index] = b_.made.names.at(b_.key(file, node.term));
        if (what == named::conclusion) {
            if (comparing.op != ast::comparison::none) b_.refuse(message::conclusion_compared, file, node.where, {b_.made.conclusions[index].term});
            return b_.made.conclusions[index].node;
        }
        condition made;
        made.kind = condition_kind::test;
        made.subject = index;
        made.at = {file, node.where};
        made.op = op_of(comparing.op);
        const fact& f = b_.made.facts[index];
        refuse_wrong_operator(file, node, comparing, made, f);
        for (std::uint32_t v = comparing.first_value; v < comparing.first_value + comparing.value_count; ++v) take_value(file, c.values[v], f, made);
        if (made.range && (made.op != test_op::in || comparing.value_count != 1)) b_.refuse(message::range_needs_in, file, node.where);
        if (comparing.value_count > 1 && made.op != test_op::in) b_.refuse(message::several_values, file, node.where, {std::string("=")});
        return interned(made);
    }

    static test_op op_of(ast::comparison op) {
        switch (op) {
        case ast::comparison::eq: return test_op::eq;
        case ast::comparison::ne: return test_op::ne;
        case ast::comparison::lt: return test_op::lt;
        case ast::comparison::le: return test_op::le;
        case ast::comparison::gt: return test_op::gt;
        case ast::comparison::ge: return test_op::ge;
        case ast::comparison::in: return test_op::in;
        case ast::comparison::includes: return test_op::includes;
        case ast::comparison::none: break;
        }
        return test_op::has;
    }

    void refuse_wrong_operator(std::size_t file, const ast::node& node, const ast::node& comparing, const condition& test, const fact& f) {
        const bool choice = f.type == fact_type::one_of, set = f.type == fact_type::any_of;
        const bool order = test.op == test_op::lt || test.op == test_op::le || test.op == test_op::gt || test.op == test_op::ge;
        if (test.op == test_op::has && (choice || set)) b_.refuse(message::bare_choice, file, node.where, {f.term});
        if (test.op == test_op::includes && !set) b_.refuse(message::includes_needs_set, file, comparing.op_where, {f.term, f.term});
        if (test.op != test_op::includes && set) b_.refuse(message::only_includes, file, comparing.op_where, {f.term});
        if (order && choice) b_.refuse(message::order_of_choice, file, comparing.op_where, {f.term});
        if (order && f.type == fact_type::yes_no) b_.refuse(message::order_of_yes_no, file, comparing.op_where, {f.term});
    }

    void take_value(std::size_t file, const ast::value& v, const fact& f, condition& test) {
        const std::string written(b_.made.files[file].text->text(v.where));
        if (f.type == fact_type::number) return take_number(file, v, f, test, written);
        if (v.kind != ast::value_kind::word)
            b_.refuse(f.type == fact_type::level ? message::number_for_level : message::number_for_choice, file, v.where, {f.term, written});
        const std::string word = b_.spelling(file, v.word);
        if (f.type == fact_type::yes_no) {
            const std::string key = grammar::term_key(word);
            if (key != "yes" && key != "no") b_.refuse(message::not_yes_or_no, file, v.where, {f.term, written});
            test.values.push_back(key == "yes" ? 1 : 0);
            return;
        }
        const auto option = find_option(f, word, false);
        if (!option) b_.refuse(f.type == fact_type::level ? message::no_such_level : message::no_such_option, file, v.where, {word, f.term});
        test.values.push_back(*option);
    }

    void take_number(std::size_t file, const ast::value& v, const fact& f, condition& test, const std::string& written) {
        if (v.kind == ast::value_kind::word) b_.refuse(message::word_for_number, file, v.where, {f.term, written});
        if (!v.unit.empty()) {
            const std::string unit = b_.spelling(file, v.unit);
            if (f.unit.empty()) b_.refuse(message::takes_no_unit, file, v.unit.where, {f.term});
            if (unit_key(unit) != unit_key(f.unit)) b_.refuse(message::wrong_unit, file, v.unit.where, {f.term, f.unit, unit});
        }
        test.values.push_back(v.number.micro);
        if (v.kind != ast::value_kind::range) return;
        if (v.number.micro > v.upper.micro) b_.refuse(message::range_upside_down, file, v.where);
        test.values.push_back(v.upper.micro);
        test.range = true;
    }

    /// The condition that is equal to this one, which keeps its place; else a new one.
    std::size_t interned(const condition& c) {
        std::string key = std::to_string(static_cast<int>(c.kind)) + '/' + std::to_string(c.subject) + '/' + std::to_string(static_cast<int>(c.op)) +
                          (c.range ? "r" : "") + '/' + std::to_string(c.least) + '/' + std::to_string(c.most);
        for (const std::int64_t v : c.values) key += ' ' + std::to_string(v);
        key += '/';
        for (const std::size_t child : c.children) key += ' ' + std::to_string(child);
        const auto [known, is_new] = known_.emplace(std::move(key), b_.made.conditions.size());
        if (is_new) b_.made.conditions.push_back(c);
        return known->second;
    }

    builder& b_;
    std::map<std::string, std::size_t> known_;
};

}  // namespace

void builder::settle_conditions() { condition_builder(*this).run(); }

/// Conclusions are taken away once nothing that is left needs them; what stays is in a cycle, or needs one.
void builder::refuse_cycles() {
    std::vector<std::size_t> needed(made.conditions.size(), 0), free;
    for (const condition& c : made.conditions)
        for (const std::size_t child : c.children) ++needed[child];
    for (std::size_t c = 0; c < needed.size(); ++c)
        if (needed[c] == 0) free.push_back(c);
    std::size_t taken = 0;
    for (; !free.empty(); ++taken) {
        const std::size_t c = free.back();
        free.pop_back();
        for (const std::size_t child : made.conditions[c].children)
            if (--needed[child] == 0) free.push_back(child);
    }
    if (taken == made.conditions.size()) return;
    for (const conclusion& c : made.conclusions)
        if (needed[c.node] > 0) refuse(message::cycle, c.at.file, c.at.where, {c.term, c.term});
}

}  // namespace advise::verify
