#include "question_optimum.hpp"

#include "question_diagram.hpp"

#include <algorithm>
#include <bit>
#include <numeric>
#include <unordered_map>

namespace advise::engine {
namespace {

constexpr std::size_t most_variables = 40;
/// The common denominator of all means, and the sum of the weights of one fact: products of both stay within 64 bits.
constexpr std::int64_t greatest_denominator = std::int64_t{1} << 40;
constexpr std::int64_t greatest_weight = std::int64_t{1} << 12;

/// Means are kept as integers: multiples of one over the product of all facts' totals. The mean of a function needs no denominator but the totals of the
/// facts that it depends on, so every division here is exact.
class optimiser {
public:
    optimiser(const question_space& space, decision_diagram& functions, std::int64_t denominator)
        : space_(space), functions_(functions), denominator_(denominator)
    {
        for (const asked_fact& fact : space.asked) {
            std::uint64_t mask = 0;
            for (std::uint32_t v = 0; v < fact.variables; ++v) mask |= std::uint64_t{1} << (fact.first + v);
            masks_.push_back(mask);
        }
    }

    /// The least mean number of questions that settle the function as far as questions can.
    std::int64_t mean(diagram_node f) { return best(f).first; }

    /// The same, and with which fact to begin: the first declared of equals.
    std::pair<std::int64_t, std::uint32_t> best(diagram_node f)
    {
        if (const auto known = means_.find(f); known != means_.end()) return known->second;
        functions_.work();
        std::pair<std::int64_t, std::uint32_t> found{0, nothing};
        for (std::uint32_t i = 0; i < space_.asked.size(); ++i) {
            if (!space_.asked[i].askable || (functions_.support(f) & masks_[i]) == 0) continue;
            const std::int64_t own = denominator_ + mean_after(f, space_.asked[i], 0);
            if (found.second == nothing || own < found.first) found = {own, i};
        }
        means_.emplace(f, found);
        return found;
    }

private:
    std::int64_t mean_after(diagram_node f, const asked_fact& fact, std::uint32_t variable)
    {
        functions_.work();
        if (variable == fact.variables) return mean(f);
        std::int64_t sum = 0;
        for (std::uint32_t c = 0; c < fact.weights.size(); ++c)
            sum += fact.weights[c] * mean_after(functions_.restricted(f, fact.first + variable, c), fact, variable + 1);
        return sum / fact.total;
    }

    const question_space& space_;
    decision_diagram& functions_;
    std::int64_t denominator_;
    std::vector<std::uint64_t> masks_;
    std::unordered_map<diagram_node, std::pair<std::int64_t, std::uint32_t>> means_;
};

/// The product of all totals, or 0 where it is too great.
std::int64_t common_denominator(const question_space& space)
{
    std::int64_t product = 1;
    for (const asked_fact& fact : space.asked) {
        if (!fact.askable) continue;
        if (fact.total > greatest_weight) return 0;
        for (std::uint32_t v = 0; v < fact.variables; ++v) {
            product *= fact.total;
            if (product > greatest_denominator) return 0;
        }
    }
    return product;
}

}  // namespace

std::optional<best_question> optimal_question(const question_space& space)
{
    const std::int64_t denominator = common_denominator(space);
    if (denominator == 0 || space.circuit.variables.size() > most_variables) return std::nullopt;
    std::vector<std::uint32_t> cells;
    for (const variable& v : space.circuit.variables) cells.push_back(v.cells);
    decision_diagram functions(cells, optimum_work_limit);
    try {
        const diagram_node whole = diagram_of(space, functions);
        const auto [mean, asked] = optimiser(space, functions, denominator).best(whole);
        const std::int64_t common = std::gcd(mean, denominator);
        return best_question{asked, {mean / common, denominator / common}};
    } catch (const diagram_too_large&) {
        return std::nullopt;
    }
}

}  // namespace advise::engine
