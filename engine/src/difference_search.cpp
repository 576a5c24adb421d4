#include "difference_search.hpp"

#include <algorithm>

namespace advise::engine {

change_search::change_search(const joint_circuit& joint, const fact_cells& cells, const std::vector<bool>& cut, work_meter& meter,
                             const std::vector<joint_fact>& facts, const change_question& asked)
    : cells_(cells), facts_(facts), subject_(asked.subject), space_(joint.code, cells, cut, meter) {
    encode(asked);
}

void change_search::encode(const change_question& asked) {
    sat_world& world = space_.world();
    const auto before = static_cast<conclusion_id>(2 * subject_), after = before + 1;
    const sat_literal was = world.of(space_.code().conclusions[before].holds), is = world.of(space_.code().conclusions[after].holds);
    const auto both = [&](sat_literal a, sat_literal b) { return all_hold(space_.solver(), space_.always(), {a, b}); };
    of(advice_change::gains).changes = was == is ? -space_.always() : both(-was, is);
    of(advice_change::loses).changes = was == is ? -space_.always() : both(was, -is);
    of(advice_change::more_points).changes = asked.points ? space_.more_points(world, after, world, before) : -space_.always();
    of(advice_change::fewer_points).changes = asked.points ? space_.more_points(world, before, world, after) : -space_.always();
    for (kind_state& kind : kinds_) {
        kind.ended = kind.changes == -space_.always();
        kind.wanted = space_.solver().fresh();
        space_.solver().add({-kind.wanted, kind.changes});
    }
    for (const std::size_t other : asked.alike) {
        const sat_literal apart = differs(other);
        for (const kind_state& kind : kinds_) space_.solver().add({-kind.wanted, -apart});
    }
}

/// "The two versions do not agree on this."
sat_literal change_search::differs(std::size_t subject) {
    sat_world& world = space_.world();
    const auto before = static_cast<conclusion_id>(2 * subject);
    const sat_literal was = world.of(space_.code().conclusions[before].holds), is = world.of(space_.code().conclusions[before + 1].holds);
    return differ(space_.solver(), space_.always(), was, is);
}

sat_literal change_search::literal_of_atom(const atom& a) {
    sat_world& world = space_.world();
    const auto f = static_cast<fact_id>(a.fact);
    switch (a.kind) {
    case atom::bound::least: return world.from_cell(f, a.cell);
    case atom::bound::most: return -world.from_cell(f, a.cell + 1);
    case atom::bound::in: return world.has_option(f, a.cell);
    case atom::bound::out: break;
    }
    if (facts_[a.fact].kind == joint_kind::set) return -world.has_option(f, a.cell);
    return other_value(f, a.cell);
}

/// "The fact is in another cell"; one literal each time.
sat_literal change_search::other_value(fact_id f, std::uint32_t cell) {
    sat_literal& l = other_values_[{f, cell}];
    if (l == 0) l = any_holds(space_.solver(), space_.always(), {-space_.world().from_cell(f, cell), space_.world().from_cell(f, cell + 1)});
    return l;
}

/// All bounds that the profile of the last answer meets: those from below first, which are the ones to keep where either would do.
std::vector<change_search::atom> change_search::profile_found() {
    sat_world& world = space_.world();
    const sat_solver& solver = space_.solver();
    std::vector<atom> lower, upper;
    for (std::size_t i = 0; i < facts_.size(); ++i) {
        const auto f = static_cast<fact_id>(i);
        if (!world.knows(f)) continue;
        const auto count = static_cast<std::uint32_t>(cells_.starts(f).size());
        std::uint32_t cell = 0;
        while (cell + 1 < count && solver.holds(world.from_cell(f, cell + 1))) ++cell;
        for (std::uint32_t o = 0; o < cells_.options(f).size(); ++o) {
            if (solver.holds(world.has_option(f, o))) lower.push_back({atom::bound::in, i, o});
            else upper.push_back({atom::bound::out, i, o});
        }
        if (facts_[i].kind == joint_kind::choice) {
            for (std::uint32_t other = 0; other < count; ++other)
                if (other != cell) upper.push_back({atom::bound::out, i, other});
        } else if (facts_[i].kind == joint_kind::ordered) {
            if (cell > 0) lower.push_back({atom::bound::least, i, cell});
            if (cell + 1 < count) upper.push_back({atom::bound::most, i, cell});
        }
    }
    lower.insert(lower.end(), upper.begin(), upper.end());
    return lower;
}

bool change_search::proved(const kind_state& kind, const std::vector<atom>& atoms) {
    std::vector<sat_literal> asked{-kind.changes};
    for (const atom& a : atoms) asked.push_back(literal_of_atom(a));
    const std::size_t undecided = space_.meter().undecided;
    const bool impossible = space_.ask(asked) == sat_answer::impossible;
    space_.meter().undecided = undecided;  // what could be wider is a group all the same
    return impossible;
}

/// As few of the bounds as prove the change, each as wide as it can be; nothing where the limit is reached.
std::optional<std::vector<change_search::atom>> change_search::sufficient(const kind_state& kind, const std::vector<atom>& all) {
    std::vector<sat_literal> asked{-kind.changes};
    for (const atom& a : all) asked.push_back(literal_of_atom(a));
    if (space_.ask(asked) != sat_answer::impossible) return std::nullopt;
    std::vector<atom> needed;
    for (const std::size_t i : space_.core(asked))
        if (i > 0) needed.push_back(all[i - 1]);
    for (std::size_t i = 0; i < needed.size(); ++i) widen(kind, needed, i);
    return needed;
}

/// What is proved under a weaker bound is proved under a stronger one, so the weakest is found by halving.
void change_search::widen(const kind_state& kind, std::vector<atom>& needed, std::size_t which) {
    const atom found = needed[which];
    if (found.kind != atom::bound::least && found.kind != atom::bound::most) return;
    const bool least = found.kind == atom::bound::least;
    const auto last = static_cast<std::uint32_t>(cells_.starts(static_cast<fact_id>(found.fact)).size()) - 1;
    std::uint32_t near = 0, far = least ? found.cell : last - found.cell;  // steps away from the bound: those up to `near` are proved, `far` is none
    while (far - near > 1) {
        const std::uint32_t step = near + (far - near) / 2;
        needed[which].cell = least ? found.cell - step : found.cell + step;
        (proved(kind, needed) ? near : far) = step;
    }
    needed[which].cell = least ? found.cell - near : found.cell + near;
}

std::optional<difference_group> change_search::next(advice_change change) {
    kind_state& kind = of(change);
    if (kind.ended) return std::nullopt;
    const sat_answer answer = space_.ask({kind.wanted});
    if (answer != sat_answer::satisfiable) {
        kind.ended = true;
        undecided_ = undecided_ || answer == sat_answer::undecided;
        return std::nullopt;
    }
    const std::optional<std::vector<atom>> needed = sufficient(kind, profile_found());
    if (!needed) {
        kind.ended = undecided_ = true;
        return std::nullopt;
    }
    std::vector<sat_literal> another{-kind.wanted};
    for (const atom& a : *needed) another.push_back(-literal_of_atom(a));
    space_.solver().add(another);
    found_ = true;
    return told(change, *needed);
}

bool change_search::nothing_changes() const { return !found_ && !undecided_ && std::ranges::all_of(kinds_, &kind_state::ended); }

joint_condition change_search::everything(std::size_t fact) const {
    joint_condition made;
    made.fact = fact;
    const std::size_t values = facts_[fact].values.size();
    made.to = static_cast<std::uint32_t>(values) - 1;
    if (facts_[fact].kind == joint_kind::choice) made.allowed.assign(values, true);
    if (facts_[fact].kind == joint_kind::set) made.options.assign(values, 2);
    return made;
}

void change_search::narrow(joint_condition& condition, const atom& a) const {
    const auto f = static_cast<fact_id>(a.fact);
    if (facts_[a.fact].kind == joint_kind::set) {
        condition.options[cells_.options(f)[a.cell]] = a.kind == atom::bound::in ? 1 : 0;
        return;
    }
    const auto& starts = cells_.starts(f);
    const auto start = static_cast<std::uint32_t>(starts[a.cell]);
    const auto end =
        a.cell + 1 < starts.size() ? static_cast<std::uint32_t>(starts[a.cell + 1]) : static_cast<std::uint32_t>(facts_[a.fact].values.size());
    if (a.kind == atom::bound::least) condition.from = start;
    else if (a.kind == atom::bound::most) condition.to = end - 1;
    else std::fill(condition.allowed.begin() + start, condition.allowed.begin() + end, false);
}

difference_group change_search::told(advice_change change, const std::vector<atom>& needed) const {
    difference_group group;
    group.role = subject_;
    group.change = change;
    std::vector<atom> by_fact = needed;
    std::ranges::stable_sort(by_fact, {}, &atom::fact);
    for (const atom& a : by_fact) {
        if (group.when.empty() || group.when.back().fact != a.fact) group.when.push_back(everything(a.fact));
        narrow(group.when.back(), a);
    }
    return group;
}

}  // namespace advise::engine
