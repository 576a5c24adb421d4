#include "question_space.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace advise::engine {
namespace {

/// How many values, or intervals of a number, fall into each cell; divided by what they have in common.
std::vector<std::int64_t> weights_of(const residual& circuit, const variable& v, const goal& to_settle, const facts& person)
{
    const bool number = to_settle.code.rules->facts[v.fact].type == fact_type::number;
    const std::vector<value_range> intervals = number ? intervals_of(to_settle.code, v.fact, person.known[v.fact]) : std::vector<value_range>{};
    std::vector<std::int64_t> weights;
    std::int64_t common = 0;
    for (std::uint32_t c = 0; c < v.cells; ++c) {
        const cell& of = circuit.cells[v.first_cell + c];
        std::int64_t weight = 1;
        if (number) weight = std::ranges::count_if(intervals, [&](const value_range& i) { return of.from <= i.from && i.to <= of.to; });
        else if (v.option == nothing) weight = v.ordered ? of.to - of.from + 1 : static_cast<std::int64_t>(of.options.size());
        weights.push_back(weight);
        common = std::gcd(common, weight);
    }
    for (std::int64_t& weight : weights) weight /= common;
    return weights;
}

/// The parts of the goal as literals of the residual circuit, whose terms are the open roots in the same order.
std::vector<goal_part> local_parts(const residual& circuit, const goal& to_settle, const truth_table& table)
{
    auto next = circuit.verdict.terms.begin();
    std::vector<goal_part> parts;
    for (const goal_part& part : to_settle.parts) {
        goal_part local{nothing, {}};
        if (bits_of(table, part.holds) == is_open) local.holds = (next++)->of;
        for (const weighted_literal& term : part.points)
            if (bits_of(table, term.of) == is_open) local.points.push_back({(next++)->of, term.points});
        parts.push_back(std::move(local));
    }
    return parts;
}

}  // namespace

std::vector<value_range> intervals_of(const program::data& code, fact_id f, const known_fact& known)
{
    std::vector<std::int64_t> starts{known.from};
    for (const circuit_test& test : code.tests) {
        if (test.fact != f) continue;
        for (std::uint32_t r = 0; r < test.ranges; ++r) {
            starts.push_back(code.ranges[test.first_range + r].from);
            starts.push_back(code.ranges[test.first_range + r].to + 1);
        }
    }
    std::erase_if(starts, [&](std::int64_t s) { return s < known.from || s > known.to; });
    std::ranges::sort(starts);
    starts.erase(std::ranges::unique(starts).begin(), starts.end());
    std::vector<value_range> made;
    for (std::size_t i = 0; i < starts.size(); ++i) made.push_back({starts[i], i + 1 < starts.size() ? starts[i + 1] - 1 : known.to});
    return made;
}

question_space make_question_space(const goal& to_settle, const facts& person, const truth_table& table, const std::vector<bool>& askable)
{
    question_space made{make_joint_residual(to_settle.code, person, table, to_settle.roots()), {}, {}};
    made.parts = local_parts(made.circuit, to_settle, table);
    for (std::uint32_t v = 0; v < made.circuit.variables.size(); ++v) {
        const variable& about = made.circuit.variables[v];
        if (!made.asked.empty() && made.asked.back().fact == about.fact) {
            ++made.asked.back().variables;
            continue;
        }
        asked_fact next;
        next.fact = about.fact;
        next.first = v;
        next.weights = weights_of(made.circuit, about, to_settle, person);
        next.total = std::accumulate(next.weights.begin(), next.weights.end(), std::int64_t{0});
        next.askable = askable[about.fact];
        made.asked.push_back(std::move(next));
    }
    return made;
}

}  // namespace advise::engine
