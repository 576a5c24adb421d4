#include "least_questions.hpp"

#include "question_groups.hpp"

#include "random.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <deque>
#include <map>
#include <numeric>
#include <unordered_map>

namespace advise::bench {
namespace {

/// Two groups become one where this part of all their facts concerns both.
constexpr double enough_in_common = 0.4;
/// Floats are rounded; a bound is taken down by this, far more than what rounding can add up to.
constexpr float rounding = 1e-4F;
constexpr int steps_of_ascent = 80, steps_elsewhere = 25, share_tables = 12;

constexpr std::size_t most_groups = 8;
using joint_state = std::array<std::uint32_t, most_groups>;

struct hash_of_state {
    std::size_t operator()(const joint_state& s) const {
        std::uint64_t h = 0;
        for (const std::uint32_t x : s) h = (h ^ x) * 0xBF58'476D'1CE4'E5B9ULL, h ^= h >> 29;
        return static_cast<std::size_t>(h);
    }
};

template <class Value>
using by_state = std::unordered_map<joint_state, Value, hash_of_state>;

/// Groups that share facts, directly or through others: an interview about them. What other groups ask is independent of it.
class component {
public:
    component(std::vector<const role_group*> groups, const std::vector<asked>& facts) : groups_(std::move(groups)), facts_(facts) {
        for (std::size_t g = 0; g < groups_.size(); ++g) start_[g] = groups_[g]->start();
        const costs one(facts.size(), 1.0);
        for (const role_group* g : groups_) alone_.push_back(g->least(one));
    }

    double in_order() {
        by_state<double> means;
        return mean_in_order(start_, means);
    }

    /// \param trials of the search  \return a bound that no strategy can beat
    double at_least(std::uint64_t trials, std::uint64_t& states) {
        if (groups_.size() == 1) return alone_.front()[start_.front()] - rounding;
        share_out(start_, steps_of_ascent);
        for (unsigned i = 0; i < share_tables; ++i) share_out(wander(1 + i % 8), steps_elsewhere);
        for (std::uint64_t i = 0; i < trials; ++i) attempt();
        states += bounds_.size();
        return bounds_[start_].low;
    }

private:
    struct between {
        float low = 0, high = 0;
    };
    using table = std::vector<std::vector<float>>;  ///< of each group and state

    [[nodiscard]] std::uint64_t relevant(const joint_state& s) const {
        std::uint64_t bits = 0;
        for (std::size_t g = 0; g < groups_.size(); ++g) bits |= groups_[g]->relevant(s[g]);
        return bits;
    }

    [[nodiscard]] joint_state after(const joint_state& s, std::size_t fact, std::size_t answer) const {
        joint_state next{};
        for (std::size_t g = 0; g < groups_.size(); ++g) next[g] = groups_[g]->after(s[g], fact, answer);
        return next;
    }

    [[nodiscard]] float sum(const table& of, const joint_state& s) const {
        float all = 0;
        for (std::size_t g = 0; g < groups_.size(); ++g) all += of[g][s[g]];
        return all;
    }

    double mean_in_order(const joint_state& s, by_state<double>& means) {
        const std::uint64_t left = relevant(s);
        if (left == 0) return 0;
        if (const auto known = means.find(s); known != means.end()) return known->second;
        const auto fact = static_cast<std::size_t>(std::countr_zero(left));
        double mean = 1;
        for (std::size_t a = 0; a < facts_[fact].likely.size(); ++a) mean += facts_[fact].likely[a] * mean_in_order(after(s, fact, a), means);
        return means[s] = mean;
    }

    /// Some state that an interview may come to: each time the fact that leaves the least by the groups alone, with random answers.
    joint_state wander(unsigned steps) {
        joint_state s = start_;
        for (unsigned i = 0; i < steps && relevant(s) != 0; ++i) {
            double best = 1e30;
            std::size_t asked = 0;
            each_bit(relevant(s), [&](std::size_t fact) {
                double left = 0;
                for (std::size_t a = 0; a < facts_[fact].likely.size(); ++a) left += facts_[fact].likely[a] * sum(alone_, after(s, fact, a));
                if (left < best) best = left, asked = fact;
            });
            s = after(s, asked, drawn(facts_[asked].likely, 1));
        }
        return relevant(s) == 0 ? start_ : s;
    }

