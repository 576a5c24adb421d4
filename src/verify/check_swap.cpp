// The change that turns two roles round: it is one, it does so, every part of it is needed, and no smaller one does.
#include "cases.hpp"
#include "checking.hpp"
#include "plans.hpp"
#include "states.hpp"

#include <algorithm>

namespace advise::verify {
namespace {

using enum aspect;

/// A fact with another value.
struct change {
    std::size_t fact = none;
    possible to;
};

class swap_checker {
public:
    swap_checker(checking& c, std::size_t first, std::size_t second, bool exact)
        : c_(c), first_(first), second_(second), exact_(exact),
          apart_(goal_of_points(difference(evidence_of(c.base.conclusions[first]), evidence_of(c.base.conclusions[second])))) {
        std::vector<std::size_t> roots{c.base.conclusions[first].node, c.base.conclusions[second].node};
        for (const std::size_t of : {first, second})
            for (const auto& [condition, points] : evidence_of(c.base.conclusions[of])) roots.push_back(condition);
        order_ = deciding(c.base, roots);
        facts_ = facts_below(c.base, order_);
    }

    void run() {
        const json* claimed = c_.result.find("swap");
        if (claimed != nullptr && claimed->is == json::kind::null) {
            c_.pass_over({swap});
            return check_smallest(facts_.size() + 1);
        }
        if (claimed == nullptr || claimed->is != json::kind::array) c_.pass_over({smallest_swap});
        if (claimed == nullptr) return c_.refuse(swap, "swap", why::missing);
        if (claimed->is != json::kind::array) return c_.refuse(swap, "swap", why::not_a, {"[…]"});
        const std::size_t before = c_.out.refusals;
        std::vector<change> changes;
        for (std::size_t i = 0; i < claimed->items.size(); ++i) read(indexed("swap", i), claimed->items[i], changes);
        if (c_.out.refusals != before) return c_.pass_over({smallest_swap});
        if (check_changes(changes)) check_smallest(changes.size());
        else c_.pass_over({smallest_swap});
        if (!changes.empty()) c_.out.not_checked.push_back({"swap", why::choice_among_changes, {}});
    }

private:
    void read(const std::string& where, const json& written, std::vector<change>& into) {
        c_.leave_unknown_fields(written, where, {"fact", "from", "to"});
        const json* name = c_.member(swap, written, where, "fact", json::kind::string);
        const json* to = written.find("to");
        if (name == nullptr) return;
        std::size_t f = 0;
        while (f < c_.base.facts.size() && c_.base.facts[f].term != name->string) ++f;
        if (std::find(facts_.begin(), facts_.end(), f) == facts_.end()) return c_.refuse(swap, where + ".fact", why::not_minimal, {name->string});
        if (!into.empty() && f <= into.back().fact) return c_.refuse(swap, where + ".fact", why::facts_out_of_order);
        const fact& of = c_.base.facts[f];
        c_.compare_member(swap, written, where, "from", state_json(of, c_.left[f]), true);
        const auto value = to == nullptr ? std::nullopt : state_of(of, *to);
        if (!value) return c_.refuse(swap, where + ".to", why::not_a, {of.term});
        if (same(*value, c_.left[f])) return c_.refuse(swap, where + ".to", why::no_change, {of.term});
        into.push_back({f, *value});
    }

    /// Whether the second comes before the first when the facts are these; nothing where that is too much work.
    std::optional<bool> turned(const std::vector<possible>& facts, budget& work) const {
        const auto a = standing_of(c_.base, first_, facts, work);
        const auto b = a ? standing_of(c_.base, second_, facts, work) : std::nullopt;
        return b ? std::optional(comes_before(*b, *a)) : std::nullopt;
    }

    void leave(aspect of) { c_.leave(of, "swap", why::too_many_cases, {std::to_string(most_cases)}); }

    /// It does so, and not without each of its parts. \return whether it does
    bool check_changes(const std::vector<change>& changes) {
        std::vector<possible> facts = c_.left;
        for (const change& each : changes) facts[each.fact] = each.to;
        budget work{most_cases};
        const auto done = turned(facts, work);
        if (!done) return leave(swap), false;
        if (!*done) return c_.refuse(swap, "swap", why::does_not_swap, {c_.base.conclusions[second_].term, c_.base.conclusions[first_].term}), false;
        for (std::size_t i = 0; i < changes.size(); ++i) {
            facts[changes[i].fact] = c_.left[changes[i].fact];
            const auto without = turned(facts, work);
            if (!without) return leave(swap), false;
            if (*without) c_.refuse(swap, indexed("swap", i) + ".fact", why::not_minimal, {c_.base.facts[changes[i].fact].term});
            facts[changes[i].fact] = changes[i].to;
        }
        return true;
    }

