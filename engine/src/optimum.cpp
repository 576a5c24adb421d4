#include "optimum.hpp"

#include "random.hpp"
#include "search_reason.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace advise::engine {
namespace {

inline constexpr unsigned lanes = 64;
inline constexpr unsigned sampling_rounds = 4;
inline constexpr std::uint64_t sampling_seed = 0x61647669'73650001ULL;

/// Depth first branch and bound; cases that could not differ are left out (search_reason.hpp). Depth is at most the number of variables, and each level
/// costs a pass over the circuit, so the work limit bounds the depth too (a few million inputs: some thousand levels of a few hundred bytes).
class branching {
public:
    branching(search_state& state, const objective& o, std::int64_t goal, std::optional<optimum>& best)
        : state_(state), objective_(o), goal_(goal), best_(best), reasons_(state.circuit()) {}

    void descend(std::uint32_t depth = 0)
    {
        reasons_.clear(depth);
        const points_interval bound = state_.bounds(objective_);
        if (!best_ || bound.low < best_->value) {
            state_.classify(objective_);
            if (!state_.mixed().empty()) return branch(depth);
            best_ = optimum{bound.low, state_.choice(), true, true};
        }
        if (!done()) reasons_.add_bound(depth, state_, objective_, best_->value);
    }

    [[nodiscard]] bool done() const { return state_.exhausted() || (best_ && best_->value <= goal_); }

private:
    void branch(std::uint32_t depth)
    {
        const std::uint32_t v = state_.most_used(state_.mixed());
        cell_group before = state_.allowed(v);
        reasons_.decide(depth, v);
        for (cell_group& group : state_.groups(v)) {
            if (done()) break;
            state_.restrict_to(v, std::move(group));
            descend(depth + 1);
            if (!reasons_.take_case(depth, v)) break;
        }
        reasons_.undo(depth, v);
        state_.restore(v, std::move(before));
    }

    search_state& state_;
    const objective& objective_;
    std::int64_t goal_;
    std::optional<optimum>& best_;
    search_reasons reasons_;
};

/// For each lane a cell for each variable, and the words of the tests that follow.
class lane_cells {
public:
    lane_cells(const search_state& state, splitmix& random) : state_(state), random_(random), words_(state.circuit().nodes()) {}

    /// \param drawn the variables to draw anew in each lane; the others stay at the state's choice
    void draw(const std::vector<std::uint32_t>& drawn)
    {
        cells_.assign(drawn.size() * lanes, 0);
        drawn_ = &drawn;
        for (std::uint32_t v = 0; v < state_.circuit().variables.size(); ++v) set_words(v, {});
        for (std::size_t d = 0; d < drawn.size(); ++d) {
            const cell_group& allowed = state_.allowed(drawn[d]);
            for (unsigned lane = 0; lane < lanes; ++lane)
                cells_[d * lanes + lane] = allowed[random_.below(static_cast<std::uint32_t>(allowed.size()))];
            set_words(drawn[d], {cells_.data() + d * lanes, lanes});
        }
        evaluate_lanes(state_.circuit(), words_);
    }

    [[nodiscard]] std::uint64_t word(literal l) const { return is_negated(l) ? ~words_[node_of(l)] : words_[node_of(l)]; }

    [[nodiscard]] assignment of(unsigned lane) const
    {
        assignment at = state_.choice();
        for (std::size_t d = 0; d < drawn_->size(); ++d) at[(*drawn_)[d]] = cells_[d * lanes + lane];
        return at;
    }

private:
    void set_words(std::uint32_t index, std::span<const std::uint32_t> cells)
    {
        const variable& v = state_.circuit().variables[index];
        for (std::uint32_t t = 0; t < v.tests; ++t) {
            std::uint64_t word = 0;
            if (cells.empty()) word = state_.circuit().truth(v, state_.choice()[index], t) ? ~std::uint64_t{0} : 0;
            for (std::size_t lane = 0; lane < cells.size(); ++lane)
                word |= std::uint64_t{state_.circuit().truth(v, cells[lane], t)} << lane;
            words_[v.first_test + t] = word;
        }
    }

