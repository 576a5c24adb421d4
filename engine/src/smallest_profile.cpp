// The smallest profile that something holds for, by asking again and again.
#include "fewest_broken.hpp"
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

    found_profiles run(profile_wanted wanted, const std::vector<std::uint64_t>* known) {
        for (const fact_id f : facts_) away_.push_back(away_from_lowest(f));  // all variables are there before anything is asked
        if (known != nullptr) {
            found_.first = completion_of(space_.code(), space_.world().cells(), *known, facts_);
        } else {
            found_.answer = space_.ask(held_);
            if (found_.answer != sat_answer::satisfiable) return std::move(found_);
            record();
        }
        found_.smallest = wanted == profile_wanted::smallest;
        if (found_.smallest) look_for_smaller();
        return std::move(found_);
    }

private:
    void look_for_smaller() {
        const std::size_t undecided = space_.meter().undecided;
        fewest_away();
        if (found_.smallest && !none_is_before())
            for (const fact_id f : facts_) settle(space_.world(), f);
        if (second_ != nullptr) settle(*second_, moved_);
        space_.meter().undecided = undecided;  // that it is not the smallest is told with the profile
    }

    void record() {
        found_.first = model_of(space_, space_.world(), facts_);
        if (second_ != nullptr) found_.second = value_in(space_, *second_, moved_);
    }

    /// No more facts are away from their lowest values than must be, from now on.
    void fewest_away() {
        std::vector<sat_literal> lowest;
        for (const sat_literal away : away_) lowest.push_back(-away);
        const fewest_broken fewest = break_fewest(space_, held_, std::move(lowest), away_in_shown());
        found_.smallest = fewest.answer == sat_answer::satisfiable;
        if (!found_.smallest) return;
        if (fewest.asked) record();
        held_.insert(held_.end(), fewest.kept.begin(), fewest.kept.end());
    }

    [[nodiscard]] bool is_away(fact_id f, const fact_value& value) const {
        return !value.members.empty()
               || (space_.code().rules->facts[f].type != fact_type::any_of && space_.world().cells().cell_of(f, value.number) != 0);
    }
    [[nodiscard]] std::size_t away_in_shown() const {
        return static_cast<std::size_t>(std::ranges::count_if(found_.first, [&](const auto& one) { return is_away(one.first, one.second); }));
    }

    /// Asks a few times for a profile before the one shown, in the order of profiles. \return whether it is proved that there is none
    bool none_is_before() {
        constexpr int most_improved = 4;
        if (away_in_shown() == 0) return true;
        for (int improved = 0; found_.smallest && improved < most_improved; ++improved) {
            if (!hold(one_is_before())) return found_.smallest;
            held_.pop_back();
        }
        return false;
    }

    /// A literal from which it follows that the profile stands before the one shown: at some place that is away from its lowest there it is lower, and at no place
    /// before that one higher.
    sat_literal one_is_before() {
        sat_solver& solver = space_.solver();
        sat_literal not_higher = space_.always();
        std::vector<sat_literal> lower_somewhere{-solver.fresh()};
        const auto pass = [&](sat_literal higher) {
            if (higher != -space_.always()) bounds_.push_back(-higher);
        };
        const auto may_be_lower = [&](sat_literal lower) {
            not_higher = implied_bounds(not_higher);
            lower_somewhere.push_back(solver.fresh());
            solver.add({-lower_somewhere.back(), lower});
            solver.add({-lower_somewhere.back(), not_higher});
        };
        sat_world& world = space_.world();
        for (const auto& [f, value] : found_.first) {
            if (space_.code().rules->facts[f].type != fact_type::any_of) {
                const std::uint32_t cell = world.cells().cell_of(f, value.number);
                if (cell != 0) may_be_lower(-world.from_cell(f, cell));
                pass(world.from_cell(f, cell + 1));
                continue;
            }
            for (std::uint32_t i = 0; i < world.cells().options(f).size(); ++i) {
                const bool shown = std::ranges::binary_search(value.members, world.cells().options(f)[i]);
                if (shown) may_be_lower(-world.has_option(f, i));
                else pass(world.has_option(f, i));
            }
        }
        bounds_.clear();
        solver.add(lower_somewhere);
        return -lower_somewhere.front();
    }

    /// A literal from which the one given follows, and the bounds gathered since.
    sat_literal implied_bounds(sat_literal before) {
        if (bounds_.empty()) return before;
        const sat_literal all = space_.solver().fresh();
        space_.solver().add({-all, before});
        for (const sat_literal bound : bounds_) space_.solver().add({-all, bound});
        bounds_.clear();
        return all;
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
        if (space_.code().rules->facts[f].type != fact_type::any_of) {
            for (std::uint32_t cell = 1; cell < world.cells().starts(f).size(); ++cell) space_.solver().prefer(-world.from_cell(f, cell));
            return world.from_cell(f, 1);
        }
        std::vector<sat_literal> any;
        for (std::uint32_t i = 0; i < world.cells().options(f).size(); ++i) {
            any.push_back(world.has_option(f, i));
            space_.solver().prefer(-any.back());
        }
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
    std::vector<sat_literal> away_;
    std::vector<sat_literal> bounds_;
    found_profiles found_;
};

}  // namespace

completion model_of(proof_space& space, sat_world& world, const std::vector<fact_id>& facts) {
    completion found;
    for (const fact_id f : facts) found.emplace_back(f, value_in(space, world, f));
    return found;
}

completion completion_of(const program::data& code, const fact_cells& cells, const std::vector<std::uint64_t>& profile,
                         const std::vector<fact_id>& facts) {
    completion found;
    for (const fact_id f : facts) {
        fact_value value;
        if (code.rules->facts[f].type == fact_type::any_of) {
            for (std::uint32_t i = 0; i < cells.options(f).size(); ++i)
                if (i < 64 && (profile[f] >> i & 1) != 0) value.members.push_back(cells.options(f)[i]);
        } else {
            value.number = plain_value(code, cells, f, static_cast<std::uint32_t>(profile[f]));
        }
        found.emplace_back(f, std::move(value));
    }
    return found;
}

found_profiles smallest_profile(proof_space& space, std::vector<sat_literal> assumptions, const std::vector<fact_id>& facts, sat_world* second,
                                fact_id moved, profile_wanted wanted, const std::vector<std::uint64_t>* known) {
    return smallest_search(space, std::move(assumptions), facts, second, moved).run(wanted, known);
}

}  // namespace advise::engine
