// `advise graph`: the picture of the rules, and every way of writing it.
#include "render/dot.hpp"
#include "render/mermaid.hpp"
#include "render/rule_diagram.hpp"
#include "render/svg.hpp"

#include "in_process.hpp"
#include "json_schema.hpp"
#include "markup_support.hpp"
#include "pages_support.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <array>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

using namespace advise;
using namespace advise::cli;
using namespace advise::cli::testing;
using grammar::language;

namespace {

constexpr const char* rules = R"(fact a: level
fact b: yes/no
fact c: number 0..10
fact lonely: yes/no
concept base
    when a >= beginner and b
    when c > 3
role first "The first"
    requires base
    unless c > 3
    +2 a >= advanced
    -1 none of (b, a >= beginner)
    requires 1 points
role second
    requires a >= beginner and b
    when not c > 5
)";

diagram diagram_of(const reader_of& reading, const rule_diagram_options& options = {}, language in = language::en) {
    const engine::program code(*reading.rules);
    engine::advise_options asked;
    asked.proof = true;
    std::vector<engine::conclusion_id> all;
    for (engine::conclusion_id c = 0; c < reading.rules->conclusions.size(); ++c) all.push_back(c);
    const engine::advice answer = engine::advise_on(code, reading.person, all, asked);
    return rule_diagram(picture_of(*reading.rules, answer), reading.speak(in), options);
}

std::vector<std::size_t> named(const diagram& drawn, std::string_view label) {
    std::vector<std::size_t> found;
    for (std::size_t n = 0; n < drawn.nodes.size(); ++n)
        if (drawn.nodes[n].label == label) found.push_back(n);
    return found;
}

std::size_t one(const diagram& drawn, std::string_view label) {
    const auto found = named(drawn, label);
    BOOST_TEST_REQUIRE(found.size() == 1U, "nodes called " << label << ": " << found.size());
    return found.front();
}

const diagram_edge* edge(const diagram& drawn, std::size_t from, std::size_t to) {
    const auto found = std::find_if(drawn.edges.begin(), drawn.edges.end(), [&](const diagram_edge& e) { return e.from == from && e.to == to; });
    return found == drawn.edges.end() ? nullptr : &*found;
}

/// A rule base of many roles that share little.
std::string many_roles(std::size_t count) {
    std::string text = "fact shared: level\n";
    for (std::size_t i = 0; i < count; ++i) {
        const std::string n = std::to_string(i);
        text += "shared >= beginner and fact" + n + " or other" + n + " -> role" + n + "\n";
    }
    return text;
}

struct box {
    int x, y, width, height;
};

/// The outlines of the nodes of a drawing, and the plates of the labels on its edges.
std::vector<box> boxes_of(const std::string& svg) {
    std::vector<box> found;
    const std::regex rect(R"re(<rect class="(box|plate)" x="(-?[0-9]+)" y="(-?[0-9]+)" width="([0-9]+)" height="([0-9]+)")re");
    for (std::sregex_iterator at(svg.begin(), svg.end(), rect), end; at != end; ++at)
        found.push_back({std::stoi((*at)[2]), std::stoi((*at)[3]), std::stoi((*at)[4]), std::stoi((*at)[5])});
    const std::regex cut(R"re(<path class="box" d="M(-?[0-9]+) (-?[0-9]+)h([0-9]+)l9 9v([0-9]+)l)re");
    for (std::sregex_iterator at(svg.begin(), svg.end(), cut), end; at != end; ++at)
        found.push_back({std::stoi((*at)[1]) - 9, std::stoi((*at)[2]), std::stoi((*at)[3]) + 18, std::stoi((*at)[4]) + 18});
    return found;
}

bool overlap(const box& a, const box& b) { return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height; }

