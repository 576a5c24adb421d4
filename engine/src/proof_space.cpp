#include "proof_space.hpp"

#include <algorithm>
#include <unordered_set>

namespace advise::engine {
namespace {

/// A conflict costs about as much as looking at so many variables, and at some of those of the formula.
constexpr std::uint64_t work_of_a_conflict = 500, part_of_variables = 2;
/// To put it together, to take it over, to decide it.
constexpr std::uint64_t work_of_an_assumption = 6;
/// To write down a literal of a clause, and to keep it in the solver's lists.
constexpr std::uint64_t work_of_a_literal = 4;

}  // namespace

sat_answer proof_space::ask(std::span<const sat_literal> assumptions) {
    meter_.spent += work_of_a_literal * (solver_.literals() - charged_);
    charged_ = solver_.literals();
    if (meter_.exhausted()) {
        ++meter_.undecided;
        return sat_answer::undecided;
    }
    const std::uint64_t before = solver_.conflicts();
    const auto variables = static_cast<std::uint64_t>(solver_.variables());
    const std::uint64_t work_of_one = work_of_a_conflict + variables / part_of_variables;
    const auto affordable = static_cast<std::int64_t>((meter_.limit - meter_.spent) / work_of_one + 1);
    const sat_answer answer = solver_.solve(assumptions, std::min(meter_.conflicts_each, affordable));
    meter_.spent += variables + work_of_an_assumption * assumptions.size() + work_of_one * (solver_.conflicts() - before);
    if (answer == sat_answer::undecided) ++meter_.undecided;
    return answer;
}

std::vector<std::size_t> proof_space::core(const std::vector<sat_literal>& assumptions) {
    const auto failed_of = [&](const std::vector<std::size_t>& among) {
        std::vector<std::size_t> failed;
        for (const std::size_t i : among)
            if (solver_.failed(assumptions[i])) failed.push_back(i);
        return failed;
    };
    std::vector<std::size_t> all;
    std::unordered_set<sat_literal> seen;  // what is assumed twice is needed once
    for (std::size_t i = 0; i < assumptions.size(); ++i)
        if (seen.insert(assumptions[i]).second) all.push_back(i);
    std::vector<std::size_t> left = failed_of(all);
    const std::size_t undecided = meter_.undecided;
    // The last first, so that what stands first remains.
    for (std::size_t at = left.size(); at-- > 0 && !meter_.exhausted();) {
        std::vector<std::size_t> fewer = left;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(at));
        std::vector<sat_literal> asked;
        for (const std::size_t i : fewer) asked.push_back(assumptions[i]);
        if (ask(asked) != sat_answer::impossible) continue;
        left = failed_of(fewer);
        at = std::min(at, left.size());
    }
    meter_.undecided = undecided;  // a core that is not the smallest is a core all the same
    return left;
}

void proof_space::add_evidence(std::vector<sat_term>& terms, sat_world& in, conclusion_id x, std::int64_t sign) {
    const conclusion_code& c = code_.conclusions[x];
    for (std::uint32_t i = 0; i < c.evidence; ++i) {
        const weighted_literal& e = code_.evidence[c.first_evidence + i];
        terms.push_back({in.of(e.of), sign * e.points});
    }
}

sat_literal proof_space::points_at_least(sat_world& a, conclusion_id x, std::int64_t least) {
    std::vector<sat_term> terms;
    add_evidence(terms, a, x, 1);
    return sum_at_least(solver_, always(), std::move(terms), least);
}

sat_literal proof_space::more_points(sat_world& a, conclusion_id x, sat_world& b, conclusion_id y) {
    std::vector<sat_term> terms;
    add_evidence(terms, a, x, 1);
    add_evidence(terms, b, y, -1);
    return sum_at_least(solver_, always(), std::move(terms), 1);
}

sat_literal proof_space::at_least(const std::vector<sat_term>& of, std::int64_t least) {
    std::vector<sat_literal> key;
    for (const sat_term& t : of) key.push_back(t.of);
    const auto [at, fresh] = sums_.try_emplace({least, std::move(key)});
    if (fresh) at->second = sum_at_least(solver_, always(), of, least);
    return at->second;
}

}  // namespace advise::engine
