#include "counting.hpp"

#include <advise/engine/plan.hpp>

#include <algorithm>

namespace advise::cli::batch {
namespace {

using engine::conclusion_id;
using engine::condition_id;
using engine::condition_kind;
using engine::fact_id;

/// The facts below each conclusion that is asked about; concepts are looked into once for each role.
std::vector<fact_id> facts_of(const engine::rule_base& rules, conclusion_id role) {
    std::vector<bool> fact(rules.facts.size()), seen(rules.conclusions.size());
    std::vector<conclusion_id> open{role};
    std::vector<condition_id> conditions;
    for (seen[role] = true; !open.empty();) {
        const engine::conclusion& about = rules.conclusions[open.back()];
        open.pop_back();
        for (const engine::clause& clause : about.clauses) conditions.push_back(clause.body);
        while (!conditions.empty()) {
            const engine::condition& one = rules.conditions[conditions.back()];
            conditions.pop_back();
            if (one.kind == condition_kind::test) {
                fact[one.subject] = true;
            } else if (one.kind == condition_kind::conclusion) {
                if (!seen[one.subject]) open.push_back(one.subject);
                seen[one.subject] = true;
            } else {
                for (std::uint32_t i = 0; i < one.size; ++i) conditions.push_back(rules.condition_children[one.first + i]);
            }
        }
    }
    std::vector<fact_id> found;
    for (fact_id f = 0; f < fact.size(); ++f)
        if (fact[f]) found.push_back(f);
    return found;
}

engine::block_options open_block(engine::block_options options) {
    options.closed = false;     // what a start says is said of every fact
    return options;
}

}  // namespace

counted_rules::counted_rules(const engine::program& code) : steps_(code), below_(code.rules().conclusions.size()) {
    for (conclusion_id c = 0; c < below_.size(); ++c)
        if (code.rules().conclusions[c].is_role) below_[c] = facts_of(code.rules(), c);
}

people_counter::people_counter(const counted_rules& shared, const engine::block_program& prepared, const engine::block_options& options)
    : shared_(shared), prepared_(prepared), block_(prepared, open_block(options)) {
    const engine::rule_base& rules = prepared.code().rules();
    place_of_.assign(rules.conclusions.size(), engine::nothing);
    for (std::uint32_t r = 0; r < prepared.roles().size(); ++r) place_of_[prepared.roles()[r]] = r;
    missing_.resize(rules.facts.size());
    begin_counting();
}

void people_counter::begin_counting() {
    counted_ = {};
    counted_.fit.resize(prepared_.roles().size());
    counted_.may_fit.resize(prepared_.roles().size());
    counted_.missing.resize(missing_.size());
    counted_.steps.resize(missing_.size());
}

engine::facts people_counter::facts_of(const said_person& person) const {
    const engine::rule_base& rules = prepared_.code().rules();
    engine::facts made;
    made.closed = person.closed;
    made.known.reserve(rules.facts.size());
    for (fact_id f = 0; f < rules.facts.size(); ++f) made.known.push_back(person.closed ? at_its_no(rules, f) : whole_domain(rules, f));
    for (const auto& [f, known] : person.says) made.known[f] = known;
    return made;
}

void people_counter::add(const said_person& person, const std::vector<engine::role_outcome>& roles) {
    for (const engine::role_outcome& role : roles) ++(role.verdict == engine::verdict::yes ? counted_.fit : counted_.may_fit)[place_of_[role.role]];
    const engine::facts facts = facts_of(person);
    count_missing(facts, roles);
    try_steps(engine::plan_start(prepared_.code().rules(), facts));
}

void people_counter::count_missing(const engine::facts& person, const std::vector<engine::role_outcome>& roles) {
    std::fill(missing_.begin(), missing_.end(), false);
    for (const engine::role_outcome& role : roles) {
        if (role.verdict != engine::verdict::unknown) continue;
        for (const fact_id f : shared_.facts_below(role.role)) missing_[f] = !person.known[f].decided();
    }
    for (fact_id f = 0; f < missing_.size(); ++f) counted_.missing[f] += missing_[f];
}

/// The person as they are and with each of the steps, a lane for each. They may spread over several blocks: what fits at the start is kept.
void people_counter::try_steps(const engine::facts& start) {
    shared_.steps().find(start, steps_);
    if (steps_.empty()) return;
    const engine::rule_base& rules = prepared_.code().rules();
    said_.clear();
    for (fact_id f = 0; f < start.known.size(); ++f) {
        const engine::known_fact& known = start.known[f];
        const engine::known_fact whole = whole_domain(rules, f);
        if (known.from != whole.from || known.to != whole.to || known.options != whole.options) said_.emplace_back(f, &known);
    }
    fits_.emplace_back();
    add_trial(engine::nothing, 0);
    for (const engine::next_step& step : steps_) add_trial(step.fact, step.to);
}

/// A fact that can be raised is one of which something is said at the start.
void people_counter::add_trial(fact_id raised, std::int64_t to) {
    if (block_.full()) judge_trials();
    block_.add();
    for (const auto& [f, known] : said_) {
        if (f == raised) block_.set(f, to);
        else if (known->options.empty() && known->from == known->to) block_.set(f, known->from);
        else block_.set(f, *known);
    }
    trials_.push_back({fits_.size() - 1, raised});
}

void people_counter::judge_trials() {
    if (block_.size() == 0) return;
    block_.evaluate();
    std::vector<engine::role_outcome> roles;
    for (std::uint32_t lane = 0; lane < trials_.size(); ++lane) {
        const trial& one = trials_[lane];
        std::vector<bool>& fits = fits_[one.person];
        block_.outcomes(lane, roles);
        std::erase_if(roles, [](const engine::role_outcome& role) { return role.verdict != engine::verdict::yes; });
        if (one.raised == engine::nothing) {
            fits.assign(prepared_.roles().size(), false);
            for (const engine::role_outcome& role : roles) fits[place_of_[role.role]] = true;
        } else if (std::any_of(roles.begin(), roles.end(), [&](const engine::role_outcome& role) { return !fits[place_of_[role.role]]; })) {
            ++counted_.steps[one.raised];
        }
    }
    trials_.clear();
    fits_.erase(fits_.begin(), fits_.end() - 1);        // steps of the last person may follow
    block_.clear();
}

void people_counter::take(tally& into) {
    judge_trials();
    fits_.clear();
    into.add(counted_);
    begin_counting();
}

}  // namespace advise::cli::batch
