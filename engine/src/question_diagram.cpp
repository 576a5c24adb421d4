#include "question_diagram.hpp"

#include "search_state.hpp"

namespace advise::engine {
namespace {

/// Goes through the cells of the first variable that counts, and so on, until Kleene's tables say the outcome.
class diagram_builder {
public:
    diagram_builder(const question_space& space, decision_diagram& made) : space_(space), state_(space.circuit, UINT64_MAX), made_(made) {}

    diagram_node build() {
        made_.work();
        state_.bounds(space_.circuit.verdict);
        state_.classify(space_.circuit.verdict);
        const std::uint32_t v = first_relevant();
        if (v == nothing) return made_.constant(outcome());
        std::vector<diagram_node> branches(space_.circuit.variables[v].cells);
        for (const cell_group& group : state_.groups(v)) {
            cell_group before = state_.restrict_to(v, group);
            const diagram_node f = build();
            state_.restore(v, std::move(before));
            for (const std::uint32_t c : group) branches[c] = f;
        }
        return made_.branch(v, branches);
    }

private:
    [[nodiscard]] std::uint32_t first_relevant() const {
        for (std::uint32_t v = 0; v < space_.circuit.variables.size(); ++v)
            for (std::uint32_t t = 0; t < space_.circuit.variables[v].tests; ++t)
                if (state_.relevant(space_.circuit.variables[v].first_test + t)) return v;
        return nothing;
    }

    [[nodiscard]] std::vector<std::int64_t> outcome() const {
        std::vector<std::int64_t> seen;
        for (const goal_part& part : space_.parts) {
            seen.push_back(part.holds != nothing && state_.bits(part.holds) == can_be_true ? 1 : 0);
            std::int64_t points = 0;
            for (const weighted_literal& term : part.points)
                if (state_.bits(term.of) == can_be_true) points += term.points;
            seen.push_back(points);
        }
        return seen;
    }

    const question_space& space_;
    search_state state_;
    decision_diagram& made_;
};

}  // namespace

diagram_node diagram_of(const question_space& space, decision_diagram& made) { return diagram_builder(space, made).build(); }

}  // namespace advise::engine
