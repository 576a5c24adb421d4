// Conditions into the rule base, in the normal form of COMMANDS.md; their names and values are settled later.
#include "loader_values.hpp"

#include <algorithm>

namespace advise::engine::loading {
namespace {

test_op op_of(ast::comparison op) {
    switch (op) {
    case ast::comparison::none: return test_op::has;
    case ast::comparison::eq: return test_op::eq;
    case ast::comparison::ne: return test_op::ne;
    case ast::comparison::lt: return test_op::lt;
    case ast::comparison::le: return test_op::le;
    case ast::comparison::gt: return test_op::gt;
    case ast::comparison::ge: return test_op::ge;
    case ast::comparison::in: return test_op::in;
    case ast::comparison::includes: return test_op::includes;
    }
    return test_op::has;
}

class condition_taker {
public:
    condition_taker(draft& d, const ast::condition& c, bool in_rules) : d_(d), c_(c), in_rules_(in_rules) {}

    condition_id take() {
        d_.open_nodes.clear();
        for (const ast::node& node : c_.nodes) {
            if (node.kind == ast::node_kind::operand) take_operand(node);
            else take_gate(node);
        }
        for (const span& mixed : c_.mixed) warn_of_mixing(mixed);
        return bad_ || d_.open_nodes.empty() ? nothing : d_.open_nodes.back();
    }

private:
    /// A new condition, which is a child of the next gate.
    condition& open(span where) {
        d_.open_nodes.push_back(static_cast<condition_id>(d_.rules.conditions.size()));
        condition& made = d_.rules.conditions.emplace_back();
        made.at = d_.here(where);
        return made;
    }

    void take_operand(const ast::node& node) {
        condition& test = open(node.where);
        test.kind = condition_kind::test;
        test.op = test_op::has;
        test.size = unsettled;
        d_.pending.push_back({d_.open_nodes.back(), node.term, d_.statement, nothing, in_rules_});
        if (node.op != ast::comparison::none) compare(test, node, take_values(node), node.term.where.end);
    }

    /// Puts the values of a comparison into the draft. \return the first
    std::uint32_t take_values(const ast::node& node) {
        const auto first = static_cast<std::uint32_t>(d_.values.size());
        for (std::uint32_t i = 0; i < node.value_count; ++i) {
            const ast::value& v = c_.values[node.first_value + i];
            const auto number = static_cast<std::uint32_t>(d_.numbers.size());
            const std::uint32_t of = v.kind == ast::value_kind::word ? d_.word(v.word) : number;
            d_.values.push_back({v.where, of, d_.file, v.kind});
            if (v.kind != ast::value_kind::word) d_.numbers.push_back({v.number.micro, v.upper.micro, v.unit.where});
        }
        return first;
    }

    void compare(condition& test, const ast::node& node, std::uint32_t first_value, std::uint32_t term_end) {
        test.op = op_of(node.op);
        test.first = static_cast<std::uint32_t>(d_.comparisons.size());
        d_.comparisons.push_back({term_end, node.op_where, first_value, node.value_count});
    }

    void take_gate(const ast::node& node) {
        if (node.op != ast::comparison::none) compare_members(node);
        set_kind(open_gate(node, node.children), node);
        if (node.kind == ast::node_kind::none) open_gate(node, 1).kind = condition_kind::negation;
    }

    /// A gate over the last open conditions.
    condition& open_gate(const ast::node& node, std::uint32_t size) {
        std::vector<condition_id>& children = d_.rules.condition_children.own();
        const auto first = static_cast<std::uint32_t>(children.size());
        children.insert(children.end(), d_.open_nodes.end() - static_cast<std::ptrdiff_t>(size), d_.open_nodes.end());
        d_.open_nodes.resize(d_.open_nodes.size() - size);
        condition& gate = open(node.where);
        gate.first = first;
        gate.size = size;
        return gate;
    }

    void set_kind(condition& gate, const ast::node& node) {
        switch (node.kind) {
        case ast::node_kind::all: gate.kind = condition_kind::all; return;
        case ast::node_kind::negation: gate.kind = condition_kind::negation; return;
        case ast::node_kind::at_least:
        case ast::node_kind::at_most:
        case ast::node_kind::exactly: set_count(gate, node); return;
        default: gate.kind = condition_kind::any; return;
        }
    }

