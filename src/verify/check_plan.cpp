// A plan: each way can be gone and leads to the role, none is cheaper, and what stands in the way does.
#include "check_plan.hpp"

#include "plans.hpp"

#include <algorithm>
#include <tuple>

namespace advise::verify {
namespace {

using enum aspect;

constexpr std::size_t most_alternatives = 3;

class plan_checker {
public:
    plan_checker(checking& c, std::string here, const json& plan)
        : c_(c), here_(std::move(here)), plan_(plan), start_(plan_start(c.base, c.left)) {}

    planned run() {
        c_.leave_unknown_fields(plan_, here_, {"schema", "rules", "profile", "role", "label", "verdict", "possible", "optimal", "effort", "steps", "assume",
                                               "counted", "blocked_by", "blocked_exact", "alternatives", "alternatives_exact"});
        const json* role = c_.member(plan_outcome, plan_, here_, "role", json::kind::string);
        const json* possible = c_.member(plan_outcome, plan_, here_, "possible", json::kind::boolean);
        const json* optimal = c_.member(plan_optimality, plan_, here_, "optimal", json::kind::boolean);
        if (role == nullptr || possible == nullptr || optimal == nullptr || !find_role(role->string)) return made_;
        made_.possible = possible->truth;
        made_.optimal = optimal->truth;
        check_verdict();
        check_total();
        if (made_.possible) made_.best = check_way(c_, made_.role, start_, here_.empty() ? "" : here_ + '.', plan_);
        else
            for (const char* const list : {"steps", "assume", "counted"}) c_.compare_member(plan_outcome, plan_, here_, list, json::array());
        check_best();
        check_alternatives();
        check_blocking();
        return made_;
    }

private:
    [[nodiscard]] std::string at(const std::string& name) const { return here_.empty() ? name : here_ + '.' + name; }

    bool find_role(const std::string& name) {
        const auto known = std::find_if(c_.base.conclusions.begin(), c_.base.conclusions.end(), [&](const conclusion& each) { return each.term == name; });
        if (known == c_.base.conclusions.end()) return c_.refuse(plan_outcome, at("role"), why::no_such_role, {name}), false;
        made_.role = static_cast<std::size_t>(known - c_.base.conclusions.begin());
        return true;
    }

    /// As things are now.
    void check_verdict() {
        if (const auto now = exactly(c_, verdicts, at("verdict"), c_.base.conclusions[made_.role].node, c_.left))
            c_.compare_member(verdicts, plan_, here_, "verdict", json::of(name_of(*now)));
    }

    // --- effort

    void check_total() {
        const json* effort = c_.member(plan_effort, plan_, here_, "effort", json::kind::object);
        if (effort == nullptr) return;
        const std::string where = at("effort");
        c_.leave_unknown_fields(*effort, where, {"total", "at_least", "unit"});
        check_unit(where, *effort);
        const json* total = effort->find("total");
        const json* at_least = effort->find("at_least");
        if (total == nullptr) c_.refuse(plan_effort, where + ".total", why::missing);
        if (at_least == nullptr) c_.refuse(plan_effort, where + ".at_least", why::missing);
        if (total == nullptr || at_least == nullptr) return;
        if (!made_.possible && !(*total == json())) c_.refuse(plan_effort, where + ".total", why::differs, {text_of(*total), "null"});
        if (made_.optimal) c_.compare(plan_effort, where + ".at_least", *at_least, made_.possible ? *total : json());
        at_least_ = amount_of(*at_least);
        if (!made_.optimal && !at_least_) c_.refuse(plan_effort, where + ".at_least", why::not_a, {"123"});
    }

    void check_unit(const std::string& where, const json& effort) {
        c_.compare_member(plan_effort, effort, where, "unit", json::of(c_.base.effort_unit.empty() ? "steps" : c_.base.effort_unit));
    }

    // --- nothing better

    using rank = std::tuple<std::int64_t, std::size_t, std::size_t>;
    static rank rank_of(const way& of) { return {of.effort, of.assumptions, of.steps}; }
    static rank rank_of(const best_plan& of) { return {of.effort, of.assumptions, of.steps}; }
    static std::string effort_text(const best_plan& of) { return text_of(number_json(of.effort)); }

    void refuse_worse(aspect of, const std::string& where, const best_plan& better) {
        c_.refuse(of, where, why::better_plan, {effort_text(better), std::to_string(better.assumptions) + " + " + std::to_string(better.steps)});
    }

