// What is wrong with the points: evidence that counts twice, roles that can't be ranked with each other, roles that are never first.
#include "analysis_state.hpp"
#include "mentions.hpp"

#include <algorithm>

namespace advise::engine {
namespace {

/// Past these numbers nothing is looked for: the questions grow with their squares.
constexpr std::size_t most_ranked_roles = 64, most_evidence = 64;
/// From this ratio on points of roles do not compare.
constexpr std::int64_t far_apart = 4;

std::vector<conclusion_id> roles_of(const rule_base& rules) {
    std::vector<conclusion_id> found;
    for (conclusion_id x = 0; x < rules.conclusions.size(); ++x)
        if (rules.conclusions[x].is_role) found.push_back(x);
    return found;
}

class twice_search {
public:
    explicit twice_search(analysis_state& state) : state_(state) {}

    void run() {
        for (conclusion_id x = 0; x < state_.rules.conclusions.size(); ++x) look_at(x);
    }

private:
    [[nodiscard]] const condition& body(const clause& c) const { return state_.rules.conditions[c.body]; }

    /// Whether a conclusion rests on another by name, at whatever depth: then whoever wrote the clauses sees that they go together.
    [[nodiscard]] bool names(conclusion_id x, conclusion_id other) const {
        std::vector<bool> seen(state_.rules.conclusions.size());
        mark_mentioned(state_.rules, x, seen);
        return seen[other];
    }

    void look_at(conclusion_id x) {
        std::vector<const clause*> evidence;
        for (const clause& c : state_.rules.conclusions[x].clauses)
            if (c.kind == clause_kind::evidence && c.points > 0 && !state_.is_cut(state_.of(c.body))) evidence.push_back(&c);
        if (evidence.size() > most_evidence) return;
        std::vector<bool> told(evidence.size());
        for (std::size_t i = 0; i < evidence.size(); ++i) {
            for (std::size_t k = 0; k < evidence.size() && !told[i]; ++k) {
                if (i == k || told[k] || !counts_twice(*evidence[i], *evidence[k])) continue;
                told[i] = true;
                tell(x, *evidence[i], *evidence[k]);
            }
        }
    }

    /// Equal evidence; or a concept that implies a test or another concept through the facts that both ask for, without naming it. Conditions that imply each
    /// other in plain sight, such as levels of one fact, are how evidence is counted in steps.
    bool counts_twice(const clause& one, const clause& other) {
        const literal a = state_.of(one.body), b = state_.of(other.body);
        if (a == b) return true;
        const bool concept_ = body(one).kind == condition_kind::conclusion, other_concept = body(other).kind == condition_kind::conclusion;
        if (!concept_ && !other_concept) return false;
        if (!state_.never_together(a, flipped(b))) return false;
        if (state_.never_together(b, flipped(a))) return true;
        if (!concept_ || (!other_concept && body(other).kind != condition_kind::test)) return false;
        return !other_concept || !names(body(one).subject, body(other).subject);
    }

    void tell(conclusion_id x, const clause& one, const clause& other) {
        const literal a = state_.of(one.body), b = state_.of(other.body);
        const bool equal = a == b || state_.never_together(b, flipped(a));
        finding& made = state_.report(equal ? finding_kind::evidence_equal : finding_kind::evidence_twice, one.at);
        made.about = x;
        made.related.push_back({related_kind::other_evidence, other.at, other.points});
    }

    analysis_state& state_;
};

/// Ranks roles in the rules as they are, with nothing cut.
class ranking {
public:
    explicit ranking(analysis_state& state) : state_(state), nothing_cut_(state.code.node_count()), roles_(roles_of(state.rules)) {}

    void find_far_apart() {
        if (roles_.size() > most_ranked_roles) return;
        std::vector<std::pair<conclusion_id, std::int64_t>> reached;
        for (const conclusion_id x : roles_) {
            if (state_.code.conclusions[x].max == 0 || state_.is_cut(state_.code.conclusions[x].holds)) continue;
            const std::optional<std::int64_t> most = most_points(x);
            if (most && *most > 0) reached.emplace_back(x, *most);
        }
        if (!reached.empty()) tell_far_apart(reached);
    }

