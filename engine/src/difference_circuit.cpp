#include "difference_circuit.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <span>

namespace advise::engine {
namespace {

using signature = std::vector<std::int64_t>;

/// What only counts, not in which order it stands.
bool commutes(gate_kind kind) { return kind != gate_kind::weighted; }

class joiner {
public:
    joiner(const version& old, const version& now, const std::vector<joint_fact>& facts, const std::vector<joint_subject>& subjects)
        : old_(old), new_(now), facts_(facts), subjects_(subjects) {}

    joint_circuit run() {
        made_.rules = std::make_unique<rule_base>();
        code().rules = made_.rules.get();
        for (const joint_fact& f : facts_) add_fact(f);
        const std::optional<node_id> nowhere = facts_.empty() ? std::nullopt : std::optional(test_node({0, nothing, 0, 0}, {}));
        auto of_old = tests_of(old_, true), of_new = tests_of(new_, false);
        const literal never = nowhere ? literal_of(*nowhere) : gate_node(gate_kind::any, 1, 0, {}, {});
        gates_of(old_, of_old);
        gates_of(new_, of_new);
        for (const joint_subject& subject : subjects_) {
            add_conclusion(old_, of_old, subject.in_old, never);
            add_conclusion(new_, of_new, subject.in_new, never);
        }
        return std::move(made_);
    }

private:
    program::data& code() { return made_.code; }

    void add_fact(const joint_fact& f) {
        fact& joint = made_.rules->facts.emplace_back();
        joint.type = f.kind == joint_kind::set ? fact_type::any_of : fact_type::number;
        joint.has_range = true;
        joint.greatest = static_cast<std::int64_t>(f.values.size()) - 1;
        if (f.kind == joint_kind::set) joint.options.resize(f.values.size());
    }

    /// One node for equal tests; `ranges` in indices of joint values.
    node_id test_node(circuit_test test, const std::vector<value_range>& ranges) {
        signature key{static_cast<std::int64_t>(test.fact), static_cast<std::int64_t>(test.option)};
        for (const value_range& r : ranges) key.insert(key.end(), {r.from, r.to});
        const auto [at, fresh] = tests_.try_emplace(std::move(key), static_cast<node_id>(code().tests.size()));
        if (!fresh) return at->second;
        test.first_range = static_cast<std::uint32_t>(code().ranges.size());
        test.ranges = static_cast<std::uint32_t>(ranges.size());
        code().ranges.append(ranges.begin(), ranges.end());
        code().tests.push_back(test);
        return at->second;
    }

    /// The literal of each node of a version, tests first.
    std::vector<literal> tests_of(const version& in, bool is_old) {
        std::vector<std::uint32_t> joint(in.rules.facts.size(), 0);
        for (std::uint32_t i = 0; i < facts_.size(); ++i) {
            const fact_id id = is_old ? facts_[i].in_old : facts_[i].in_new;
            if (id != nothing) joint[id] = i;
        }
        std::vector<literal> of;
        for (const circuit_test& test : in.code.tests) of.push_back(literal_of(translated(in, test, joint[test.fact], is_old)));
        return of;
    }

    node_id translated(const version& in, const circuit_test& test, std::uint32_t joint, bool is_old) {
        const joint_fact& f = facts_[joint];
        const auto own = [&](const joint_value& v) { return is_old ? v.old_from : v.new_from; };
        std::vector<value_range> ranges;
        for (std::uint32_t i = 0; i < f.values.size(); ++i) {
            if (test.option != nothing) {
                if (own(f.values[i]) == static_cast<std::int64_t>(test.option)) return test_node({joint, i, 0, 0}, {});
                continue;
            }
            if (!holds(in, test, own(f.values[i]))) continue;
            if (!ranges.empty() && ranges.back().to + 1 == i) ranges.back().to = i;
            else ranges.push_back({i, i});
        }
        return test_node({joint, nothing, 0, 0}, ranges);  // without ranges: never
    }

    static bool holds(const version& in, const circuit_test& test, std::int64_t v) {
        const auto ranges = std::span(in.code.ranges).subspan(test.first_range, test.ranges);
        return std::ranges::any_of(ranges, [v](const value_range& r) { return r.from <= v && v <= r.to; });
    }

