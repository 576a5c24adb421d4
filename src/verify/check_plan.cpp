// A plan: each step can be taken, they add up, they lead to the role, and nothing is cheaper.
#include "checking.hpp"
#include "plans.hpp"

#include <algorithm>
#include <tuple>

namespace advise::verify {
namespace {

using enum aspect;

class plan_checker {
public:
    plan_checker(checking& c) : c_(c), start_(plan_start(c.base, c.left)) {}

    void run() {
        const json& plan = c_.result;
        c_.leave_unknown_fields(plan, "", {"schema", "rules", "profile", "role", "label", "verdict", "possible", "optimal", "effort", "steps", "assume", "blocked_by", "alternatives"});
        const bool of_files = plan.find("rules") != nullptr || plan.find("profile") != nullptr;
        if (of_files) check_files(c_);
        const json* role = c_.member(plan_outcome, plan, "", "role", json::kind::string);
        const json* possible = c_.member(plan_outcome, plan, "", "possible", json::kind::boolean);
        const json* optimal = c_.member(plan_optimality, plan, "", "optimal", json::kind::boolean);
        if (role == nullptr || possible == nullptr || optimal == nullptr || !find_role(role->string)) return;
        check_verdict();
        check_total("effort", plan, possible->truth, optimal->truth);
        if (possible->truth) {
            check_way("", plan);
            c_.compare_member(plan_outcome, plan, "", "blocked_by", json::array());
        } else {
            for (const char* const list : {"steps", "assume", "alternatives"}) c_.compare_member(plan_outcome, plan, "", list, json::array());
            check_blocking(plan);
        }
        check_alternatives(plan);
        check_best(possible->truth, optimal->truth);
        if (of_files) c_.finish({hashes});
        c_.finish({verdicts, plan_steps, plan_assumptions, plan_effort, plan_outcome, plan_unlocks, plan_optimality});
    }

private:
    struct way { std::int64_t effort = 0; std::size_t steps = 0, assumptions = 0; };

    bool find_role(const std::string& name) {
        const auto known = std::find_if(c_.base.conclusions.begin(), c_.base.conclusions.end(), [&](const conclusion& one_) { return one_.term == name; });
        if (known == c_.base.conclusions.end()) return c_.refuse(plan_outcome, "role", why::no_such_role, {name}), false;
        role_ = static_cast<std::size_t>(known - c_.base.conclusions.begin());
        return true;
    }

    std::optional<truth> exactly(aspect of, const std::string& where, std::size_t condition, const std::vector<possible>& facts) {
        const auto result = exact_truth(c_.base, condition, facts, most_states);
        if (!result) c_.leave(of, where, why::too_many_states, {std::to_string(most_states)});
        return result;
    }

    /// As things are now.
    void check_verdict() {
        if (const auto now = exactly(verdicts, "verdict", c_.base.conclusions[role_].node, c_.left))
            c_.compare_member(verdicts, c_.result, "", "verdict", json::of(name_of(*now)));
    }

    // --- effort

    void check_total(const std::string& where, const json& of, bool possible, bool optimal) {
        const json* effort = c_.member(plan_effort, of, "", "effort", json::kind::object);
        if (effort == nullptr) return;
        c_.leave_unknown_fields(*effort, where, {"total", "at_least", "unit"});
        check_unit(where, *effort);
        const json* total = effort->find("total");
        const json* at_least = effort->find("at_least");
        if (total == nullptr) c_.refuse(plan_effort, where + ".total", why::missing);
        if (at_least == nullptr) c_.refuse(plan_effort, where + ".at_least", why::missing);
        if (total == nullptr || at_least == nullptr) return;
        if (!possible && !(*total == json())) c_.refuse(plan_effort, where + ".total", why::differs, {text_of(*total), "null"});
        if (possible && optimal) c_.compare(plan_effort, where + ".at_least", *at_least, *total);
        if (!possible && optimal) c_.compare(plan_effort, where + ".at_least", *at_least, json());
        at_least_ = amount(*at_least);
        if (!optimal && !at_least_) c_.refuse(plan_effort, where + ".at_least", why::not_a, {"123"});
    }

    void check_unit(const std::string& where, const json& effort) {
        c_.compare_member(plan_effort, effort, where, "unit", json::of(c_.base.effort_unit.empty() ? "steps" : c_.base.effort_unit));
    }