/// As much of the grammar of Mermaid's flowcharts as we write; every line has to be one of these, and every name declared once, before it is used.
std::vector<std::string> mermaid_complaints(const std::string& text) {
    static const std::regex head("flowchart (LR|RL)"), about(R"(    acc(Title|Descr): [^\n;#{}]+)");
    static const std::regex node(R"re(    (n[0-9]+)(\["[^"]*"\]|\("[^"]*"\)|\{\{"[^"]*"\}\}|\(\["[^"]*"\]\)|\[\["[^"]*"\]\])(:::(yes|no|open))?)re");
    static const std::regex line(R"re(    (n[0-9]+) (-->|--x|-\.->|-\.-x)(\|"[^"|]*"\|)? (n[0-9]+))re");
    static const std::regex look("    classDef (yes|no|open) [-a-z0-9:#, ]+");
    std::vector<std::string> wrong;
    std::set<std::string> names;
    std::istringstream all(text);
    std::string each;
    for (std::size_t at = 0; std::getline(all, each); ++at) {
        std::smatch parts;
        if (at == 0 ? std::regex_match(each, head) : std::regex_match(each, about) || std::regex_match(each, look)) continue;
        if (std::regex_match(each, parts, node) && names.insert(parts[1]).second) continue;
        if (std::regex_match(each, parts, line) && names.contains(parts[1]) && names.contains(parts[4])) continue;
        wrong.push_back(each);
    }
    return wrong;
}

const std::string examples = std::string(ADVISE_SOURCE_DIR) + "/examples/";

}  // namespace

BOOST_AUTO_TEST_SUITE(graph_command)

BOOST_AUTO_TEST_CASE(everything_is_one_node_and_leads_where_it_is_needed) {
    const diagram drawn = diagram_of(reader_of(rules, ""));
    const std::size_t first = one(drawn, "The first"), second = one(drawn, "Second"), base = one(drawn, "Base"), shared = one(drawn, "All of these");
    BOOST_TEST((drawn.nodes[first].shape == node_shape::conclusion && drawn.nodes[base].shape == node_shape::stage));
    BOOST_TEST_REQUIRE(edge(drawn, shared, base) != nullptr);  // the same condition in two places
    BOOST_TEST_REQUIRE(edge(drawn, shared, second) != nullptr);
    BOOST_TEST(edge(drawn, base, first)->label == "required");
    const std::size_t c = one(drawn, "C"), above = one(drawn, "C: more than 3");
    BOOST_TEST((drawn.nodes[c].shape == node_shape::fact && drawn.nodes[above].shape == node_shape::question));
    BOOST_TEST(edge(drawn, c, above) != nullptr);
    BOOST_TEST(edge(drawn, above, first)->against);
    BOOST_TEST(edge(drawn, one(drawn, "A from advanced"), first)->label == "+2");
    BOOST_TEST((drawn.nodes[one(drawn, "B")].shape == node_shape::fact));  // a plain yes/no is its own question
    BOOST_TEST(edge(drawn, one(drawn, "B"), one(drawn, "None of these"))->against);
    BOOST_TEST(named(drawn, "Lonely").empty());
    for (const diagram_node& n : drawn.nodes) BOOST_TEST((n.truth == drawn_truth::none && n.note.empty()));
}

BOOST_AUTO_TEST_CASE(a_test_that_stands_only_in_its_opposite_is_drawn_as_that) {
    const diagram drawn = diagram_of(reader_of("fact c: number 0..10\nrole r\n    when not c > 5\n", ""));
    BOOST_TEST(drawn.nodes.size() == 2U);
    BOOST_TEST(drawn.edges.size() == 1U);
    BOOST_TEST((drawn.nodes.front().shape == node_shape::fact && drawn.nodes.front().label == "C: at most 5"));
}

BOOST_AUTO_TEST_CASE(a_profile_paints_truths_and_says_what_is_known) {
    const diagram drawn = diagram_of(reader_of(rules, "a: advanced\nb: yes\nc: 7\n"), {true, engine::nothing, "me.txt"});
    BOOST_TEST(drawn.title == "The rules, and what holds for me.txt");
    BOOST_TEST((drawn.nodes[one(drawn, "Base")].truth == drawn_truth::yes));
    BOOST_TEST((drawn.nodes[one(drawn, "The first")].truth == drawn_truth::no));
    BOOST_TEST(drawn.nodes[one(drawn, "The first")].note == "2 points");
    BOOST_TEST(contains(drawn.nodes[one(drawn, "C")].note, "7 (line"));
    BOOST_TEST((drawn.nodes[one(drawn, "C: more than 3")].truth == drawn_truth::yes));
}

