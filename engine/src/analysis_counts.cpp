// Counts that say no more than `all of`, `any of` or `none of`, and values that no condition tells apart.
#include "analysis_state.hpp"

#include <algorithm>

namespace advise::engine {
namespace {

class count_search {
public:
    explicit count_search(analysis_state& state) : state_(state), seen_(state.code.class_literal.size()) {}

    void run() {
        for (const conclusion& about : state_.rules.conclusions)
            for (const clause& c : about.clauses) visit(c.body);
        for (const fact& f : state_.rules.facts)
            if (f.after != nothing) visit(f.after);
    }

private:
    void visit(condition_id root) {
        std::vector<condition_id> open{root};
        while (!open.empty()) {
            const condition_id id = open.back();
            open.pop_back();
            const condition& c = state_.rules.conditions[id];
            if (!has_members(c) || state_.is_reported(id)) continue;
            if (c.kind == condition_kind::count && !seen_[state_.code.class_of[id]]) look_at(id, c);
            seen_[state_.code.class_of[id]] = true;
            for (std::uint32_t i = c.size; i-- > 0;) open.push_back(member(c, i));
        }
    }

    [[nodiscard]] condition_id member(const condition& c, std::uint32_t i) const { return state_.rules.condition_children[c.first + i]; }

    void look_at(condition_id id, const condition& c) {
        if (c.most() == 0 && c.size != 0) return tell(c, list_kind::none);
        if (c.most() < c.size) return;
        if (c.least() == c.size && c.size != 0) return tell(c, list_kind::all);
        if (c.least() < 2) return;  // `at least 1 of` says as plainly what `any of` does
        if (is_all(id, c)) return tell(c, list_kind::all);
        if (is_any(id, c)) tell(c, list_kind::any);
    }

    void tell(const condition& c, list_kind as) { state_.report(finding_kind::count_trivial, c.at).list = as; }

    bool is_all(condition_id id, const condition& c) {
        for (std::uint32_t i = 0; i < c.size; ++i)
            if (!never_both(state_.of(id), flipped(state_.of(member(c, i))))) return false;
        return true;
    }
    bool is_any(condition_id id, const condition& c) {
        for (std::uint32_t i = 0; i < c.size; ++i)
            if (!never_both(state_.of(member(c, i)), flipped(state_.of(id)))) return false;
        return true;
    }
    bool never_both(literal a, literal b) { return state_.never_together(a, b); }

    analysis_state& state_;
    std::vector<bool> seen_;  // of each class
};

/// Values that differ for some condition; "nearly all" are so where this many are, and all but one.
constexpr std::size_t fewest_told_apart = 3, fewest_asked = 5;

class value_search {
public:
    explicit value_search(analysis_state& state) : state_(state), rules_(state.rules) {}

    void run() {
        for (scale_id s = 0; s < rules_.scales.size(); ++s)
            if (!rules_.scales[s].built_in) look_at_scale(s);
        for (fact_id f = 0; f < rules_.facts.size(); ++f) {
            if (!rules_.facts[f].declared) continue;
            if (rules_.facts[f].type == fact_type::one_of) look_at_choice(f);
            if (rules_.facts[f].type == fact_type::any_of) look_at_set(f);
        }
    }

private:
    /// What the conditions say of each value: equal lists are told apart by none.
    using answers = std::vector<std::vector<bool>>;

    void ask(answers& of, fact_id f) const {
        for (const circuit_test& test : state_.code.tests) {
            if (test.fact != f) continue;
            for (std::size_t value = 0; value < of.size(); ++value) {
                bool holds = false;
                for (std::uint32_t i = 0; i < test.ranges; ++i) {
                    const value_range& range = state_.code.ranges[test.first_range + i];
                    holds = holds || (range.from <= static_cast<std::int64_t>(value) && static_cast<std::int64_t>(value) <= range.to);
                }
                of[value].push_back(holds);
            }
        }
    }

    void look_at_scale(scale_id s) {
        answers of(rules_.scales[s].levels.size());
        for (fact_id f = 0; f < rules_.facts.size(); ++f)
            if (rules_.facts[f].type == fact_type::level && rules_.facts[f].scale == s) ask(of, f);
        if (const auto pair = only_pair(of)) tell(rules_.scales[s].levels, *pair).scale = s;
    }

    void look_at_choice(fact_id f) {
        answers of(rules_.facts[f].options.size());
        ask(of, f);
        if (const auto pair = only_pair(of)) tell(rules_.facts[f].options, *pair).fact = f;
    }

    void look_at_set(fact_id f) {
        const std::vector<option>& all = rules_.facts[f].options;
        const std::vector<std::uint32_t>& asked = state_.cells.options(f);
        if (asked.size() < fewest_asked || asked.size() + 1 != all.size()) return;
        std::uint32_t value = 0;
        while (value < asked.size() && asked[value] == value) ++value;
        finding& made = state_.report(finding_kind::option_unasked, all[value].at);
        made.fact = f;
        made.value = value;
    }

    /// The one pair of equal values where all others differ.
    static std::optional<std::pair<std::uint32_t, std::uint32_t>> only_pair(const answers& of) {
        std::optional<std::pair<std::uint32_t, std::uint32_t>> found;
        for (std::uint32_t i = 0; i < of.size(); ++i) {
            const auto same = static_cast<std::uint32_t>(std::find(of.begin(), of.begin() + i, of[i]) - of.begin());
            if (same == i) continue;
            if (found) return std::nullopt;
            found = {i, same};
        }
        return of.size() > fewest_told_apart ? found : std::nullopt;
    }

    finding& tell(const std::vector<option>& of, std::pair<std::uint32_t, std::uint32_t> pair) {
        finding& made = state_.report(finding_kind::values_alike, of[pair.first].at);
        made.value = pair.first;
        made.other_value = pair.second;
        return made;
    }

    analysis_state& state_;
    const rule_base& rules_;
};

}  // namespace

void find_trivial_counts(analysis_state& state) { count_search(state).run(); }
void find_alike_values(analysis_state& state) { value_search(state).run(); }

}  // namespace advise::engine
