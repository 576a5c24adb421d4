#include "swap.hpp"

#include "optimum.hpp"
#include "profile_value.hpp"
#include "whole_number.hpp"
#include "witness.hpp"

#include <algorithm>
#include <set>

namespace advise::engine {
namespace {

/// Sets have as many values as their tested options have subsets; beyond this many options only one is changed at a time.
constexpr std::size_t most_set_options = 6;

/// Nodes of the circuit passed over, after a smallest change is found, to find one of the same size that is better for people.
constexpr std::uint64_t choice_work_limit = 20'000'000;

/// Completions under which the second did not hold, kept to refuse other changes with.
constexpr std::size_t most_against = 12;

struct out_of_work {};

/// How welcome a change is, the best first: people would rather learn than forget, and rather gain than see another lose.
enum class welcome : std::uint8_t { nobody_loses, gained_upwards, gained, lost_upwards, lost };

bool has_more(const role_advice& a, const role_advice& b) {
    return a.verdict > b.verdict || a.points.low > b.points.low || a.points.high > b.points.high;
}

std::int64_t distance(std::int64_t value, const known_fact& now) {
    if (value < now.from) return now.from - value;
    return value > now.to ? value - now.to : 0;
}

class swap_search {
public:
    swap_search(const program& code, const facts& person, conclusion_id first, conclusion_id second, std::uint64_t work_limit)
        : code_(code), rules_(code.rules()), person_(person), first_(first), second_(second), work_left_(work_limit),
          difference_(difference_of(code.code(), first, second)) {
        std::vector<literal> roots{code.code().conclusions[first].holds, code.code().conclusions[second].holds};
        for (const weighted_literal& w : difference_) roots.push_back(w.of);
        facts_ = facts_below(code.code(), roots);
        for (const fact_id f : facts_) values_.push_back(values_of(f));
    }

    swap_found run(std::size_t least, swap_wish wish) {
        wish_ = wish;
        try {
            trial_ = person_;
            now_ = advised(person_);
            if (wish_ == swap_wish::fit && now_.roles[1].verdict == verdict::unknown) learn_against(person_);
            for (std::size_t size = least; size <= facts_.size() && !impossible_ && !found_; ++size) choose(0, size);
        } catch (const out_of_work&) {
            if (!found_) return {std::nullopt, false, false};  // else only the choice among changes of one size was cut short
        }
        const bool needs_others = !found_ || found_->size() > 1;  // nothing is smaller than a change of one fact
        return {std::move(found_), !unsure_ && !(few_sets_ && needs_others), found_as_ < welcome::lost_upwards};
    }

private:
    using chosen_facts = std::vector<std::uint32_t>;  // indices into facts_, ascending

    // --- sets of facts, by size and then in order of declaration

    /// \return whether nothing better can come
    bool choose(std::uint32_t from, std::size_t left) {
        if (impossible_ || !hits_all(from, left)) return false;
        if (left == 0) return try_chosen();
        for (std::uint32_t i = from; i + left <= facts_.size(); ++i) {
            chosen_.push_back(i);
            if (choose(i + 1, left - 1)) return true;
            chosen_.pop_back();
        }
        return false;
    }

    /// Every set in `needed_` must have one of its facts changed: those chosen so far, or, when there are any left to choose, later ones.
    [[nodiscard]] bool hits_all(std::uint32_t from, std::size_t left) const {
        return std::ranges::all_of(needed_, [&](const chosen_facts& s) {
            return (left > 0 && s.back() >= from) || std::ranges::any_of(s, [&](std::uint32_t i) { return std::ranges::binary_search(chosen_, i); });
        });
    }

    bool try_chosen() {
        if (!thinkable(chosen_)) {
            chosen_facts needed = still_needed(chosen_);
            impossible_ = needed.empty();
            needed_.push_back(std::move(needed));
            return false;
        }
        const bool settled = try_values(0);
        if (failed_) learn_against(*failed_);
        failed_.reset();
        return settled;
    }

    /// What must be hit because no change of the others alone can do it.
    chosen_facts still_needed(chosen_facts others) {
        for (std::uint32_t i = 0; i < facts_.size(); ++i) {
            if (std::ranges::binary_search(others, i)) continue;
            chosen_facts more = others;
            more.insert(std::ranges::upper_bound(more, i), i);
            if (!thinkable(more)) others = std::move(more);
        }
        chosen_facts rest;
        for (std::uint32_t i = 0; i < facts_.size(); ++i)
            if (!std::ranges::binary_search(others, i)) rest.push_back(i);
        return rest;
    }

    /// Whether some values of these facts might do it: monotone in the facts. The better must be able to get as good a verdict as the other might keep,
    /// and where both verdicts are certain, some completion must give it as many points.
    bool thinkable(const chosen_facts& freed) {
        facts person = person_;
        for (const std::uint32_t i : freed) person.known[facts_[i]] = whole_domain(rules_, facts_[i]);
        if (wish_ == swap_wish::fit && !may_fit(person, freed)) return false;
        const advice answer = advised(person);
        const verdict most = answer.roles[1].verdict == verdict::no && answer.roles[1].exact ? verdict::no : verdict::yes;
        const verdict least = answer.roles[0].verdict == verdict::yes && answer.roles[0].exact ? verdict::yes : verdict::no;
        if (most != least) return most > least;
        return least_gap(person) <= 0;
    }