BOOST_AUTO_TEST_CASE(the_exact_verdict_is_painted_where_the_tables_alone_leave_it_open) {
    const diagram drawn = diagram_of(reader_of("fact a: yes/no\nrole r\n    when a or not a\n", ""), {true, engine::nothing, "me.txt"});
    BOOST_TEST((drawn.nodes[one(drawn, "R")].truth == drawn_truth::yes));
}

BOOST_AUTO_TEST_CASE(a_focus_leaves_only_what_a_role_rests_on) {
    const folder here;
    here.write("a.rules", rules);
    const std::string all = run_program({"graph", "a.rules"}).out, focused = run_program({"graph", "a.rules", "--focus", "second"}).out;
    BOOST_TEST(has(all, "The first"));
    BOOST_TEST(!has(focused, "The first"));
    BOOST_TEST(has(focused, "What Second rests on"));
    BOOST_TEST(has(run_program({"graph", "a.rules", "--focus", "base"}).out, "C: more than 3"));
    const outcome unknown = run_program({"graph", "a.rules", "--focus", "secnd"});
    BOOST_TEST(unknown.code == 2);
    BOOST_TEST(has(unknown.err, "did you mean 'second'?"));
}

BOOST_AUTO_TEST_CASE(the_file_of_the_answer_says_the_format_where_no_option_does) {
    const folder here;
    here.write("a.rules", rules);
    const std::vector<std::pair<std::string, std::string>> begins = {{"g.svg", "<svg"},      {"g.html", "<!DOCTYPE html>"}, {"g.json", "{"},
                                                                     {"g.mmd", "flowchart"}, {"g.dot", "digraph"},          {"g", "digraph"}};
    for (const auto& [file, begin] : begins) {
        BOOST_TEST(run_program({"graph", "a.rules", "-o", file}).code == 0);
        BOOST_TEST(here.read(file).starts_with(begin), file);
    }
    BOOST_TEST(run_program({"graph", "a.rules", "--format", "json", "-o", "x.svg"}).code == 0);
    BOOST_TEST(here.read("x.svg").starts_with("{"));
}

BOOST_AUTO_TEST_CASE(files_and_rules_are_one_rule_base) {
    const folder here;
    here.write("a.rules", "fact a: level\nrole r\n    when a\n");
    here.write("b.rules", "fact b: level\nrole s\n    when b\n");
    BOOST_TEST(run_program({"graph", "a.rules", "b.rules"}).out == run_program({"graph", "b.rules", "--rules", "a.rules"}).out);
    BOOST_TEST(run_program({"graph", "none.rules"}).code == 2);
    BOOST_TEST(run_program({"graph", "a.rules", "--format", "pretty"}).code == 2);
    BOOST_TEST(run_program({"plan", "infra", "--format", "svg", examples + "nima.txt"}).code == 2);      // a format of graphs only
}

BOOST_AUTO_TEST_CASE(drawings_are_well_formed_and_nothing_overlaps) {
    for (const std::vector<std::string>& call : std::vector<std::vector<std::string>>{{},
                                                                                      {"--lang", "fa"},
                                                                                      {"--focus", "infra"},
                                                                                      {"--profile", examples + "sara.txt"},
                                                                                      {"--focus", "infra", "--profile", examples + "maryam.txt"},
                                                                                      {"--closed", "--profile", examples + "mei.txt"}}) {
        std::vector<std::string> all = {"graph", "--format", "svg"};
        all.insert(all.end(), call.begin(), call.end());
        const outcome got = run_program(all);
        BOOST_TEST_REQUIRE(got.code == 0, got.err);
        const std::string bad = malformed(got.out);
        BOOST_TEST(bad == "");
        const std::vector<box> boxes = boxes_of(got.out);
        BOOST_TEST(boxes.size() > 20U);
        for (std::size_t i = 0; i < boxes.size(); ++i)
            for (std::size_t k = 0; k < i; ++k) BOOST_TEST(!overlap(boxes[i], boxes[k]), "boxes " << k << " and " << i);
    }
}

