// A way is followed step by step: what it assumes is allowed, each step can be taken, and it leads to the role.
#include "check_way.hpp"

#include "plans.hpp"

#include <algorithm>

namespace advise::verify {
namespace {

using enum aspect;

class way_checker {
public:
    way_checker(checking& c, std::size_t role, const std::vector<possible>& start, const std::string& prefix)
        : c_(c), role_(c.base.conclusions[role]), start_(start), prefix_(prefix) {}

    way run(const json& of) {
        const std::string here = prefix_.empty() ? "" : prefix_.substr(0, prefix_.size() - 1);
        const json* assumed = c_.member(plan_assumptions, of, here, "assume", json::kind::array);
        const json* counted = c_.member(plan_assumptions, of, here, "counted", json::kind::array);
        const json* steps = c_.member(plan_steps, of, here, "steps", json::kind::array);
        if (assumed == nullptr || counted == nullptr || steps == nullptr) {
            pass_over_rest();
            c_.pass_over({plan_steps, plan_assumptions});
            return made_;
        }
        std::vector<possible> facts = start_;
        std::size_t next = 0;
        for (std::size_t i = 0; i < assumed->items.size(); ++i) take_assumption(indexed(prefix_ + "assume", i), assumed->items[i], facts, next);
        begun_ = facts;
        bool good = true;
        for (std::size_t i = 0; good && i < steps->items.size(); ++i) good = take_step(indexed(prefix_ + "steps", i), steps->items[i], facts);
        made_.steps = steps->items.size();
        made_.assumptions = assumed->items.size();
        made_.counted = counted->items.size();
        if (good) check_end(of, facts, *counted);
        else pass_over_rest();
        return made_;
    }

private:
    void pass_over_rest() { c_.pass_over({plan_effort, plan_outcome, plan_unlocks, plan_optimality, plan_alternatives}); }

    void check_end(const json& of, const std::vector<possible>& facts, const json& counted) {
        const json* effort = of.find("effort");
        if (effort != nullptr) c_.compare_member(plan_effort, *effort, prefix_ + "effort", "total", number_json(made_.effort));
        const auto then = exactly(c_, plan_outcome, prefix_ + "steps", role_.node, facts);
        if (then && *then != truth::yes) c_.refuse(plan_outcome, prefix_ + "steps", why::does_not_lead, {role_.term, name_of(*then)});
        made_.followed = !then || *then == truth::yes;
        made_.end.assign(facts.size(), 0);
        for (std::size_t f = 0; f < facts.size(); ++f)
            if (is_learnable(c_.base, c_.base.facts[f])) made_.end[f] = value_of_decided(facts[f]);
        if (made_.followed) check_counted(counted);
    }

