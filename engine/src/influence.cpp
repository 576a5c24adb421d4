#include "influence.hpp"

#include "random.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace advise::engine {
namespace {

inline constexpr unsigned lanes = 64;
inline constexpr unsigned rounds = 6;

/// Random completions, 64 at a time; each variable is moved to another cell in all of them at once, and the outcome compared.
class flips {
public:
    explicit flips(const residual& circuit) : circuit_(circuit), words_(circuit.nodes()) {}

    void look(std::vector<bool>& matters, std::uint64_t& work, std::uint64_t work_limit)
    {
        splitmix random(0x666c'6970'73ULL);
        for (unsigned round = 0; round < rounds; ++round) {
            std::vector<std::array<std::uint32_t, lanes>> cells(circuit_.variables.size());
            work += cells.size() * lanes;
            if (work > work_limit) return;
            for (std::uint32_t v = 0; v < cells.size(); ++v) {
                for (std::uint32_t& c : cells[v]) c = random.below(circuit_.variables[v].cells);
                set_words(v, cells[v]);
            }
            const outcome before = evaluate(work);
            for (std::uint32_t v = 0; v < cells.size(); ++v) {
                if (matters[v]) continue;
                if (work > work_limit) return;
                std::array<std::uint32_t, lanes> moved = cells[v];
                const std::uint32_t count = circuit_.variables[v].cells;
                for (std::uint32_t& c : moved) c = (c + 1 + (count > 2 ? random.below(count - 1) : 0)) % count;
                set_words(v, moved);
                matters[v] = differs(before, evaluate(work));
                set_words(v, cells[v]);
            }
        }
    }

private:
    struct outcome {
        std::uint64_t verdict = 0;
        std::vector<std::uint64_t> evidence;
    };

    void set_words(std::uint32_t index, const std::array<std::uint32_t, lanes>& cells)
    {
        const variable& v = circuit_.variables[index];
        for (std::uint32_t t = 0; t < v.tests; ++t) {
            std::uint64_t word = 0;
            for (unsigned lane = 0; lane < lanes; ++lane) word |= std::uint64_t{circuit_.truth(v, cells[lane], t)} << lane;
            words_[v.first_test + t] = word;
        }
    }

    [[nodiscard]] std::uint64_t word(literal l) const { return is_negated(l) ? ~words_[node_of(l)] : words_[node_of(l)]; }

    outcome evaluate(std::uint64_t& work)
    {
        evaluate_lanes(circuit_, words_);
        work += circuit_.inputs.size() * 2 + circuit_.points.terms.size() * 2 + 1;
        outcome seen;
        if (!circuit_.verdict.terms.empty()) seen.verdict = word(circuit_.verdict.terms.front().of);
        for (const weighted_literal& term : circuit_.points.terms) seen.evidence.push_back(word(term.of));
        return seen;
    }

    [[nodiscard]] bool differs(const outcome& a, const outcome& b) const
    {
        if (a.verdict != b.verdict) return true;
        if (a.evidence == b.evidence) return false;
        std::array<std::int64_t, lanes> change{};
        for (std::size_t i = 0; i < a.evidence.size(); ++i) {
            const std::int64_t points = circuit_.points.terms[i].points;
            for (std::uint64_t at = a.evidence[i] ^ b.evidence[i]; at != 0; at &= at - 1) {
                const auto lane = static_cast<std::size_t>(std::countr_zero(at));
                change[lane] += ((b.evidence[i] >> lane) & 1U) != 0 ? points : -points;
            }
        }
        return std::ranges::any_of(change, [](std::int64_t c) { return c != 0; });
    }

    const residual& circuit_;
    std::vector<std::uint64_t> words_;
};

/// Two copies of the circuit that differ in one variable's cell only: is there a completion of the rest with different outcomes?
class twin_search {
public:
    twin_search(const residual& circuit, std::uint32_t variable_index, std::uint32_t one, std::uint32_t other, std::uint64_t work_limit)
        : circuit_(circuit), a_(circuit, work_limit), b_(circuit, work_limit), differs_(circuit.nodes()), marks_(circuit.nodes())
    {
        a_.restrict_to(variable_index, {one});
        b_.restrict_to(variable_index, {other});
    }

    /// Nullopt when the work limit stopped it.
    std::optional<bool> run()
    {
        const bool found = descend();
        work_ = a_.work() + b_.work();
        if (found) return true;
        if (a_.exhausted()) return std::nullopt;
        return false;
    }

