// How many questions are left: every order of questions after every answer, while all completions fit into one table.
#include "plans.hpp"
#include "questions.hpp"
#include "states.hpp"

#include <algorithm>

namespace advise::verify {
namespace {

/// The common denominator of all means; their sums stay within 64 bits.
constexpr std::int64_t greatest_denominator = std::int64_t{1} << 40;
/// Entries of the table that are looked at, for each that may be in it.
constexpr std::uint64_t looks_for_each = 20;

struct too_much {};

/// An open fact with all its answers. Of a set only the options that are asked for: the others double all answers alike.
struct asked_fact {
    std::size_t fact = none;
    bool askable = false;
    std::vector<possible> answers;
    std::size_t stride = 1;
};

class strategist {
public:
    strategist(const rules& base, const std::vector<goal>& goals, const std::vector<possible>& facts, const std::vector<bool>& askable,
               std::uint64_t limit)
        : base_(base), goals_(goals), facts_(facts), limit_(limit), looks_left_(limit * looks_for_each) {
        std::vector<std::size_t> roots;
        for (const goal& g : goals) roots.insert(roots.end(), g.roots.begin(), g.roots.end());
        order_ = deciding(base, roots);
        for (const std::size_t f : facts_below(base, order_))
            if (!facts[f].decided()) asked_.push_back({f, askable[f], answers(f), 1});
    }

    best_beginning run() {
        std::uint64_t states = 1;
        for (std::size_t i = asked_.size(); i-- > 0;) {
            asked_[i].stride = states;
            states *= asked_[i].answers.size();
            if (states > limit_) throw too_much{};
            if (asked_[i].askable) denominator_ *= static_cast<std::int64_t>(asked_[i].answers.size());
            if (denominator_ > greatest_denominator) throw too_much{};
        }
        fill(0);
        const auto [mean, first] = best(std::vector<std::size_t>(asked_.size(), none));
        const std::int64_t whole = mean / denominator_, rest = mean % denominator_;
        return {whole * 100 + (200 * rest + denominator_) / (2 * denominator_), first};
    }

private:
    [[nodiscard]] std::vector<possible> answers(std::size_t f) const {
        if (facts_[f].options.empty()) return answers_of(base_, f, facts_[f]);
        std::vector<possible> made{facts_[f]};
        for (const variable& v : variables_below(base_, order_, facts_)) {
            if (v.fact != f || v.values.size() < 2) continue;
            if (made.size() > limit_) throw too_much{};
            const std::vector<possible> without = made;
            for (possible& set : made) set.options[v.option] = truth::no;
            for (possible set : without) {
                set.options[v.option] = truth::yes;
                made.push_back(std::move(set));
            }
        }
        return made;
    }

    /// The table: what is settled in every completion, the first fact counting most.
    void fill(std::size_t at) {
        if (at < asked_.size()) {
            for (const possible& answer : asked_[at].answers) {
                facts_[asked_[at].fact] = answer;
                fill(at + 1);
            }
            return;
        }
        evaluate_kleene(base_, facts_, order_, known_);
        std::vector<std::int64_t> outcome;
        for (const goal& g : goals_) outcome.push_back(g.seen(known_).low);
        table_.push_back(outcomes_.emplace(std::move(outcome), outcomes_.size()).first->second);
    }

    // --- strategies: of each fact the place of its answer, or `none`

    using answered = std::vector<std::size_t>;

    /// The least mean, in parts of the denominator, and the fact to begin with.
    std::pair<std::int64_t, std::size_t> best(const answered& now) {
        if (const auto known = means_.find(now); known != means_.end()) return known->second;
        std::pair<std::int64_t, std::size_t> found{0, none};
        for (std::size_t i = 0; i < asked_.size(); ++i) {
            if (!asked_[i].askable || now[i] != none || !relevant(now, i)) continue;
            const std::int64_t mean = denominator_ + mean_after(now, i);
            if (found.second == none || mean < found.first) found = {mean, asked_[i].fact};
        }
        means_.emplace(now, found);
        return found;
    }

    std::int64_t mean_after(answered now, std::size_t i) {
        std::int64_t sum = 0;
        for (now[i] = 0; now[i] < asked_[i].answers.size(); ++now[i]) sum += best(now).first;
        return sum / static_cast<std::int64_t>(asked_[i].answers.size());
    }

    /// Whether two completions that differ in this fact alone differ in what is settled.
    bool relevant(const answered& now, std::size_t about) { return differs(now, about, 0, 0); }

    bool differs(const answered& now, std::size_t about, std::size_t at, std::size_t state) {
        if (at == asked_.size()) {
            for (std::size_t a = 1; a < asked_[about].answers.size(); ++a) {
                if (looks_left_-- == 0) throw too_much{};
                if (table_[state] != table_[state + a * asked_[about].stride]) return true;
            }
            return false;
        }
        if (at == about) return differs(now, about, at + 1, state);
        if (now[at] != none) return differs(now, about, at + 1, state + now[at] * asked_[at].stride);
        for (std::size_t a = 0; a < asked_[at].answers.size(); ++a)
            if (differs(now, about, at + 1, state + a * asked_[at].stride)) return true;
        return false;
    }

    const rules& base_;
    const std::vector<goal>& goals_;
    std::vector<possible> facts_;
    std::uint64_t limit_, looks_left_;
    std::vector<std::size_t> order_;
    std::vector<asked_fact> asked_;
    truths known_;
    std::map<std::vector<std::int64_t>, std::size_t> outcomes_;
    std::vector<std::size_t> table_;
    std::int64_t denominator_ = 1;
    std::map<answered, std::pair<std::int64_t, std::size_t>> means_;
};

}  // namespace

std::optional<best_beginning> best_by_trying(const rules& base, const std::vector<goal>& goals, const std::vector<possible>& facts,
                                             const std::vector<bool>& askable, std::uint64_t limit) {
    try {
        return strategist(base, goals, facts, askable, limit).run();
    } catch (const too_much&) {
        return std::nullopt;
    }
}

}  // namespace advise::verify
