#include "plan_purpose.hpp"

#include "plan_judge.hpp"
#include "witness.hpp"

#include <algorithm>

namespace advise::engine {
namespace {

inline constexpr std::uint64_t work_of_a_question = 2'000'000;

using steps = std::vector<plan_step>;

bool holds(const program::data& code, const facts& state, literal l) { return always_true(code, state, l, work_of_a_question).value_or(false); }

literal goal_of(const program::data& code, conclusion_id role) { return code.conclusions[role].holds; }

bool has_after(const program::data& code, fact_id f) { return code.rules->facts[f].after != nothing; }

literal after_of(const program::data& code, fact_id f) { return code.class_literal[code.class_of[code.rules->facts[f].after]]; }

/// Raised, where the fact is not there already.
void raise(facts& state, const plan_step& step) {
    known_fact& known = state.known[step.fact];
    known.from = std::max(known.from, step.to);
    known.to = std::max(known.to, step.to);
}

/// The end of the steps that raise one fact without a pause, up to one that unlocks something.
steps::const_iterator end_of_run(const steps& all, steps::const_iterator at) {
    const fact_id f = at->fact;
    while (at != all.end() && at->fact == f)
        if (!(at++)->unlocks.empty()) break;
    return at;
}

/// Whether the plan still leads there if facts are otherwise than it counts on.
class replay {
public:
    replay(const program::data& code, conclusion_id role, const plan_way& way) : code_(code), role_(role), way_(way) {}

    [[nodiscard]] bool succeeds(facts state) {
        fact_id last = nothing;
        for (const plan_step& step : way_.steps) {
            const bool asks = has_after(code_, step.fact) && (step.fact != last || waits_for_itself(step.fact));
            if (asks && !holds(code_, state, after_of(code_, step.fact))) return false;
            raise(state, step);
            last = step.fact;
        }
        return holds(code_, state, goal_of(code_, role_));
    }

private:
    /// Only then can an `after` change while its fact is learnt.
    [[nodiscard]] bool waits_for_itself(fact_id f) {
        if (f != asked_) itself_ = std::ranges::binary_search(facts_below(code_, {after_of(code_, f)}), f);
        asked_ = f;
        return itself_;
    }

    const program::data& code_;
    conclusion_id role_;
    const plan_way& way_;
    fact_id asked_ = nothing;
    bool itself_ = false;
};

/// Facts of which more than the plan counts could make something false that it needs.
class hurting_facts {
public:
    hurting_facts(const program::data& code, const facts& person, const facts& start)
        : code_(code), person_(person), start_(start), seen_(std::size_t{2} * code.node_count()), hurts_(person.known.size()) {}

    std::vector<fact_id> of(const std::vector<literal>& wanted) {
        for (const literal l : wanted) visit(l);
        while (!stack_.empty()) {
            const literal l = stack_.back();
            stack_.pop_back();
            const circuit_gate& gate = code_.gate(node_of(l));
            for (std::uint32_t i = 0; i < gate.size; ++i) visit(code_.inputs[gate.first + i] ^ (is_negated(l) ? 1U : 0U));
        }
        std::vector<fact_id> found;
        for (fact_id f = 0; f < hurts_.size(); ++f)
            if (hurts_[f]) found.push_back(f);
        return found;
    }

private:
    void visit(literal l) {
        if (seen_[l]) return;
        seen_[l] = true;
        if (node_of(l) >= code_.test_count()) stack_.push_back(l);
        else if (may_be_lost(code_.tests[node_of(l)], is_negated(l))) hurts_[code_.tests[node_of(l)].fact] = true;
    }

    /// Whether the test, as it is wanted, ends being true somewhere between what the plan counts and what the profile allows.
    [[nodiscard]] bool may_be_lost(const circuit_test& test, bool as_false) const {
        if (person_.known[test.fact].decided() || !is_learnable(*code_.rules, test.fact)) return false;
        const std::int64_t low = start_.known[test.fact].from, high = person_.known[test.fact].to;
        if (person_.known[test.fact].from < low) return true;  // the "no" of a number that may also be negative
        for (std::uint32_t r = 0; r < test.ranges; ++r) {
            const value_range& range = code_.ranges[test.first_range + r];
            if (as_false ? low < range.from && range.from <= high : low <= range.to && range.to < high) return true;
        }
        return false;
    }

    const program::data& code_;
    const facts &person_, &start_;
    std::vector<bool> seen_;
    std::vector<bool> hurts_;
    std::vector<literal> stack_;
};

/// Facts of later steps that cannot be learnt in their turn if the fact of the step `left_out` stays where `state` has it.
std::vector<fact_id> waiting_for(const program::data& code, facts state, const steps& all, std::size_t left_out) {
    std::vector<fact_id> waiting;
    for (std::size_t i = left_out + 1; i < all.size(); ++i) {
        const fact_id f = all[i].fact;
        if (f == all[left_out].fact) continue;
        const bool asks = f != all[i - 1].fact && has_after(code, f) && std::ranges::find(waiting, f) == waiting.end();
        if (asks && !holds(code, state, after_of(code, f))) waiting.push_back(f);
        raise(state, all[i]);
    }
    return waiting;
}

}  // namespace

facts state_before(const facts& start, const plan_way& way) {
    facts state = start;
    for (const plan_value& assumed : way.assume) {
        known_fact& known = state.known[assumed.fact];
        known.from = known.to = assumed.value.number;
        std::ranges::fill(known.options, std::uint8_t{0});
        for (const std::uint32_t option : assumed.value.members) known.options[option] = 1;
    }
    return state;
}

void tell_counted(const program::data& code, const facts& person, const facts& start, conclusion_id role, plan_way& way) {
    std::vector<literal> wanted{goal_of(code, role)};
    for (const plan_step& step : way.steps)
        if (has_after(code, step.fact)) wanted.push_back(after_of(code, step.fact));
    const std::vector<fact_id> hurting = hurting_facts(code, person, start).of(wanted);
    if (hurting.empty()) return;
    replay plan(code, role, way);
    facts state = state_before(start, way);
    const auto open = [&](facts& in, fact_id f) { in.known[f] = person.known[f]; };
    facts all_open = state;
    for (const fact_id f : hurting) open(all_open, f);
    if (plan.succeeds(std::move(all_open))) return;
    for (const fact_id f : hurting) {
        facts trial = state;
        open(trial, f);
        if (plan.succeeds(trial)) state = std::move(trial);
        else way.counted.push_back({f, {start.known[f].from, {}}});
    }
}

void tell_needs(const program::data& code, const facts& start, conclusion_id role, plan_way& way) {
    facts before = state_before(start, way), end = before;
    for (const plan_step& step : way.steps) raise(end, step);
    for (auto at = way.steps.cbegin(); at != way.steps.cend();) {
        const auto next = end_of_run(way.steps, at);
        facts without = end;
        without.known[at->fact].from = without.known[at->fact].to = at->from;
        if (holds(code, without, goal_of(code, role))) {
            const auto last = static_cast<std::size_t>(next - way.steps.cbegin()) - 1;
            way.steps[last].needed_before = waiting_for(code, before, way.steps, last);
        }
        for (; at != next; ++at) raise(before, *at);
    }
}

}  // namespace advise::engine
