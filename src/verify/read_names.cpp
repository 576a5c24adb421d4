// What every name is: declared facts and conclusions, other names, what rules conclude, and undeclared facts.
#include "rules_builder.hpp"

#include <advise/grammar/limits.hpp>
#include <advise/grammar/term_key.hpp>

#include <algorithm>

namespace advise::verify {
namespace {

using ast::statement_kind;

/// A fact or conclusion before all are put in order.
struct thing {
    bool is_fact = false;
    bool declared = false;
    bool is_role = false;
    std::string key;
    std::string term;
    reading_place since;
    place at;
};

struct first_place {
    reading_place since;
    std::size_t file = 0;
    ast::term term;
};

class namer {
public:
    explicit namer(builder& b) : b_(b) {}

    void run() {
        find_blocks();
        declare();
        take_other_names();
        take_concluded();
        take_mentions();
        take_undeclared_facts();
        settle_roles();
        put_in_order();
    }

private:
    using named_thing = std::map<std::string, thing>;

    void find_blocks() {
        std::size_t block = none;
        for (std::size_t i = 0; i < b_.statements.size(); ++i) {
            const bool first_of_file = i == 0 || b_.statements[i].file != b_.statements[i - 1].file;
            if (!is_clause(b_.statements[i].st)) block = i;
            else if (first_of_file) block = none;
            b_.block.push_back(block == none ? i : block);
        }
    }

    void declare() {
        for (std::size_t i = 0; i < b_.statements.size(); ++i) {
            const auto& [file, st] = b_.statements[i];
            const bool is_fact = st.kind == statement_kind::fact;
            if (!is_fact && st.kind != statement_kind::concept_ && st.kind != statement_kind::role) continue;
            const std::string key = b_.key(file, st.name), term = b_.spelling(file, st.name);
            thing made{is_fact, true, st.kind == statement_kind::role, key, term, {i, st.name.where.begin}, {file, st.name.where}};
            if (!things_.emplace(key, made).second) b_.refuse(message::name_declared_twice, file, st.name.where, {term});
        }
    }

    void take_other_names() {
        for (std::size_t i = 0; i < b_.statements.size(); ++i) {
            const auto& [file, st] = b_.statements[i];
            if (st.kind != statement_kind::aka) continue;
            const std::string of = b_.key(file, b_.statements[b_.block[i]].st.name);
            for (const ast::term& t : st.terms) take_other_name(file, t, of);
        }
    }

    void take_other_name(std::size_t file, const ast::term& t, const std::string& of) {
        const std::string key = b_.key(file, t);
        if (key == of) return;
        const auto [known, is_new] = b_.other_names.emplace(key, of);
        if (things_.contains(key)) b_.refuse(message::other_name_taken, file, t.where, {b_.spelling(file, t), things_.at(of).term});
        if (known->second != of)
            b_.refuse(message::name_means_two, file, t.where, {b_.spelling(file, t), things_.at(known->second).term, things_.at(of).term});
    }

    void take_concluded() {
        for (std::size_t i = 0; i < b_.statements.size(); ++i) {
            const auto& [file, st] = b_.statements[i];
            if (st.kind != statement_kind::arrow) continue;
            const std::string key = b_.resolved(b_.key(file, st.conclusion));
            const auto known = things_.find(key);
            if (known == things_.end()) things_.emplace(key, thing{false, false, false, key, {}, {}, {file, st.conclusion.where}});
            else if (known->second.is_fact) b_.refuse(message::fact_also_concluded, file, st.conclusion.where, {known->second.term});
        }
    }

    // --- where names stand

    void mention(std::size_t i, const ast::term& t) {
        const std::size_t file = b_.statements[i].file;
        const reading_place here{i, t.where.begin};
        const auto [known, is_new] = firsts_.emplace(b_.key(file, t), first_place{here, file, t});
        if (!is_new && here < known->second.since) known->second = {here, file, t};
    }

    void take_mentions() {
        for (std::size_t i = 0; i < b_.statements.size(); ++i) {
            const ast::statement& st = b_.statements[i].st;
            take_condition(i, st);
            const bool of_claim = st.kind == statement_kind::claim && !st.about.empty();
            if (of_claim) mention(i, st.about);
            if (of_claim || st.kind == statement_kind::arrow || st.kind == statement_kind::expect) mention(i, st.conclusion);
        }
    }

