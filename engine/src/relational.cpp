// From the circuit to columns in layers. Gates become columns one by one; a column that is used in one place, or is short, is written out there,
// any other is stored, and the layer that stores it is the first in which all that it reads has a name.
#include <advise/engine/relational.hpp>

#include "circuit.hpp"
#include "requirements.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace advise::engine {
namespace {

/// So deep may an expression become before a part of it is stored: parsers of SQL have stacks (SQLite: 100 symbols, a few for each level).
constexpr std::uint32_t deepest_expression = 8;

class column_planner {
public:
    column_planner(const program& code, const relational_options& options)
        : code_(code.code()), rules_(code.rules()), column_of_(code_.node_count(), nothing) {
        plan_.options = options;
    }

    relational_plan run(std::span<const conclusion_id> roles) {
        mark(roles);
        for (node_id n = 0; n < code_.node_count(); ++n)
            if (needed_[n]) column_of_[n] = n < code_.test_count() ? add_test(n) : add_gate(n);
        for (const conclusion_id role : roles) add_role(role);
        choose_stored();
        find_last_layers();
        find_widest();
        return std::move(plan_);
    }

private:
    // ---- what is needed

    void mark(std::span<const conclusion_id> roles) {
        needed_.assign(code_.node_count(), false);
        for (const conclusion_id role : roles) {
            const conclusion_code& x = code_.conclusions[role];
            needed_[node_of(x.holds)] = true;
            for (std::uint32_t i = 0; i < x.evidence; ++i) needed_[node_of(code_.evidence[x.first_evidence + i].of)] = true;
        }
        for (node_id n = code_.node_count(); n-- > code_.test_count();) {
            if (!needed_[n]) continue;
            const circuit_gate& gate = code_.gate(n);
            for (std::uint32_t i = 0; i < gate.size; ++i) needed_[node_of(code_.inputs[gate.first + i])] = true;
        }
    }

    // ---- columns

    std::uint32_t add(relational_column column, std::span<const column_input> inputs = {}) {
        if (!inputs.empty()) {
            column.first = static_cast<std::uint32_t>(plan_.inputs.size());
            column.size = static_cast<std::uint32_t>(inputs.size());
            plan_.inputs.insert(plan_.inputs.end(), inputs.begin(), inputs.end());
        }
        plan_.columns.push_back(column);
        return static_cast<std::uint32_t>(plan_.columns.size() - 1);
    }

    /// In bounds mode a level or number may be open even where the profile is closed.
    [[nodiscard]] bool may_be_open(fact_id f) const {
        const fact_type type = rules_.facts[f].type;
        if (whole_domain(rules_, f).decided()) return false;
        if (!plan_.options.closed) return true;
        if (plan_.options.bounds && (type == fact_type::level || type == fact_type::number)) return true;
        return !at_its_no(rules_, f).decided();
    }

    relational_fact& fact_of(fact_id f) {
        const auto at = std::ranges::lower_bound(plan_.facts, f, {}, &relational_fact::fact);
        if (at != plan_.facts.end() && at->fact == f) return *at;
        return *plan_.facts.insert(at, {f, {}, may_be_open(f), 0});
    }

    std::uint32_t add_test(node_id n) {
        const circuit_test& test = code_.tests[n];
        relational_column made;
        made.kind = column_kind::test;
        made.fact = test.fact;
        made.option = test.option;
        if (test.option == nothing) {
            const known_fact all = whole_domain(rules_, test.fact);
            const value_range* first = code_.ranges.data() + test.first_range;
            if (test.ranges == 0) made.kind = column_kind::never;
            else if (test.ranges == 1 && first->from <= all.from && all.to <= first->to) made.kind = column_kind::always;
            if (made.kind != column_kind::test) return add(made);
            made.first = static_cast<std::uint32_t>(plan_.ranges.size());
            made.size = test.ranges;
            for (std::uint32_t i = 0; i < test.ranges; ++i) plan_.ranges.push_back({first[i].from, first[i].to});
        }
        relational_fact& subject = fact_of(test.fact);
        made.open = subject.open;
        if (test.option != nothing) {
            const auto at = std::ranges::lower_bound(subject.options, test.option);
            if (at == subject.options.end() || *at != test.option) subject.options.insert(at, test.option);
        }
        return add(made);
    }