    [[nodiscard]] std::uint64_t work() const { return work_; }

private:
    bool descend()
    {
        if (a_.exhausted()) return false;
        a_.bounds(circuit_.verdict);
        b_.bounds(circuit_.verdict);
        a_.charge(circuit_.inputs.size() * 2 + circuit_.points.terms.size());      // to spread, and to find the most used
        spread();
        bool open = false;
        if (differs_for_sure(open)) return true;
        if (!open) return false;
        const std::uint32_t v = most_used();
        if (v == nothing) return false;
        const cell_group before = a_.allowed(v);
        bool found = false;
        for (const cell_group& group : groups(v)) {
            a_.restrict_to(v, group);
            b_.restrict_to(v, group);
            found = descend();
            if (found || a_.exhausted()) break;
        }
        a_.restore(v, before);
        b_.restore(v, before);
        return found;
    }

    [[nodiscard]] bool decided_alike(node_id n) const
    {
        const truth_bits a = a_.bits(literal_of(n)), b = b_.bits(literal_of(n));
        return a == b && a != is_open;
    }
    [[nodiscard]] bool open_in_either(node_id n) const { return a_.bits(literal_of(n)) == is_open || b_.bits(literal_of(n)) == is_open; }

    /// Marks the nodes that may have another value in one copy than in the other.
    void spread()
    {
        for (node_id n = 0; n < circuit_.tests(); ++n) differs_[n] = a_.bits(literal_of(n)) != b_.bits(literal_of(n)) ? 1 : 0;
        for (std::size_t g = 0; g < circuit_.gates.size(); ++g) {
            const residual_gate& gate = circuit_.gates[g];
            const auto node = static_cast<node_id>(circuit_.tests() + g);
            bool any = false;
            for (std::uint32_t i = 0; i < gate.size && !any; ++i) any = differs_[node_of(circuit_.inputs[gate.first + i])] != 0;
            differs_[node] = any && !decided_alike(node) ? 1 : 0;
        }
    }

    /// Whether the outcome is different whatever the rest; else `open` says whether it may still become so.
    bool differs_for_sure(bool& open)
    {
        for (const weighted_literal& term : circuit_.verdict.terms) {
            if (differs_[node_of(term.of)] == 0) continue;
            if (!open_in_either(node_of(term.of))) return true;
            open = true;
        }
        std::int64_t change = 0;
        bool sum_open = false;
        for (const weighted_literal& term : circuit_.points.terms) {
            const node_id n = node_of(term.of);
            if (differs_[n] == 0) continue;
            if (open_in_either(n)) { sum_open = true; continue; }
            change += b_.bits(term.of) == can_be_true ? term.points : -term.points;
        }
        open = open || sum_open;
        return !sum_open && change != 0;
    }

    /// The variable whose open tests are used most by what may make the outcomes different.
    std::uint32_t most_used()
    {
        std::ranges::fill(marks_, 0U);
        const auto start = [&](const objective& o) {
            for (const weighted_literal& term : o.terms)
                if (differs_[node_of(term.of)] != 0) ++marks_[node_of(term.of)];
        };
        start(circuit_.verdict);
        start(circuit_.points);
        for (std::size_t g = circuit_.gates.size(); g-- > 0;) {
            const auto node = static_cast<node_id>(circuit_.tests() + g);
            if (marks_[node] == 0 || !open_in_either(node)) continue;
            const residual_gate& gate = circuit_.gates[g];
            for (std::uint32_t i = 0; i < gate.size; ++i)
                if (const node_id n = node_of(circuit_.inputs[gate.first + i]); open_in_either(n)) ++marks_[n];
        }
        std::uint32_t best = nothing;
        std::uint64_t most = 0;
        for (std::uint32_t v = 0; v < circuit_.variables.size(); ++v) {
            std::uint64_t uses = 0;
            for (std::uint32_t t = 0; t < circuit_.variables[v].tests; ++t) uses += open_mark(circuit_.variables[v].first_test + t);
            if (uses > most) { most = uses; best = v; }
        }
        return best;
    }

    [[nodiscard]] std::uint32_t open_mark(node_id test) const { return a_.bits(literal_of(test)) == is_open ? marks_[test] : 0; }

    /// The allowed cells, those alike in all tests that count here together.
    std::vector<cell_group> groups(std::uint32_t index)
    {
        const variable& v = circuit_.variables[index];
        std::vector<std::uint32_t> tests;
        for (std::uint32_t t = 0; t < v.tests; ++t)
            if (open_mark(v.first_test + t) != 0) tests.push_back(t);
        return a_.alike_cells(index, tests, false);
    }

