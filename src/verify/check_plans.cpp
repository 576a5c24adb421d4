// The plans to every role, or to those that an effort can reach: each of them, their order, and that none is left out.
#include "check_plan.hpp"
#include "plans.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace advise::verify {
namespace {

using enum aspect;

class plans_checker {
public:
    plans_checker(checking& c) : c_(c) {}

    void run() {
        c_.leave_unknown_fields(c_.result, "", {"schema", "within", "plans", "undecided", "rules", "profile"});
        check_files(c_);
        const json* all = c_.member(completeness, c_.result, "", "plans", json::kind::array);
        const json* undecided = c_.member(completeness, c_.result, "", "undecided", json::kind::array);
        if (all == nullptr || undecided == nullptr || !read_within()) return;
        for (std::size_t i = 0; i < all->items.size(); ++i) take(indexed("plans", i), all->items[i]);
        check_order();
        check_labels(c_, labels_);
        check_left_out(*undecided);
        c_.finish({hashes, verdicts, order, completeness, aspect::labels, plan_steps, plan_assumptions, plan_effort, plan_outcome, plan_unlocks,
                   plan_optimality, plan_alternatives, plan_blocking});
    }

private:
    bool read_within() {
        const json* written = c_.result.find("within");
        if (written == nullptr) return c_.refuse(completeness, "within", why::missing), false;
        if (written->is == json::kind::null) return true;
        within_ = amount_of(*written);
        if (within_ && *within_ >= 0) return true;
        return c_.refuse(completeness, "within", why::not_a, {"123"}), false;
    }

    void take(const std::string& where, const json& plan) {
        made_.push_back(check_one_plan(c_, where, plan));
        const planned& made = made_.back();
        if (made.role == none) return;
        const conclusion& role = c_.base.conclusions[made.role];
        labels_.push_back({where, &plan, made.role});
        if (!role.is_role) return c_.refuse(completeness, where + ".role", why::no_such_role, {role.term});
        if (!seen_.insert(made.role).second) return c_.refuse(completeness, where + ".role", why::second_entry, {role.term});
        if (within_ && (!made.possible || made.best.effort > *within_))
            c_.refuse(completeness, where, why::beyond_reach, {text_of(number_json(*within_))});
    }

    /// Least effort, fewest things to confirm, fewest steps; what is not possible last; of equals the first declared.
    void check_order() {
        const auto rank = [](const planned& p) {
            return std::tuple(!p.possible, p.best.effort, p.best.assumptions + p.best.counted, p.best.steps, p.role);
        };
        for (std::size_t i = 1; i < made_.size(); ++i) {
            const bool readable = made_[i - 1].role != none && made_[i].role != none;
            if (readable && rank(made_[i]) < rank(made_[i - 1]))
                c_.refuse(order, indexed("plans", i), why::out_of_order, {c_.base.conclusions[made_[i - 1].role].term});
        }
    }

    void check_left_out(const json& undecided) {
        std::set<std::size_t> open;
        std::size_t next = 0;
        for (std::size_t i = 0; i < undecided.items.size(); ++i) {
            std::size_t r = next;
            while (r < c_.base.conclusions.size() && !(c_.base.conclusions[r].is_role && json::of(c_.base.conclusions[r].term) == undecided.items[i])) ++r;
            const bool fits = within_ && r < c_.base.conclusions.size() && !seen_.contains(r);
            if (!fits) return c_.refuse(completeness, indexed("undecided", i), why::no_such_role, {text_of(undecided.items[i])});
            c_.leave(completeness, indexed("undecided", i), why::limit_claimed);
            open.insert(r);
            next = r + 1;
        }
        for (std::size_t r = 0; r < c_.base.conclusions.size(); ++r)
            if (c_.base.conclusions[r].is_role && !seen_.contains(r) && !open.contains(r)) check_beyond(r);
    }

    /// A role that is not told: nothing, or more than was asked for, leads to it.
    void check_beyond(std::size_t role) {
        const conclusion& of = c_.base.conclusions[role];
        if (!within_) return c_.refuse(completeness, "plans", why::role_left_out, {of.term});
        const auto best = best_by_trying(c_.base, role, plan_start(c_.base, c_.left), most_states);
        if (!best && !std::exchange(told_open_, true)) c_.leave(completeness, "plans", why::too_many_states, {std::to_string(most_states)});
        if (!best) return;
        if (best->exists && best->effort <= *within_)
            c_.refuse(completeness, "plans", why::within_reach, {of.term, text_of(number_json(best->effort))});
    }

    checking& c_;
    std::optional<std::int64_t> within_;
    std::vector<planned> made_;
    std::vector<labelled> labels_;
    std::set<std::size_t> seen_;
    bool told_open_ = false;
};

}  // namespace

void check_plan(checking& c) {
    const bool of_files = c.result.find("rules") != nullptr || c.result.find("profile") != nullptr;
    if (of_files) check_files(c);
    const planned made = check_one_plan(c, "", c.result);
    if (made.role == none) return;
    check_labels(c, {{"", &c.result, made.role}});
    if (of_files) c.finish({hashes});
    c.finish({verdicts, aspect::labels, plan_steps, plan_assumptions, plan_effort, plan_outcome, plan_unlocks, plan_optimality, plan_alternatives,
              plan_blocking});
}

void check_plans(checking& c) { plans_checker(c).run(); }

}  // namespace advise::verify