    [[nodiscard]] column_input input_of(literal l, std::int64_t weight = 1) const { return {column_of_[node_of(l)], is_negated(l), weight}; }

    [[nodiscard]] bool any_open(std::span<const column_input> inputs) const {
        return std::ranges::any_of(inputs, [this](const column_input& i) { return plan_.columns[i.column].open; });
    }

    std::uint32_t add_gate(node_id n) {
        const circuit_gate& gate = code_.gate(n);
        std::vector<column_input> inputs;
        for (std::uint32_t i = 0; i < gate.size; ++i)
            inputs.push_back(input_of(code_.inputs[gate.first + i], gate.kind == gate_kind::weighted ? code_.weights[gate.first_weight + i] : 1));
        relational_column made;
        made.open = any_open(inputs);
        if (gate.kind == gate_kind::all || gate.kind == gate_kind::any) {
            made.kind = gate.kind == gate_kind::all ? column_kind::all : column_kind::any;
            if (inputs.empty()) made.kind = gate.kind == gate_kind::all ? column_kind::always : column_kind::never;
            return add(made, inputs);
        }
        // Kleene: "can be true" is least <= what can be true, "can be false" is least > what is true for certain.
        if (gate.least <= 0) return add({.kind = column_kind::always});
        if (gate.least > gate.total) return add({.kind = column_kind::never});
        made.kind = column_kind::at_least;
        made.least = gate.least;
        const column_input sum[] = {{sum_of(std::move(inputs))}};
        return add(made, sum);
    }

    std::uint32_t sum_of(std::vector<column_input> inputs) {
        std::vector<std::int64_t> key;
        for (const column_input& i : inputs) key.insert(key.end(), {std::int64_t{i.column} * 2 + (i.negated ? 1 : 0), i.weight});
        const auto [at, is_new] = sums_.try_emplace(std::move(key), nothing);
        if (is_new) {
            relational_column made;
            made.kind = column_kind::sum;
            made.open = any_open(inputs);
            at->second = add(made, inputs);
        }
        return at->second;
    }

    // ---- roles

    void add_role(conclusion_id role) {
        const conclusion_code& x = code_.conclusions[role];
        relational_role made;
        made.role = role;
        made.holds = input_of(x.holds);
        std::vector<column_input> evidence;
        for (std::uint32_t i = 0; i < x.evidence; ++i) {
            const weighted_literal& e = code_.evidence[x.first_evidence + i];
            const bool against = e.points < 0;
            evidence.push_back(input_of(against ? flipped(e.of) : e.of, against ? -e.points : e.points));
            if (against) made.offset += e.points;
        }
        if (!evidence.empty()) made.sum = sum_of(std::move(evidence));
        made.requirements = requirements_of(rules_, role);
        for (const literal l : literals_of_requirements(code_, role)) made.met.push_back(input_of(l));
        plan_.roles.push_back(std::move(made));
    }

    // ---- what is stored, and where

    /// Shorter than a name's way through the layers: written wherever it is used.
    [[nodiscard]] bool is_short(const relational_column& c) const {
        if (c.kind == column_kind::always || c.kind == column_kind::never) return true;
        if (c.kind != column_kind::test) return false;
        if (c.option != nothing) return true;
        const fact_type type = rules_.facts[c.fact].type;
        return c.size == 1 && !(plan_.options.bounds && (type == fact_type::level || type == fact_type::number));
    }

