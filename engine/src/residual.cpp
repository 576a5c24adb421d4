#include "residual.hpp"

#include <algorithm>
#include <utility>

namespace advise::engine {
namespace {

class builder {
public:
    builder(const program::data& code, const facts& person, const truth_table& table) : code_(code), person_(person), table_(table) {}

    residual run(conclusion_id about)
    {
        const conclusion_code& x = code_.conclusions[about];
        return run({{x.holds, 1}}, {code_.evidence.begin() + x.first_evidence, code_.evidence.begin() + x.first_evidence + x.evidence});
    }

    residual run(const std::vector<weighted_literal>& verdict, const std::vector<weighted_literal>& points)
    {
        for (const auto* const sum : {&verdict, &points})
            for (const weighted_literal& term : *sum)
                if (bits_of(table_, term.of) == is_open) reach(term.of);
        walk();
        number_tests();
        copy_gates();
        make_cells();
        made_.verdict = objective_of(verdict);
        made_.points = objective_of(points);
        return std::move(made_);
    }

private:
    void reach(literal l)
    {
        const node_id n = node_of(l);
        if (local_.empty()) local_.assign(code_.node_count(), nothing);
        if (local_[n] != nothing) return;
        local_[n] = 0;
        (n < code_.test_count() ? open_tests_ : open_gates_).push_back(n);
        if (n >= code_.test_count()) stack_.push_back(n);
    }

    void walk()
    {
        while (!stack_.empty()) {
            const circuit_gate& gate = code_.gate(stack_.back());
            stack_.pop_back();
            for (std::uint32_t i = 0; i < gate.size; ++i)
                if (const literal l = code_.inputs[gate.first + i]; bits_of(table_, l) == is_open) reach(l);
        }
    }

    void number_tests()
    {
        std::ranges::sort(open_tests_, {}, [&](node_id n) {
            const circuit_test& t = code_.tests[n];
            return std::pair(std::pair(t.fact, t.option), n);
        });
        for (const node_id n : open_tests_) {
            const circuit_test& t = code_.tests[n];
            if (made_.variables.empty() || made_.variables.back().fact != t.fact || made_.variables.back().option != t.option) {
                variable v;
                v.fact = t.fact;
                v.option = t.option;
                v.first_test = made_.tests();
                v.ordered = t.option == nothing && code_.rules->facts[t.fact].type != fact_type::one_of;
                made_.variables.push_back(v);
            }
            ++made_.variables.back().tests;
            local_[n] = made_.tests();
            made_.variable_of.push_back(static_cast<std::uint32_t>(made_.variables.size() - 1));
        }
    }

    literal translated(literal l) const { return literal_of(local_[node_of(l)], is_negated(l)); }

    void copy_gates()
    {
        std::ranges::sort(open_gates_);
        std::uint32_t next = made_.tests();
        for (const node_id n : open_gates_) local_[n] = next++;
        const auto translate = [this](literal l) { return translated(l); };
        for (const node_id n : open_gates_) made_.gates.push_back(open_part_of(code_.gate(n), code_, table_, translate, made_.inputs, made_.weights));
    }

    void make_cells()
    {
        for (variable& v : made_.variables) {
            v.first_cell = static_cast<std::uint32_t>(made_.cells.size());
            v.first_truth = static_cast<std::uint32_t>(made_.truths.size());
            if (v.option != nothing) set_cells(v);
            else if (v.ordered) range_cells(v);
            else choice_cells(v);
        }
    }

    void set_cells(variable& v)
    {
        for (std::uint8_t in_set = 0; in_set < 2; ++in_set) {
            made_.cells.push_back({in_set, in_set, {}});
            for (std::uint32_t t = 0; t < v.tests; ++t) made_.truths.push_back(in_set);
        }
        v.cells = 2;
    }

    [[nodiscard]] bool holds(const circuit_test& test, std::int64_t value) const
    {
        known_fact exactly;
        exactly.from = exactly.to = value;
        return test_truth(code_, test, exactly) == can_be_true;
    }

