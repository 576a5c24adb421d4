#include "requirements.hpp"

#include <advise/engine/relational.hpp>

namespace advise::engine {

// The same order as in compile.cpp: clauses as they stand, the `when`s as one, points.
std::vector<requirement> requirements_of(const rule_base& rules, conclusion_id role) {
    const conclusion& x = rules.conclusions[role];
    std::vector<requirement> all;
    std::vector<const clause*> whens;
    bool requires_something = x.need() != nullptr;
    for (const clause& c : x.clauses) {
        if (c.kind == clause_kind::when) whens.push_back(&c);
        if (c.kind == clause_kind::unless) all.push_back({requirement_kind::unless, &c, 0});
        if (c.kind != clause_kind::requires_) continue;
        all.push_back({requirement_kind::requires_, &c, 0});
        requires_something = true;
    }
    if (!whens.empty()) all.push_back({requirement_kind::when, whens.size() == 1 ? whens.front() : nullptr, 0});
    else if (!requires_something) all.push_back({requirement_kind::points, nullptr, 1});
    if (x.need() != nullptr) all.push_back({requirement_kind::points, nullptr, x.need()->points});
    return all;
}

// One literal, or the inputs of the gate that joins them.
std::vector<literal> literals_of_requirements(const program::data& code, conclusion_id role) {
    const literal holds = code.conclusions[role].holds;
    if (requirements_of(*code.rules, role).size() == 1) return {holds};
    const circuit_gate& gate = code.gate(node_of(holds));
    return {code.inputs.begin() + gate.first, code.inputs.begin() + gate.first + gate.size};
}

}  // namespace advise::engine