    /// A value of a fact that cannot be learnt and is open; facts in order of declaration.
    void take_assumption(const std::string& where, const json& written, std::vector<possible>& facts, std::size_t& next) {
        c_.leave_unknown_fields(written, where, {"fact", "value"});
        const std::size_t f = fact_named(c_, written);
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

    bool take_step(const std::string& where, const json& written, std::vector<possible>& facts) {
        c_.leave_unknown_fields(written, where, {"fact", "from", "to", "effort", "unlocks"});
        const std::size_t f = fact_named(c_, written);
        const json* name = c_.member(plan_steps, written, where, "fact", json::kind::string);
        if (name == nullptr) return false;
        const auto to = f == none || !is_learnable(c_.base, c_.base.facts[f]) ? std::nullopt : raised(c_.base.facts[f], value_of_decided(facts[f]));
        if (!to) return c_.refuse(plan_steps, where + ".fact", why::cannot_be_raised, {name->string}), false;
        const fact& of = c_.base.facts[f];
        made_.order.push_back(f);
        c_.compare_member(plan_steps, written, where, "from", value_json(of, value_of_decided(facts[f])));
        c_.compare_member(plan_steps, written, where, "to", value_json(of, *to));
        c_.compare_member(plan_effort, written, where, "effort", number_json(step_effort(of)));
        for (const std::size_t after : of.after) {
            const auto holds = exactly(c_, plan_steps, where, after, facts);
            if (holds && *holds != truth::yes) c_.refuse(plan_steps, where, why::after_fails, {of.term});
        }
        made_.effort += step_effort(of);
        taken_.emplace_back(f, *to);
        const std::vector<possible> before = facts;
        decide(facts[f], *to);
        check_unlocks(where, written, before, facts);
        return true;
    }

    /// The conclusions that turn yes with this step.
    void check_unlocks(const std::string& where, const json& written, const std::vector<possible>& before, const std::vector<possible>& after) {
        json unlocked = json::array();
        for (const conclusion& each : c_.base.conclusions) {
            const auto then = exactly(c_, plan_unlocks, where + ".unlocks", each.node, after);
            if (!then) return;
            if (*then != truth::yes) continue;
            const auto was = exactly(c_, plan_unlocks, where + ".unlocks", each.node, before);
            if (!was) return;
            if (*was != truth::yes) unlocked.items.push_back(json::of(each.term));
        }
        c_.compare_member(plan_unlocks, written, where, "unlocks", unlocked);
    }


    // --- what it counts on beside its assumptions

    [[nodiscard]] bool is_left_open(std::size_t f) const { return is_learnable(c_.base, c_.base.facts[f]) && !c_.left[f].decided(); }

    /// Open facts that can be learnt, at the value from which they are counted: with these as they are the others may be anything, and none is needless.
    void check_counted(const json& list) {
        std::vector<bool> counted(c_.base.facts.size(), false);
        std::size_t next = 0;
        for (std::size_t i = 0; i < list.items.size(); ++i) {
            const std::string where = indexed(prefix_ + "counted", i);
            c_.leave_unknown_fields(list.items[i], where, {"fact", "value"});
            const std::size_t f = fact_named(c_, list.items[i]);
            if (f == none) return c_.refuse(plan_assumptions, where, why::missing);
            if (!is_left_open(f)) return c_.refuse(plan_assumptions, where + ".fact", why::nothing_open, {c_.base.facts[f].term});
            if (f < next) return c_.refuse(plan_assumptions, where + ".fact", why::facts_out_of_order);
            next = f + 1;
            counted[f] = true;
            c_.compare_member(plan_assumptions, list.items[i], where, "value", value_json(c_.base.facts[f], value_of_decided(start_[f])));
        }
        check_others(counted);
    }

    void check_others(std::vector<bool>& counted) {
        budget work{most_cases};
        const auto leave = [&] { c_.leave(plan_assumptions, prefix_ + "counted", why::too_many_cases, {std::to_string(most_cases)}); };
        const auto free = leads_with_others_free(counted, work);
        if (!free) return leave();
        if (!*free) return c_.refuse(plan_assumptions, prefix_ + "counted", why::does_not_lead, {role_.term, name_of(truth::unknown)});
        for (std::size_t f = 0; f < counted.size(); ++f) {
            if (!counted[f]) continue;
            counted[f] = false;
            const auto without = leads_with_others_free(counted, work);
            counted[f] = true;
            if (!without) return leave();
            if (*without) return c_.refuse(plan_assumptions, prefix_ + "counted", why::not_minimal, {c_.base.facts[f].term});
        }
    }

    /// Whether the way leads there too if the open facts that can be learnt are anything that the profile allows, these aside.
    [[nodiscard]] std::optional<bool> leads_with_others_free(const std::vector<bool>& counted, budget& work) const {
        std::vector<possible> facts = begun_;
        for (std::size_t f = 0; f < facts.size(); ++f)
            if (is_left_open(f) && !counted[f]) facts[f] = c_.left[f];
        for (const auto& [f, to] : taken_) {
            for (const std::size_t after : c_.base.facts[f].after) {
                const auto holds = truth_by_cases(c_.base, after, facts, work);
                if (!holds || *holds != truth::yes) return holds ? std::optional(false) : std::nullopt;
            }
            lift(facts[f], to);
        }
        const auto then = truth_by_cases(c_.base, role_.node, facts, work);
        return then ? std::optional(*then == truth::yes) : std::nullopt;
    }

    /// Up to a value, where it is not there already.
    static void lift(possible& left, std::int64_t to) {
        left.from = std::max(left.from, to);
        left.to = std::max(left.to, to);
        for (std::size_t v = 0; v < left.values.size() && static_cast<std::int64_t>(v) < to; ++v) {
            if (left.values[v]) left.values[static_cast<std::size_t>(to)] = true;
            left.values[v] = false;
        }
    }

    checking& c_;
    const conclusion& role_;
    const std::vector<possible>& start_;
    std::string prefix_;
    way made_;
    std::vector<possible> begun_;                                       // with what is assumed, before the first step
    std::vector<std::pair<std::size_t, std::int64_t>> taken_;           // facts and where they are raised to
};

}  // namespace

std::optional<truth> exactly(checking& c, aspect of, const std::string& where, std::size_t condition, const std::vector<possible>& facts) {
    const auto result = exact_truth(c.base, condition, facts, most_states);
    if (!result) c.leave(of, where, why::too_many_states, {std::to_string(most_states)});
    return result;
}

std::size_t fact_named(const checking& c, const json& in) {
    const json* name = in.find("fact");
    for (std::size_t f = 0; f < c.base.facts.size(); ++f)
        if (name != nullptr && name->string == c.base.facts[f].term) return f;
    return none;
}

way check_way(checking& c, std::size_t role, const std::vector<possible>& start, const std::string& prefix, const json& of) {
    return way_checker(c, role, start, prefix).run(of);
}

}  // namespace advise::verify