    [[nodiscard]] std::vector<std::uint8_t> row(const variable& v, std::int64_t value) const
    {
        std::vector<std::uint8_t> truths;
        for (std::uint32_t t = 0; t < v.tests; ++t)
            truths.push_back(holds(code_.tests[open_tests_[v.first_test + t]], value) ? 1 : 0);
        return truths;
    }

    void range_cells(variable& v)
    {
        const known_fact& known = person_.known[v.fact];
        std::vector<std::int64_t> starts{known.from};
        for (std::uint32_t t = 0; t < v.tests; ++t) {
            const circuit_test& test = code_.tests[open_tests_[v.first_test + t]];
            for (std::uint32_t r = 0; r < test.ranges; ++r) {
                starts.push_back(code_.ranges[test.first_range + r].from);
                starts.push_back(code_.ranges[test.first_range + r].to + 1);
            }
        }
        std::erase_if(starts, [&](std::int64_t s) { return s < known.from || s > known.to; });
        std::ranges::sort(starts);
        starts.erase(std::ranges::unique(starts).begin(), starts.end());
        for (std::size_t i = 0; i < starts.size(); ++i) {
            made_.cells.push_back({starts[i], i + 1 < starts.size() ? starts[i + 1] - 1 : known.to, {}});
            const std::vector<std::uint8_t> truths = row(v, starts[i]);
            made_.truths.insert(made_.truths.end(), truths.begin(), truths.end());
        }
        v.cells = static_cast<std::uint32_t>(starts.size());
    }

    void choice_cells(variable& v)
    {
        const known_fact& known = person_.known[v.fact];
        std::vector<std::vector<std::uint8_t>> rows;
        for (std::int64_t option = known.from; option <= known.to; ++option) {
            std::vector<std::uint8_t> truths = row(v, option);
            const auto same = std::ranges::find(rows, truths);
            const auto index = static_cast<std::size_t>(same - rows.begin());
            if (same == rows.end()) {
                made_.truths.insert(made_.truths.end(), truths.begin(), truths.end());
                rows.push_back(std::move(truths));
                made_.cells.push_back({option, option, {}});
            }
            made_.cells[v.first_cell + index].options.push_back(static_cast<std::uint32_t>(option));
        }
        v.cells = static_cast<std::uint32_t>(rows.size());
    }

    [[nodiscard]] objective objective_of(const std::vector<weighted_literal>& terms) const
    {
        objective sum;
        for (const weighted_literal& term : terms) {
            const truth_bits b = bits_of(table_, term.of);
            if (b == can_be_true) sum.base += term.points;
            if (b == is_open) sum.terms.push_back({translated(term.of), term.points});
        }
        return sum;
    }

    const program::data& code_;
    const facts& person_;
    const truth_table& table_;
    residual made_;
    std::vector<std::uint32_t> local_;
    std::vector<node_id> open_tests_, open_gates_, stack_;
};

}  // namespace

residual make_residual(const program::data& code, const facts& person, const truth_table& table, conclusion_id about)
{
    return builder(code, person, table).run(about);
}

residual make_residual(const program::data& code, const facts& person, const truth_table& table, const std::vector<weighted_literal>& sum)
{
    return builder(code, person, table).run({}, sum);
}

residual make_residual(const program::data& code, const facts& person, const truth_table& table, const std::vector<weighted_literal>& verdict,
                       const std::vector<weighted_literal>& points)
{
    return builder(code, person, table).run(verdict, points);
}

residual make_joint_residual(const program::data& code, const facts& person, const truth_table& table, const std::vector<literal>& roots)
{
    std::vector<weighted_literal> terms;
    terms.reserve(roots.size());
    for (const literal root : roots) terms.push_back({root, 1});
    return make_residual(code, person, table, terms, {});
}

residual make_residual_of(const program::data& code, const facts& person, const truth_table& table, literal about)
{
    return builder(code, person, table).run({{about, 1}}, {});
}

}  // namespace advise::engine
