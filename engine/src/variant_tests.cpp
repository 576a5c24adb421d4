#include "variant_tests.hpp"

#include "mentions.hpp"

#include <advise/engine/advice.hpp>

#include <algorithm>
#include <tuple>

namespace advise::engine {
namespace {

using grammar::ast::expect_kind;

advise_options verdicts_only() {
    advise_options asked;
    asked.witnesses = false;
    return asked;
}

}  // namespace

variant_tests::variant_tests(const program& unchanged, rule_workbench& bench, std::span<const bound_test> tests, work_meter& meter,
                             std::size_t table_bytes)
    : unchanged_(unchanged), bench_(bench), code_(bench.code()), tests_(tests), meter_(meter), tests_of_(bench.rules().conclusions.size()),
      advice_(tests.size()) {
    find_tests_of_conclusions();
    evaluate_all(table_bytes);
}

void variant_tests::evaluate_all(std::size_t table_bytes) {
    const std::size_t room = table_bytes / std::max<std::size_t>(code_.node_count(), 1);
    for (std::size_t number = 0; number < std::min(tests_.size(), room); ++number) {
        tables_.push_back(kleene(code_, tests_[number].person));
        meter_.spent += code_.node_count();
    }
}

void variant_tests::find_tests_of_conclusions() {
    const rule_base& rules = bench_.rules();
    for (std::uint32_t number = 0; number < tests_.size(); ++number) {
        std::vector<bool> seen(rules.conclusions.size());
        for (const expectation& e : tests_[number].test->expected) {
            if (e.kind != expect_kind::first) mark_mentioned(rules, e.role, seen);
            for (conclusion_id x = 0; e.kind == expect_kind::first && x < seen.size(); ++x)
                if (rules.conclusions[x].is_role) mark_mentioned(rules, x, seen);
        }
        for (conclusion_id x = 0; x < seen.size(); ++x)
            if (seen[x]) tests_of_[x].push_back(number);
    }
}

void variant_tests::turn_to(conclusion_id x) {
    if (x == about_) return;
    about_ = x;
    above_.clear();
    std::vector<bool> rests(code_.node_count());
    rests[bench_.last_slot(x)] = true;
    for (node_id n = bench_.last_slot(x) + 1; n < code_.node_count(); ++n) {
        const circuit_gate& gate = code_.gate(n);
        for (std::uint32_t i = 0; i < gate.size && !rests[n]; ++i) rests[n] = rests[node_of(code_.inputs[gate.first + i])];
        if (rests[n]) above_.push_back(n);
    }
    const auto conclusions = static_cast<conclusion_id>(bench_.rules().conclusions.size());
    rests_.assign(conclusions, false);
    for (conclusion_id y = 0; y < conclusions; ++y) {
        rests_[y] = rests[node_of(code_.conclusions[y].holds)];
        const conclusion_code& c = code_.conclusions[y];
        for (std::uint32_t i = 0; i < c.evidence; ++i)
            if (rests[node_of(code_.evidence[c.first_evidence + i].of)]) rests_[y] = true;
    }
    meter_.spent += code_.node_count();
}

/// Up to the changed conclusion, or, where nothing is known of the test yet, everything.
void variant_tests::evaluate_change(std::uint32_t number) {
    if (number >= tables_.size()) {
        now_ = kleene(code_, tests_[number].person);
        meter_.spent += code_.node_count();
        return;
    }
    now_ = tables_[number];
    const node_id first = bench_.first_slot(about_), last = bench_.last_slot(about_);
    for (node_id n = first; n <= last; ++n) now_[n] = gate_truth(code_, code_.gate(n), now_);
    meter_.spent += last - first + 1;
}

/// The change makes nothing of the conclusion in any completion of the profile: it is settled, as before. (Where it is open, it may be so elsewhere.)
bool variant_tests::same_outcome() const {
    const conclusion_code& now = code_.conclusions[about_];
    const conclusion_code& before = code_.conclusions[bench_.original(about_)];
    const truth_bits bits = bits_of(now_, now.holds);
    if (bits == is_open || bits != bits_of(now_, before.holds)) return false;
    const points_interval points = kleene_points(code_, now, now_);
    return points.low == points.high && points == kleene_points(code_, before, now_);
}

bool variant_tests::fails(std::uint32_t number) {
    const bound_test& test = tests_[number];
    evaluate_change(number);
    if (same_outcome()) return false;
    for (const node_id n : above_) now_[n] = gate_truth(code_, code_.gate(n), now_);
    meter_.spent += above_.size();
    return std::ranges::any_of(test.test->expected, [&](const expectation& e) { return fails_with(test, number, e); });
}

bool variant_tests::fails_with(const bound_test& test, std::uint32_t number, const expectation& expected) {
    if (expected.kind == expect_kind::first) return another_is_first(test, number, expected);
    if (!rests_[expected.role]) return false;
    advice got;
    got.roles.push_back(outcome(test.person, expected.role));
    return !meets(expected, got);
}

/// By Kleene's tables where they settle it.
role_advice variant_tests::outcome(const facts& person, conclusion_id of) {
    role_advice made;
    made.role = of;
    made.verdict = verdict_of(bits_of(now_, code_.conclusions[of].holds));
    made.points = kleene_points(code_, code_.conclusions[of], now_);
    if (made.verdict != verdict::unknown && made.points.low == made.points.high) return made;
    meter_.spent += code_.node_count();
    return advise_on(bench_.compiled(), person, {of}, verdicts_only()).roles.front();
}

const std::vector<role_advice>& variant_tests::advice_of(std::uint32_t number) {
    std::vector<role_advice>& known = advice_[number];
    if (!known.empty()) return known;
    std::vector<conclusion_id> roles;
    for (conclusion_id x = 0; x < bench_.rules().conclusions.size(); ++x)
        if (bench_.rules().conclusions[x].is_role) roles.push_back(x);
    known = advise_on(unchanged_, tests_[number].person, roles, verdicts_only()).roles;
    meter_.spent += unchanged_.code().node_count();
    return known;
}

bool variant_tests::another_is_first(const bound_test& test, std::uint32_t number, const expectation& expected) {
    const role_advice* first = nullptr;
    std::vector<role_advice> changed = advice_of(number);
    for (role_advice& role : changed) {
        if (rests_[role.role]) role = outcome(test.person, role.role);
        const auto rank = [](const role_advice& r) { return std::tuple(r.verdict, r.points.low, r.points.high); };
        if (first == nullptr || rank(role) > rank(*first)) first = &role;
    }
    return first == nullptr || first->role != expected.role;
}

verdict variant_tests::truth(std::uint32_t number, literal of) {
    const facts& person = tests_[number].person;
    if (number < tables_.size()) {
        // A probe is a gate that the table does not know, but all that it rests on.
        const node_id n = node_of(of);
        const truth_bits known = n < code_.test_count() ? tables_[number][n] : gate_truth(code_, code_.gate(n), tables_[number]);
        ++meter_.spent;
        if (known != is_open) return verdict_of(is_negated(of) ? flipped_bits(known) : known);
    }
    meter_.spent += code_.node_count();
    return advise_on(bench_.compiled(), person, {bench_.probe(of)}, verdicts_only()).roles.front().verdict;
}

}  // namespace advise::engine
