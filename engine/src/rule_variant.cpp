#include "rule_variant.hpp"

#include "kleene.hpp"
#include "witness.hpp"

#include <algorithm>

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

}  // namespace

rule_workbench::rule_workbench(const rule_base& rules) : rules_(rules), parents_(rules.conditions.size(), nothing) {
    work_.scales = rules.scales;
    work_.facts = rules.facts;
    work_.conclusions = rules.conclusions;
    work_.conditions = rules.conditions;
    work_.condition_children = rules.condition_children;
    work_.test_values = rules.test_values;
    for (condition_id c = 0; c < rules.conditions.size(); ++c)
        for (const condition_id member : members(c)) parents_[member] = c;
}

variant_clauses rule_workbench::clauses_of(conclusion_id x) const {
    variant_clauses made;
    for (const clause& c : rules_.conclusions[x].clauses) made.clauses.push_back(without_words(c));
    made.needs = rules_.conclusions[x].needs();
    return made;
}

condition_id rule_workbench::add_test(const condition& like, test_op op, bool is_range, std::span<const std::int64_t> values) {
    condition made = like;
    made.op = op;
    made.is_range = is_range;
    made.first = static_cast<std::uint32_t>(work_.test_values.size());
    made.size = static_cast<std::uint32_t>(values.size());
    work_.test_values.append(values.begin(), values.end());
    work_.conditions.push_back(made);
    return static_cast<condition_id>(work_.conditions.size() - 1);
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
    code_.reset();
    work_.conditions.resize(rules_.conditions.size());
    work_.condition_children.resize(rules_.condition_children.size());
    work_.test_values.resize(rules_.test_values.size());
    work_.conclusions.resize(rules_.conclusions.size());
    if (changed_one_ != nothing) work_.conclusions[changed_one_] = rules_.conclusions[changed_one_];
    changed_one_ = nothing;
}

const program& rule_workbench::compile(conclusion_id x, variant_clauses changed, variant_clauses probe) {
    code_.reset();
    if (changed_one_ != nothing) work_.conclusions[changed_one_] = rules_.conclusions[changed_one_];
    work_.conclusions.resize(rules_.conclusions.size());
    changed_ = std::move(changed);
    probe_ = std::move(probe);
    changed_one_ = x;
    work_.conclusions[x].clauses = changed_.clauses;
    work_.concluded_words.clear();
    work_.words_for(work_.conclusions[x]).needs = changed_.needs;
    conclusion& original = work_.conclusions.emplace_back(rules_.conclusions[x]);
    original.is_role = false;
    conclusion& probed = work_.conclusions.emplace_back();
    probed.clauses = probe_.clauses;
    work_.words_for(probed).needs = probe_.needs;
    code_.emplace(work_);
    return *code_;
}

variant_clauses only_when(condition_id body) {
    variant_clauses made;
    clause& c = made.clauses.emplace_back();
    c.kind = clause_kind::when;
    c.body = body;
    return made;
}

variant_judge::variant_judge(const program& code, conclusion_id x, bool points_count, work_meter& meter)
    : code_(code.code()), x_(x), original_(static_cast<conclusion_id>(code_.rules->conclusions.size() - 2)), points_count_(points_count),
      cells_(code_), cut_(code_.node_count()), space_(code_, cells_, cut_, meter) {}

sat_literal variant_judge::differ() {
    sat_world& world = space_.world();
    const sat_literal a = world.of(code_.conclusions[x_].holds), b = world.of(code_.conclusions[original_].holds);
    const auto both = [&](sat_literal p, sat_literal q) { return all_hold(space_.solver(), space_.always(), {p, q}); };
    if (a == -b) return space_.always();
    std::vector<sat_literal> ways;
    if (a != b) ways = {both(a, -b), both(-a, b)};
    if (points_count_) {
        ways.push_back(space_.more_points(world, x_, world, original_));
        ways.push_back(space_.more_points(world, original_, world, x_));
    }
    return any_holds(space_.solver(), space_.always(), ways);
}

sat_literal variant_judge::probe(bool holds) {
    const sat_literal l = space_.world().of(code_.conclusions[original_ + 1].holds);
    return holds ? l : -l;
}

variant_judge::difference variant_judge::smallest(const std::vector<sat_literal>& asked) {
    std::vector<literal> roots;
    for (const conclusion_id of : {x_, original_}) {
        const conclusion_code& c = code_.conclusions[of];
        roots.push_back(c.holds);
        for (std::uint32_t i = 0; i < c.evidence; ++i) roots.push_back(code_.evidence[c.first_evidence + i].of);
    }
    const found_profiles found = smallest_profile(space_, asked, facts_below(code_, roots));
    facts person;
    for (fact_id f = 0; f < code_.rules->facts.size(); ++f) {
        known_fact& known = person.known.emplace_back(whole_domain(*code_.rules, f));
        known.to = known.from;
        std::ranges::fill(known.options, std::uint8_t{0});
    }
    for (const auto& [f, value] : found.first) {
        person.known[f].from = person.known[f].to = value.number;
        for (const std::uint32_t o : value.members) person.known[f].options[o] = 1;
    }
    return {found.first, outcome(person, original_), outcome(person, x_), found.smallest};
}

/// Kleene's tables are exact where nothing is open.
certain_outcome variant_judge::outcome(const facts& person, conclusion_id of) const {
    const truth_table truths = kleene(code_, person);
    return {bits_of(truths, code_.conclusions[of].holds) == can_be_true, kleene_points(code_, code_.conclusions[of], truths).low};
}

std::vector<std::vector<const bound_test*>> tests_of_conclusions(const rule_base& rules, std::span<const bound_test> tests) {
    std::vector<std::vector<const bound_test*>> made(rules.conclusions.size());
    for (const bound_test& test : tests) {
        std::vector<bool> seen(rules.conclusions.size());
        std::vector<conclusion_id> open;
        const auto visit = [&](conclusion_id x) {
            if (seen[x]) return;
            seen[x] = true;
            open.push_back(x);
        };
        for (const expectation& e : test.test->expected) {
            if (e.kind != grammar::ast::expect_kind::first) visit(e.role);
            for (conclusion_id x = 0; e.kind == grammar::ast::expect_kind::first && x < seen.size(); ++x)
                if (rules.conclusions[x].is_role) visit(x);
        }
        while (!open.empty()) {
            const conclusion_id x = open.back();
            open.pop_back();
            std::vector<condition_id> below;
            for (const clause& c : rules.conclusions[x].clauses) below.push_back(c.body);
            while (!below.empty()) {
                const condition& c = rules.conditions[below.back()];
                below.pop_back();
                if (c.kind == condition_kind::conclusion) visit(c.subject);
                for (std::uint32_t i = 0; is_gate(c) && i < c.size; ++i) below.push_back(rules.condition_children[c.first + i]);
            }
        }
        for (conclusion_id x = 0; x < seen.size(); ++x)
            if (seen[x]) made[x].push_back(&test);
    }
    return made;
}

}  // namespace advise::engine
