#include "variant_tests.hpp"

#include <advise/engine/coverage.hpp>

#include <algorithm>

namespace advise::engine {
namespace {

/// All conditions, those of one conclusion after those of another.
class condition_trials {
public:
    condition_trials(const program& code, std::span<const bound_test> tests, work_meter& meter, std::size_t table_bytes)
        : meter_(meter), bench_(code.rules()), tests_(code, bench_, tests, meter, table_bytes), cells_(bench_.code()) {
        meter_.spent += bench_.code().node_count();
    }

    void run(condition_trial& item) {
        if (meter_.exhausted()) {
            item.is_true = item.is_false = item.decides_true = item.decides_false = trial::undecided;
            return;
        }
        turn_to(item.about);
        bench_.reset();
        probe_ = item.condition == nothing ? bench_.points_probe(item.about) : bench_.literal_of_condition(item.condition);
        look_at_tests(item);
        if (item.is_true == trial::missing || item.decides_true == trial::missing) decide(item, true);
        if (item.is_false == trial::missing || item.decides_false == trial::missing) decide(item, false);
    }

private:
    void turn_to(conclusion_id x) {
        if (x == about_) return;
        about_ = x;
        bench_.reset();
        tests_.turn_to(x);
        judge_.reset();
    }

    void look_at_tests(condition_trial& item) {
        std::vector<std::uint32_t> where_true, where_false;
        for (const std::uint32_t test : tests_.looking_at(item.about)) {
            const verdict truth = tests_.truth(test, probe_);
            if (truth == verdict::yes) where_true.push_back(test);
            if (truth == verdict::no) where_false.push_back(test);
        }
        if (!where_true.empty()) item.is_true = trial::seen;
        if (!where_false.empty()) item.is_false = trial::seen;
        if (!where_true.empty() && some_fails(item, false, where_true)) item.decides_true = trial::seen;
        if (!where_false.empty() && some_fails(item, true, where_false)) item.decides_false = trial::seen;
    }

    bool some_fails(const condition_trial& item, bool always, const std::vector<std::uint32_t>& tests) {
        change(item, always);
        return std::ranges::any_of(tests, [&](std::uint32_t test) { return tests_.fails(test); });
    }

    /// What no test showed where the condition is true (or false): can any profile?
    void decide(condition_trial& item, bool where) {
        trial& shown = where ? item.is_true : item.is_false;
        trial& decisive = where ? item.decides_true : item.decides_false;
        change(item, !where);
        if (!judge_) judge_.emplace(bench_, cells_, about_, meter_);
        judge_->changed();
        const sat_literal probe = judge_->of(where ? probe_ : flipped(probe_));
        if (shown == trial::missing) shown = outcome_of(judge_->ask({probe}));
        if (shown == trial::impossible) decisive = trial::impossible;
        if (decisive == trial::missing) decisive = outcome_of(judge_->ask({probe, judge_->differ()}));
    }

    static trial outcome_of(sat_answer answer) {
        return answer == sat_answer::impossible ? trial::impossible : answer == sat_answer::undecided ? trial::undecided : trial::missing;
    }

    /// The rules in which this condition, here alone, is always or never true.
    void change(const condition_trial& item, bool always) {
        variant_clauses changed = bench_.clauses_of(item.about);
        if (item.condition != nothing) put_constant(changed, item.condition, always);
        else if (always) remove_need(changed);
        else never_enough(changed);
        bench_.change(item.about, changed);
    }

    void put_constant(variant_clauses& changed, condition_id condition, bool always) {
        condition_id root = condition;
        while (bench_.parent(root) != nothing) root = bench_.parent(root);
        const condition_id body = bench_.replaced(condition, bench_.add_constant(always));
        for (clause& c : changed.clauses)
            if (c.body == root) c.body = body;
    }

    /// Points are always enough: without any requirement other than points the conclusion holds all the same.
    void remove_need(variant_clauses& changed) {
        changed.needs.clear();
        require(changed, true);
    }
    void never_enough(variant_clauses& changed) { require(changed, false); }
    void require(variant_clauses& changed, bool holds) {
        clause& c = changed.clauses.emplace_back();
        c.kind = clause_kind::requires_;
        c.body = bench_.add_constant(holds);
    }

    work_meter& meter_;
    rule_workbench bench_;
    variant_tests tests_;
    fact_cells cells_;
    std::optional<variant_judge> judge_;  // of `about_`
    conclusion_id about_ = nothing;
    literal probe_ = 0;
};

/// All conditions of a rule base that are tried.
std::vector<condition_trial> conditions_of(const rule_base& rules) {
    std::vector<condition_trial> made;
    const auto add = [&](conclusion_id x, condition_id c, const origin& at) {
        condition_trial& item = made.emplace_back();
        item.about = x;
        item.condition = c;
        item.at = at;
    };
    for (conclusion_id x = 0; x < rules.conclusions.size(); ++x) {
        for (const clause& c : rules.conclusions[x].clauses) {
            std::vector<condition_id> open{c.body};
            while (!open.empty()) {
                const condition_id id = open.back();
                const condition& at = rules.conditions[id];
                open.pop_back();
                if (at.kind != condition_kind::negation) add(x, id, at.at);
                if (at.kind == condition_kind::test || at.kind == condition_kind::conclusion) continue;
                for (std::uint32_t i = at.size; i-- > 0;) open.push_back(rules.condition_children[at.first + i]);
            }
        }
        if (rules.conclusions[x].need() != nullptr) add(x, nothing, rules.conclusions[x].need()->at);
    }
    return made;
}

}  // namespace

bool condition_trial::lacking() const {
    const auto lacks = [](trial t) { return t == trial::missing || t == trial::undecided; };
    return lacks(is_true) || lacks(is_false) || lacks(decides_true) || lacks(decides_false);
}

bool condition_trial::excused() const { return decides_true == trial::impossible || decides_false == trial::impossible; }

bool condition_trial::open() const {
    const auto undecided = [](trial t) { return t == trial::undecided; };
    return undecided(is_true) || undecided(is_false) || undecided(decides_true) || undecided(decides_false);
}

std::size_t coverage::tried() const {
    return static_cast<std::size_t>(std::ranges::count_if(conditions, [](const condition_trial& c) { return !c.lacking(); }));
}

unsigned coverage::percent() const { return conditions.empty() ? 100 : static_cast<unsigned>(100 * tried() / conditions.size()); }

coverage cover(const program& code, std::span<const bound_test> tests, const trial_options& options) {
    const rule_base& rules = code.rules();
    std::vector<bound_test> usable;
    for (const bound_test& test : tests)
        if (passes(code, test)) usable.push_back(test);
    work_meter meter{options.conflicts, options.work_limit, 0, 0};
    condition_trials trials(code, usable, meter, options.table_bytes);
    coverage made{conditions_of(rules)};
    std::size_t done = 0;
    for (condition_trial& item : made.conditions) {
        trials.run(item);
        if (options.progress) options.progress(++done, made.conditions.size());
    }
    return made;
}

}  // namespace advise::engine
