#include "rule_variant.hpp"

#include "kleene.hpp"
#include "witness.hpp"

#include <advise/grammar/limits.hpp>

#include <algorithm>
#include <utility>

namespace advise::engine {
namespace {

bool is_gate(const condition& c) { return c.kind != condition_kind::test && c.kind != condition_kind::conclusion; }

clause without_words(const clause& c) {
    clause made;
    made.kind = c.kind;
    made.points = c.points;
    made.body = c.body;
    made.at = c.at;
    return made;
}

/// The tests that these literals rest on. O(their cone)
std::vector<const circuit_test*> tests_below(const program::data& code, const std::vector<literal>& roots) {
    std::vector<const circuit_test*> found;
    std::vector<bool> seen(code.node_count());
    std::vector<node_id> open;
    const auto visit = [&](literal l) {
        if (!seen[node_of(l)]) open.push_back(node_of(l));
        seen[node_of(l)] = true;
    };
    for (const literal l : roots) visit(l);
    while (!open.empty()) {
        const node_id n = open.back();
        open.pop_back();
        if (n < code.test_count()) {
            found.push_back(&code.tests[n]);
            continue;
        }
        const circuit_gate& gate = code.gate(n);
        for (std::uint32_t i = 0; i < gate.size; ++i) visit(code.inputs[gate.first + i]);
    }
    return found;
}

/// The cells are those of all variants: 4.000001 may be 5 where only another variant asks what is between.
std::int64_t whole_value(const program::data& code, const std::vector<const circuit_test*>& asked, fact_id f, std::int64_t value) {
    const fact& of = code.rules->facts[f];
    constexpr std::int64_t grid = grammar::limits::grid;
    if (of.type != fact_type::number || value == of.least || value % grid == 0) return value;
    const std::int64_t whole = value - value % grid + (value > 0 ? grid : 0);
    const auto truth = [&](const circuit_test& test, std::int64_t at) {
        known_fact known;
        known.from = known.to = at;
        return test_truth(code, test, known);
    };
    const bool same = whole <= of.greatest && std::ranges::all_of(asked, [&](const circuit_test* test) {
                          return test->fact != f || truth(*test, value) == truth(*test, whole);
                      });
    return same ? whole : value;
}

}  // namespace

rule_workbench::rule_workbench(const rule_base& rules, std::span<const other_test> tests)
    : rules_(rules), parents_(rules.conditions.size(), nothing) {
    work_.scales = rules.scales;
    work_.facts = rules.facts;
    work_.conclusions = rules.conclusions;
    work_.conditions = rules.conditions;
    work_.condition_children = rules.condition_children;
    work_.test_values = rules.test_values;
    for (condition_id c = 0; c < rules.conditions.size(); ++c)
        for (const condition_id member : members(c)) parents_[member] = c;
    add_tests(tests);
    slots_ = slots_needed();
    *data_ = compile_with_slots(work_, slots_);
    inputs_ = data_->inputs.size();
    weights_ = data_->weights.size();
    evidence_ = data_->evidence.size();
    conditions_ = work_.conditions.size();
    children_ = work_.condition_children.size();
}

void rule_workbench::add_tests(std::span<const other_test> tests) {
    for (const other_test& t : tests) {
        condition& made = work_.conditions.emplace_back(rules_.conditions[t.like]);
        made.op = t.op;
        made.is_range = t.is_range;
        made.first = static_cast<std::uint32_t>(work_.test_values.size());
        made.size = static_cast<std::uint32_t>(t.values.size());
        work_.test_values.append(t.values.begin(), t.values.end());
    }
}

/// A variant has new gates only on the way from what is changed to the whole condition, at most `gates_of_one` for each, and for the conclusion itself.
std::vector<std::uint32_t> rule_workbench::slots_needed() const {
    constexpr std::uint32_t gates_of_one = 3, gates_of_conclusion = 4, gates_of_change = 2 * gates_of_one + 1;
    std::vector<std::uint32_t> depth(rules_.conditions.size(), 0), made;
    for (condition_id c = 0; c < depth.size(); ++c)
        if (parents_[c] != nothing) depth[parents_[c]] = std::max(depth[parents_[c]], depth[c] + 1);
    for (const conclusion& x : rules_.conclusions) {
        std::uint32_t deepest = 0;
        for (const clause& c : x.clauses) deepest = std::max(deepest, depth[c.body]);
        made.push_back(gates_of_one * deepest + gates_of_change + gates_of_conclusion + 1);
    }
    return made;
}

variant_clauses rule_workbench::clauses_of(conclusion_id x) const {
    variant_clauses made;
    for (const clause& c : rules_.conclusions[x].clauses) made.clauses.push_back(without_words(c));
    made.needs = rules_.conclusions[x].needs();
    return made;
}

condition_id rule_workbench::add_gate(condition_kind kind, std::span<const condition_id> of, std::uint32_t least, std::uint32_t most) {
    const std::vector<condition_id> kept(of.begin(), of.end());  // `of` may point into what grows now
    condition made;
    made.kind = kind;
    made.first = static_cast<std::uint32_t>(work_.condition_children.size());
    made.size = static_cast<std::uint32_t>(kept.size());
    if (kind == condition_kind::count) made.count_members(least, most);
    work_.condition_children.append(kept.begin(), kept.end());
    work_.conditions.push_back(made);
    return static_cast<condition_id>(work_.conditions.size() - 1);
}

condition_id rule_workbench::replaced(condition_id old, condition_id by) {
    for (condition_id above = parents_[old]; above != nothing; above = parents_[above]) {
        const condition gate = work_.conditions[above];
        std::vector<condition_id> of(members(above).begin(), members(above).end());
        std::ranges::replace(of, old, by);
        by = add_gate(gate.kind, of, gate.least(), gate.most());
        old = above;
    }
    return by;
}

std::span<const condition_id> rule_workbench::members(condition_id c) const {
    const condition& gate = work_.conditions[c];
    if (!is_gate(gate)) return {};
    return work_.members_of(gate);
}

void rule_workbench::reset() {
    work_.conditions.resize(conditions_);
    work_.condition_children.resize(children_);
    probes_ = 0;
    if (changed_ == nothing) return;
    data_->inputs.resize(inputs_);
    data_->weights.resize(weights_);
    data_->evidence.resize(evidence_);
    for (node_id n = first_slot(changed_); n < last_slot(changed_); ++n) data_->gates[n - data_->test_count()] = {};
    truth_gate(changed_) = unchanged_gate_;
    put(changed_, data_->conclusions[original(changed_)]);
    changed_ = nothing;
}

circuit_gate& rule_workbench::truth_gate(conclusion_id x) { return data_->gates[last_slot(x) - data_->test_count()]; }

/// Whatever the clauses make of it, its truth stays the last slot.
void rule_workbench::put(conclusion_id x, const conclusion_code& made) {
    const literal holds = data_->conclusions[x].holds;
    data_->conclusions[x] = made;
    data_->conclusions[x].holds = holds;
}

circuit_builder& rule_workbench::begin(conclusion_id x) {
    if (changed_ == nothing) unchanged_gate_ = truth_gate(x);
    changed_ = x;
    build_.fill(first_slot(x) + probes_, last_slot(x));
    return build_;
}

void rule_workbench::change(conclusion_id x, const variant_clauses& changed) {
    circuit_builder& build = begin(x);
    std::vector<literal> bodies;
    for (const clause& c : changed.clauses) bodies.push_back(of(c.body));
    const conclusion_code made = build.conclusion(changed.clauses, bodies, changed.needs.empty() ? nullptr : &changed.needs.front());
    truth_gate(x) = build.passing_on(made.holds);
    put(x, made);
}

literal rule_workbench::of(condition_id c) {
    if (c < data_->class_of.size()) return literal_of_condition(c);
    const condition gate = work_.conditions[c];
    std::vector<literal> inputs;
    for (std::uint32_t i = 0; i < gate.size; ++i) inputs.push_back(of(work_.condition_children[gate.first + i]));
    return build_.condition_gate(gate, inputs);
}

literal rule_workbench::points_probe(conclusion_id x) {
    circuit_builder& build = begin(x);
    const conclusion_code& c = data_->conclusions[original(x)];
    const auto kept = std::as_const(data_->evidence).slice(c.first_evidence, c.evidence);
    const std::vector<weighted_literal> evidence(kept.begin(), kept.end());
    ++probes_;
    return build.points_gate(evidence, rules_.conclusions[x].need()->points);
}

conclusion_id rule_workbench::probe(literal l) {
    const auto free = static_cast<conclusion_id>(2 * rules_.conclusions.size());
    data_->conclusions[free] = {};
    data_->conclusions[free].holds = l;
    return free;
}

variant_judge::variant_judge(rule_workbench& bench, const fact_cells& cells, conclusion_id x, work_meter& meter)
    : bench_(bench), code_(bench.code()), x_(x), original_(bench.original(x)), facts_(facts_below(code_, roots_of(original_))),
      cut_(code_.node_count()), space_(code_, cells, cut_, meter) {}

sat_literal variant_judge::differ() {
    sat_world& world = space_.world();
    const sat_literal a = world.of(code_.conclusions[x_].holds), b = world.of(code_.conclusions[original_].holds);
    std::vector<sat_literal> ways{engine::differ(space_.solver(), space_.always(), a, b)};
    if (bench_.rules().conclusions[x_].is_role) {
        ways.push_back(space_.more_points(world, x_, world, original_));
        ways.push_back(space_.more_points(world, original_, world, x_));
    }
    return any_holds(space_.solver(), space_.always(), ways);
}

std::vector<literal> variant_judge::roots_of(conclusion_id of) const {
    const conclusion_code& c = code_.conclusions[of];
    std::vector<literal> roots{c.holds};
    for (std::uint32_t i = 0; i < c.evidence; ++i) roots.push_back(code_.evidence[c.first_evidence + i].of);
    return roots;
}

variant_judge::difference variant_judge::find_difference(profile_wanted wanted, const std::vector<std::uint64_t>* known) {
    found_profiles found = smallest_profile(space_, {differ()}, facts_, nullptr, nothing, wanted, known);
    if (found.answer != sat_answer::satisfiable) return {found.answer, {}, false};
    return told(std::move(found.first), found.smallest);
}

variant_judge::difference variant_judge::difference_under(const std::vector<std::uint64_t>& known, bool is_smallest) {
    return told(completion_of(code_, space_.world().cells(), known, facts_), is_smallest);
}

variant_judge::difference variant_judge::told(completion profile, bool is_smallest) const {
    std::vector<literal> roots = roots_of(original_);
    for (const literal l : roots_of(x_)) roots.push_back(l);
    const std::vector<const circuit_test*> asked_of = tests_below(code_, roots);
    for (auto& [f, value] : profile)
        if (code_.rules->facts[f].type == fact_type::number) value.number = whole_value(code_, asked_of, f, value.number);
    return {sat_answer::satisfiable, std::move(profile), is_smallest};
}

}  // namespace advise::engine