BOOST_AUTO_TEST_CASE(facts_stand_at_one_side_and_roles_at_the_other) {
    const std::string svg = svg_file(diagram_of(reader_of(rules, "")), language::en);
    const auto x_of = [&](const std::string& label) {
        const std::size_t at = svg.find("<title>" + label + "</title>");
        BOOST_TEST_REQUIRE(at != std::string::npos, label);
        const std::size_t x = svg.find(" x=\"", at);
        return std::stoi(svg.substr(x + 4));
    };
    const auto middle_is_left_of = [&](const std::string& one, const std::string& other) {
        BOOST_TEST(x_of(one) < x_of(other), one << ", " << other);
    };
    for (const std::string fact : {"A", "B", "C"})
        for (const std::string role : {"The first", "Second"}) middle_is_left_of(fact, role);
    middle_is_left_of("B", "Base");
}

BOOST_AUTO_TEST_CASE(hostile_labels_are_only_text) {
    for (const std::string& text : hostile_texts()) {
        diagram drawn{
            text,
            text,
            {},
            text,
            true,
            {{text, text, node_shape::question, drawn_truth::yes}, {text, text, node_shape::stage}, {text, text, node_shape::gate, drawn_truth::no}},
            {{0, 1, text}, {1, 2, text, true}}};
        for (std::string* each : {&drawn.title, &drawn.description, &drawn.legend}) *each = grammar::printable(*each);
        for (const language in : {language::en, language::fa}) {
            BOOST_TEST(!contains(dot_text(drawn, in), "record"));  // its labels are a language of their own
            const std::string bad = malformed(svg_file(drawn, in));
            BOOST_TEST(bad == "", text);
            for (const std::string& wrong : mermaid_complaints(mermaid_text(drawn, in))) BOOST_ERROR(text << ": " << wrong);
        }
    }
}

BOOST_AUTO_TEST_CASE(mermaid_is_as_its_grammar_says) {
    for (const std::string who : {"sara.txt", "maryam.txt", "mei.txt"}) {
        const outcome got = run_program({"graph", "--focus", "infra", "--format", "mermaid", "--profile", examples + who});
        BOOST_TEST(got.code == 0);
        for (const std::string& wrong : mermaid_complaints(got.out)) BOOST_ERROR(wrong);
    }
    BOOST_TEST(!mermaid_complaints("flowchart LR\n    n0[\"a]\n").empty());
    BOOST_TEST(!mermaid_complaints("flowchart LR\n    n0[\"a\"]\n    n0 --> n1\n").empty());
}

BOOST_AUTO_TEST_CASE(json_is_as_its_schema_says) {
    const json_schema described(run_program({"schema", "graph"}).out);
    const folder here;
    here.write("a.rules", rules);
    here.write("me.txt", "a: at least beginner\nc: 2..7\n");
    const std::vector<std::vector<std::string>> calls = {{"graph", "--json"},
                                                         {"graph", "--json", "a.rules"},
                                                         {"graph", "--json", "a.rules", "--profile", "me.txt"},
                                                         {"graph", "--json", "--focus", "infra", "--profile", examples + "sara.txt"},
                                                         {"graph", "--json", "--lang", "fa", "--profile", examples + "maryam.txt"}};
    for (const auto& call : calls)
        for (const std::string& wrong : described.complaints(run_program(call).out)) BOOST_ERROR(wrong);
}

BOOST_AUTO_TEST_CASE(a_graph_beyond_the_limit_is_not_drawn_but_written) {
    const folder here;
    here.write("many.rules", many_roles(4000));
    const outcome svg = run_program({"graph", "many.rules", "--format", "svg"});
    BOOST_TEST(svg.code == 2);
    BOOST_TEST(svg.out.empty());
    BOOST_TEST(has(svg.err, "a drawing takes at most 2000"));
    BOOST_TEST(has(svg.err, "'--focus ROLE' draws what one role rests on"));
    BOOST_TEST(run_program({"graph", "many.rules", "--format", "svg", "--focus", "role7"}).code == 0);
    for (const std::string format : {"dot", "json", "mermaid"}) BOOST_TEST(run_program({"graph", "many.rules", "--format", format}).code == 0);
    const outcome mermaid = run_program({"graph", "many.rules", "--format", "mermaid"});
    BOOST_TEST(has(mermaid.err, "Mermaid draws at most 500 lines"));
    BOOST_TEST(run_program({"graph", "-q", "many.rules", "--format", "mermaid"}).err.empty());
}

BOOST_AUTO_TEST_SUITE_END()