    /// How often the text of what uses a column mentions it: what can be unknown is asked twice, whether it is true and whether it is false.
    [[nodiscard]] std::vector<std::uint32_t> count_mentions() const {
        std::vector<std::uint32_t> mentions(plan_.columns.size(), 0);
        for (const relational_column& c : plan_.columns) {
            if (c.kind == column_kind::test) continue;
            for (const column_input& i : plan_.inputs_of(c)) mentions[i.column] += c.kind == column_kind::sum && c.open ? 2 : 1;
        }
        for (const relational_role& r : plan_.roles) {
            mentions[r.holds.column] += 2;
            if (r.sum != nothing) ++mentions[r.sum];
            for (const column_input& i : r.met) mentions[i.column] += 2;
        }
        return mentions;
    }

    void choose_stored() {
        const std::vector<std::uint32_t> mentions = count_mentions();
        std::vector<std::uint32_t> depth(plan_.columns.size(), 0);
        for (std::size_t n = 0; n < plan_.columns.size(); ++n) {
            relational_column& c = plan_.columns[n];
            c.layer = 1;
            if (c.kind != column_kind::test) {
                for (const column_input& i : plan_.inputs_of(c)) {
                    const relational_column& of = plan_.columns[i.column];
                    c.layer = std::max(c.layer, of.stored ? of.layer + 1 : of.layer);
                    if (!of.stored) depth[n] = std::max(depth[n], depth[i.column] + 1);
                }
            }
            c.stored = !is_short(c) && (mentions[n] > 1 || depth[n] > deepest_expression);
            if (c.stored) plan_.layers = std::max(plan_.layers, c.layer);
        }
    }

    void find_last_layers() {
        std::vector<std::uint32_t> read(plan_.columns.size(), 0);
        const std::uint32_t end = plan_.layers + 1;
        for (const relational_role& r : plan_.roles) {
            read[r.holds.column] = end;
            if (r.sum != nothing) read[r.sum] = end;
            for (const column_input& i : r.met) read[i.column] = end;
        }
        for (std::size_t n = plan_.columns.size(); n-- > 0;) {
            relational_column& c = plan_.columns[n];
            c.last_layer = read[n];
            const std::uint32_t here = c.stored ? c.layer : read[n];
            if (c.kind == column_kind::test) {
                relational_fact& f = fact_of(c.fact);
                f.last_layer = std::max(f.last_layer, here);
                continue;
            }
            for (const column_input& i : plan_.inputs_of(c)) read[i.column] = std::max(read[i.column], here);
        }
    }

    void find_widest() {
        std::vector<std::int64_t> change(plan_.layers + 3, 0);
        const auto named = [&](std::uint32_t from, std::uint32_t until, std::int64_t names) {  // in the layers from..until-1
            if (from >= until) return;
            change[from] += names;
            change[until] -= names;
        };
        for (const relational_fact& f : plan_.facts) {
            const fact_type type = rules_.facts[f.fact].type;
            const bool pair = plan_.options.bounds && (type == fact_type::level || type == fact_type::number);
            named(0, std::max<std::uint32_t>(f.last_layer, 1),
                  type == fact_type::any_of ? static_cast<std::int64_t>(f.options.size())
                  : pair                    ? 2
                                            : 1);
        }
        for (const relational_column& c : plan_.columns)
            if (c.stored) named(c.layer, c.last_layer, c.kind == column_kind::sum && c.open ? 2 : 1);
        std::int64_t here = 0;
        for (const std::int64_t by : change) plan_.widest = std::max(plan_.widest, static_cast<std::size_t>(here += by));
    }

    const program::data& code_;
    const rule_base& rules_;
    relational_plan plan_;
    std::vector<bool> needed_;
    std::vector<std::uint32_t> column_of_;
    std::map<std::vector<std::int64_t>, std::uint32_t> sums_;
};

}  // namespace

relational_plan plan_columns(const program& code, std::span<const conclusion_id> roles, const relational_options& options) {
    return column_planner(code, options).run(roles);
}

}  // namespace advise::engine