    /// Projected subgradient ascent over how the groups share the cost of each fact, for the bound at this state.
    void share_out(const joint_state& at, int steps) {
        std::vector<costs> shares = equal_shares(at);
        float best = -1;
        table found;
        for (int step = 0; step < steps; ++step) {
            table now;
            std::vector<costs> use;
            for (std::size_t g = 0; g < groups_.size(); ++g) {
                now.push_back(groups_[g]->least(shares[g]));
                use.push_back(groups_[g]->use(at[g], shares[g], now.back()));
            }
            if (const float bound = sum(now, at); bound > best) best = bound, found = std::move(now);
            for (std::size_t f = 0; f < facts_.size(); ++f) ascend(shares, use, f, 0.3 / (1 + 0.1 * step), at);
        }
        tables_.push_back(std::move(found));
    }

    [[nodiscard]] std::vector<std::size_t> sharers(std::size_t fact, const joint_state& at) const {
        std::vector<std::size_t> found;
        for (std::size_t g = 0; g < groups_.size(); ++g)
            if ((groups_[g]->relevant(at[g]) >> fact & 1U) != 0) found.push_back(g);
        return found;
    }

    [[nodiscard]] std::vector<costs> equal_shares(const joint_state& at) const {
        std::vector<costs> made(groups_.size(), costs(facts_.size()));
        for (std::size_t f = 0; f < facts_.size(); ++f)
            for (const std::size_t g : sharers(f, at)) made[g][f] = 1.0 / static_cast<double>(sharers(f, at).size());
        return made;
    }

    /// A step up, and back to the nearest shares that are not negative and sum to one.
    void ascend(std::vector<costs>& shares, const std::vector<costs>& use, std::size_t fact, double step, const joint_state& at) const {
        const std::vector<std::size_t> who = sharers(fact, at);
        if (who.size() < 2) return;
        std::vector<double> up;
        for (const std::size_t g : who) up.push_back(shares[g][fact] += step * use[g][fact]);
        std::ranges::sort(up, std::greater<>{});
        double sum = 0, over = 0;
        for (std::size_t k = 0; k < up.size(); ++k) {
            sum += up[k];
            if (const double level = (sum - 1) / static_cast<double>(k + 1); up[k] > level) over = level;
        }
        for (const std::size_t g : who) shares[g][fact] = std::max(0.0, shares[g][fact] - over);
    }

    between known_of(const joint_state& s) {
        if (relevant(s) == 0) return {};
        const auto [at, is_new] = bounds_.try_emplace(s);
        if (is_new) {
            for (const table& t : tables_) at->second.low = std::max(at->second.low, sum(t, s) - rounding);
            at->second.high = sum(alone_, s);
        }
        return at->second;
    }

    /// Better bounds of a state from those of what follows it. \return the fact that promises most
    std::size_t back_up(const joint_state& s) {
        between better{1e30F, 1e30F};
        std::size_t promising = 0;
        each_bit(relevant(s), [&](std::size_t fact) {
            between these{1, 1};
            for (std::size_t a = 0; a < facts_[fact].likely.size(); ++a) {
                const between next = known_of(after(s, fact, a));
                these.low += static_cast<float>(facts_[fact].likely[a]) * next.low;
                these.high += static_cast<float>(facts_[fact].likely[a]) * next.high;
            }
            if (these.low < better.low) better.low = these.low, promising = fact;
            better.high = std::min(better.high, these.high);
        });
        known_of(s);
        between& kept = bounds_[s];
        kept = {std::max(kept.low, better.low - rounding), std::min(kept.high, better.high)};
        return promising;
    }

    /// From the start down to where the bounds meet, each time where most is uncertain, and back up.
    void attempt() {
        std::vector<joint_state> path;
        for (joint_state s = start_; relevant(s) != 0;) {
            path.push_back(s);
            const std::size_t fact = back_up(s);
            std::vector<double> gaps;
            for (std::size_t a = 0; a < facts_[fact].likely.size(); ++a) {
                const between next = known_of(after(s, fact, a));
                gaps.push_back(facts_[fact].likely[a] * std::max(0.0F, next.high - next.low));
            }
            const double all = std::accumulate(gaps.begin(), gaps.end(), 0.0);
            if (all < 1e-3) break;
            s = after(s, fact, drawn(gaps, all));
        }
        for (; !path.empty(); path.pop_back()) back_up(path.back());
    }

    /// An index, as likely as its weight.
    std::size_t drawn(const std::vector<double>& weights, double all) {
        constexpr std::uint32_t grain = 1U << 30U;
        double left = all * random_.below(grain) / grain;
        std::size_t i = 0;
        while (i + 1 < weights.size() && left >= weights[i]) left -= weights[i++];
        return i;
    }

