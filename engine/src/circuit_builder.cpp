#include "circuit_builder.hpp"

#include <algorithm>
#include <stdexcept>

namespace advise::engine {

literal circuit_builder::place(const circuit_gate& gate) {
    if (next_ == nothing) {
        code_.gates.push_back(gate);
        return literal_of(code_.node_count() - 1);
    }
    if (next_ == end_) throw std::logic_error("circuit_builder: too few slots");
    code_.gates[next_ - code_.test_count()] = gate;
    return literal_of(next_++);
}

literal circuit_builder::gate(gate_kind kind, std::int64_t least, std::span<const literal> inputs) {
    const auto size = static_cast<std::int64_t>(inputs.size());
    if (kind == gate_kind::count && least == 1) kind = gate_kind::any;
    if (kind == gate_kind::count && least == size && least > 0) kind = gate_kind::all;
    circuit_gate made;
    made.first = static_cast<std::uint32_t>(code_.inputs.size());
    made.size = static_cast<std::uint32_t>(inputs.size());
    made.kind = kind;
    made.least = kind == gate_kind::all ? size : least;
    made.total = size;
    code_.inputs.insert(code_.inputs.end(), inputs.begin(), inputs.end());
    return place(made);
}

circuit_gate circuit_builder::passing_on(literal input) {
    circuit_gate made;
    made.first = static_cast<std::uint32_t>(code_.inputs.size());
    made.size = 1;
    made.least = made.total = 1;
    code_.inputs.push_back(input);
    return made;
}

literal circuit_builder::points_gate(std::span<const weighted_literal> evidence, std::int64_t bound) {
    circuit_gate made;
    made.first = static_cast<std::uint32_t>(code_.inputs.size());
    made.size = static_cast<std::uint32_t>(evidence.size());
    made.first_weight = static_cast<std::uint32_t>(code_.weights.size());
    made.kind = gate_kind::weighted;
    made.least = bound;
    for (const weighted_literal& e : evidence) {
        const bool against = e.points < 0;
        code_.inputs.push_back(against ? flipped(e.of) : e.of);
        code_.weights.push_back(against ? -e.points : e.points);
        made.total += code_.weights.back();
        if (against) made.least -= e.points;
    }
    return place(made);
}

literal circuit_builder::condition_gate(const condition& like, std::span<const literal> inputs) {
    switch (like.kind) {
    case condition_kind::all: return gate(gate_kind::all, 0, inputs);
    case condition_kind::any: return gate(gate_kind::any, 1, inputs);
    case condition_kind::negation: return flipped(inputs.front());
    default: break;
    }
    if (like.most >= like.size) return gate(gate_kind::count, like.least, inputs);
    const literal at_most = flipped(gate(gate_kind::count, std::int64_t{like.most} + 1, inputs));
    if (like.least == 0) return at_most;
    const literal both[] = {gate(gate_kind::count, like.least, inputs), at_most};
    return gate(gate_kind::all, 0, both);
}

conclusion_code circuit_builder::conclusion(std::span<const clause> clauses, std::span<const literal> bodies, const points_requirement* need) {
    conclusion_code made;
    made.first_evidence = static_cast<std::uint32_t>(code_.evidence.size());
    std::vector<literal> whens, necessary;
    bool requires_something = need != nullptr;
    for (std::size_t i = 0; i < clauses.size(); ++i) {
        switch (clauses[i].kind) {
        case clause_kind::when: whens.push_back(bodies[i]); break;
        case clause_kind::requires_:
            necessary.push_back(bodies[i]);
            requires_something = true;
            break;
        case clause_kind::unless: necessary.push_back(flipped(bodies[i])); break;
        case clause_kind::evidence:
            code_.evidence.push_back({bodies[i], clauses[i].points});
            made.max += std::max<std::int64_t>(clauses[i].points, 0);
            break;
        }
    }
    made.evidence = static_cast<std::uint32_t>(code_.evidence.size()) - made.first_evidence;
    const std::span evidence = std::span<const weighted_literal>(code_.evidence).subspan(made.first_evidence);
    if (!whens.empty()) necessary.push_back(whens.size() == 1 ? whens.front() : gate(gate_kind::any, 1, whens));
    else if (!requires_something) necessary.push_back(points_gate(evidence, 1));
    if (need != nullptr) necessary.push_back(points_gate(evidence, need->points));
    made.holds = necessary.size() == 1 ? necessary.front() : gate(gate_kind::all, 0, necessary);
    return made;
}

}  // namespace advise::engine
