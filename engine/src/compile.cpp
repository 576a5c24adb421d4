// From a rule base to its circuit: equal conditions become one class, every class and conclusion a literal.
#include "circuit_builder.hpp"

#include <advise/engine/rule_graph.hpp>
#include <advise/grammar/limits.hpp>

#include <algorithm>
#include <stdexcept>

namespace advise::engine {
namespace {

std::uint64_t mixed(std::uint64_t hash, std::uint64_t word)
{
    hash = (hash ^ word) * 0x9E37'79B9'7F4A'7C15ULL;
    return hash ^ (hash >> 29);
}

/// Finds the class of a condition whose children have theirs: open addressing, compared member by member.
class condition_classes {
public:
    condition_classes(const rule_base& rules, program::data& code) : rules_(rules), code_(code), concludes_(rules.conditions.size())
    {
        mark_what_concludes();
        std::size_t size = 64;
        while (size < rules.conditions.size() * 2) size *= 2;
        slots_.assign(size, nothing);
    }

    /// The class of a condition; `made` tells whether it is a new one.
    std::uint32_t find(condition_id id, bool& made)
    {
        const condition& c = rules_.conditions[id];
        std::size_t slot = hash(c) & (slots_.size() - 1);
        for (; slots_[slot] != nothing; slot = (slot + 1) & (slots_.size() - 1)) {
            const std::uint32_t known = slots_[slot];
            if (!equal(rules_.conditions[code_.first_of_class[known]], c)) continue;
            if (stands_before(id, code_.first_of_class[known])) code_.first_of_class[known] = id;
            made = false;
            return known;
        }
        slots_[slot] = static_cast<std::uint32_t>(code_.first_of_class.size());
        code_.first_of_class.push_back(id);
        made = true;
        return slots_[slot];
    }

private:
    /// Conditions of clauses stand before those of `after` and of claims, which no proof shows.
    [[nodiscard]] bool stands_before(condition_id a, condition_id b) const
    {
        return concludes_[a] != concludes_[b] ? concludes_[a] : a < b;
    }
    void mark_what_concludes()
    {
        std::vector<condition_id> below;
        for (const conclusion& x : rules_.conclusions)
            for (const clause& c : x.clauses) below.push_back(c.body);
        while (!below.empty()) {
            const condition_id id = below.back();
            below.pop_back();
            concludes_[id] = true;
            const condition& c = rules_.conditions[id];
            if (!has_children(c)) continue;
            for (std::uint32_t i = 0; i < c.size; ++i) below.push_back(rules_.condition_children[c.first + i]);
        }
    }
    [[nodiscard]] bool has_children(const condition& c) const
    {
        return c.kind != condition_kind::test && c.kind != condition_kind::conclusion;
    }
    [[nodiscard]] std::uint64_t part(const condition& c, std::uint32_t i) const
    {
        return has_children(c) ? code_.class_of[rules_.condition_children[c.first + i]]
                               : static_cast<std::uint64_t>(rules_.test_values[c.first + i]);
    }
    [[nodiscard]] std::uint32_t parts(const condition& c) const { return c.kind == condition_kind::conclusion ? 0 : c.size; }
    [[nodiscard]] std::uint64_t hash(const condition& c) const
    {
        std::uint64_t h = mixed(static_cast<std::uint64_t>(c.kind) << 8 | static_cast<std::uint64_t>(c.op), c.subject);
        h = mixed(h, static_cast<std::uint64_t>(c.least) << 32 | c.most);
        for (std::uint32_t i = 0; i < parts(c); ++i) h = mixed(h, part(c, i));
        return h ^ (h >> 32);
    }
    [[nodiscard]] bool equal(const condition& a, const condition& b) const
    {
        if (a.kind != b.kind || a.op != b.op || a.is_range != b.is_range || a.subject != b.subject || a.least != b.least ||
            a.most != b.most || parts(a) != parts(b))
            return false;
        for (std::uint32_t i = 0; i < parts(a); ++i)
            if (part(a, i) != part(b, i)) return false;
        return true;
    }

    const rule_base& rules_;
    program::data& code_;
    std::vector<bool> concludes_;
    std::vector<std::uint32_t> slots_;
};

class compiler {
public:
    compiler(const rule_base& rules, std::span<const std::uint32_t> slots) : rules_(rules), slots_(slots) { code_.rules = &rules; }