    void take_condition(std::size_t i, const ast::statement& st) {
        const std::size_t file = b_.statements[i].file;
        std::vector<std::size_t> open;
        for (std::size_t n = 0; n < st.condition.nodes.size(); ++n) {
            const ast::node& node = st.condition.nodes[n];
            if (node.kind == ast::node_kind::operand) {
                mention(i, node.term);
                (concludes(st) ? in_rules_ : elsewhere_).insert(b_.resolved(b_.key(file, node.term)));
                take_values(file, st.condition, node, node.term);
                open.push_back(n);
                continue;
            }
            for (std::size_t c = open.size() - node.children; c < open.size(); ++c)
                if (node.op != ast::comparison::none) take_values(file, st.condition, node, st.condition.nodes[open[c]].term);
            open.resize(open.size() - node.children);
            open.push_back(n);
        }
    }

    void take_values(std::size_t file, const ast::condition& c, const ast::node& node, const ast::term& fact) {
        if (node.op == ast::comparison::none || fact.empty()) return;
        builder::compared& with = b_.comparisons[b_.key(file, fact)];
        for (std::uint32_t v = node.first_value; v < node.first_value + node.value_count; ++v) {
            const ast::value& value = c.values[v];
            (value.kind == ast::value_kind::word ? with.word : with.number) = true;
            if (value.kind != ast::value_kind::word && !value.unit.empty() && with.unit.empty()) with.unit = b_.spelling(file, value.unit);
        }
    }

    void take_undeclared_facts() {
        for (const std::string& key : in_rules_) {
            if (things_.contains(key)) continue;
            const first_place& first = firsts_.at(key);
            things_.emplace(key, thing{true, false, false, key, {}, {}, {first.file, first.term.where}});
        }
        for (const std::string& key : elsewhere_) {
            if (things_.contains(key)) continue;
            const first_place& first = firsts_.at(key);
            b_.refuse(message::no_such_name, first.file, first.term.where, {b_.spelling(first.file, first.term)});
        }
    }

    void settle_roles() {
        const bool any_role = std::any_of(things_.begin(), things_.end(), [](const auto& one) { return one.second.is_role; });
        for (auto& [key, one] : things_) {
            if (one.declared) continue;
            const first_place& first = firsts_.at(key);
            one.since = first.since;
            one.term = b_.spelling(first.file, first.term);
            one.is_role = !one.is_fact && !any_role && !in_rules_.contains(key);
        }
    }

    void put_in_order() {
        std::vector<const thing*> all;
        for (const auto& [key, one] : things_) all.push_back(&one);
        std::sort(all.begin(), all.end(), [](const thing* a, const thing* b) { return a->since < b->since; });
        for (const thing* one : all) {
            if (one->is_fact) add_fact(*one);
            else add_conclusion(*one);
        }
        for (const auto& [other, of] : b_.other_names) b_.made.names[other] = b_.made.names.at(of);
    }

    void add_fact(const thing& one) {
        b_.made.names[one.key] = {named::fact, b_.made.facts.size()};
        fact& made = b_.made.facts.emplace_back();
        made.term = one.term;
        made.declared = one.declared;
        if (one.declared) return;
        const builder::compared with = b_.comparisons.contains(one.key) ? b_.comparisons.at(one.key) : builder::compared();
        if (with.number && with.word) b_.refuse(message::compared_with_both, one.at.file, one.at.where, {one.term});
        if (!with.number) return;
        made.type = fact_type::number;
        made.greatest = grammar::limits::greatest_number;
        made.unit = with.unit;
    }

    void add_conclusion(const thing& one) {
        b_.made.names[one.key] = {named::conclusion, b_.made.conclusions.size()};
        conclusion& made = b_.made.conclusions.emplace_back();
        made.term = one.term;
        made.is_role = one.is_role;
        made.declared = one.declared;
        made.at = one.at;
    }

    builder& b_;
    named_thing things_;
    std::map<std::string, first_place> firsts_;
    std::set<std::string> in_rules_, elsewhere_;        // names in conditions, without other names
};

}  // namespace

void builder::settle_names() { namer(*this).run(); }

}  // namespace advise::verify
