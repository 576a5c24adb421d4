#include "role_search.hpp"

#include "split.hpp"

namespace advise::engine {
namespace {

/// What was found becomes the answer, with the splits that show it where Kleene's tables do not.
bool conclude(searched_role& made, const role_advice& by_kleene, std::uint64_t limit) {
    const bool verdict_differs = made.holds && made.holds->low.value == made.holds->high.value;
    const bool points_differ = made.points && made.points->interval() != by_kleene.points;
    if (!verdict_differs && !points_differ) return true;
    search_state state(made.circuit, limit);
    if (verdict_differs) made.verdict_split = split_verdict(state, made.circuit.verdict, made.holds->interval());
    if (points_differ) made.points_split = split_points(state, made.circuit.points, made.points->interval());
    made.split_work = state.work();
    if (verdict_differs != made.verdict_split.has_value() || points_differ != made.points_split.has_value()) return false;
    if (verdict_differs) made.verdict = made.holds->low.value == 1 ? verdict::yes : verdict::no;
    if (points_differ) made.enclosure = made.points->interval();
    return true;
}

}  // namespace

searched_role search_role(const program::data& code, const facts& person, const truth_table& table, const role_advice& by_kleene,
                          std::uint64_t limit) {
    searched_role made;
    made.verdict = by_kleene.verdict;
    made.enclosure = by_kleene.points;
    made.circuit = make_residual(code, person, table, by_kleene.role);
    search_state state(made.circuit, limit);
    if (by_kleene.verdict == verdict::unknown) made.holds = both_ends(state, made.circuit.verdict, {0, 1});
    if (by_kleene.points.low != by_kleene.points.high) made.points = both_ends(state, made.circuit.points, {});
    made.search_work = state.work();
    made.exact = (!made.holds || made.holds->exact()) && (!made.points || made.points->exact()) && conclude(made, by_kleene, limit);
    return made;
}

// A proof that no completion of the other kind exists passes the same cases as the split that shows it: one search stands for both.
std::optional<verdict> search_verdict(const program::data& code, const facts& person, const truth_table& table, conclusion_id about, bool can_hold,
                                      std::uint64_t limit) {
    const residual circuit = make_residual(code, person, table, about);
    search_state state(circuit, limit);
    const objective sought = can_hold ? circuit.verdict : negated(circuit.verdict);
    const std::int64_t attained = can_hold ? 1 : 0;
    const optimum found = least(state, sought, optimum{attained, {}, true, false}, attained - 1);
    if (2 * (state.work() + most_sampling_work(circuit, sought)) > limit) return std::nullopt;
    if (found.value < attained) return verdict::unknown;
    return can_hold ? verdict::yes : verdict::no;
}

role_advice advice_by_kleene(const program::data& code, const truth_table& table, conclusion_id about) {
    const conclusion_code& x = code.conclusions[about];
    role_advice made;
    made.role = about;
    made.max = x.max;
    made.verdict = verdict_of(bits_of(table, x.holds));
    made.points = kleene_points(code, x, table);
    return made;
}

}  // namespace advise::engine
