// Conditions and conclusions that never or always hold, whatever the profile.
#include "analysis_state.hpp"

#include <algorithm>
#include <set>

namespace advise::engine {
namespace {

constexpr std::size_t most_places = 50;  // of one finding

/// The literal of each thing that a conclusion needs, and where to point.
struct needs {
    std::vector<sat_literal> literals;
    std::vector<std::vector<related_place>> places;  // one list for each literal
    void add(sat_literal l, std::vector<related_place> at) {
        literals.push_back(l);
        places.push_back(std::move(at));
    }
};

class constant_search {
public:
    explicit constant_search(analysis_state& state) : state_(state) {}

    void run() {
        for (const std::uint32_t vertex : state_.code.order) {
            if ((vertex & program::data::conclusion_bit) == 0) continue;
            look_at(vertex & ~program::data::conclusion_bit);
            state_.step();
        }
        for (fact_id f = 0; f < state_.rules.facts.size(); ++f)
            if (state_.rules.facts[f].after != nothing) look_at_after(f);
    }

private:
    void look_at(conclusion_id x) {
        for (const clause& c : state_.rules.conclusions[x].clauses) look_at_condition(c.body);
        look_at_need(x);
        look_at_conclusion(x);
    }

    void look_at_after(fact_id f) {
        const condition_id after = state_.rules.facts[f].after;
        const std::size_t before = state_.out.findings.size();
        look_at_condition(after);
        if (state_.out.findings.size() == before) return;
        finding& made = state_.out.findings[before];
        if (made.kind == finding_kind::condition_never && made.at == state_.rules.conditions[after].at) made.fact = f;
    }

    /// From the outside in: of a condition that is constant nothing inside is looked at.
    void look_at_condition(condition_id root) {
        std::vector<condition_id> open{root};
        while (!open.empty()) {
            const condition_id id = open.back();
            open.pop_back();
            const condition& c = state_.rules.conditions[id];
            if (names_conclusion(id) || told(id)) continue;
            const literal l = state_.of(id);
            if (!varies_.contains(state_.code.class_of[id]) && tell_constant(id, l)) continue;
            varies_.insert(state_.code.class_of[id]);
            if (!has_members(c)) continue;
            for (std::uint32_t i = c.size; i-- > 0;) open.push_back(state_.rules.condition_children[c.first + i]);
        }
    }

    /// A conclusion's name, or its negation: what is to be told of it stands with the conclusion.
    [[nodiscard]] bool names_conclusion(condition_id id) const {
        const auto kind = [&] { return state_.rules.conditions[id].kind; };
        while (kind() == condition_kind::negation) id = state_.rules.condition_children[state_.rules.conditions[id].first];
        return kind() == condition_kind::conclusion;
    }

    /// A condition that was reported at another place already.
    bool told(condition_id id) {
        const auto at = state_.reported.find(state_.code.class_of[id]);
        if (at == state_.reported.end()) return false;
        finding& earlier = state_.out.findings[at->second];
        const origin& here = state_.rules.conditions[id].at;
        if (!(earlier.at == here) && earlier.related.size() < most_places) earlier.related.push_back({related_kind::same_condition, here});
        return true;
    }

    bool tell_constant(condition_id id, literal l) {
        bool never = false;
        // A cut node under another condition: its opposite was reported, or it in another guise.
        if (const auto known = constant_.find(node_of(l)); known != constant_.end()) never = known->second == is_negated(l);
        else if (never = state_.never(l); !never && !state_.never(flipped(l))) return false;
        constant_[node_of(l)] = never == is_negated(l);
        state_.reported[state_.code.class_of[id]] = state_.out.findings.size();
        state_.report(never ? finding_kind::condition_never : finding_kind::condition_always, state_.rules.conditions[id].at);
        state_.cut_off(l);
        return true;
    }

    void look_at_need(conclusion_id x) {
        const literal need = need_literal(state_.code, x);
        if (need == nothing || state_.is_cut(need) || !state_.never(need)) return;
        const points_requirement& asked = *state_.rules.conclusions[x].need();
        tell_points(x, asked.points, asked.at);
        state_.cut_off(need);
    }

    void tell_points(conclusion_id x, std::int64_t points, const origin& at) {
        finding& made = state_.report(finding_kind::points_not_reached, at);
        made.about = x;
        made.points = points;
        made.most = most_points(x);
    }

