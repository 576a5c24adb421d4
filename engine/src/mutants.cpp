// Mutants tried: by the tests, and where these say nothing by the solver.
#include "variant_samples.hpp"
#include "variant_tests.hpp"

#include <advise/engine/mutants.hpp>

#include <algorithm>
#include <utility>

namespace advise::engine {
namespace {

/// The rules with one mutation.
class mutator {
public:
    /// \param test the condition of the other test, where it is one that changes a test
    mutator(rule_workbench& bench, const mutation& m, condition_id test) : bench_(bench), m_(m), test_(test), changed_(bench.clauses_of(m.about)) {}

    void run() {
        bench_.reset();
        apply();
        bench_.change(m_.about, changed_);
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
        switch (m_.kind) {
        case mutation_kind::negated: return bench_.replaced(m_.where, bench_.add_gate(condition_kind::negation, {{m_.where}}));
        case mutation_kind::and_to_or: return bench_.replaced(m_.where, bench_.add_gate(condition_kind::any, bench_.members(m_.where)));
        case mutation_kind::or_to_and: return bench_.replaced(m_.where, bench_.add_gate(condition_kind::all, bench_.members(m_.where)));
        case mutation_kind::count_changed:
            return bench_.replaced(m_.where, bench_.add_gate(condition_kind::count, bench_.members(m_.where), m_.least, m_.most));
        case mutation_kind::part_left_out: return without_part();
        default: return bench_.replaced(m_.where, test_);
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
    condition_id test_;
    variant_clauses changed_;
};

/// Of a question whether a smaller profile will do, as long as mutants wait to be decided.
constexpr std::int64_t few_conflicts = 100;

/// All mutants, those of one conclusion after those of another.
class mutant_trials {
public:
    mutant_trials(const program& code, std::span<const bound_test> tests, std::span<const mutation> mutations, work_meter& meter,
                  std::size_t table_bytes)
        : meter_(meter), bench_(code.rules(), tests_of(mutations)), tests_(code, bench_, tests, meter, table_bytes), cells_(bench_.code()),
          samples_(bench_, cells_, meter) {
        meter_.spent += bench_.code().node_count();
    }

    /// \param wanted of one that survives
    void run(mutant& m, condition_id test, profile_wanted wanted) {
        if (meter_.exhausted()) return;
        turn_to(m.what.about);
        mutator(bench_, m.what, test).run();
        for (auto at = order_.begin(); at != order_.end(); ++at) {
            if (!tests_.fails(*at)) continue;
            m.fate = mutant_fate::noticed;
            m.noticed_by = tests_.test(*at).test;
            std::rotate(order_.begin(), at, at + 1);  // what noticed this one is asked first for the next
            return;
        }
        decide(m, wanted);
    }

    /// Looks for the smallest profile of a survivor that has another one.
    void make_smallest(mutant& m, condition_id test) {
        if (meter_.exhausted()) return;
        conflicts_of_smaller_ = meter_.conflicts_each;
        turn_to(m.what.about);
        mutator(bench_, m.what, test).run();
        mutant again = m;
        decide(again, profile_wanted::smallest);
        if (again.fate == mutant_fate::survived) m = std::move(again);
    }

    [[nodiscard]] condition_id test(std::size_t number) const { return bench_.test(number); }

private:
    static std::vector<other_test> tests_of(std::span<const mutation> mutations) {
        std::vector<other_test> made;
        for (const mutation& m : mutations)
            if (m.kind == mutation_kind::test_changed) made.push_back({m.where, m.op, m.is_range, m.values});
        return made;
    }

    void turn_to(conclusion_id x) {
        if (x == about_) return;
        about_ = x;
        bench_.reset();
        samples_.turn_to(x);
        tests_.turn_to(x);
        order_ = tests_.looking_at(x);
        judge_.reset();
    }

    /// Most variants differ under some profile that is known; the solver is asked about the others, and whether a profile is the smallest.
    variant_judge::difference difference(profile_wanted wanted) {
        std::optional<variant_samples::found_profile> known = samples_.differing();
        if (!known) {
            variant_judge::difference found = judge_->find_difference(wanted);
            if (found.answer == sat_answer::satisfiable) samples_.learn(found.profile);
            return found;
        }
        if (known->smallest) return judge_->difference_under(known->profile, true);
        known->profile = samples_.lowered(std::move(known->profile));
        if (wanted == profile_wanted::any) return judge_->difference_under(known->profile, false);
        const std::int64_t all_conflicts = std::exchange(meter_.conflicts_each, std::min(conflicts_of_smaller_, meter_.conflicts_each));
        variant_judge::difference found = judge_->find_difference(wanted, &known->profile);
        meter_.conflicts_each = all_conflicts;
        return found;
    }

    void decide(mutant& m, profile_wanted wanted) {
        if (!judge_) judge_.emplace(bench_, cells_, about_, meter_);
        judge_->changed();
        variant_judge::difference found = difference(wanted);
        m.fate = found.answer == sat_answer::impossible ? mutant_fate::equivalent : mutant_fate::undecided;
        if (found.answer != sat_answer::satisfiable) return;
        m.fate = mutant_fate::survived;
        const auto [original, changed] = samples_.outcomes(found.profile);
        m.witness = {std::move(found.profile), original, changed, found.smallest};
    }

    work_meter& meter_;
    rule_workbench bench_;
    variant_tests tests_;
    fact_cells cells_;
    variant_samples samples_;
    std::optional<variant_judge> judge_;  // of `about_`
    conclusion_id about_ = nothing;
    std::int64_t conflicts_of_smaller_ = few_conflicts;
    std::vector<std::uint32_t> order_;
};

}  // namespace

std::vector<mutant> try_mutants(const program& code, std::span<const bound_test> tests, const trial_options& options) {
    work_meter meter{options.conflicts, options.work_limit, 0, 0};
    std::vector<mutation> mutations = mutations_of(code.rules());
    std::vector<mutant> made(mutations.size());
    mutant_trials trials(code, tests, mutations, meter, options.table_bytes);
    std::vector<condition_id> test_of(made.size(), nothing);
    for (std::size_t i = 0, next = 0; i < made.size(); ++i) {
        if (mutations[i].kind == mutation_kind::test_changed) test_of[i] = trials.test(next++);
        made[i].what = std::move(mutations[i]);
        // That every one of them is decided comes first, and some are hard: the smallest profiles get what the others leave of most of the work.
        const bool plenty = meter.spent <= options.work_limit / 4 * 3 / made.size() * (i + 1);
        trials.run(made[i], test_of[i], plenty ? profile_wanted::smallest : profile_wanted::any);
        if (options.progress) options.progress(i + 1, made.size());
    }
    for (std::size_t i = 0; i < made.size(); ++i)
        if (made[i].witness && !made[i].witness->smallest) trials.make_smallest(made[i], test_of[i]);
    return made;
}

}  // namespace advise::engine