    void find_never_first() {
        if (roles_.size() > most_ranked_roles) return;
        const std::vector<bool> seen = seen_first();
        for (std::size_t i = 0; i < roles_.size(); ++i)
            if (!seen[i] && !state_.is_cut(state_.code.conclusions[roles_[i]].holds)) decide_first(roles_[i]);
    }

private:
    /// Once, of the two that differ most: what is done about them changes the others too.
    void tell_far_apart(const std::vector<std::pair<conclusion_id, std::int64_t>>& reached) {
        const auto points = &std::pair<conclusion_id, std::int64_t>::second;
        const auto least = std::ranges::min_element(reached, {}, points), best = std::ranges::max_element(reached, {}, points);
        if (least->second * far_apart > best->second) return;
        finding& made = state_.report(finding_kind::points_far_apart, state_.rules.conclusions[least->first].at);
        made.about = least->first;
        made.other = best->first;
        made.points = least->second;
        made.most = best->second;
        made.related.push_back({related_kind::declared, state_.rules.conclusions[best->first].at});
    }

    proof_space whole() { return {state_.code, state_.cells, nothing_cut_, state_.meter}; }

    /// The most points that a profile reaches for which the role holds; nullopt where the limit hides it, or it never holds.
    std::optional<std::int64_t> most_points(conclusion_id x) {
        proof_space space = whole();
        const conclusion_code& about = state_.code.conclusions[x];
        const sat_literal holds = space.world().of(about.holds);
        if (space.ask({holds}) != sat_answer::satisfiable) return std::nullopt;
        std::int64_t low = 0, high = about.max;
        while (low < high) {
            const std::int64_t middle = low + (high - low + 1) / 2;
            const sat_answer answer = space.ask({holds, space.points_at_least(space.world(), x, middle)});
            if (answer == sat_answer::undecided) return std::nullopt;
            if (answer == sat_answer::satisfiable) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    /// Which roles some sampled profile puts first: they hold, and none that holds has more points.
    std::vector<bool> seen_first() const {
        std::vector<bool> first(roles_.size());
        for (std::uint32_t block = 0; block < state_.samples.blocks_at_first(); ++block)
            for (unsigned lane = 0; lane < 64; ++lane) mark_first(block, lane, first);
        return first;
    }

    void mark_first(std::uint32_t block, unsigned lane, std::vector<bool>& first) const {
        const auto holds = [&](literal l) { return (state_.samples.word(block, l) >> lane & 1) != 0; };
        std::vector<std::optional<std::int64_t>> points(roles_.size());
        std::optional<std::int64_t> best;
        for (std::size_t i = 0; i < roles_.size(); ++i) {
            const conclusion_code& about = state_.code.conclusions[roles_[i]];
            if (!holds(about.holds)) continue;
            points[i] = 0;
            for (std::uint32_t e = 0; e < about.evidence; ++e) {
                const weighted_literal& one = state_.code.evidence[about.first_evidence + e];
                if (holds(one.of)) *points[i] += one.points;
            }
            best = std::max(best, points[i]);
        }
        for (std::size_t i = 0; i < roles_.size(); ++i)
            if (points[i] && points[i] == best) first[i] = true;
    }

    void decide_first(conclusion_id x) {
        proof_space space = whole();
        sat_world& world = space.world();
        std::vector<sat_literal> assumed{world.of(state_.code.conclusions[x].holds)};
        std::vector<conclusion_id> rivals{x};
        for (const conclusion_id y : roles_) {
            if (y == x || state_.is_cut(state_.code.conclusions[y].holds)) continue;  // of what always holds it is told
            assumed.push_back(
                -all_hold(space.solver(), space.always(), {world.of(state_.code.conclusions[y].holds), space.more_points(world, y, world, x)}));
            rivals.push_back(y);
        }
        if (space.ask(assumed) != sat_answer::impossible) return;
        const std::vector<std::size_t> why = space.core(assumed);
        if (std::ranges::all_of(why, [](std::size_t i) { return i == 0; })) return;  // it never holds at all
        finding& made = state_.report(finding_kind::role_never_first, state_.rules.conclusions[x].at);
        made.about = x;
        for (const std::size_t i : why)
            if (i != 0) made.related.push_back({related_kind::more_points, state_.rules.conclusions[rivals[i]].at, 0, rivals[i]});
    }

    analysis_state& state_;
    std::vector<bool> nothing_cut_;
    std::vector<conclusion_id> roles_;
};

}  // namespace

void find_evidence_twice(analysis_state& state) { twice_search(state).run(); }

void find_rank_faults(analysis_state& state) {
    ranking ranks(state);
    ranks.find_far_apart();
    ranks.find_never_first();
}

}  // namespace advise::engine