    // --- all smaller changes

    struct out_of_work {};

    /// Whether changes of fewer facts than `size` do it too.
    void check_smallest(std::size_t size) {
        trial_ = c_.left;
        work_ = {most_cases};
        try {
            for (std::size_t fewer = 0; fewer < size && fewer <= facts_.size(); ++fewer)
                if (choose(0, fewer)) return smaller_found(size > facts_.size());
        } catch (const out_of_work&) {
            return leave(smallest_swap);
        }
        if (!exact_) c_.leave(smallest_swap, "swap", why::limit_claimed);
    }

    void smaller_found(bool none_claimed) {
        std::string names;
        for (const std::size_t f : chosen_) names += (names.empty() ? "" : ", ") + c_.base.facts[f].term;
        if (exact_) c_.refuse(smallest_swap, "swap", none_claimed ? why::change_exists : why::smaller_change, {'[' + names + ']'});
        else c_.leave(smallest_swap, "swap", why::limit_claimed);
    }

    bool choose(std::size_t from, std::size_t left) {
        if (!thinkable(from, left)) return false;
        if (left == 0) return try_values(0);
        for (std::size_t i = from; i + left <= facts_.size(); ++i) {
            chosen_.push_back(facts_[i]);
            if (choose(i + 1, left - 1)) return true;
            chosen_.pop_back();
        }
        return false;
    }

    static bool value_of(const std::optional<bool>& decided) {
        if (!decided) throw out_of_work{};
        return *decided;
    }

    /// Whether some values of the chosen facts, and of those behind them if there are any left to choose, might do it. They cannot where
    /// the second never holds and the first always does; nor where the second cannot have the better verdict, and has fewer points in every completion.
    bool thinkable(std::size_t from, std::size_t left) {
        std::vector<possible> facts = c_.left;
        for (const std::size_t f : chosen_) facts[f] = whole_domain(c_.base.facts[f]);
        for (std::size_t i = from; left > 0 && i < facts_.size(); ++i) facts[facts_[i]] = whole_domain(c_.base.facts[facts_[i]]);
        const auto a = truth_by_cases(c_.base, c_.base.conclusions[first_].node, facts, work_);
        const auto b = truth_by_cases(c_.base, c_.base.conclusions[second_].node, facts, work_);
        if (!a || !b) throw out_of_work{};
        const bool second_can_hold = *b != truth::no, first_always_holds = *a == truth::yes;
        if (second_can_hold != first_always_holds) return second_can_hold;
        const auto gap = exact_range(c_.base, apart_, facts, work_);
        if (!gap) throw out_of_work{};
        return gap->low <= 0;
    }

    bool try_values(std::size_t at) {
        if (at == chosen_.size()) return value_of(turned(trial_, work_));
        const std::size_t f = chosen_[at];
        for (const possible& value : values_of(f)) {
            trial_[f] = value;
            if (try_values(at + 1)) return true;
        }
        trial_[f] = c_.left[f];
        return false;
    }

    /// One value for each way in which the tests of the two see a fact.
    std::vector<possible> values_of(std::size_t f) const {
        std::vector<possible> whole = c_.left;
        whole[f] = whole_domain(c_.base.facts[f]);
        std::vector<possible> made{whole[f]};
        made.front().options.assign(made.front().options.size(), truth::no);
        for (const variable& v : variables_below(c_.base, order_, whole))
            if (v.fact == f) made = v.option != none ? with_option(made, v) : values_of(whole[f], v.values);
        return made;
    }

    static std::vector<possible> with_option(const std::vector<possible>& sets, const variable& v) {
        if (sets.size() > most_cases) throw out_of_work{};
        std::vector<possible> made;
        for (const possible& set : sets)
            for (const std::int64_t in : v.values) {
                made.push_back(set);
                made.back().options[v.option] = in != 0 ? truth::yes : truth::no;
            }
        return made;
    }

    static std::vector<possible> values_of(const possible& whole, const std::vector<std::int64_t>& values) {
        std::vector<possible> made(values.size(), whole);
        for (std::size_t i = 0; i < values.size(); ++i) decide(made[i], values[i]);
        return made;
    }

    checking& c_;
    std::size_t first_, second_;
    bool exact_;
    goal apart_;
    std::vector<std::size_t> order_, facts_;
    budget work_;
    std::vector<std::size_t> chosen_;
    std::vector<possible> trial_;
};

}  // namespace

void check_swap(checking& c, std::size_t first, std::size_t second, bool exact) { swap_checker(c, first, second, exact).run(); }

}  // namespace advise::verify
