#include "question_goal.hpp"

#include "swap.hpp"

#include <algorithm>
#include <iterator>

namespace advise::engine {
namespace {

std::vector<conclusion_id> roles_of(const rule_base& rules)
{
    std::vector<conclusion_id> roles;
    for (conclusion_id c = 0; c < rules.conclusions.size(); ++c)
        if (rules.conclusions[c].is_role) roles.push_back(c);
    return roles;
}

/// The roles that some completion puts first, and perhaps some others: who is behind another one in every completion is left out.
std::vector<conclusion_id> contenders(const program& code, const facts& person)
{
    const advice known = advise(code, person, {.proof = false, .witnesses = false});
    const auto least = [](const role_advice& r) { return r.exact ? r.verdict == verdict::yes ? 1 : 0 : 0; };
    const auto most = [](const role_advice& r) { return r.exact ? r.verdict == verdict::no ? 0 : 1 : 1; };
    const auto beats = [&](const role_advice& a, const role_advice& b) {
        return least(a) > most(b) || (least(a) >= most(b) && a.exact && b.exact && a.points.low > b.points.high);
    };
    std::vector<conclusion_id> found;
    for (const role_advice& r : known.roles)
        if (std::ranges::none_of(known.roles, [&](const role_advice& other) { return beats(other, r); })) found.push_back(r.role);
    std::ranges::sort(found);
    return found;
}

/// Gates for "this role stands before that one", and for "this role is the first".
class first_gates {
public:
    explicit first_gates(program::data& code) : code_(code) {}

    std::vector<goal_part> run(const std::vector<conclusion_id>& roles)
    {
        std::vector<std::vector<literal>> beats(roles.size());
        for (std::size_t a = 0; a < roles.size(); ++a)
            for (std::size_t b = a + 1; b < roles.size(); ++b) {
                const literal a_first = before(roles[a], roles[b]);
                beats[a].push_back(a_first);
                beats[b].push_back(flipped(a_first));
            }
        std::vector<goal_part> parts;
        for (const std::vector<literal>& all : beats)
            if (!all.empty()) parts.push_back({gate(gate_kind::all, all), {}});
        return parts;
    }

private:
    /// a is declared before b: it comes first where its verdict is better, or as good with at least as many points.
    literal before(conclusion_id a, conclusion_id b)
    {
        const literal x = code_.conclusions[a].holds, y = code_.conclusions[b].holds;
        const literal better = gate(gate_kind::all, {x, flipped(y)});
        const literal as_good = gate(gate_kind::any, {x, flipped(y)});
        return gate(gate_kind::any, {better, gate(gate_kind::all, {as_good, at_least_as_many_points(a, b)})});
    }

    literal at_least_as_many_points(conclusion_id a, conclusion_id b)
    {
        circuit_gate made;
        made.kind = gate_kind::weighted;
        made.first = static_cast<std::uint32_t>(code_.inputs.size());
        made.first_weight = static_cast<std::uint32_t>(code_.weights.size());
        for (const weighted_literal& term : difference_of(code_, a, b)) {
            const bool against = term.points < 0;
            const std::int64_t weight = against ? -term.points : term.points;
            code_.inputs.push_back(against ? flipped(term.of) : term.of);
            code_.weights.push_back(weight);
            made.least += against ? weight : 0;
            made.total += weight;
            ++made.size;
        }
        return add(made);
    }

    literal gate(gate_kind kind, const std::vector<literal>& inputs)
    {
        circuit_gate made;
        made.kind = kind;
        made.first = static_cast<std::uint32_t>(code_.inputs.size());
        made.size = static_cast<std::uint32_t>(inputs.size());
        made.total = made.size;
        made.least = kind == gate_kind::all ? made.size : 1;
        code_.inputs.append(inputs.begin(), inputs.end());
        return add(made);
    }

    literal add(const circuit_gate& made)
    {
        code_.gates.push_back(made);
        return literal_of(code_.node_count() - 1);
    }

    program::data& code_;
};

}  // namespace

std::vector<literal> goal::roots() const
{
    std::vector<literal> all;
    for (const goal_part& part : parts) {
        all.push_back(part.holds);
        for (const weighted_literal& term : part.points) all.push_back(term.of);
    }
    return all;
}

goal make_goal(const program& code, const facts& person, ask_until until)
{
    goal made{code.code(), {}};
    if (until == ask_until::first) {
        made.parts = first_gates(made.code).run(contenders(code, person));
        return made;
    }
    for (const conclusion_id role : roles_of(code.rules())) {
        const conclusion_code& x = made.code.conclusions[role];
        goal_part part{x.holds, {}};
        const auto evidence = made.code.evidence.begin() + x.first_evidence;
        if (until == ask_until::all) part.points.assign(evidence, evidence + x.evidence);
        made.parts.push_back(std::move(part));
    }
    return made;
}

}  // namespace advise::engine
