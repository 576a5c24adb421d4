#include "render/dot.hpp"
#include "render/drawn_words.hpp"
#include "render/proof_diagram.hpp"
#include "render/svg.hpp"

#include "markup_support.hpp"
#include "pages_support.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <string>

using namespace advise;
using namespace advise::cli;
using namespace advise::cli::testing;
using grammar::language;

namespace {

constexpr const char* rules = R"(fact a: level
    label "skill a"
fact b: yes/no
fact c: number 0..10
concept base
    label "The base"
    when a >= beginner
    when b
role first "The first"
    requires base
    unless c >= 5
    +2 a >= advanced
    -1 b
    requires 1 points
role second
    requires base and not b
    when count
concept count
    when at least 2 of (b, b, c > 1)
)";

diagram drawn_of(const reader_of& reading, diagram_limits most = drawn_in_full, language in = language::en) {
    const engine::advice answer = reading.advice();
    const proof_reader proof(*reading.rules, reading.person, answer);
    return proof_diagram(answer.roles, proof, reading.speak(in), most);
}

const diagram_node* node_named(const diagram& drawn, std::string_view label) {
    const auto found = std::find_if(drawn.nodes.begin(), drawn.nodes.end(), [&](const diagram_node& n) { return n.label == label; });
    return found == drawn.nodes.end() ? nullptr : &*found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(diagrams)

BOOST_AUTO_TEST_CASE(a_proof_is_drawn_with_every_condition_once_and_its_truth) {
    const reader_of reading(rules, "a: advanced\nb: no\n");
    const diagram drawn = drawn_of(reading);
    const diagram_node* first = node_named(drawn, "The first");
    BOOST_TEST_REQUIRE(first != nullptr);
    BOOST_TEST((first->truth == drawn_truth::open && first->shape == node_shape::conclusion));
    BOOST_TEST(first->note == "2 points");
    const diagram_node* base = node_named(drawn, "The base");
    BOOST_TEST_REQUIRE(base != nullptr);
    BOOST_TEST((base->truth == drawn_truth::yes));
    const diagram_node* a = node_named(drawn, "Skill a from advanced");
    BOOST_TEST_REQUIRE(a != nullptr);
    BOOST_TEST((a->truth == drawn_truth::yes && a->shape == node_shape::fact));
    BOOST_TEST(contains(a->note, "advanced (line"));
    BOOST_TEST(std::count_if(drawn.nodes.begin(), drawn.nodes.end(), [](const auto& n) { return n.label == "The base"; }) == 1);
    const diagram_node* points = node_named(drawn, "At least 1 point");
    BOOST_TEST_REQUIRE(points != nullptr);
    BOOST_TEST((points->truth == drawn_truth::yes && points->shape == node_shape::gate));
    std::vector<std::string> labels;
    for (const diagram_edge& e : drawn.edges)
        if (&drawn.nodes[e.to] == first) labels.push_back(e.label + (e.against ? " (against)" : ""));
    BOOST_TEST((labels == std::vector<std::string>{"required", "rules out (against)", "+2", "−1 (against)", "required"}));
    BOOST_TEST(std::any_of(drawn.edges.begin(), drawn.edges.end(), [](const auto& e) { return e.label == "2 times"; }));
    BOOST_TEST(drawn.note == "");
}

BOOST_AUTO_TEST_CASE(a_drawing_too_large_is_cut_and_says_so) {
    const reader_of reading(rules, "a: advanced\n");
    const std::size_t all = drawn_of(reading).nodes.size();
    for (std::size_t most = 2; most <= all; ++most) {
        const diagram drawn = drawn_of(reading, {most, 100});
        const bool cut = std::any_of(drawn.nodes.begin(), drawn.nodes.end(), [](const auto& n) { return n.cut; });
        BOOST_TEST(drawn.nodes.size() <= most);
        BOOST_TEST(cut == (drawn.nodes.size() < all));
        BOOST_TEST(!drawn.note.empty() == cut);
        const auto drawn_text = svg_drawing(drawn, language::en, "d");
        BOOST_TEST(contains(drawn_text, "…") == cut);
    }
    BOOST_TEST(drawn_of(reading, {100, 5}).edges.size() <= 5U);
}

BOOST_AUTO_TEST_CASE(svg_has_a_text_alternative_and_tells_truth_in_words) {
    const reader_of reading(rules, "a: advanced\n");
    for (const language in : {language::en, language::fa}) {
        const diagram drawn = drawn_of(reading, drawn_in_full, in);
        const std::string out = svg_drawing(drawn, in, "d");
        BOOST_TEST(malformed(out) == "");
        BOOST_TEST(contains(out, "role=\"img\" aria-labelledby=\"d-title d-desc\""));
        BOOST_TEST(contains(out, "<title id=\"d-title\">"));
        BOOST_TEST(contains(out, "<desc id=\"d-desc\">"));
        std::size_t truths = 0;
        for (std::size_t at = 0; (at = out.find("class=\"truth\"", at)) != std::string::npos; ++at) ++truths;
        BOOST_TEST(truths == drawn.nodes.size());
        BOOST_TEST(contains(out, "-nan") == false);
    }
}

BOOST_AUTO_TEST_CASE(dot_runs_in_the_direction_of_reading_and_quotes_everything) {
    const reader_of reading(rules, "a: advanced\n");
    BOOST_TEST(contains(dot_text(drawn_of(reading), language::en), "rankdir=LR"));
    BOOST_TEST(contains(dot_text(drawn_of(reading), language::fa), "rankdir=RL"));
    for (const std::string& text : hostile_texts()) {
        diagram drawn;
        drawn.title = drawn.note = text;
        drawn.nodes = {{text, text, node_shape::fact, drawn_truth::open, true}, {"x", "", node_shape::gate, drawn_truth::none, false}};
        drawn.edges = {{0, 1, text, false}};
        const std::string out = dot_text(drawn, language::en);
        std::string outside;                    // what is left when quoted strings are taken away
        bool quoted = false;
        for (std::size_t i = 0; i < out.size(); ++i) {
            if (quoted && out[i] == '\\') { ++i; continue; }
            if (out[i] == '"') quoted = !quoted;
            else if (!quoted) outside += out[i];
        }
        BOOST_TEST(!quoted);
        BOOST_TEST(outside ==
            "digraph  {\n  graph [rankdir=LR, label=, labelloc=t, fontname=];\n  node [fontname=, fontsize=11, margin=];\n"
            "  edge [fontname=, fontsize=10];\n  n0 [label=, shape=box, style=, color=, fillcolor=];\n"
            "  n1 [label=, shape=octagon, style=filled, fillcolor=white];\n  n0 -> n1 [style=dotted, arrowhead=normal, label=];\n}\n", text);
    }
}

BOOST_AUTO_TEST_CASE(labels_are_cut_to_lines) {
    BOOST_TEST((label_lines("one two three", 7, 5, language::en) == std::vector<std::string>{"one two", "three"}));
    BOOST_TEST((label_lines("one two three", 3, 2, language::en) == std::vector<std::string>{"one", "two …"}));
    BOOST_TEST(label_lines("", 3, 2, language::en).empty());
    BOOST_TEST(truth_words(drawn_truth::no, language::en) == "✗ does not hold");
    BOOST_TEST(truth_words(drawn_truth::none, language::en) == "");
}

BOOST_AUTO_TEST_SUITE_END()