    static literal moved(const std::vector<literal>& of, literal l) { return is_negated(l) ? flipped(of[node_of(l)]) : of[node_of(l)]; }

    void gates_of(const version& in, std::vector<literal>& of) {
        for (const circuit_gate& gate : in.code.gates) {
            std::vector<std::pair<literal, std::int64_t>> inputs;
            for (std::uint32_t i = 0; i < gate.size; ++i)
                inputs.emplace_back(moved(of, in.code.inputs[gate.first + i]),
                                    gate.kind == gate_kind::weighted ? in.code.weights[gate.first_weight + i] : 1);
            std::ranges::sort(inputs);
            std::vector<literal> literals;
            std::vector<std::int64_t> weights;
            for (const auto& [l, weight] : inputs) {
                literals.push_back(l);
                weights.push_back(weight);
            }
            of.push_back(gate_node(gate.kind, gate.least, gate.total, literals, weights));
        }
    }

    literal gate_node(gate_kind kind, std::int64_t least, std::int64_t total, const std::vector<literal>& inputs,
                      const std::vector<std::int64_t>& weights) {
        signature key{static_cast<std::int64_t>(kind), least};
        key.insert(key.end(), inputs.begin(), inputs.end());
        if (!commutes(kind)) key.insert(key.end(), weights.begin(), weights.end());
        const auto [at, fresh] = gates_.try_emplace(std::move(key), static_cast<node_id>(code().tests.size() + code().gates.size()));
        if (!fresh) return literal_of(at->second);
        circuit_gate gate;
        gate.first = static_cast<std::uint32_t>(code().inputs.size());
        gate.size = static_cast<std::uint32_t>(inputs.size());
        gate.kind = kind;
        gate.least = least;
        gate.total = total;
        code().inputs.append(inputs.begin(), inputs.end());
        if (kind == gate_kind::weighted) {
            gate.first_weight = static_cast<std::uint32_t>(code().weights.size());
            code().weights.append(weights.begin(), weights.end());
        }
        code().gates.push_back(gate);
        return literal_of(at->second);
    }

    void add_conclusion(const version& in, const std::vector<literal>& of, conclusion_id id, literal never) {
        conclusion_code& made = code().conclusions.emplace_back();
        made.first_evidence = static_cast<std::uint32_t>(code().evidence.size());
        made.holds = never;
        if (id == nothing) return;
        const conclusion_code& from = in.code.conclusions[id];
        made.holds = moved(of, from.holds);
        made.evidence = from.evidence;
        made.max = from.max;
        for (std::uint32_t i = 0; i < from.evidence; ++i) {
            const weighted_literal& e = in.code.evidence[from.first_evidence + i];
            code().evidence.push_back({moved(of, e.of), e.points});
        }
        const auto own = std::span(code().evidence).subspan(made.first_evidence);
        std::ranges::sort(own, {}, [](const weighted_literal& e) { return std::pair(e.of, e.points); });
    }

    const version& old_;
    const version& new_;
    const std::vector<joint_fact>& facts_;
    const std::vector<joint_subject>& subjects_;
    joint_circuit made_;
    std::map<signature, node_id> tests_, gates_;
};

}  // namespace

bool joint_circuit::same_verdict(std::size_t subject) const { return code.conclusions[2 * subject].holds == code.conclusions[2 * subject + 1].holds; }

bool joint_circuit::same(std::size_t subject) const {
    const conclusion_code &a = code.conclusions[2 * subject], &b = code.conclusions[2 * subject + 1];
    const auto evidence = [&](const conclusion_code& c) { return std::span(code.evidence).subspan(c.first_evidence, c.evidence); };
    const auto equal = [](const weighted_literal& x, const weighted_literal& y) { return x.of == y.of && x.points == y.points; };
    return same_verdict(subject) && std::ranges::equal(evidence(a), evidence(b), equal);
}

joint_circuit join(const version& old, const version& now, const std::vector<joint_fact>& facts, const std::vector<joint_subject>& subjects) {
    return joiner(old, now, facts, subjects).run();
}

}  // namespace advise::engine
