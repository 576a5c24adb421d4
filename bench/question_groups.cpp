#include "question_groups.hpp"

#include "question_diagram.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <map>
#include <unordered_map>

namespace advise::bench {
namespace {

using engine::diagram_node;

bool contains(const engine::cell& values, const engine::variable& v, const engine::known_fact& value) {
    if (v.option != engine::nothing) return values.from == (value.options[v.option] == 1 ? 1 : 0);
    if (v.ordered) return values.from <= value.from && value.from <= values.to;
    return std::ranges::find(values.options, static_cast<std::uint32_t>(value.from)) != values.options.end();
}

/// Answers as restrictions of a diagram.
class restrictions {
public:
    restrictions(const engine::question_space& space, const std::vector<asked>& facts)
        : functions_(sizes(space.circuit), std::numeric_limits<std::uint64_t>::max()), whole_(engine::diagram_of(space, functions_)) {
        for (const asked& a : facts) {
            const auto at = std::ranges::find(space.asked, a.fact, &engine::asked_fact::fact);
            first_.push_back(at == space.asked.end() ? 0 : at->first);
            cells_.emplace_back();
            for (const engine::known_fact& value : a.answers) cells_.back().push_back(cells_of(space, a.fact, value));
        }
    }

    [[nodiscard]] diagram_node whole() const { return whole_; }

    [[nodiscard]] diagram_node after(diagram_node f, std::size_t fact, std::size_t answer) {
        std::uint32_t v = first_[fact];
        for (const std::uint32_t c : cells_[fact][answer]) f = functions_.restricted(f, v++, c);
        return f;
    }

    [[nodiscard]] std::uint64_t relevant(diagram_node f) const {
        std::uint64_t bits = 0;
        for (std::size_t i = 0; i < first_.size(); ++i)
            for (std::size_t v = 0; v < cells_[i].front().size(); ++v) bits |= (functions_.support(f) >> (first_[i] + v) & 1U) << i;
        return bits;
    }

private:
    static std::vector<std::uint32_t> sizes(const engine::residual& circuit) {
        std::vector<std::uint32_t> cells;
        for (const engine::variable& v : circuit.variables) cells.push_back(v.cells);
        return cells;
    }

    engine::decision_diagram functions_;
    diagram_node whole_;
    std::vector<std::uint32_t> first_;  ///< variable of each fact
    std::vector<std::vector<std::vector<std::uint32_t>>> cells_;
};

}  // namespace

std::vector<std::uint32_t> cells_of(const engine::question_space& space, engine::fact_id fact, const engine::known_fact& value) {
    std::vector<std::uint32_t> found;
    for (const engine::variable& v : space.circuit.variables) {
        if (v.fact != fact) continue;
        std::uint32_t c = 0;
        while (!contains(space.circuit.cells[v.first_cell + c], v, value)) ++c;
        found.push_back(c);
    }
    return found;
}

role_group::role_group(const engine::question_space& space, const std::vector<asked>& facts) : facts_(facts), offset_(facts.size()) {
    restrictions put(space, facts);
    std::vector<diagram_node> found{put.whole()};
    std::unordered_map<diagram_node, std::uint32_t> number{{found.front(), 0}};
    const auto each_answer = [&](diagram_node f, const auto& call) {
        each_bit(put.relevant(f), [&](std::size_t fact) {
            for (std::size_t a = 0; a < facts[fact].answers.size(); ++a) call(put.after(f, fact, a), fact, a);
        });
    };
    for (std::size_t i = 0; i < found.size(); ++i)
        each_answer(found[i], [&](diagram_node next, std::size_t, std::size_t) {
            if (number.emplace(next, 0).second) found.push_back(next);
        });
    std::ranges::stable_sort(found, {}, [&](diagram_node f) { return std::popcount(put.relevant(f)); });
    for (std::uint32_t i = 0; i < found.size(); ++i) number[found[i]] = i;

    each_bit(put.relevant(put.whole()), [&](std::size_t fact) {
        offset_[fact] = stride_;
        stride_ += facts[fact].answers.size();
    });
    after_.resize(found.size() * stride_);
    for (std::size_t i = 0; i < found.size(); ++i) {
        relevant_.push_back(put.relevant(found[i]));
        each_answer(found[i], [&](diagram_node next, std::size_t fact, std::size_t a) { after_[i * stride_ + offset_[fact] + a] = number[next]; });
    }
}

role_group::choice role_group::best(std::uint32_t state, const costs& of, const std::vector<float>& least) const {
    choice found{std::numeric_limits<double>::infinity(), 0};
    each_bit(relevant_[state], [&](std::size_t fact) {
        double cost = of[fact];
        for (std::size_t a = 0; a < facts_[fact].likely.size(); ++a) cost += facts_[fact].likely[a] * least[after(state, fact, a)];
        if (cost < found.cost) found = {cost, fact};
    });
    return found;
}

std::vector<float> role_group::least(const costs& of) const {
    std::vector<float> made(states());
    for (std::uint32_t s = 0; s < states(); ++s)
        if (relevant_[s] != 0) made[s] = static_cast<float>(best(s, of, made).cost);
    return made;
}

costs role_group::use(std::uint32_t from, const costs& of, const std::vector<float>& least) const {
    costs asked_of(facts_.size());
    std::map<std::uint32_t, double, std::greater<>> reached{{from, 1.0}};
    while (!reached.empty()) {
        const auto [state, often] = *reached.begin();
        reached.erase(reached.begin());
        if (relevant_[state] == 0) continue;
        const std::size_t fact = best(state, of, least).fact;
        asked_of[fact] += often;
        for (std::size_t a = 0; a < facts_[fact].likely.size(); ++a) reached[after(state, fact, a)] += often * facts_[fact].likely[a];
    }
    return asked_of;
}

}  // namespace advise::bench
