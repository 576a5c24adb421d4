// Cycles of conclusions, shown edge by edge.
#include "loading.hpp"

#include <advise/grammar/messages.hpp>

#include <boost/test/unit_test.hpp>

using namespace advise;
using namespace advise::engine;
using namespace advise::engine::testing;

BOOST_AUTO_TEST_SUITE(cycles)

BOOST_AUTO_TEST_CASE(a_conclusion_that_needs_itself_is_an_error_at_that_place) {
    BOOST_TEST(errors_of("a -> b\nc and b -> b\n") == "A2001 2:7 b");
    BOOST_TEST(errors_of("not a -> a\n") == "A2001 1:5 a");
}

BOOST_AUTO_TEST_CASE(every_edge_of_a_cycle_is_shown) {
    const std::string text = "a -> x\nx -> y\ny -> z\nz and a -> x\n";
    BOOST_TEST(errors_of(text) == "A2001 4:1 z");
    BOOST_TEST(notes_of(text) == "3:1 2:1");
}

BOOST_AUTO_TEST_CASE(the_shortest_cycle_is_shown) {
    BOOST_TEST(errors_of("b -> a\nc -> b\na -> c\nnot b -> a\na -> b\n") == "A2001 5:1 a");
    BOOST_TEST(notes_of("b -> a\nc -> b\na -> c\nnot b -> a\na -> b\n") == "1:1");
}

BOOST_AUTO_TEST_CASE(each_group_of_conclusions_gives_one_error) {
    BOOST_TEST(errors_of("a -> b\nb -> a\nc -> d\nd -> c\n") == "A2001 2:1 b | A2001 4:1 d");
}

BOOST_AUTO_TEST_CASE(a_cycle_through_other_names_is_found) {
    BOOST_TEST(errors_of("nick -> b\nconcept a\n  aka nick\n  when b\n") == "A2001 1:1 nick");
}

BOOST_AUTO_TEST_CASE(a_long_cycle_is_cut_in_its_middle) {
    std::string text;
    for (int i = 0; i < 1000; ++i) text += "n" + std::to_string(i) + " -> n" + std::to_string(i + 1) + "\n";
    text += "not n1000 -> n0\n";
    const load_result loaded = load(text);
    const auto found = loaded.diagnostics.sorted();
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].notes.size() == 12u);
    BOOST_TEST((found[0].notes[5].text.id == grammar::message::note_steps_left_out));
    BOOST_TEST(std::get<std::string>(found[0].notes[5].text.arguments[0]) == "989");
}

BOOST_AUTO_TEST_CASE(after_and_claims_make_no_cycle) {
    BOOST_TEST(errors_of("fact a: level\n  effort 1 week\n  after x\na -> x\nclaim always x or not x\n") == "");
}

BOOST_AUTO_TEST_CASE(a_cycle_is_found_beside_other_errors) {
    BOOST_TEST(errors_of("fact a: level\na >= 3 -> x\nx -> y\ny -> x\n") == "A1108 2:6 3 | A2001 4:1 y");
}

BOOST_AUTO_TEST_CASE(a_cycle_of_many_is_found_without_recursion) {
    std::string text;
    for (int i = 0; i < 50000; ++i) text += "c" + std::to_string(i) + " -> c" + std::to_string((i + 1) % 50000) + "\n";
    BOOST_TEST(load(text).diagnostics.errors() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
