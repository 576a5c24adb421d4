#include "witness.hpp"

#include <algorithm>
#include <utility>

namespace advise::engine {

assignment canonical_witness(search_state& state, const objective& o, std::int64_t goal, assignment start)
{
    std::vector<cell_group> before;
    for (std::uint32_t v = 0; v < start.size(); ++v) {
        const cell_group allowed = state.allowed(v);
        for (const std::uint32_t c : allowed) {
            if (c == start[v]) break;
            state.restrict_to(v, {c});
            assignment better;
            const std::optional<bool> found = reaches(state, o, goal, better);
            if (found.value_or(false)) { start = std::move(better); break; }
        }
        state.restrict_to(v, {start[v]});
        before.push_back(allowed);
    }
    for (std::uint32_t v = 0; v < before.size(); ++v) state.restore(v, std::move(before[v]));
    return start;
}

std::vector<fact_id> open_facts_below(const program::data& code, const facts& person, conclusion_id about)
{
    std::vector<std::uint8_t> seen(code.node_count());
    std::vector<node_id> stack;
    std::vector<fact_id> found;
    const auto visit = [&](literal l) {
        const node_id n = node_of(l);
        if (seen[n] != 0) return;
        seen[n] = 1;
        if (n >= code.test_count()) stack.push_back(n);
        else if (!person.known[code.tests[n].fact].decided()) found.push_back(code.tests[n].fact);
    };
    const conclusion_code& x = code.conclusions[about];
    visit(x.holds);
    for (std::uint32_t i = 0; i < x.evidence; ++i) visit(code.evidence[x.first_evidence + i].of);
    while (!stack.empty()) {
        const circuit_gate& gate = code.gate(stack.back());
        stack.pop_back();
        for (std::uint32_t i = 0; i < gate.size; ++i) visit(code.inputs[gate.first + i]);
    }
    std::ranges::sort(found);
    found.erase(std::ranges::unique(found).begin(), found.end());
    return found;
}

completion completion_of(const residual& circuit, const facts& person, const std::vector<fact_id>& of, const assignment& cells, const rule_base& rules)
{
    completion made;
    auto v = circuit.variables.begin();
    for (const fact_id f : of) {
        fact_value value;
        const known_fact& known = person.known[f];
        const bool is_set = rules.facts[f].type == fact_type::any_of;
        if (!is_set) value.number = known.from;
        for (std::uint32_t o = 0; is_set && o < known.options.size(); ++o)
            if (known.options[o] == 1) value.members.push_back(o);
        for (; v != circuit.variables.end() && v->fact == f; ++v) {
            const std::uint32_t chosen = cells[static_cast<std::size_t>(v - circuit.variables.begin())];
            const std::int64_t number = circuit.cells[v->first_cell + chosen].from;
            if (!is_set) value.number = number;
            else if (number == 1) value.members.push_back(v->option);
        }
        std::ranges::sort(value.members);
        made.emplace_back(f, std::move(value));
    }
    return made;
}

}  // namespace advise::engine
