#include "rule_variant.hpp"

#include <advise/engine/coverage.hpp>

#include <algorithm>

namespace advise::engine {
namespace {

advise_options verdicts_only() {
    advise_options asked;
    asked.witnesses = false;
    return asked;
}

/// One condition on trial.
class trial_run {
public:
    trial_run(rule_workbench& bench, work_meter& meter, std::span<const bound_test* const> tests, condition_trial& item)
        : bench_(bench), meter_(meter), tests_(tests), item_(item) {}

    void run() {
        if (meter_.spent >= meter_.limit) {
            item_.is_true = item_.is_false = item_.decides_true = item_.decides_false = trial::undecided;
            return;
        }
        look_at_tests();
        if (item_.is_true == trial::missing || item_.decides_true == trial::missing) decide(true);
        if (item_.is_false == trial::missing || item_.decides_false == trial::missing) decide(false);
    }

private:
    void look_at_tests() {
        std::vector<const bound_test*> where_true, where_false;
        const program& code = compile(false);
        for (const bound_test* test : tests_) {
            const verdict truth = advise_on(code, test->person, {bench_.probe()}, verdicts_only()).roles.front().verdict;
            if (truth == verdict::yes) where_true.push_back(test);
            if (truth == verdict::no) where_false.push_back(test);
            meter_.spent += code.code().node_count();
        }
        if (!where_true.empty()) item_.is_true = trial::seen;
        if (!where_false.empty()) item_.is_false = trial::seen;
        if (some_fails(code, where_true)) item_.decides_true = trial::seen;
        if (!where_false.empty() && some_fails(compile(true), where_false)) item_.decides_false = trial::seen;
    }

    bool some_fails(const program& code, const std::vector<const bound_test*>& tests) {
        for (const bound_test* test : tests) {
            meter_.spent += code.code().node_count();
            if (!passes(code, *test)) return true;
        }
        return false;
    }

    /// What no test showed where the condition is true (or false): can any profile?
    void decide(bool where) {
        trial& shown = where ? item_.is_true : item_.is_false;
        trial& decisive = where ? item_.decides_true : item_.decides_false;
        variant_judge judge(compile(!where), item_.about, bench_.rules().conclusions[item_.about].is_role, meter_);
        const sat_literal probe = judge.probe(where);
        if (shown == trial::missing) shown = outcome_of(judge.ask({probe}));
        if (shown == trial::impossible) decisive = trial::impossible;
        if (decisive == trial::missing) decisive = outcome_of(judge.ask({probe, judge.differ()}));
    }

    static trial outcome_of(sat_answer answer) {
        return answer == sat_answer::impossible ? trial::impossible : answer == sat_answer::undecided ? trial::undecided : trial::missing;
    }

    /// The rules in which this condition, here alone, is always or never true; the probe is the condition as it is.
    const program& compile(bool always) {
        bench_.reset();
        variant_clauses changed = bench_.clauses_of(item_.about);
        variant_clauses probe = item_.condition == nothing ? probe_of_points() : only_when(item_.condition);
        if (item_.condition != nothing) put_constant(changed, always);
        else if (always) remove_need(changed);
        else never_enough(changed);
        const program& code = bench_.compile(item_.about, std::move(changed), std::move(probe));
        meter_.spent += code.code().node_count();
        return code;
    }

    void put_constant(variant_clauses& changed, bool always) {
        condition_id root = item_.condition;
        while (bench_.parent(root) != nothing) root = bench_.parent(root);
        const condition_id body = bench_.replaced(item_.condition, bench_.add_constant(always));
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

    variant_clauses probe_of_points() {
        variant_clauses made = bench_.clauses_of(item_.about);
        std::erase_if(made.clauses, [](const clause& c) { return c.kind != clause_kind::evidence; });
        return made;
    }

    rule_workbench& bench_;
    work_meter& meter_;
    std::span<const bound_test* const> tests_;
    condition_trial& item_;
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
    const auto tests_of = tests_of_conclusions(rules, usable);
    work_meter meter{options.conflicts, options.work_limit, 0, 0};
    rule_workbench bench(rules);
    coverage made{conditions_of(rules)};
    std::size_t done = 0;
    for (condition_trial& item : made.conditions) {
        trial_run(bench, meter, tests_of[item.about], item).run();
        if (options.progress) options.progress(++done, made.conditions.size());
    }
    return made;
}

}  // namespace advise::engine