    program::data run()
    {
        const rule_graph graph(rules_);
        const std::vector<rule_graph::vertex> order = graph.topological_order();
        number_classes(graph, order);
        code_.class_literal.assign(code_.first_of_class.size(), 0);
        code_.conclusions.resize(slots_.empty() ? rules_.conclusions.size() : 2 * rules_.conclusions.size() + 1);
        collect_tests();
        for (const std::uint32_t vertex : code_.order) {
            if ((vertex & program::data::conclusion_bit) != 0) compile_conclusion(vertex & ~program::data::conclusion_bit);
            else compile_class(vertex);
        }
        return std::move(code_);
    }

private:
    void number_classes(const rule_graph& graph, const std::vector<rule_graph::vertex>& order)
    {
        code_.class_of.assign(rules_.conditions.size(), nothing);
        condition_classes classes(rules_, code_);
        for (const rule_graph::vertex v : order) {
            if (v < rules_.conditions.size()) {
                bool made = false;
                code_.class_of[v] = classes.find(v, made);
                if (made) code_.order.push_back(code_.class_of[v]);
            } else if (graph.is_conclusion(v)) {
                code_.order.push_back(program::data::conclusion_bit + (v - graph.of_conclusion(0)));
            }
        }
    }

    // Tests have the first node numbers; those that are constant on their whole domain become gates without inputs.
    void collect_tests()
    {
        std::vector<std::uint32_t> tests;
        for (std::uint32_t c = 0; c < code_.first_of_class.size(); ++c)
            if (rules_.conditions[code_.first_of_class[c]].kind == condition_kind::test) tests.push_back(c);
        for (const std::uint32_t c : tests) {
            const condition& test = rules_.conditions[code_.first_of_class[c]];
            const auto node = static_cast<node_id>(code_.tests.size());
            code_.class_literal[c] = literal_of(node);
            if (test.op == test_op::includes) {
                code_.tests.push_back({test.subject, static_cast<std::uint32_t>(rules_.test_values[test.first]), 0, 0});
                continue;
            }
            const std::vector<value_range> ranges = true_ranges(rules_, test);
            code_.tests.push_back({test.subject, nothing, static_cast<std::uint32_t>(code_.ranges.size()), static_cast<std::uint32_t>(ranges.size())});
            code_.ranges.insert(code_.ranges.end(), ranges.begin(), ranges.end());
        }
    }

    literal of(condition_id c) const { return code_.class_literal[code_.class_of[c]]; }

    void compile_class(std::uint32_t id)
    {
        const condition& c = rules_.conditions[code_.first_of_class[id]];
        literal& result = code_.class_literal[id];
        if (c.kind == condition_kind::test) return;
        if (c.kind == condition_kind::conclusion) { result = code_.conclusions[c.subject].holds; return; }
        std::vector<literal> inputs;
        inputs.reserve(c.size);
        for (std::uint32_t i = 0; i < c.size; ++i) inputs.push_back(of(rules_.condition_children[c.first + i]));
        result = build_.condition_gate(c, inputs);
    }

    void compile_conclusion(conclusion_id id)
    {
        const conclusion& x = rules_.conclusions[id];
        std::vector<literal> bodies;
        bodies.reserve(x.clauses.size());
        for (const clause& c : x.clauses) bodies.push_back(of(c.body));
        conclusion_code& made = code_.conclusions[id];
        made = build_.conclusion(x.clauses, bodies, x.need());
        if (slots_.empty()) return;
        code_.conclusions[rules_.conclusions.size() + id] = made;
        code_.gates.resize(code_.gates.size() + slots_[id]);
        code_.gates.back() = build_.passing_on(made.holds);
        made.holds = literal_of(code_.node_count() - 1);
    }

    const rule_base& rules_;
    std::span<const std::uint32_t> slots_;
    program::data code_;
    circuit_builder build_{code_};
};

}  // namespace

program::data compile_with_slots(const rule_base& rules, std::span<const std::uint32_t> slots) { return compiler(rules, slots).run(); }

program::program(const rule_base& rules) : data_(std::make_unique<const data>(compiler(rules, {}).run())) {}
program::program(std::unique_ptr<const data> compiled) : data_(std::move(compiled)) {}
program::~program() = default;
program::program(program&&) noexcept = default;
program& program::operator=(program&&) noexcept = default;
const rule_base& program::rules() const { return *data_->rules; }

}  // namespace advise::engine
