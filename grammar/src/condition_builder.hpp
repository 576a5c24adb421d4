// Writes a condition in postfix order while the grammar reads it from left to right. It knows the precedence: `and` binds
// tighter than `or`, whose groups are closed when the next `or`, or the end, is seen. No allocation once its stacks have grown.
#pragma once

#include <advise/grammar/ast.hpp>

#include <cstdint>
#include <vector>

namespace advise::grammar {

class condition_builder {
public:
    void restart(ast::condition& target) {
        out_ = &target;
        levels_.clear();
        lists_.clear();
        nots_.clear();
        depth_ = 0;
    }

    // --- a condition: begin, then operands with connectives between them, end. Offsets are those of the text.
    void begin_condition() { levels_.push_back({}); }
    void begin_operand(std::uint32_t at) {
        auto& l = levels_.back();
        if (l.begin == unset) l.begin = at;
        if (l.group_begin == unset) l.group_begin = at;
    }
    void conjunction() { ++levels_.back().conjuncts; }
    void disjunction(std::uint32_t end_of_operand) {
        auto& l = levels_.back();
        close_group(l, end_of_operand);
        ++l.disjuncts;
        l.conjuncts = 1;
        l.group_begin = unset;
    }
    void end_condition(std::uint32_t end) {
        auto l = levels_.back();
        levels_.pop_back();
        close_group(l, end);
        if (l.disjuncts == 1) return;
        add(ast::node_kind::any, {l.begin, end}).children = l.disjuncts;
        if (l.has_group) out_->mixed.push_back({l.begin, end});
    }

    // --- operands
    ast::node& term(ast::term t) {
        auto& n = add(ast::node_kind::operand, t.where);
        n.term = t;
        return n;
    }
    /// The `not`s before an operand: where each begins, then how many there were. They end with the operand.
    void negation(std::uint32_t at) { nots_.push_back(at); }
    void push_negations(std::uint32_t count) { nots_.push_back(count); }
    void end_negations(std::uint32_t end) {
        const auto count = nots_.back();
        nots_.pop_back();
        depth_ -= count;
        for (auto left = count; left != 0; --left) {
            add(ast::node_kind::negation, {nots_.back(), end}).children = 1;
            nots_.pop_back();
        }
    }
    /// A comparison of the operand or list just read.
    void compare(ast::comparison op, span where) {
        auto& n = out_->nodes.back();
        n.op = op;
        n.op_where = where;
        n.first_value = static_cast<std::uint32_t>(out_->values.size());
    }
    ast::value& value(ast::value_kind kind, span where) {
        auto& v = out_->values.emplace_back();
        v.kind = kind;
        v.where = where;
        ++out_->nodes.back().value_count;
        extend(where.end);
        return v;
    }
    ast::value& last_value() { return out_->values.back(); }
    /// The operand just read goes on to here.
    void extend(std::uint32_t end) { out_->nodes.back().where.end = end; }

    // --- lists: `… of (` member, member `)`
    void begin_list(ast::node_kind kind, std::uint32_t at) { lists_.push_back({kind, at, 0, 0, {}}); }
    void list_count(std::int64_t count, span where) {
        lists_.back().count = count;
        lists_.back().count_where = where;
    }
    void begin_member() { ++lists_.back().members; }
    void end_list(std::uint32_t end) {
        const auto l = lists_.back();
        lists_.pop_back();
        auto& n = add(l.kind, {l.begin, end});
        n.children = l.members;
        n.count = l.count;
        n.count_where = l.count_where;
    }

    /// Parentheses and `not`s open around here.
    unsigned depth() const { return depth_; }
    void deepen(unsigned by) { depth_ += by; }
    void rise(unsigned by) { depth_ -= by; }

private:
    static constexpr std::uint32_t unset = 0xFFFFFFFF;
    struct level {
        std::uint32_t begin = unset, group_begin = unset;
        std::uint32_t conjuncts = 1, disjuncts = 1;
        bool has_group = false;
    };
    struct list {
        ast::node_kind kind{};
        std::uint32_t begin = 0;
        std::uint32_t members = 0;
        std::int64_t count = 0;
        span count_where;
    };

    ast::node& add(ast::node_kind kind, span where) {
        auto& n = out_->nodes.emplace_back();
        n.kind = kind;
        n.where = where;
        return n;
    }
    void close_group(level& l, std::uint32_t end) {
        if (l.conjuncts == 1) return;
        add(ast::node_kind::all, {l.group_begin, end}).children = l.conjuncts;
        l.has_group = true;
    }

    ast::condition* out_ = nullptr;
    std::vector<level> levels_;
    std::vector<list> lists_;
    std::vector<std::uint32_t> nots_;
    unsigned depth_ = 0;
};

}  // namespace advise::grammar
