// What must be true of every element of a compiled file: indices inside what they lead to, enumerators that are some, and what something rests on in
// front of it. Bytes of enumerators and bools are looked at as numbers: as what they should be they must not be read before.
#include "compiled_image.hpp"

#include <advise/engine/facts.hpp>
#include <advise/grammar/limits.hpp>

#include <algorithm>

namespace advise::engine::compiled_form {
namespace {

namespace limits = grammar::limits;

std::uint8_t byte_of(const void* element, std::size_t offset) { return static_cast<const std::uint8_t*>(element)[offset]; }

template <class T>
bool reaches(std::uint64_t first, std::uint64_t count, const T& array) {
    return first <= array.size() && count <= array.size() - first;
}

/// One for each element of a section of these.
template <class T, part P, bool (*Good)(const mapped_rules&, const T&, std::size_t)>
bool each(const mapped_rules& of, std::size_t first, std::size_t count) {
    const std::span<const T> all = of.unjudged<T>(P).subspan(first, count);
    for (std::size_t i = 0; i < count; ++i)
        if (!Good(of, all[i], first + i)) return false;
    return true;
}

// --- conditions

bool good_origin(const mapped_rules& of, const origin& o) { return o.file < of.rules->files.size() && o.where.begin <= o.where.end; }

bool good_value(const rule_base& rules, const fact& f, std::int64_t v) {
    switch (f.type) {
    case fact_type::yes_no: return v == 0 || v == 1;
    case fact_type::number: return v >= -limits::greatest_number && v <= limits::greatest_number;
    default: return v >= 0 && v < static_cast<std::int64_t>(rules.options_of(f).size());
    }
}

bool good_operator(const condition& c, const fact& f) {
    const bool choice = f.type == fact_type::one_of || f.type == fact_type::any_of;
    switch (c.op) {
    case test_op::has: return !choice && c.size == 0;
    case test_op::includes: return f.type == fact_type::any_of && c.size == 1;
    case test_op::in: return f.type != fact_type::any_of && c.size >= 1;
    case test_op::eq:
    case test_op::ne: return f.type != fact_type::any_of && c.size == 1;
    default: return (f.type == fact_type::level || f.type == fact_type::number) && c.size == 1;
    }
}

bool good_test(const mapped_rules& of, const condition& c) {
    const rule_base& rules = *of.rules;
    if (c.subject >= rules.facts.size() || c.bound != count_bound::at_least) return false;
    const fact& f = rules.facts[c.subject];
    if (!good_operator(c, f) || (c.op != test_op::has && !reaches(c.first, c.size, rules.test_values))) return false;
    if (c.op == test_op::has) return !c.is_range;
    const std::span<const std::int64_t> values = rules.values_of(c);
    for (const std::int64_t v : values)
        if (!good_value(rules, f, v)) return false;
    return !c.is_range || (c.op == test_op::in && c.size == 2 && f.type == fact_type::number && values[0] <= values[1]);
}

bool good_gate(const mapped_rules& of, const condition& c, std::size_t id) {
    const rule_base& rules = *of.rules;
    if (!reaches(c.first, c.size, rules.condition_children)) return false;
    if (c.kind == condition_kind::negation && c.size != 1) return false;
    if (c.kind == condition_kind::count && c.subject > c.size) return false;
    const std::uint16_t depth = of.depths[id];
    if (depth == 0 || depth > compiled_depth) return false;
    for (const condition_id member : rules.members_of(c))
        if (member >= id || of.depths[member] >= depth) return false;
    return true;
}

bool good_condition(const mapped_rules& of, const condition& c, std::size_t id) {
    if (byte_of(&c, offsetof(condition, kind)) > static_cast<std::uint8_t>(condition_kind::count)
        || byte_of(&c, offsetof(condition, op)) > static_cast<std::uint8_t>(test_op::includes) || byte_of(&c, offsetof(condition, is_range)) > 1
        || byte_of(&c, offsetof(condition, bound)) > static_cast<std::uint8_t>(count_bound::exactly) || !good_origin(of, c.at))
        return false;
    if (c.kind == condition_kind::test) return good_test(of, c);
    if (c.kind == condition_kind::conclusion) return c.subject < of.rules->conclusions.size() && c.size == 0;
    return good_gate(of, c, id);
}

bool good_child(const mapped_rules& of, const condition_id& id, std::size_t) { return id < of.rules->conditions.size(); }

bool good_clause(const mapped_rules& of, const clause& c, std::size_t) {
    return byte_of(&c, offsetof(clause, kind)) <= static_cast<std::uint8_t>(clause_kind::evidence) && byte_of(&c, offsetof(clause, arrow)) <= 1
           && c.points >= -limits::points && c.points <= limits::points && c.body < of.rules->conditions.size()
           && (c.words == nothing || c.words < of.rules->wordings.size()) && good_origin(of, c.at);
}

// --- the circuit

bool good_circuit_test(const mapped_rules& of, const circuit_test& t, std::size_t) {
    if (t.fact >= of.rules->facts.size() || !reaches(t.first_range, t.ranges, of.code.ranges)) return false;
    const fact& f = of.rules->facts[t.fact];
    if (f.type == fact_type::any_of) return t.option < f.options.size();
    if (t.option != nothing) return false;
    const known_fact domain = whole_domain(*of.rules, t.fact);
    std::int64_t after = domain.from;
    for (const value_range& r : of.code.ranges.slice(t.first_range, t.ranges)) {
        if (r.from < after || r.from > r.to || r.to > domain.to) return false;
        after = r.to + 2;
    }
    return true;
}

bool good_literal(const mapped_rules& of, literal l) { return node_of(l) < of.code.node_count(); }

bool good_weights(const mapped_rules& of, const circuit_gate& g) {
    if (!reaches(g.first_weight, g.size, of.code.weights)) return false;
    std::int64_t total = 0;
    for (const std::int64_t w : of.unjudged<std::int64_t>(part::weights).subspan(g.first_weight, g.size)) {
        if (w < 0 || w > limits::points) return false;
        total += w;
    }
    const std::int64_t most = 2 * limits::points * (static_cast<std::int64_t>(g.size) + 1);
    return g.total == total && g.least >= -most && g.least <= most;
}

bool good_circuit_gate(const mapped_rules& of, const circuit_gate& g, std::size_t index) {
    if (byte_of(&g, offsetof(circuit_gate, kind)) > static_cast<std::uint8_t>(gate_kind::weighted) || !reaches(g.first, g.size, of.code.inputs))
        return false;
    const std::size_t node = of.code.tests.size() + index;
    for (const literal l : of.unjudged<literal>(part::inputs).subspan(g.first, g.size))
        if (node_of(l) >= node) return false;
    if (g.kind == gate_kind::weighted) return good_weights(of, g);
    const std::int64_t size = g.size;
    if (g.total != size || g.least < 0 || g.least > size + 1) return false;
    return g.kind == gate_kind::all ? g.least == size : g.kind != gate_kind::any || g.least == 1;
}

/// Whoever wants gates wants all of their inputs, so these are judged first and not asked about for each.
bool good_gates(const mapped_rules& of, std::size_t first, std::size_t count) {
    of.guard(part::inputs)->need_all();
    of.guard(part::weights)->need_all();
    return each<circuit_gate, part::gates, good_circuit_gate>(of, first, count);
}

bool good_input(const mapped_rules& of, const literal& l, std::size_t) { return good_literal(of, l); }

bool good_conclusion_code(const mapped_rules& of, const conclusion_code& c, std::size_t) {
    if (!good_literal(of, c.holds) || !reaches(c.first_evidence, c.evidence, of.code.evidence)) return false;
    std::int64_t max = 0;
    for (const weighted_literal& e : of.code.evidence.slice(c.first_evidence, c.evidence)) max += std::max<std::int64_t>(e.points, 0);
    return max == c.max;
}

bool good_evidence(const mapped_rules& of, const weighted_literal& e, std::size_t) {
    return good_literal(of, e.of) && e.points >= -limits::points && e.points <= limits::points;
}

bool good_class(const mapped_rules& of, const std::uint32_t& c, std::size_t) { return c < of.code.first_of_class.size(); }
bool good_first(const mapped_rules& of, const condition_id& id, std::size_t) { return id < of.rules->conditions.size(); }

bool good_vertex(const mapped_rules& of, const std::uint32_t& v, std::size_t) {
    constexpr std::uint32_t bit = program::data::conclusion_bit;
    return (v & bit) != 0 ? (v & ~bit) < of.rules->conclusions.size() : v < of.code.first_of_class.size();
}

// --- names

bool good_name(const mapped_rules& of, const std::uint32_t& n, std::size_t) {
    constexpr std::uint32_t bit = name_index::tables::conclusion_bit;
    return n == nothing || ((n & bit) != 0 ? (n & ~bit) < of.rules->conclusions.size() : n < of.rules->facts.size());
}
bool good_fact_label(const mapped_rules& of, const name_index::tables::label& l, std::size_t) { return l.of < of.rules->facts.size(); }
bool good_conclusion_label(const mapped_rules& of, const name_index::tables::label& l, std::size_t) { return l.of < of.rules->conclusions.size(); }

bool good_value_name(const mapped_rules& of, const name_index::tables::value_name& v, std::size_t) {
    const rule_base& rules = *of.rules;
    if (v.owner < rules.scales.size()) return v.index < rules.scales[v.owner].levels.size();
    return v.owner - rules.scales.size() < rules.facts.size() && v.index < rules.facts[v.owner - rules.scales.size()].options.size();
}

bool good_owner(const mapped_rules& of, const std::uint32_t& owner, std::size_t f) {
    const rule_base& rules = *of.rules;
    return f < rules.facts.size() && owner == (rules.facts[f].type == fact_type::level ? rules.facts[f].scale : rules.scales.size() + f);
}

bool good_terms(const mapped_rules& of, std::size_t first, std::size_t count) {
    return sound_text(of.bytes.substr(of.section(part::terms).offset + first, count), true);
}
bool good_texts(const mapped_rules& of, std::size_t first, std::size_t count) {
    return sound_text(of.bytes.substr(of.section(part::texts).offset + first, count), true);
}

}  // namespace

judge judge_of(part p) {
    using tables = name_index::tables;
    switch (p) {
    case part::terms: return good_terms;
    case part::texts: return good_texts;
    case part::clauses: return each<clause, part::clauses, good_clause>;
    case part::conditions: return each<condition, part::conditions, good_condition>;
    case part::condition_children: return each<condition_id, part::condition_children, good_child>;
    case part::tests: return each<circuit_test, part::tests, good_circuit_test>;
    case part::gates: return good_gates;
    case part::inputs: return each<literal, part::inputs, good_input>;
    case part::conclusion_codes: return each<conclusion_code, part::conclusion_codes, good_conclusion_code>;
    case part::evidence: return each<weighted_literal, part::evidence, good_evidence>;
    case part::class_of: return each<std::uint32_t, part::class_of, good_class>;
    case part::first_of_class: return each<condition_id, part::first_of_class, good_first>;
    case part::class_literal: return each<literal, part::class_literal, good_input>;
    case part::order: return each<std::uint32_t, part::order, good_vertex>;
    case part::named: return each<std::uint32_t, part::named, good_name>;
    case part::fact_labels: return each<tables::label, part::fact_labels, good_fact_label>;
    case part::conclusion_labels: return each<tables::label, part::conclusion_labels, good_conclusion_label>;
    case part::values: return each<tables::value_name, part::values, good_value_name>;
    case part::owners: return each<std::uint32_t, part::owners, good_owner>;
    default: return nullptr;
    }
}

}  // namespace advise::engine::compiled_form
