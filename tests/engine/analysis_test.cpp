// Parts of the proofs about rule bases, and their limits. What they find is tested in tests/random.
#include "loading.hpp"

#include "random.hpp"
#include "sat_sums.hpp"

#include <advise/engine/analysis.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace {

using namespace advise::engine;
using namespace advise::engine::testing;

/// Whether the literal says under every assignment what the sum says.
void check_sum(const std::vector<sat_term>& shape, std::int64_t least, std::size_t largest_diagram) {
    sat_solver solver;
    const sat_literal always = solver.fresh();
    solver.add({always});
    std::vector<sat_literal> variables;
    for (int i = 0; i < 6; ++i) variables.push_back(solver.fresh());
    std::vector<sat_term> terms = shape;
    for (sat_term& t : terms) t.of = t.of < 0 ? -variables[static_cast<std::size_t>(-t.of - 1)] : variables[static_cast<std::size_t>(t.of - 1)];
    const sat_literal reached = sum_at_least(solver, always, terms, least, largest_diagram);
    for (unsigned bits = 0; bits < 64; ++bits) {
        std::vector<sat_literal> asked;
        for (unsigned i = 0; i < 6; ++i) asked.push_back((bits >> i & 1) != 0 ? variables[i] : -variables[i]);
        std::int64_t sum = 0;
        for (const sat_term& t : shape) {
            const bool holds = (bits >> (std::abs(t.of) - 1) & 1) != 0;
            if (holds == (t.of > 0)) sum += t.weight;
        }
        asked.push_back(sum >= least ? -reached : reached);
        BOOST_TEST((solver.solve(asked, 1000) == sat_answer::impossible));
        asked.back() = -asked.back();
        BOOST_TEST((solver.solve(asked, 1000) == sat_answer::satisfiable));
    }
}

std::vector<finding_kind> kinds(const analysis& found) {
    std::vector<finding_kind> all;
    for (const finding& f : found.findings) all.push_back(f.kind);
    return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(proofs)

BOOST_AUTO_TEST_CASE(sums_are_what_they_say_as_diagrams_and_as_adders) {
    splitmix random(7);
    for (int round = 0; round < 60; ++round) {
        std::vector<sat_term> terms;
        for (std::uint32_t i = random.below(7); i > 0; --i) {
            const int of = 1 + static_cast<int>(random.below(6));
            terms.push_back({random.below(2) == 0 ? of : -of, static_cast<std::int64_t>(random.below(15)) - 7});
        }
        const std::int64_t least = static_cast<std::int64_t>(random.below(21)) - 10;
        BOOST_TEST_CONTEXT("round " << round) {
            check_sum(terms, least, largest_sum_diagram);
            check_sum(terms, least, 0);
        }
    }
}

BOOST_AUTO_TEST_CASE(what_the_limit_leaves_open_is_said_and_not_guessed) {
    const load_result loaded =
        load("role a\n    requires x >= advanced\n    requires not x\nrole b\n    when y\n    when y\nclaim never b and not y\nclaim never b\n");
    const program code(*loaded.rules);
    analysis_options none;
    none.work_limit = 0;
    const analysis found = analyse(code, none);
    BOOST_TEST((kinds(found) == std::vector{finding_kind::claim_undecided, finding_kind::claim_undecided}));
    BOOST_TEST(found.claims_proved == 0U);
    BOOST_TEST(found.undecided > 0U);
    const analysis all = analyse(code);
    BOOST_TEST((kinds(all) == std::vector{finding_kind::claim_refuted, finding_kind::conclusion_never, finding_kind::clause_changes_nothing}));
    BOOST_TEST(all.claims_proved == 1U);
    BOOST_TEST(all.undecided == 0U);
}

BOOST_AUTO_TEST_CASE(a_claim_that_takes_too_many_conflicts_is_left_open) {
    // Twelve pigeons, eleven holes.
    std::string text, holes, pigeons;
    for (int i = 1; i < 12; ++i) holes += (i > 1 ? ", h" : "h") + std::to_string(i);
    for (int i = 1; i <= 12; ++i) {
        text += "fact p" + std::to_string(i) + ": one of (" + holes + ")\n";
        pigeons += (i > 1 ? ", p" : "p") + std::to_string(i);
    }
    text += "role alone\n";
    for (int i = 1; i < 12; ++i) text += "    requires at most 1 of (" + pigeons + ") = h" + std::to_string(i) + "\n";
    const load_result loaded = load(text + "    requires p1 = h1\nclaim never alone\n");
    analysis_options few;
    few.conflicts = 20;
    const analysis found = analyse(program(*loaded.rules), few);
    BOOST_TEST((kinds(found) == std::vector{finding_kind::claim_undecided}));
    BOOST_TEST(found.undecided > 0U);
}

BOOST_AUTO_TEST_CASE(progress_ends_where_it_said_it_would) {
    const load_result loaded = load("role a\n    when x\nrole b\n    when y\nclaim never a and not x\n");
    const program code(*loaded.rules);
    std::size_t last = 0, all = 1;
    analysis_options told;
    told.progress = [&](std::size_t done, std::size_t of) {
        BOOST_TEST(done == last + 1);
        last = done;
        all = of;
    };
    (void)analyse(code, told);
    BOOST_TEST(last == all);
}

BOOST_AUTO_TEST_CASE(a_large_sum_is_decided) {
    std::string text = "role rich\n    requires 40000 points\n";
    for (int i = 0; i < 120; ++i) text += "    +" + std::to_string(500 + 7 * i % 400) + " x" + std::to_string(i) + "\n";
    text += "claim never rich and not x0 and not x1\n";
    const load_result loaded = load(text);
    const program code(*loaded.rules);
    const analysis found = analyse(code);
    BOOST_TEST((kinds(found) == std::vector{finding_kind::claim_refuted}));
    BOOST_TEST(found.undecided == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