    /// Of equal plans the one comes first whose steps' facts do; places are those of the first step that differs.
    void refuse_later(const best_plan& first) {
        const auto [mine, other] = std::ranges::mismatch(made_.best.order, first.order);
        const auto step = static_cast<std::size_t>(mine - made_.best.order.begin());
        c_.refuse(plan_optimality, at(indexed("steps", step)), why::later_of_equals, {c_.base.facts[*other].term});
    }

    std::optional<best_plan> by_trying(aspect of, const std::string& where, const plan_wish& wish) {
        const auto found = best_by_trying(c_.base, made_.role, start_, most_states, wish);
        if (!found) c_.leave(of, where, why::too_many_states, {std::to_string(most_states)});
        return found;
    }

    void check_best() {
        if (!made_.optimal) c_.leave(plan_optimality, at("optimal"), why::limit_claimed);
        const auto best = by_trying(plan_optimality, at("optimal"), {});
        can_be_tried_ = best.has_value();
        if (!best) return;
        if (!made_.possible && best->exists && made_.optimal) c_.refuse(plan_optimality, at("possible"), why::plan_exists, {effort_text(*best)});
        const bool below_bound = !made_.optimal && at_least_ && best->exists && best->effort < *at_least_;
        if (below_bound) c_.refuse(plan_optimality, at("effort.at_least"), why::plan_exists, {effort_text(*best)});
        if (!made_.optimal || !made_.best.followed || !best->exists) return;
        if (rank_of(made_.best) > rank_of(*best)) refuse_worse(plan_optimality, at("steps"), *best);
        else if (rank_of(made_.best) == rank_of(*best) && made_.best.order != best->order) refuse_later(*best);
        if (made_.best.assumptions != 0) c_.out.not_checked.push_back({at("assume"), why::choice_among_equals, {}});
    }

    // --- alternatives

    void check_alternatives() {
        const json* all = c_.member(plan_alternatives, plan_, here_, "alternatives", json::kind::array);
        const json* exactly_these = c_.member(plan_alternatives, plan_, here_, "alternatives_exact", json::kind::boolean);
        if (all == nullptr || exactly_these == nullptr) return c_.pass_over({plan_steps, plan_assumptions, plan_effort, plan_outcome, plan_unlocks});
        if (!made_.possible) {
            c_.compare(plan_alternatives, at("alternatives"), *all, json::array());
            return c_.compare(plan_alternatives, at("alternatives_exact"), *exactly_these, json::of(true));
        }
        plan_wish others;
        others.not_above.push_back(made_.best.end);
        const std::size_t before = c_.out.refusals;
        for (std::size_t i = 0; i < all->items.size(); ++i) check_alternative(at(indexed("alternatives", i)), all->items[i], exactly_these->truth, others);
        if (all->items.size() > most_alternatives)
            c_.refuse(plan_alternatives, at("alternatives"), why::differs, {std::to_string(all->items.size()), std::to_string(most_alternatives)});
        if (!exactly_these->truth) c_.leave(plan_alternatives, at("alternatives_exact"), why::limit_claimed);
        if (!can_be_tried_) return c_.leave(plan_alternatives, at("alternatives"), why::too_many_states, {std::to_string(most_states)});
        const bool all_told = exactly_these->truth && all->items.size() < most_alternatives && c_.out.refusals == before;
        if (all_told && made_.best.followed) check_no_other(others);
    }

    void check_alternative(const std::string& where, const json& written, bool next_best, plan_wish& others) {
        c_.leave_unknown_fields(written, where, {"effort", "steps", "assume", "counted"});
        const way made = check_way(c_, made_.role, start_, where + '.', written);
        if (const json* effort = c_.member(plan_effort, written, where, "effort", json::kind::object)) check_unit(where + ".effort", *effort);
        if (!made.followed || !made_.best.followed) return;
        if (made.effort * 5 > made_.best.effort * 6) return c_.refuse(plan_alternatives, where, why::dearer_by_a_fifth);
        for (std::size_t i = 0; i < others.not_above.size(); ++i)
            if (contains(made.end, others.not_above[i])) return c_.refuse(plan_alternatives, where, why::contains_another, {place_of_way(i)});
        const auto best = next_best && can_be_tried_ ? by_trying(plan_alternatives, where, others) : std::nullopt;
        if (best && best->exists && rank_of(made) > rank_of(*best)) refuse_worse(plan_alternatives, where, *best);
        others.not_above.push_back(made.end);
    }