    const search_state& state_;
    splitmix& random_;
    std::vector<std::uint64_t> words_;
    std::vector<std::uint32_t> cells_;
    const std::vector<std::uint32_t>* drawn_ = nullptr;
};

/// The lane with the least value, and that value.
std::pair<unsigned, std::int64_t> least_lane(const lane_cells& cells, const objective& o)
{
    lane_sums<std::uint64_t> sums;
    std::int64_t base = o.base;
    for (const weighted_literal& term : o.terms) {
        const std::uint64_t word = cells.word(term.of);
        if (term.points >= 0) sums.add(word, static_cast<std::uint64_t>(term.points));
        else { sums.add(~word, static_cast<std::uint64_t>(-term.points)); base += term.points; }
    }
    unsigned best = 0;
    for (unsigned lane = 1; lane < lanes; ++lane)
        if (sums.of(lane) < sums.of(best)) best = lane;
    return {best, base + static_cast<std::int64_t>(sums.of(best))};
}

}  // namespace

void evaluate_lanes(const residual& circuit, std::vector<std::uint64_t>& words)
{
    node_id node = circuit.tests();
    for (const residual_gate& gate : circuit.gates) {
        const literal* inputs = circuit.inputs.data() + gate.first;
        const std::int64_t* weights = circuit.weights.data() + gate.first;
        words[node++] = threshold<std::uint64_t>(
            gate.kind, gate.size, gate.least,
            [&](std::uint32_t i) { return is_negated(inputs[i]) ? ~words[node_of(inputs[i])] : words[node_of(inputs[i])]; },
            [&](std::uint32_t i) { return weights[i]; });
    }
}

void sample(search_state& state, const objective& o, std::int64_t goal, std::optional<optimum>& best)
{
    const points_interval bound = state.bounds(o);
    state.classify(o);
    if (state.mixed().empty()) {
        if (!best || bound.low < best->value) best = optimum{bound.low, state.choice(), true, false};
        return;
    }
    const std::vector<std::uint32_t> mixed = state.mixed();
    splitmix random(sampling_seed);
    lane_cells cells(state, random);
    for (unsigned round = 0; round < sampling_rounds; ++round) {
        if (best && (best->value <= goal || best->value <= bound.low)) return;
        cells.draw(mixed);
        state.charge(state.circuit().inputs.size() * 2 + state.circuit().tests() + o.terms.size() + mixed.size() * lanes);
        const auto [lane, value] = least_lane(cells, o);
        if (!best || value < best->value) best = optimum{value, cells.of(lane), true, false};
    }
}

std::uint64_t most_sampling_work(const residual& circuit, const objective& o)
{
    const std::uint64_t pass = 2 * (circuit.inputs.size() + o.terms.size() + 2), signs = circuit.truths.size();
    const std::uint64_t round = 2 * circuit.inputs.size() + circuit.tests() + o.terms.size() + circuit.variables.size() * std::uint64_t{lanes};
    return 2 * (2 * pass + signs + sampling_rounds * round);
}

optimum least(search_state& state, const objective& o, std::optional<optimum> known, std::int64_t goal)
{
    std::optional<optimum> best = std::move(known);
    if (!best) sample(state, o, goal, best);
    const std::int64_t bound = state.bounds(o).low;
    if (best->value > goal && best->value > bound) {
        branching search(state, o, goal, best);
        search.descend();
        best->branched = true;
        best->exact = best->value <= goal || best->value <= bound || !state.exhausted();
    }
    return *best;
}

std::optional<bool> reaches(search_state& state, const objective& o, std::int64_t goal, assignment& at)
{
    if (state.bounds(o).low > goal) return false;
    const optimum found = least(state, o, {}, goal);
    if (found.value <= goal) { at = found.at; return true; }
    if (!found.exact) return std::nullopt;
    return false;
}

ends both_ends(search_state& state, const objective& o, goals stop)
{
    ends found;
    const objective turned = negated(o);
    const std::int64_t turned_goal = stop.high == INT64_MAX ? INT64_MIN : -stop.high;
    // Samples of both sides first: they settle most, and an expensive search on one side must not starve the other of its samples.
    std::optional<optimum> low, high;
    sample(state, o, stop.low, low);
    sample(state, turned, turned_goal, high);
    found.low = least(state, o, low, stop.low);
    found.high = least(state, turned, high, turned_goal);
    found.high.value = -found.high.value;
    return found;
}

}  // namespace advise::engine