    /// An amount of effort in millionths.
    static std::optional<std::int64_t> amount(const json& written) {
        fact number;
        number.type = fact_type::number;
        return value_of(number, written);
    }

    // --- one way: assumptions, then steps

    way check_way(const std::string& prefix, const json& of) {
        way made;
        std::vector<possible> facts = start_;
        const json* assumed = c_.member(plan_assumptions, of, prefix.empty() ? "" : prefix.substr(0, prefix.size() - 1), "assume", json::kind::array);
        const json* steps = c_.member(plan_steps, of, prefix.empty() ? "" : prefix.substr(0, prefix.size() - 1), "steps", json::kind::array);
        if (assumed == nullptr || steps == nullptr)
            c_.pass_over({plan_steps, plan_assumptions, plan_effort, plan_outcome, plan_unlocks, plan_optimality});
        if (assumed == nullptr || steps == nullptr) return made;
        std::size_t next = 0;
        for (std::size_t i = 0; i < assumed->items.size(); ++i) take_assumption(indexed(prefix + "assume", i), assumed->items[i], facts, next);
        bool good = true;
        for (std::size_t i = 0; good && i < steps->items.size(); ++i) good = take_step(indexed(prefix + "steps", i), steps->items[i], facts, made);
        if (!good) c_.pass_over({plan_effort, plan_outcome, plan_unlocks, plan_optimality});
        made.steps = steps->items.size();
        made.assumptions = assumed->items.size();
        const json* effort = of.find("effort");
        if (good && effort != nullptr) c_.compare_member(plan_effort, *effort, prefix + "effort", "total", number_json(made.effort));
        const conclusion& role = c_.base.conclusions[role_];
        const auto then = good ? exactly(plan_outcome, prefix + "steps", role.node, facts) : std::nullopt;
        if (then && *then != truth::yes) c_.refuse(plan_outcome, prefix + "steps", why::does_not_lead, {role.term, name_of(*then)});
        if (prefix.empty()) best_ = made;
        return made;
    }

    std::size_t find_fact(const json& in) const {
        const json* name = in.find("fact");
        for (std::size_t f = 0; f < c_.base.facts.size(); ++f)
            if (name != nullptr && name->string == c_.base.facts[f].term) return f;
        return none;
    }

    /// A value of a fact that cannot be learnt and is open; facts in order of declaration.
    void take_assumption(const std::string& where, const json& written, std::vector<possible>& facts, std::size_t& next) {
        c_.leave_unknown_fields(written, where, {"fact", "value"});
        const std::size_t f = find_fact(written);
        const json* value = written.find("value");
        if (f == none || value == nullptr) return c_.refuse(plan_assumptions, where, why::missing);
        const fact& of = c_.base.facts[f];
        if (is_learnable(c_.base, of) || facts[f].decided()) return c_.refuse(plan_assumptions, where + ".fact", why::nothing_open, {of.term});
        if (f < next) return c_.refuse(plan_assumptions, where + ".fact", why::facts_out_of_order);
        next = f + 1;
        if (!put_value(of, *value, facts[f])) c_.refuse(plan_assumptions, where + ".value", why::outside_profile, {text_of(*value)});
    }

    static bool put_value(const fact& of, const json& written, possible& left) {
        if (of.type == fact_type::any_of) {
            std::vector<bool> in(left.options.size(), false);
            for (const json& item : written.items) {
                const auto option = value_of(of, item);
                if (!option) return false;
                in[static_cast<std::size_t>(*option)] = true;
            }
            for (std::size_t o = 0; o < in.size(); ++o) {
                if (left.options[o] == (in[o] ? truth::no : truth::yes)) return false;
                left.options[o] = in[o] ? truth::yes : truth::no;
            }
            return written.is == json::kind::array;
        }
        const auto value = value_of(of, written);
        const bool allowed = value && (of.type == fact_type::number ? left.from <= *value && *value <= left.to : bool(left.values[static_cast<std::size_t>(*value)]));
        if (allowed) decide(left, *value);
        return allowed;
    }

