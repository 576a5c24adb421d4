#include "kleene.hpp"
#include "witness.hpp"

#include <advise/engine/learning.hpp>
#include <advise/engine/plan.hpp>

#include <algorithm>

namespace advise::engine {
namespace {

constexpr unsigned most_passes = 1'000;
/// Facts that cannot be learnt, beyond which nobody reads about them one by one.
constexpr std::size_t most_stuck = 1'000;

literal after_of(const program::data& code, fact_id f) { return code.class_literal[code.class_of[code.rules->facts[f].after]]; }

/// Facts that stay where they are, in order of declaration: the least fixed point of "learnt where its `after` can be true with all that is learnt so far".
std::vector<fact_id> stuck_facts(const program::data& code, facts state) {
    const rule_base& rules = *code.rules;
    std::vector<fact_id> stuck;
    for (fact_id f = 0; f < rules.facts.size(); ++f) {
        const std::int64_t top = whole_domain(rules, f).to;
        if (!is_learnable(rules, f) || state.known[f].from >= top) continue;
        if (rules.facts[f].after == nothing) state.known[f].to = top;
        else stuck.push_back(f);
    }
    for (unsigned pass = 0; !stuck.empty(); ++pass) {
        if (pass == most_passes) return {};
        const truth_table table = kleene(code, state);
        const std::size_t before = stuck.size();
        std::erase_if(stuck, [&](fact_id f) {
            if ((bits_of(table, after_of(code, f)) & can_be_true) == 0) return false;
            state.known[f].to = whole_domain(rules, f).to;
            return true;
        });
        if (stuck.size() == before) return stuck;
    }
    return {};
}

/// Which stuck fact waits for which others.
class waiting {
public:
    waiting(const program::data& code, std::vector<fact_id> stuck) : stuck_(std::move(stuck)) {
        for (const fact_id f : stuck_) {
            std::vector<std::size_t> others;
            for (const fact_id g : facts_below(code, {after_of(code, f)})) {
                const auto at = std::ranges::lower_bound(stuck_, g);
                if (at != stuck_.end() && *at == g) others.push_back(static_cast<std::size_t>(at - stuck_.begin()));
            }
            waits_for_.push_back(std::move(others));
        }
    }

    std::vector<never_learnt> told() const {
        std::vector<never_learnt> made;
        std::vector<bool> in_a_circle(stuck_.size());
        for (std::size_t i = 0; i < stuck_.size(); ++i) {
            if (waits_for_[i].empty()) made.push_back({{stuck_[i]}, false});
            if (in_a_circle[i]) continue;
            const std::vector<std::size_t> circle = circle_through(i);
            if (circle.empty()) continue;
            never_learnt found;
            for (const std::size_t each : circle) found.facts.push_back(stuck_[each]);
            made.push_back(std::move(found));
            mark_group(i, in_a_circle);
        }
        return made;
    }

private:
    static constexpr std::size_t unseen = SIZE_MAX;

    /// Breadth first: for each that `from` waits for, directly or not, the one before it on a shortest way.
    [[nodiscard]] std::vector<std::size_t> reached_from(std::size_t from) const {
        std::vector<std::size_t> came_from(stuck_.size(), unseen), open{from};
        for (std::size_t next = 0; next < open.size(); ++next)
            for (const std::size_t other : waits_for_[open[next]]) {
                if (came_from[other] != unseen) continue;
                came_from[other] = open[next];
                open.push_back(other);
            }
        return came_from;
    }

    [[nodiscard]] std::vector<std::size_t> circle_through(std::size_t first) const {
        const std::vector<std::size_t> came_from = reached_from(first);
        if (came_from[first] == unseen) return {};
        std::vector<std::size_t> circle{first};
        for (std::size_t at = came_from[first]; at != first; at = came_from[at]) circle.push_back(at);
        std::reverse(circle.begin() + 1, circle.end());
        return circle;
    }

    /// All that it waits for and that wait for it are told with it.
    void mark_group(std::size_t first, std::vector<bool>& marked) const {
        const std::vector<std::size_t> ahead = reached_from(first);
        for (std::size_t i = 0; i < stuck_.size(); ++i)
            if (ahead[i] != unseen && reached_from(i)[first] != unseen) marked[i] = true;
    }

    std::vector<fact_id> stuck_;                       ///< ascending
    std::vector<std::vector<std::size_t>> waits_for_;  ///< indices into stuck_
};

}  // namespace

std::vector<fact_id> facts_never_learnt(const program& code, const facts& start) {
    std::vector<fact_id> stuck = stuck_facts(code.code(), start);
    if (stuck.size() > most_stuck) return {};
    return stuck;
}

std::vector<never_learnt> never_learnt_from(const program& code, const facts& start) {
    return waiting(code.code(), facts_never_learnt(code, start)).told();
}

std::vector<never_learnt> never_learnt_by_beginners(const program& code) {
    const rule_base& rules = code.rules();
    facts nothing_known;
    for (fact_id f = 0; f < rules.facts.size(); ++f) nothing_known.known.push_back(whole_domain(rules, f));
    return never_learnt_from(code, plan_start(rules, nothing_known));
}

}  // namespace advise::engine