    /// The greatest sum that a profile reaches; asked of the rules as they are, with nothing cut.
    std::optional<std::int64_t> most_points(conclusion_id x) {
        const std::vector<bool> nothing_cut(state_.code.node_count());
        proof_space whole(state_.code, state_.cells, nothing_cut, state_.meter);
        std::int64_t low = 0, high = 0;
        const conclusion_code& about = state_.code.conclusions[x];
        for (std::uint32_t i = 0; i < about.evidence; ++i) {
            const std::int64_t points = state_.code.evidence[about.first_evidence + i].points;
            (points < 0 ? low : high) += points;
        }
        while (low < high) {
            const std::int64_t middle = low + (high - low + 1) / 2;
            const sat_answer answer = whole.ask({whole.points_at_least(whole.world(), x, middle)});
            if (answer == sat_answer::undecided) return std::nullopt;
            if (answer == sat_answer::satisfiable) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    void look_at_conclusion(conclusion_id x) {
        const literal holds = state_.code.conclusions[x].holds;
        if (state_.is_cut(holds)) return;
        if (state_.never(holds)) tell_never(x);
        else if (state_.never(flipped(holds))) tell_always(x);
        else return;
        state_.cut_off(holds);
    }

    void tell_never(conclusion_id x) {
        const conclusion& about = state_.rules.conclusions[x];
        if (about.clauses.empty() && about.needs().empty()) {
            state_.report(finding_kind::conclusion_without_clauses, about.at).about = x;
            return;
        }
        const needs asked = needs_of(x);
        if (asked.literals.empty()) return tell_points(x, 1, about.at);  // it holds where there are points, and there never are
        finding& made = state_.report(finding_kind::conclusion_never, about.at);
        made.about = x;
        if (state_.space().ask(asked.literals) != sat_answer::impossible) return;
        for (const std::size_t i : state_.space().core(asked.literals))
            for (const related_place& place : asked.places[i])
                if (made.related.size() < most_places) made.related.push_back(place);
    }

    needs needs_of(conclusion_id x) {
        const conclusion& about = state_.rules.conclusions[x];
        sat_world& world = state_.space().world();
        needs all;
        std::vector<sat_literal> whens;
        std::vector<related_place> when_places;
        for (const clause& c : about.clauses) {
            if (c.kind == clause_kind::requires_) all.add(world.of(state_.of(c.body)), {{related_kind::needed, c.at}});
            if (c.kind == clause_kind::unless) all.add(-world.of(state_.of(c.body)), {{related_kind::excluded, c.at}});
            if (c.kind != clause_kind::when) continue;
            whens.push_back(world.of(state_.of(c.body)));
            when_places.push_back({related_kind::one_needed, c.at});
        }
        if (when_places.size() == 1) when_places.front().kind = related_kind::needed;
        if (!whens.empty()) all.add(any_holds(state_.space().solver(), world.always(), whens), when_places);
        if (about.need() != nullptr)
            all.add(world.of(need_literal(state_.code, x)), {{related_kind::points_needed, about.need()->at, about.need()->points}});
        const bool by_points = whens.empty() && about.need() == nullptr
                               && std::ranges::none_of(about.clauses, [](const clause& c) { return c.kind == clause_kind::requires_; });
        if (by_points && !all.literals.empty()) all.add(state_.space().points_at_least(world, x, 1), {{related_kind::points_needed, about.at, 1}});
        return all;
    }

    void tell_always(conclusion_id x) {
        const conclusion& about = state_.rules.conclusions[x];
        finding& made = state_.report(finding_kind::conclusion_always, about.at);
        made.about = x;
        std::vector<sat_literal> none_holds;
        std::vector<origin> places;
        for (const clause& c : about.clauses) {
            if (c.kind != clause_kind::when) continue;
            none_holds.push_back(-state_.space().world().of(state_.of(c.body)));
            places.push_back(c.at);
        }
        if (none_holds.size() < 2 || state_.space().ask(none_holds) != sat_answer::impossible) return;
        for (const std::size_t i : state_.space().core(none_holds))
            if (made.related.size() < most_places) made.related.push_back({related_kind::together_always, places[i]});
    }

    analysis_state& state_;
    std::map<node_id, bool> constant_;  // nodes of reported conditions, and what they always are
    std::set<std::uint32_t> varies_;    // classes that are known not to be constant
};

}  // namespace

void find_constants(analysis_state& state) { constant_search(state).run(); }

}  // namespace advise::engine