    bool take_step(const std::string& where, const json& written, std::vector<possible>& facts, way& made) {
        c_.leave_unknown_fields(written, where, {"fact", "from", "to", "effort", "unlocks"});
        const std::size_t f = find_fact(written);
        const json* name = c_.member(plan_steps, written, where, "fact", json::kind::string);
        if (name == nullptr) return false;
        const auto to = f == none || !is_learnable(c_.base, c_.base.facts[f]) ? std::nullopt : raised(c_.base.facts[f], value_of_decided(facts[f]));
        if (!to) return c_.refuse(plan_steps, where + ".fact", why::cannot_be_raised, {name->string}), false;
        const fact& of = c_.base.facts[f];
        c_.compare_member(plan_steps, written, where, "from", value_json(of, value_of_decided(facts[f])));
        c_.compare_member(plan_steps, written, where, "to", value_json(of, *to));
        c_.compare_member(plan_effort, written, where, "effort", number_json(step_effort(of)));
        for (const std::size_t after : of.after) {
            const auto holds = exactly(plan_steps, where, after, facts);
            if (holds && *holds != truth::yes) c_.refuse(plan_steps, where, why::after_fails, {of.term});
        }
        made.effort += step_effort(of);
        const std::vector<possible> before = facts;
        decide(facts[f], *to);
        check_unlocks(where, written, before, facts);
        return true;
    }

    /// The conclusions that turn yes with this step.
    void check_unlocks(const std::string& where, const json& written, const std::vector<possible>& before, const std::vector<possible>& after) {
        json unlocked = json::array();
        for (const conclusion& each : c_.base.conclusions) {
            const auto then = exactly(plan_unlocks, where + ".unlocks", each.node, after);
            if (!then) return;
            if (*then != truth::yes) continue;
            const auto was = exactly(plan_unlocks, where + ".unlocks", each.node, before);
            if (!was) return;
            if (*was != truth::yes) unlocked.items.push_back(json::of(each.term));
        }
        c_.compare_member(plan_unlocks, written, where, "unlocks", unlocked);
    }

    // --- the rest

    void check_alternatives(const json& plan) {
        const json* all = c_.member(plan_steps, plan, "", "alternatives", json::kind::array);
        for (std::size_t i = 0; all != nullptr && i < all->items.size(); ++i) {
            const std::string where = indexed("alternatives", i);
            c_.leave_unknown_fields(all->items[i], where, {"effort", "steps", "assume"});
            const way made = check_way(where + '.', all->items[i]);
            if (const json* effort = c_.member(plan_effort, all->items[i], where, "effort", json::kind::object)) check_unit(where + ".effort", *effort);
            if (best_ && made.effort * 5 > best_->effort * 6) c_.refuse(plan_effort, where, why::dearer_by_a_fifth);
        }
    }

    /// Facts in order of declaration; whether they are what stands in the way is not decided here.
    void check_blocking(const json& plan) {
        const json* all = c_.member(plan_outcome, plan, "", "blocked_by", json::kind::array);
        std::size_t next = 0;
        for (std::size_t i = 0; all != nullptr && i < all->items.size(); ++i) {
            const std::string where = indexed("blocked_by", i);
            const std::size_t f = find_fact(all->items[i]);
            if (f == none || f < next) return c_.refuse(plan_outcome, where, why::facts_out_of_order);
            next = f + 1;
        }
        if (all != nullptr && !all->items.empty()) c_.out.not_checked.push_back({"blocked_by", why::what_blocks, {}});
    }

    void check_best(bool possible, bool optimal) {
        if (!optimal) c_.leave(plan_optimality, "optimal", why::limit_claimed);
        const auto best = best_by_trying(c_.base, role_, start_, most_states);
        if (!best) return c_.leave(plan_optimality, "optimal", why::too_many_states, {std::to_string(most_states)});
        const std::string effort = text_of(number_json(best->effort));
        if (!possible && best->exists && optimal) c_.refuse(plan_optimality, "possible", why::plan_exists, {effort});
        if (!optimal && at_least_ && best->exists && best->effort < *at_least_) c_.refuse(plan_optimality, "effort.at_least", why::plan_exists, {effort});
        if (!possible || !optimal || !best_ || !best->exists) return;
        if (std::tuple(best_->effort, best_->assumptions, best_->steps) > std::tuple(best->effort, best->assumptions, best->steps))
            c_.refuse(plan_optimality, "steps", why::better_plan, {effort, std::to_string(best->assumptions) + " + " + std::to_string(best->steps)});
        c_.out.not_checked.push_back({"steps", why::choice_among_equals, {}});
    }

    checking& c_;
    std::vector<possible> start_;
    std::size_t role_ = none;
    std::optional<way> best_;
    std::optional<std::int64_t> at_least_;
};

}  // namespace

void check_plan(checking& c) { plan_checker(c).run(); }

}  // namespace advise::verify
