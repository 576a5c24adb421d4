#include "sat_encoding.hpp"

#include "sat_sums.hpp"

#include <algorithm>

namespace advise::engine {

sat_world::sat_world(const program::data& code, const fact_cells& cells, sat_solver& solver, const std::vector<bool>& cut)
    : code_(code), cells_(cells), solver_(solver), cut_(cut), always_(solver.fresh()) {
    solver_.add({always_});
}

sat_world::sat_world(sat_world& first, fact_id moved)
    : code_(first.code_), cells_(first.cells_), solver_(first.solver_), cut_(first.cut_), first_(&first), moved_(moved), always_(first.always_) {}

const std::vector<sat_literal>& sat_world::variables(fact_id f) {
    if (first_ != nullptr && f != moved_) return first_->variables(f);
    const auto [at, fresh] = facts_.try_emplace(f);
    if (!fresh) return at->second;
    std::vector<sat_literal>& of = at->second;
    const bool is_set = code_.rules->facts[f].type == fact_type::any_of;
    const std::size_t size = is_set ? cells_.options(f).size() : cells_.starts(f).size() - 1;
    for (std::size_t i = 0; i < size; ++i) {
        of.push_back(solver_.fresh());
        if (!is_set && i > 0) solver_.add({-of[i], of[i - 1]});
    }
    return of;
}

sat_literal sat_world::from_cell(fact_id f, std::uint32_t cell) {
    const std::vector<sat_literal>& of = variables(f);
    if (cell == 0) return always_;
    return cell > of.size() ? -always_ : of[cell - 1];
}

void sat_world::forget(node_id from, node_id end) {
    for (node_id n = from; n < end; ++n) made_.erase(n);
}

sat_literal sat_world::has_option(fact_id f, std::uint32_t option) { return variables(f)[option]; }

sat_literal sat_world::of(literal l) {
    std::vector<node_id> open{node_of(l)};
    while (!open.empty()) {
        const node_id n = open.back();
        const std::size_t before = open.size();
        if (!made_.contains(n) && !cut_[n] && n >= code_.test_count()) {
            const circuit_gate& gate = code_.gate(n);
            for (std::uint32_t i = 0; i < gate.size; ++i) {
                const node_id input = node_of(code_.inputs[gate.first + i]);
                if (!made_.contains(input)) open.push_back(input);
            }
        }
        if (open.size() != before) continue;
        open.pop_back();
        if (!made_.contains(n)) {
            const sat_literal made = make(n);
            made_.emplace(n, made);
        }
    }
    return known(l);
}

sat_literal sat_world::make(node_id n) {
    if (cut_[n]) return first_ != nullptr ? first_->of(literal_of(n)) : solver_.fresh();
    if (n < code_.test_count()) return make_test(code_.tests[n]);
    return make_gate(n, code_.gate(n));
}

sat_literal sat_world::make_test(const circuit_test& test) {
    if (test.option != nothing) {
        const auto& options = cells_.options(test.fact);
        return has_option(test.fact, static_cast<std::uint32_t>(std::ranges::lower_bound(options, test.option) - options.begin()));
    }
    std::vector<sat_literal> parts;
    for (std::uint32_t i = 0; i < test.ranges; ++i) {
        const value_range& r = code_.ranges[test.first_range + i];
        const sat_literal from = from_cell(test.fact, cells_.cell_of(test.fact, r.from));
        const sat_literal beyond = from_cell(test.fact, cells_.cell_of(test.fact, r.to) + 1);
        parts.push_back(all_hold(solver_, always_, {from, -beyond}));
    }
    return any_holds(solver_, always_, parts);
}

bool sat_world::same_inputs_in_first(const circuit_gate& gate) {
    for (std::uint32_t i = 0; i < gate.size; ++i) {
        const literal l = code_.inputs[gate.first + i];
        if (known(l) != first_->of(l)) return false;
    }
    return true;
}

sat_literal sat_world::make_gate(node_id n, const circuit_gate& gate) {
    if (first_ != nullptr && same_inputs_in_first(gate)) return first_->of(literal_of(n));
    std::vector<sat_literal> inputs;
    for (std::uint32_t i = 0; i < gate.size; ++i) inputs.push_back(known(code_.inputs[gate.first + i]));
    if (gate.kind == gate_kind::all) return all_hold(solver_, always_, inputs);
    if (gate.kind == gate_kind::any) return any_holds(solver_, always_, inputs);
    std::vector<sat_term> terms;
    for (std::uint32_t i = 0; i < gate.size; ++i)
        terms.push_back({inputs[i], gate.kind == gate_kind::weighted ? code_.weights[gate.first_weight + i] : 1});
    return sum_at_least(solver_, always_, std::move(terms), gate.least);
}

}  // namespace advise::engine
