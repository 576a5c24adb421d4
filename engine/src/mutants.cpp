// Mutants tried: by the tests, and where these say nothing by the solver.
#include "rule_variant.hpp"

#include <advise/engine/mutants.hpp>

#include <algorithm>

namespace advise::engine {
namespace {

/// The rules with one mutation.
class mutator {
public:
    mutator(rule_workbench& bench, const mutation& m) : bench_(bench), m_(m), changed_(bench.clauses_of(m.about)) {}

    const program& compile() {
        apply();
        return bench_.compile(m_.about, std::move(changed_), {});
    }

private:
    void apply() {
        switch (m_.kind) {
        case mutation_kind::clause_left_out: changed_.clauses.erase(changed_.clauses.begin() + m_.clause); return;
        case mutation_kind::points_changed: changed_.clauses[m_.clause].points = static_cast<std::int32_t>(m_.to); return;
        case mutation_kind::need_left_out:
        case mutation_kind::need_changed: return change_need();
        default: changed_.clauses[m_.clause].body = changed_body(); return;
        }
    }

    /// Of several requirements the greatest stands first, and only that counts; the others are in no order.
    void change_need() {
        if (m_.kind == mutation_kind::need_left_out) changed_.needs.erase(changed_.needs.begin());
        else changed_.needs.front().points = static_cast<std::int32_t>(m_.to);
        std::ranges::stable_sort(changed_.needs, std::greater{}, &points_requirement::points);
    }

    condition_id changed_body() {
        const condition& c = bench_.rules().conditions[m_.where];
        switch (m_.kind) {
        case mutation_kind::negated: return bench_.replaced(m_.where, bench_.add_gate(condition_kind::negation, {{m_.where}}));
        case mutation_kind::and_to_or: return bench_.replaced(m_.where, bench_.add_gate(condition_kind::any, bench_.members(m_.where)));
        case mutation_kind::or_to_and: return bench_.replaced(m_.where, bench_.add_gate(condition_kind::all, bench_.members(m_.where)));
        case mutation_kind::count_changed:
            return bench_.replaced(m_.where, bench_.add_gate(condition_kind::count, bench_.members(m_.where), m_.least, m_.most));
        case mutation_kind::part_left_out: return without_part();
        default: return bench_.replaced(m_.where, bench_.add_test(c, m_.op, m_.is_range, m_.values));
        }
    }

    condition_id without_part() {
        const condition_id above = bench_.parent(m_.where);
        const condition gate = bench_.rules().conditions[above];
        std::vector<condition_id> left(bench_.members(above).begin(), bench_.members(above).end());
        std::erase(left, m_.where);
        if (left.size() == 1 && gate.kind != condition_kind::count) return bench_.replaced(above, left.front());
        return bench_.replaced(above, bench_.add_gate(gate.kind, left, gate.least(), std::min(gate.most(), static_cast<std::uint32_t>(left.size()))));
    }

    rule_workbench& bench_;
    const mutation& m_;
    variant_clauses changed_;
};

class mutant_trial {
public:
    mutant_trial(rule_workbench& bench, work_meter& meter) : bench_(bench), meter_(meter) {}

    /// `tests` change their order: what noticed this one is asked first for the next.
    void run(mutant& m, std::vector<const bound_test*>& tests) {
        if (meter_.spent >= meter_.limit) return;
        bench_.reset();
        const program& code = mutator(bench_, m.what).compile();
        meter_.spent += code.code().node_count();
        for (auto test = tests.begin(); test != tests.end(); ++test) {
            meter_.spent += code.code().node_count();
            if (passes(code, **test)) continue;
            m.fate = mutant_fate::noticed;
            m.noticed_by = (*test)->test;
            std::rotate(tests.begin(), test, test + 1);
            return;
        }
        decide(m, code);
    }

private:
    void decide(mutant& m, const program& code) {
        variant_judge judge(code, m.what.about, bench_.rules().conclusions[m.what.about].is_role, meter_);
        const sat_literal differ = judge.differ();
        const sat_answer answer = judge.ask({differ});
        m.fate = answer == sat_answer::impossible ? mutant_fate::equivalent : mutant_fate::undecided;
        if (answer != sat_answer::satisfiable) return;
        m.fate = mutant_fate::survived;
        variant_judge::difference found = judge.smallest({differ});
        m.witness = {std::move(found.profile), found.original, found.changed, found.smallest};
    }

    rule_workbench& bench_;
    work_meter& meter_;
};

}  // namespace

std::vector<mutant> try_mutants(const program& code, std::span<const bound_test> tests, const trial_options& options) {
    const rule_base& rules = code.rules();
    auto tests_of = tests_of_conclusions(rules, tests);
    work_meter meter{options.conflicts, options.work_limit, 0, 0};
    rule_workbench bench(rules);
    mutant_trial trial(bench, meter);
    std::vector<mutant> made;
    for (mutation& m : mutations_of(rules)) made.emplace_back().what = std::move(m);
    std::size_t done = 0;
    for (mutant& m : made) {
        trial.run(m, tests_of[m.what.about]);
        if (options.progress) options.progress(++done, made.size());
    }
    return made;
}

}  // namespace advise::engine