    /// Whether the second may fit by these facts whatever the open ones are: under each completion that is known to stand against it, some values of the
    /// freed facts must let it hold (counterexample-guided: Solar-Lezama et al., ASPLOS 2006).
    bool may_fit(const facts& freed, const chosen_facts& which) {
        const auto stands_against = [&](const completion& open) {
            facts person = freed;
            for (const auto& [f, value] : open)
                if (std::ranges::none_of(which, [&](std::uint32_t i) { return facts_[i] == f; })) person.known[f] = certain(rules_, f, value);
            const role_advice second = advised(person, {second_}, {false, false, 200'000}).roles.front();
            return second.verdict == verdict::no && second.exact;
        };
        const auto found = std::ranges::find_if(against_, stands_against);
        if (found == against_.end()) return true;
        std::rotate(against_.begin(), found, found + 1);  // what refused this one is asked first for the next
        return false;
    }

    /// Keeps a completion under which the second does not hold for this person, where there is one.
    void learn_against(const facts& person) {
        if (against_.size() == most_against) against_.pop_back();
        const role_advice second = advised(person, {second_}, {false, true, 200'000}).roles.front();
        if (second.no) against_.insert(against_.begin(), *second.no);
    }

    std::int64_t least_gap(const facts& person) {
        const truth_table table = kleene(code_.code(), person);
        const residual circuit = make_residual(code_.code(), person, table, difference_);
        search_state state(circuit, advise_options().work_limit);
        const points_interval bounds = state.bounds(circuit.points);
        if (bounds.low > 0 || bounds.low == bounds.high) return bounds.low;
        optimum found = least(state, circuit.points, {}, 0);
        return found.exact ? found.value : bounds.low;
    }

    // --- values of the chosen facts

    bool try_values(std::size_t at) {
        if (at == chosen_.size()) {
            if (wish_ == swap_wish::fit && !may_fit(trial_, chosen_)) return false;
            const advice answer = advised(trial_);
            const bool exact = answer.roles[0].exact && answer.roles[1].exact;
            unsure_ |= !exact && !found_;
            if (wish_ == swap_wish::gain && !has_more(answer.roles[1], now_.roles[1])) return false;
            if (wish_ == swap_wish::fit && answer.roles[1].verdict != verdict::yes) {
                if (answer.roles[1].verdict == verdict::unknown) failed_ = trial_;
                return false;
            }
            return exact && comes_before(answer.roles[1], answer.roles[0]) && keep(welcome_of(answer));
        }
        const fact_id f = facts_[chosen_[at]];
        for (const known_fact& value : values_[chosen_[at]]) {
            trial_.known[f] = value;
            if (try_values(at + 1)) return true;
        }
        trial_.known[f] = person_.known[f];
        return false;
    }

    /// Keeps the change at hand where it is the first or better than the one before. \return whether none is better
    bool keep(welcome how) {
        if (!found_) work_left_ = std::min(work_left_, choice_work_limit);
        else if (how >= found_as_) return false;
        found_as_ = how;
        found_.emplace();
        for (const std::uint32_t i : chosen_) found_->push_back({facts_[i], trial_.known[facts_[i]]});
        return how == welcome::nobody_loses || chosen_.empty();
    }

    [[nodiscard]] welcome welcome_of(const advice& then) const {
        const bool upwards = std::ranges::none_of(chosen_, [&](std::uint32_t i) { return is_lower(facts_[i], trial_.known[facts_[i]]); });
        if (!has_more(then.roles[1], now_.roles[1])) return upwards ? welcome::lost_upwards : welcome::lost;
        if (!upwards) return welcome::gained;
        return has_more(now_.roles[0], then.roles[0]) ? welcome::gained_upwards : welcome::nobody_loses;
    }

    [[nodiscard]] bool is_lower(fact_id f, const known_fact& value) const {
        const fact_type type = rules_.facts[f].type;
        return type != fact_type::any_of && type != fact_type::one_of && value.to < person_.known[f].from;
    }

    advice advised(const facts& person) { return advised(person, {first_, second_}, {false, false, 200'000}); }
    advice advised(const facts& person, const std::vector<conclusion_id>& of, const advise_options& how) {
        const std::uint64_t cost = code_.code().node_count();
        if (cost > work_left_) throw out_of_work{};
        work_left_ -= cost;
        return advise_on(code_, person, of, how);
    }

    /// One value of each kind that the rules tell apart, but for the one it has now; the nearest first.
    [[nodiscard]] std::vector<known_fact> values_of(fact_id f) {
        const fact_type type = rules_.facts[f].type;
        if (type == fact_type::any_of) return sets_of(f);
        const known_fact whole = whole_domain(rules_, f), now = person_.known[f];
        std::set<std::int64_t> starts{whole.from};
        const program::data& code = code_.code();
        for (const circuit_test& t : code.tests) {
            if (t.fact != f) continue;
            for (std::uint32_t r = 0; r < t.ranges; ++r) {
                starts.insert(code.ranges[t.first_range + r].from);
                starts.insert(code.ranges[t.first_range + r].to + 1);
            }
        }
        std::vector<std::int64_t> numbers;
        for (auto start = starts.begin(); start != starts.end() && *start <= whole.to; ++start) {
            const std::int64_t end = std::next(start) == starts.end() ? whole.to : std::min(*std::next(start) - 1, whole.to);
            if (*start < whole.from || (now.decided() && *start <= now.from && now.from <= end)) continue;
            numbers.push_back(nearest_in({*start, end}, now, type));
        }
        if (type != fact_type::one_of) std::ranges::stable_sort(numbers, {}, [&](std::int64_t n) { return distance(n, now); });
        std::vector<known_fact> made;
        for (const std::int64_t n : numbers) made.push_back({n, n, {}, {}, true, false});
        return made;
    }

    /// The value of a range that is nearest to what the fact is now; a whole number where there is one on its way.
    static std::int64_t nearest_in(value_range in, const known_fact& now, fact_type type) {
        const std::int64_t nearest = in.from > now.to ? in.from : in.to < now.from ? in.to : std::max(in.from, now.from);
        if (type != fact_type::number) return nearest;
        const std::int64_t whole = whole_beyond(nearest, in.to < now.from ? now.from : INT64_MIN);
        return in.from <= whole && whole <= in.to ? whole : nearest;
    }

    [[nodiscard]] std::vector<known_fact> sets_of(fact_id f) {
        std::set<std::uint32_t> tested;
        for (const circuit_test& t : code_.code().tests)
            if (t.fact == f) tested.insert(t.option);
        const std::vector<std::uint32_t> options(tested.begin(), tested.end());
        std::vector<known_fact> made;
        if (options.size() > most_set_options) {
            few_sets_ = true;
            for (const std::uint32_t o : options) add_sets(f, {o}, made);
            return made;
        }
        add_sets(f, options, made);
        return made;
    }

    static bool differs_where_tested(const known_fact& set, const known_fact& now, const std::vector<std::uint32_t>& options) {
        return std::ranges::any_of(options, [&](std::uint32_t o) { return set.options[o] != now.options[o]; });
    }

    /// All other choices of these options, those that differ in the fewest first. Options beside them are left out where they are open.
    void add_sets(fact_id f, const std::vector<std::uint32_t>& options, std::vector<known_fact>& made) const {
        const known_fact& now = person_.known[f];
        std::vector<known_fact> sets;
        for (std::uint32_t mask = 0; mask < 1U << options.size(); ++mask) {
            known_fact set = now;
            set.mentioned = true;
            for (std::uint8_t& option : set.options)
                if (option == option_open) option = 0;  // nothing asks for it
            for (std::size_t i = 0; i < options.size(); ++i) set.options[options[i]] = static_cast<std::uint8_t>(mask >> i & 1);
            if (differs_where_tested(set, now, options)) sets.push_back(std::move(set));
        }
        const auto differing = [&](const known_fact& s) {
            std::size_t count = 0;
            for (const std::uint32_t o : options) count += s.options[o] != now.options[o] ? 1U : 0U;
            return count;
        };
        std::ranges::stable_sort(sets, {}, differing);
        made.insert(made.end(), sets.begin(), sets.end());
    }

    const program& code_;
    const rule_base& rules_;
    const facts& person_;
    conclusion_id first_, second_;
    std::uint64_t work_left_;
    std::vector<weighted_literal> difference_;
    std::vector<fact_id> facts_;                   ///< that either of the two rests on
    std::vector<std::vector<known_fact>> values_;  ///< of each of them
    std::vector<chosen_facts> needed_;             ///< of each of these sets one must be changed
    std::vector<completion> against_;              ///< of open facts: completions under which the second did not hold
    advice now_;                                   ///< both as they are
    swap_wish wish_ = swap_wish::none;
    bool impossible_ = false;                      ///< whatever is changed
    bool few_sets_ = false;                        ///< not all values of some set are tried
    bool unsure_ = false;                          ///< a verdict on the way was not exact: there may be a smaller change
    chosen_facts chosen_;
    facts trial_;
    std::optional<facts> failed_;  ///< values of the chosen facts by which the second may fit only
    std::optional<std::vector<changed_fact>> found_;  ///< the best of its size so far
    welcome found_as_ = welcome::lost;
};

}  // namespace

swap_found smallest_swap(const program& code, const facts& person, conclusion_id first, conclusion_id second, std::uint64_t work_limit) {
    return swap_search(code, person, first, second, work_limit).run(0, swap_wish::none);
}

swap_found smallest_gain(const program& code, const facts& person, conclusion_id first, conclusion_id second, std::size_t least, swap_wish wish,
                         std::uint64_t work_limit) {
    return swap_search(code, person, first, second, work_limit).run(least, wish);
}

}  // namespace advise::engine
