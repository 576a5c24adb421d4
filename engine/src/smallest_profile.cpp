// The smallest profile that something holds for, by asking again and again.
#include "proof_space.hpp"

#include <advise/grammar/limits.hpp>

#include <algorithm>

namespace advise::engine {
namespace {

/// The lowest value of a cell; of a number the first whole one where there is one: 41 rather than 40.000001 for "more than 40". The lowest
/// cell keeps its first value, from which "away from the lowest" is counted.
std::int64_t plain_value(const program::data& code, const fact_cells& cells, fact_id f, std::uint32_t cell) {
    const auto& starts = cells.starts(f);
    const std::int64_t lowest = starts[cell];
    if (cell == 0 || code.rules->facts[f].type != fact_type::number) return lowest;
    const std::int64_t greatest = cell + 1 < starts.size() ? starts[cell + 1] - 1 : code.rules->facts[f].greatest;
    constexpr std::int64_t grid = grammar::limits::grid;
    const std::int64_t above = lowest % grid == 0 ? 0 : lowest > 0 ? grid - lowest % grid : -(lowest % grid);
    return greatest - lowest >= above ? lowest + above : lowest;
}

fact_value value_in(proof_space& space, sat_world& world, fact_id f) {
    fact_value value;
    const fact_cells& cells = world.cells();
    if (space.code().rules->facts[f].type == fact_type::any_of) {
        for (std::uint32_t i = 0; i < cells.options(f).size(); ++i)
            if (space.solver().holds(world.has_option(f, i))) value.members.push_back(cells.options(f)[i]);
        return value;
    }
    std::uint32_t cell = 0;
    while (cell + 1 < cells.starts(f).size() && space.solver().holds(world.from_cell(f, cell + 1))) ++cell;
    value.number = plain_value(space.code(), cells, f, cell);
    return value;
}

class smallest_search {
public:
    smallest_search(proof_space& space, std::vector<sat_literal> assumptions, const std::vector<fact_id>& facts, sat_world* second, fact_id moved)
        : space_(space), held_(std::move(assumptions)), facts_(facts), second_(second), moved_(moved) {}

    found_profiles run() {
        for (const fact_id f : facts_) (void)away_from_lowest(f);  // all variables are there before anything is asked
        if (space_.ask(held_) == sat_answer::satisfiable) record();
        fewest_away();
        for (const fact_id f : facts_) settle(space_.world(), f);
        if (second_ != nullptr) settle(*second_, moved_);
        return std::move(found_);
    }

private:
    void record() {
        found_.first = model_of(space_, space_.world(), facts_);
        if (second_ != nullptr) found_.second = value_in(space_, *second_, moved_);
    }

    void fewest_away() {
        std::vector<sat_term> away;
        for (const fact_id f : facts_) away.push_back({away_from_lowest(f), 1});
        for (std::size_t most = 0; most < facts_.size() && found_.smallest; ++most)
            if (hold(-space_.at_least(away, static_cast<std::int64_t>(most) + 1))) return;
    }

    /// The value of a fact in the profile that was found last.
    [[nodiscard]] const fact_value& shown(const sat_world& world, fact_id f) const {
        if (&world == second_) return *found_.second;
        const auto at = static_cast<std::size_t>(std::ranges::lower_bound(facts_, f) - facts_.begin());
        return found_.first[at].second;
    }

    /// Gives the fact its lowest possible value in a world.
    void settle(sat_world& world, fact_id f) {
        const fact_cells& cells = world.cells();
        if (space_.code().rules->facts[f].type == fact_type::any_of) {
            for (std::uint32_t i = 0; i < cells.options(f).size(); ++i)
                if (!hold(-world.has_option(f, i), !std::ranges::binary_search(shown(world, f).members, cells.options(f)[i])))
                    held_.push_back(world.has_option(f, i));
            return;
        }
        for (std::uint32_t cell = 1; cell < cells.starts(f).size(); ++cell) {
            if (hold(-world.from_cell(f, cell), cells.cell_of(f, shown(world, f).number) < cell)) return;
            held_.push_back(world.from_cell(f, cell));
        }
    }

    sat_literal away_from_lowest(fact_id f) {
        sat_world& world = space_.world();
        if (space_.code().rules->facts[f].type != fact_type::any_of) return world.from_cell(f, 1);
        std::vector<sat_literal> any;
        for (std::uint32_t i = 0; i < world.cells().options(f).size(); ++i) any.push_back(world.has_option(f, i));
        return any_holds(space_.solver(), space_.always(), any);
    }

    /// Assumes this from now on where that is possible. Once a question stays open, nothing more is asked.
    /// \param is_so the profile that was found last shows that it is possible
    bool hold(sat_literal l, bool is_so = false) {
        if (!found_.smallest) return false;
        held_.push_back(l);
        if (is_so) return true;
        const sat_answer answer = space_.ask(held_);
        if (answer == sat_answer::satisfiable) {
            record();
            return true;
        }
        held_.pop_back();
        if (answer == sat_answer::undecided) found_.smallest = false;
        return false;
    }

    proof_space& space_;
    std::vector<sat_literal> held_;
    const std::vector<fact_id>& facts_;
    sat_world* second_;
    fact_id moved_;
    found_profiles found_;
};

}  // namespace

completion model_of(proof_space& space, sat_world& world, const std::vector<fact_id>& facts) {
    completion found;
    for (const fact_id f : facts) found.emplace_back(f, value_in(space, world, f));
    return found;
}

found_profiles smallest_profile(proof_space& space, std::vector<sat_literal> assumptions, const std::vector<fact_id>& facts, sat_world* second,
                                fact_id moved) {
    const std::size_t undecided = space.meter().undecided;
    found_profiles found = smallest_search(space, std::move(assumptions), facts, second, moved).run();
    space.meter().undecided = undecided;  // that it is not the smallest is told with the profile
    return found;
}

}  // namespace advise::engine