    void set_count(condition& gate, const ast::node& node) {
        if (node.count < 0 || node.count > std::int64_t{node.children}) {
            d_.error(message::count_out_of_range, d_.here(node.count_where), {std::to_string(node.count), std::to_string(node.children)})
                .help.push_back({message::help_write_number, {std::to_string(node.children)}});
            gate.count_members(0, node.children);
            bad_ = true;
            return;
        }
        const auto count = static_cast<std::uint32_t>(node.count);
        gate.count_members(node.kind == ast::node_kind::at_most ? 0 : count, node.kind == ast::node_kind::at_least ? node.children : count);
    }

    /// A comparison after a list applies to each member.
    void compare_members(const ast::node& node) {
        const std::uint32_t first_value = take_values(node);
        for (std::uint32_t i = node.children; i > 0; --i) {
            condition& member = d_.rules.conditions[d_.open_nodes[d_.open_nodes.size() - i]];
            if (member.kind == condition_kind::test && member.op == test_op::has) {
                compare(member, node, first_value, member.at.where.end);
                continue;
            }
            d_.error(message::member_not_bare, member.at).help.push_back({message::help_members_apart, {}});
            bad_ = true;
        }
    }

    void warn_of_mixing(span where) {
        grammar::diagnostic& found = d_.error(message::mixed_and_or, d_.here(where));
        // The part that binds tighter, in its parentheses.
        for (const ast::node& node : c_.nodes) {
            if (node.kind != ast::node_kind::all || node.where.begin < where.begin || node.where.end > where.end || node.where == where) continue;
            std::string part(d_.text->text(node.where));
            if (part.find('\n') != std::string::npos) break;
            found.help.push_back({message::help_parentheses, {std::move(part)}});
            return;
        }
        found.help.push_back({message::help_mixed, {}});
    }

    draft& d_;
    const ast::condition& c_;
    bool in_rules_;
    bool bad_ = false;
};

/// An undeclared fact has its type from what it is compared with.
void remember_comparison(draft& d, symbol s, const comparison_draft& comparison) {
    if (s >= d.compared.size()) d.compared.resize(d.uses.size());
    compared_with& with = d.compared[s];
    for (std::uint32_t i = comparison.first; i < comparison.first + comparison.size; ++i) {
        const value_draft& v = d.values[i];
        std::uint32_t& first = v.kind == ast::value_kind::word ? with.word : with.number;
        first = std::min(first, i);
        if (v.kind != ast::value_kind::word && d.numbers[v.of].has_unit()) with.unit = std::min(with.unit, i);
    }
}

/// A name in a condition whose symbol is known now. While the condition is still in the processor's cache it becomes what it will be, if that
/// is sure already: nearly always, for most names are declared above.
void settle(draft& d, const pending_name& p, symbol s) {
    d.mention(s, p.term, p.statement, first_known::yes);
    name_use& use = d.use(s);
    use.in_conditions = true;
    use.in_rules |= p.in_rules;
    condition& test = d.rules.conditions[p.test];
    if (use.kind == name_kind::conclusion && test.op == test_op::has) return refer_to(d, test, use.of, p.owner);
    if (use.kind == name_kind::fact && settle_early(d, test, use.of)) return;
    test.subject = s;
    d.late.push_back({p.test, p.owner});
    if (test.op != test_op::has && use.kind == name_kind::unknown) remember_comparison(d, s, d.comparisons[test.first]);
}

}  // namespace

void settle_pending(draft& d) {
    d.spellings.clear();
    for (const pending_name& p : d.pending)
        if (!p.term.quoted) d.spellings.push_back(d.text->text(p.term.where));
    d.symbols.intern_all(d.spellings, d.plain_names);
    for (const symbol s : d.plain_names)
        if (s < d.uses.size()) __builtin_prefetch(&d.uses[s]);
    auto plain = d.plain_names.begin();
    const std::size_t late = d.late.size();
    for (const pending_name& p : d.pending) settle(d, p, p.term.quoted ? d.symbol_of(p.term) : *plain++);
    d.pending.clear();
    // What was compared is only looked at again where something is left.
    if (d.late.size() == late) {
        d.comparisons.resize(d.kept.comparisons);
        d.values.resize(d.kept.values);
        d.numbers.resize(d.kept.numbers);
    }
    d.kept = {d.comparisons.size(), d.values.size(), d.numbers.size()};
}

condition_id take_condition(draft& d, const ast::condition& c, bool in_rules) { return condition_taker(d, c, in_rules).take(); }

}  // namespace advise::engine::loading