    std::vector<const role_group*> groups_;
    const std::vector<asked>& facts_;
    joint_state start_{};
    table alone_;
    std::vector<table> tables_;
    by_state<between> bounds_;
    engine::splitmix random_{0x6c65'6173'7421'2121ULL};
};

/// The roles' verdicts in groups, and the facts as questions about them.
class interview {
public:
    interview(const engine::program& code, const engine::facts& person)
        : code_(code), person_(person), goal_(engine::make_goal(code, person, engine::ask_until::verdicts)),
          table_(engine::kleene(goal_.code, person)) {
        for (const engine::goal_part& part : goal_.parts) parts_.push_back({part});
        std::erase_if(parts_, [&](const auto& p) { return space_of(p).asked.empty(); });
        while (join_two()) {
        }
        for (const auto& p : parts_) spaces_.push_back(space_of(p));
        find_facts();
        for (const engine::question_space& space : spaces_) groups_.emplace_back(space, facts_);
    }

    std::vector<component> components() {
        std::vector<std::vector<const role_group*>> found;
        std::vector<std::uint64_t> reach;
        for (const role_group& g : groups_) {
            std::vector<const role_group*> joined{&g};
            std::uint64_t facts = g.relevant(g.start());
            for (std::size_t i = found.size(); i-- > 0;) {
                if ((reach[i] & facts) == 0) continue;
                facts |= reach[i];
                joined.insert(joined.end(), found[i].begin(), found[i].end());
                found.erase(found.begin() + static_cast<std::ptrdiff_t>(i));
                reach.erase(reach.begin() + static_cast<std::ptrdiff_t>(i));
            }
            found.push_back(std::move(joined));
            reach.push_back(facts);
        }
        std::vector<component> made;
        for (auto& groups : found) made.emplace_back(std::move(groups), facts_);
        return made;
    }

private:
    using parts = std::vector<engine::goal_part>;

    [[nodiscard]] engine::question_space space_of(const parts& of) const {
        engine::goal some{goal_.code, of};
        return engine::make_question_space(some, person_, table_, std::vector<bool>(person_.known.size(), true));
    }

    [[nodiscard]] double in_common(const parts& a, const parts& b) const {
        const engine::question_space of_a = space_of(a), of_b = space_of(b);
        const auto both = std::ranges::count_if(
            of_a.asked, [&](const auto& f) { return std::ranges::find(of_b.asked, f.fact, &engine::asked_fact::fact) != of_b.asked.end(); });
        return static_cast<double>(both) / static_cast<double>(of_a.asked.size() + of_b.asked.size() - static_cast<std::size_t>(both));
    }

    bool join_two() {
        for (std::size_t a = 0; a < parts_.size(); ++a)
            for (std::size_t b = a + 1; b < parts_.size(); ++b)
                if (in_common(parts_[a], parts_[b]) >= enough_in_common) {
                    parts_[a].insert(parts_[a].end(), parts_[b].begin(), parts_[b].end());
                    parts_.erase(parts_.begin() + static_cast<std::ptrdiff_t>(b));
                    return true;
                }
        return false;
    }

    void find_facts() {
        for (engine::fact_id f = 0; f < person_.known.size(); ++f) {
            if (person_.known[f].decided()) continue;
            asked made{f, {}, {}};
            std::map<std::vector<std::vector<std::uint32_t>>, std::size_t> seen;
            const auto answers = engine::possible_answers(code_, person_, f);
            for (const engine::possible_answer& answer : answers) {
                std::vector<std::vector<std::uint32_t>> cells;
                for (const engine::question_space& space : spaces_) cells.push_back(cells_of(space, f, answer.value));
                const auto [at, is_new] = seen.try_emplace(std::move(cells), made.answers.size());
                if (is_new) made.answers.push_back(answer.value), made.likely.push_back(0);
                made.likely[at->second] += 1.0 / static_cast<double>(answers.size());
            }
            if (made.answers.size() > 1) facts_.push_back(std::move(made));
        }
    }

    const engine::program& code_;
    const engine::facts& person_;
    engine::goal goal_;
    engine::truth_table table_;
    std::vector<parts> parts_;
    std::vector<engine::question_space> spaces_;
    std::vector<asked> facts_;
    std::deque<role_group> groups_;
};

}  // namespace

questions_bound bound_questions(const engine::program& code, const engine::facts& person, std::uint64_t trials) {
    interview about(code, person);
    questions_bound found;
    for (component& c : about.components()) {
        found.in_order += c.in_order();
        found.at_least += c.at_least(trials, found.states);
    }
    return found;
}

}  // namespace advise::bench