    [[nodiscard]] std::string place_of_way(std::size_t i) const { return at(i == 0 ? "steps" : indexed("alternatives", i - 1)); }

    static bool contains(const std::vector<std::int64_t>& end, const std::vector<std::int64_t>& other) {
        return std::equal(end.begin(), end.end(), other.begin(), [](std::int64_t a, std::int64_t b) { return a >= b; });
    }

    void check_no_other(const plan_wish& others) {
        const auto best = by_trying(plan_alternatives, at("alternatives"), others);
        const bool one_more = best && best->exists && best->effort * 5 <= made_.best.effort * 6;
        if (one_more) c_.refuse(plan_alternatives, at("alternatives"), why::way_left_out, {effort_text(*best)});
    }

    // --- what stands in the way

    void check_blocking() {
        const json* all = c_.member(plan_blocking, plan_, here_, "blocked_by", json::kind::array);
        const json* exactly_these = c_.member(plan_blocking, plan_, here_, "blocked_exact", json::kind::boolean);
        if (all == nullptr || exactly_these == nullptr) return;
        if (made_.possible) c_.compare(plan_blocking, at("blocked_exact"), *exactly_these, json::of(true));
        if (made_.possible) return c_.compare(plan_blocking, at("blocked_by"), *all, json::array());
        if (!exactly_these->truth) c_.leave(plan_blocking, at("blocked_exact"), why::limit_claimed);
        plan_wish wish;
        for (std::size_t i = 0; i < all->items.size(); ++i)
            if (!take_blocking(at(indexed("blocked_by", i)), all->items[i], wish)) return;
        if (!all->items.empty()) check_released(wish, exactly_these->truth);
        else if (exactly_these->truth) check_nothing_helps();
    }

    /// Facts in order of declaration, as a plan would start from them.
    bool take_blocking(const std::string& where, const json& written, plan_wish& wish) {
        c_.leave_unknown_fields(written, where, {"fact", "value"});
        const std::size_t f = fact_named(c_, written);
        if (f == none) return c_.refuse(plan_blocking, where, why::missing), false;
        if (!wish.released.empty() && f <= wish.released.back()) return c_.refuse(plan_blocking, where, why::facts_out_of_order), false;
        wish.released.push_back(f);
        const json* value = written.find("value");
        if (value == nullptr) c_.refuse(plan_blocking, where + ".value", why::missing);
        else c_.compare(plan_blocking, where + ".value", *value, value_at_start(f), true);
        return value != nullptr;
    }

    /// The value, or the options of a set; else what is known.
    [[nodiscard]] json value_at_start(std::size_t f) const {
        const possible& left = start_[f];
        const json known = state_json(c_.base.facts[f], left);
        const json* in = left.options.empty() || !left.decided() ? nullptr : known.find("values");
        return in == nullptr ? known : *in;
    }

    void check_released(plan_wish wish, bool smallest) {
        const auto free = by_trying(plan_blocking, at("blocked_by"), wish);
        if (!free) return;
        if (!free->exists) return c_.refuse(plan_blocking, at("blocked_by"), why::still_blocked);
        for (std::size_t i = 0; smallest && i < wish.released.size(); ++i) {
            plan_wish fewer = wish;
            fewer.released.erase(fewer.released.begin() + static_cast<std::ptrdiff_t>(i));
            const auto without = by_trying(plan_blocking, at("blocked_by"), fewer);
            if (!without) return;
            if (without->exists) return c_.refuse(plan_blocking, at("blocked_by"), why::not_minimal, {c_.base.facts[wish.released[i]].term});
        }
    }

    void check_nothing_helps() {
        plan_wish everything;
        everything.released = facts_that_matter(c_.base, made_.role);
        const auto free = by_trying(plan_blocking, at("blocked_by"), everything);
        if (free && free->exists) c_.refuse(plan_blocking, at("blocked_by"), why::would_help);
    }

    checking& c_;
    std::string here_;
    const json& plan_;
    std::vector<possible> start_;
    planned made_;
    std::optional<std::int64_t> at_least_;
    bool can_be_tried_ = false;             ///< there are few enough states to try them all
};

}  // namespace

std::optional<std::int64_t> amount_of(const json& written) {
    fact number;
    number.type = fact_type::number;
    return value_of(number, written);
}

planned check_one_plan(checking& c, const std::string& here, const json& plan) { return plan_checker(c, here, plan).run(); }

}  // namespace advise::verify