    const residual& circuit_;
    search_state a_, b_;
    std::vector<std::uint8_t> differs_;
    std::vector<std::uint32_t> marks_;
    std::uint64_t work_ = 0;
};

/// It is enough to compare neighbours in the list of cells: if all of them give equal outcomes, all cells do. Nullopt: the work limit stopped it.
std::optional<bool> may_matter(const residual& circuit, std::uint32_t v, std::uint64_t work_limit, std::uint64_t& work)
{
    for (std::uint32_t c = 0; c + 1 < circuit.variables[v].cells; ++c) {
        if (work > work_limit) return std::nullopt;
        twin_search search(circuit, v, c, c + 1, work_limit - work);
        const std::optional<bool> found = search.run();
        work += search.work();
        if (found.value_or(true)) return found;
    }
    return false;
}

/// The part of the circuit below one objective, where each node in it is used once: then every variable in it matters, for the inputs of a gate can
/// be set independently of each other, and no open gate is constant. (Of a gate with weights an input may be too light ever to matter.)
/// Wide rule bases of the simplest kinds are like that, and there are too many facts to flip each.
/// \return the tests of that part; empty where some node is used twice
std::vector<std::uint32_t> tests_read_once(const residual& circuit, const objective& o)
{
    std::vector<std::uint8_t> used(circuit.nodes());
    std::vector<std::uint8_t> variable_used(circuit.variables.size());
    std::vector<node_id> stack;
    std::vector<std::uint32_t> tests;
    const auto use = [&](literal l) {
        const node_id n = node_of(l);
        if (std::exchange(used[n], std::uint8_t{1}) != 0) return false;
        if (n >= circuit.tests()) stack.push_back(n);
        else tests.push_back(n);
        return n >= circuit.tests() || std::exchange(variable_used[circuit.variable_of[n]], std::uint8_t{1}) == 0;
    };
    for (const weighted_literal& term : o.terms)
        if (term.points != 0 && !use(term.of)) return {};
    while (!stack.empty()) {
        const residual_gate& gate = circuit.gates[stack.back() - circuit.tests()];
        stack.pop_back();
        if (gate.kind == gate_kind::weighted) return {};
        for (std::uint32_t i = 0; i < gate.size; ++i)
            if (!use(circuit.inputs[gate.first + i])) return {};
    }
    return tests;
}

std::vector<bool> read_once_variables(const residual& circuit)
{
    std::vector<bool> matters(circuit.variables.size());
    for (const objective* o : {&circuit.verdict, &circuit.points})
        for (const std::uint32_t test : tests_read_once(circuit, *o)) matters[circuit.variable_of[test]] = true;
    return matters;
}

}  // namespace

std::vector<fact_id> facts_that_matter(const residual& circuit, std::uint64_t work_limit)
{
    std::vector<bool> matters = read_once_variables(circuit);
    std::uint64_t work = circuit.nodes() + circuit.inputs.size();
    if (std::ranges::find(matters, false) != matters.end()) flips(circuit).look(matters, work, work_limit);
    std::vector<fact_id> found;
    for (std::uint32_t v = 0; v < circuit.variables.size(); ++v) {
        const fact_id fact = circuit.variables[v].fact;
        if (!found.empty() && found.back() == fact) continue;
        if (matters[v] || may_matter(circuit, v, work_limit, work).value_or(true)) found.push_back(fact);
    }
    return found;
}

void find_influence(const residual& circuit, std::uint64_t work_limit, const std::vector<bool>& wanted, influence& found)
{
    const auto skipped = [&](const variable& v) { return !wanted[v.fact] || found.matters[v.fact]; };
    if (std::ranges::all_of(circuit.variables, skipped)) return;
    std::vector<bool> matters = read_once_variables(circuit);
    const auto settled = [&](std::uint32_t v) { return matters[v] || skipped(circuit.variables[v]); };
    std::uint64_t work = circuit.nodes() + circuit.inputs.size();
    bool all = true;
    for (std::uint32_t v = 0; v < matters.size(); ++v) {
        if (matters[v] && !skipped(circuit.variables[v])) found.matters[circuit.variables[v].fact] = true;
        all = all && settled(v);
    }
    for (std::uint32_t v = 0; v < matters.size(); ++v) matters[v] = settled(v);
    if (!all) flips(circuit).look(matters, work, work_limit);
    for (std::uint32_t v = 0; v < matters.size(); ++v) {
        const variable& about = circuit.variables[v];
        if (skipped(about)) continue;
        if (matters[v]) { found.matters[about.fact] = true; continue; }
        const std::optional<bool> does = may_matter(circuit, v, work_limit, work);
        if (!does) found.undecided[about.fact] = true;
        else if (*does) found.matters[about.fact] = true;
    }
}

}  // namespace advise::engine
