// The rule graph: its edges, order and depth.
#include "loading.hpp"
#include "rule_order.hpp"
#include "support/print.hpp"
#include "support/random_base.hpp"

#include <advise/engine/rule_graph.hpp>

#include <boost/test/unit_test.hpp>

using namespace advise;
using namespace advise::engine;
using namespace advise::engine::testing;

BOOST_AUTO_TEST_SUITE(rule_graph_)

BOOST_AUTO_TEST_CASE(its_vertices_are_conditions_conclusions_and_facts) {
    const load_result loaded = load("a and b -> x\nx or c -> y\n");
    const rule_graph graph(*loaded.rules);
    // a, b, a and b; x, c, x or c
    BOOST_TEST(graph.size() == 6u + 2u + 3u);
    BOOST_TEST(graph.edges() == 4u + 4u + 2u);
    BOOST_TEST(graph.is_conclusion(graph.of_conclusion(1)));
    BOOST_TEST(!graph.is_conclusion(graph.of_fact(0)));
}

BOOST_AUTO_TEST_CASE(what_is_needed_comes_first_in_its_order) {
    const load_result loaded = load("y and a -> z\nx -> y\na or b -> x\n");
    const rule_graph graph(*loaded.rules);
    const auto order = graph.topological_order();
    BOOST_TEST(order.size() == graph.size());
    std::vector<std::size_t> place(graph.size());
    for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = i;
    const auto& rules = *loaded.rules;
    for (conclusion_id c = 0; c < rules.conclusions.size(); ++c)
        for (const clause& of : rules.conclusions[c].clauses) BOOST_TEST(place[of.body] < place[graph.of_conclusion(c)]);
    for (condition_id c = 0; c < rules.conditions.size(); ++c)
        if (rules.conditions[c].kind == condition_kind::conclusion) BOOST_TEST(place[graph.of_conclusion(rules.conditions[c].subject)] < place[c]);
    BOOST_TEST((graph.topological_order() == order));
}

BOOST_AUTO_TEST_CASE(rules_are_compiled_in_the_order_of_the_graph) {
    constexpr std::uint32_t bit = 0x8000'0000;
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        const load_result loaded = load(advise::tests::print_rules(advise::tests::make_random_case(seed, 1).base));
        const rule_base& rules = *loaded.rules;
        const rule_graph graph(rules);
        std::vector<std::uint32_t> expected;
        for (const rule_graph::vertex v : graph.topological_order()) {
            if (v < rules.conditions.size()) expected.push_back(v);
            else if (graph.is_conclusion(v)) expected.push_back(bit | (v - graph.of_conclusion(0)));
        }
        BOOST_TEST((rule_order(rules, bit) == expected), "seed " << seed);
    }
}

BOOST_AUTO_TEST_CASE(depth_is_the_longest_way_down) {
    const load_result loaded = load("a -> x\nx and a -> y\n");
    const rule_graph graph(*loaded.rules);
    const auto depth = graph.depths();
    BOOST_TEST(depth[graph.of_fact(0)] == 0u);
    const auto& names = loaded.rules->names;
    BOOST_TEST(depth[graph.of_conclusion(names.conclusion("x"))] == 2u);
    BOOST_TEST(depth[graph.of_conclusion(names.conclusion("y"))] == 5u);
}

BOOST_AUTO_TEST_CASE(a_rule_base_without_rules_has_an_empty_graph) {
    const load_result loaded = load("");
    const rule_graph graph(*loaded.rules);
    BOOST_TEST(graph.size() == 0u);
    BOOST_TEST(graph.topological_order().empty());
    BOOST_TEST(graph.cycles().empty());
}

BOOST_AUTO_TEST_CASE(roles_without_clauses_have_no_edges) {
    const load_result loaded = load("role x\nrole y\n  when a\nrole z\n");
    const rule_graph graph(*loaded.rules);
    BOOST_TEST(graph.edges() == 2u);
    BOOST_TEST(graph.topological_order().size() == 5u);
}

BOOST_AUTO_TEST_SUITE_END()
