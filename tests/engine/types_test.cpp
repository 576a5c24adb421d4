// Types: what a comparison may be, and what its values are.
#include "loading.hpp"

#include <advise/grammar/limits.hpp>

#include <boost/test/unit_test.hpp>

using namespace advise;
using namespace advise::engine;
using namespace advise::engine::testing;

namespace {

const std::string facts = "scale size: small < medium < large\n"
                          "fact l: level\nfact h: size\nfact y: yes/no\nfact n: number 0..60 years\nfact m: number\n"
                          "fact d: one of (none, bachelor, \"3\")\nfact s: any of (english, persian)\nconcept c\n  when l\n";

/// The errors of one condition over the facts above, without the line number (11).
std::string wrong(const std::string& condition) {
    std::string all = errors_of(facts + condition + " -> x\nc and h and y and n and m and d = none and s includes english -> x\n");
    for (std::size_t at; (at = all.find(" 11:")) != std::string::npos;) all.replace(at, 4, " ");
    return all;
}

std::string help(const std::string& condition) { return help_of(facts + condition + " -> x\nc and n and m and y -> x\n"); }

/// The values of the first test of a rule.
std::vector<std::int64_t> values(const std::string& condition) {
    const load_result loaded = load(facts + condition + " -> x\nc -> x\n");
    const condition_id body = loaded.rules->conclusions.at(1).clauses.front().body;
    const engine::condition& test = loaded.rules->conditions[body];
    const auto first = loaded.rules->test_values.begin() + test.first;
    return {first, first + test.size};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(types)

BOOST_AUTO_TEST_CASE(values_are_indices_and_grid_steps) {
    using list = std::vector<std::int64_t>;
    BOOST_TEST((values("l >= Advanced") == list{3}));
    BOOST_TEST((values("h is not large") == list{2}));
    BOOST_TEST((values("y is no") == list{0}));
    BOOST_TEST((values("y in (yes, no)") == list{1, 0}));
    BOOST_TEST((values("n > 2.5 year") == list{2'500'000}));
    BOOST_TEST((values("n in 2..5 years") == list{2'000'000, 5'000'000}));
    BOOST_TEST((values("m in (1, 2)") == list{1'000'000, 2'000'000}));
    BOOST_TEST((values("d = \"3\"") == list{2}));
    BOOST_TEST((values("s includes persian") == list{1}));
    BOOST_TEST((values("l in (none, expert)") == list{0, 4}));
}

BOOST_AUTO_TEST_CASE(a_range_is_marked) {
    const load_result loaded = load("n in 2..5 -> x\nn in (2, 5) -> x\n");
    BOOST_TEST(loaded.rules->conditions[0].is_range);
    BOOST_TEST(!loaded.rules->conditions[1].is_range);
}

BOOST_AUTO_TEST_CASE(a_number_is_never_a_level) {
    BOOST_TEST(wrong("l >= 3") == "A1108 6 3");
    BOOST_TEST(help("l >= 3") == "write 'l >= advanced'");
    BOOST_TEST(help("l >= 7") == "the levels are none < beginner < intermediate < advanced < expert");
    BOOST_TEST(wrong("l in 1..2") == "A1108 6 1..2");
}

BOOST_AUTO_TEST_CASE(a_level_must_be_of_the_scale) {
    BOOST_TEST(wrong("h >= advanced") == "A1106 6 advanced");
    BOOST_TEST(help("h >= lrage") == "did you mean 'large'? | the levels are small < medium < large");
    BOOST_TEST(help_of("scale s: p < q\n  label fa q \"کیو\"\nfact a: s\na = کیو -> x\n") == "did you mean 'q'? | the levels are p < q");
}

BOOST_AUTO_TEST_CASE(yes_and_no_are_for_yes_no_facts) {
    BOOST_TEST(wrong("l is yes") == "A1121 6 yes");
    BOOST_TEST(help("l is not yes") == "write 'not l'");
    BOOST_TEST(help("l is not no") == "write 'l'");
    BOOST_TEST(wrong("n is no") == "A1121 6 no");
    BOOST_TEST(wrong("y is maybe") == "A1122 6 maybe");
    BOOST_TEST(wrong("y = 1") == "A1122 5 1");
    BOOST_TEST(wrong("y >= yes") == "A1112 3 >=");
    // An option or level of that name is that.
    BOOST_TEST(errors_of("fact a: one of (no, maybe)\na is no -> x\n") == "");
    BOOST_TEST(errors_of("scale s: no < yes\nfact a: s\na is yes -> x\n") == "");
}

BOOST_AUTO_TEST_CASE(choices_have_no_order_and_do_not_stand_alone) {
    BOOST_TEST(wrong("d >= bachelor") == "A1111 3 >=");
    BOOST_TEST(wrong("d") == "A1105 1 d");
    BOOST_TEST(help("d") == "write 'd = none'");
    BOOST_TEST(help("not s") == "write 's includes english'");
    BOOST_TEST(wrong("d = bachlor") == "A1107 5 bachlor");
    BOOST_TEST(wrong("d = 3") == "A1109 5 3");
    BOOST_TEST(wrong("d in (bachelor, none)") == "");
}

BOOST_AUTO_TEST_CASE(sets_know_only_includes_and_only_sets_do) {
    BOOST_TEST(wrong("s = english") == "A1113 3 =");
    BOOST_TEST(wrong("s in (english)") == "A1113 3 in");
    BOOST_TEST(wrong("d includes bachelor") == "A1114 3 includes");
    BOOST_TEST(wrong("l includes expert") == "A1114 3 includes");
    BOOST_TEST(wrong("s includes german") == "A1107 12 german");
}

BOOST_AUTO_TEST_CASE(numbers_are_compared_with_numbers_in_their_unit) {
    BOOST_TEST(wrong("n >= expert") == "A1110 6 expert");
    BOOST_TEST(wrong("n >= 3 months") == "A1115 8 months");
    BOOST_TEST(wrong("n >= 3 Year") == "");
    BOOST_TEST(wrong("n >= 3 سال") == "");
    BOOST_TEST(wrong("m >= 3 years") == "A1116 8 years");
    BOOST_TEST(wrong("n in 5..2") == "A1119 6 5..2");
    BOOST_TEST(wrong("n >= 100") == "A1129 6 100");
    BOOST_TEST(errors_of("fact a: number 5..2\na -> x\n") == "A1119 1:16 5..2");
}

BOOST_AUTO_TEST_CASE(a_conclusion_is_never_compared) {
    BOOST_TEST(wrong("c is yes") == "A1104 1 c");
    BOOST_TEST(help("c >= expert") == "write 'c' or 'not c'");
    BOOST_TEST(errors_of("a -> b\nall of (a, b) >= expert -> c\n") == "A1104 2:12 b");
}

BOOST_AUTO_TEST_CASE(the_number_of_a_list_lies_between_none_and_all) {
    BOOST_TEST(wrong("at least 0 of (l, y)") == "");
    BOOST_TEST(wrong("exactly 3 of (l, y)") == "A1117 9 3");
    BOOST_TEST(wrong("at most 4294967297 of (l, y)") == "A1117 9 4294967297");
}

BOOST_AUTO_TEST_CASE(an_undeclared_fact_has_the_type_of_what_it_is_compared_with) {
    const load_result loaded = load("a and b -> x\na >= 2 -> x\nclaim always not (b >= 3 weeks)\nc = expert -> x\n");
    BOOST_TEST(joined(shown(loaded.diagnostics)) == "");
    BOOST_TEST((loaded.rules->facts[0].type == fact_type::number));
    BOOST_TEST(loaded.rules->facts[0].greatest == grammar::limits::greatest_number);
    BOOST_TEST((loaded.rules->facts[1].type == fact_type::number));
    BOOST_TEST(loaded.rules->facts[1].unit == "weeks");
    BOOST_TEST((loaded.rules->facts[2].type == fact_type::level));
}

BOOST_AUTO_TEST_CASE(an_undeclared_fact_compared_with_both_is_an_error_with_both_places) {
    BOOST_TEST(errors_of("a >= expert -> x\na >= 2 -> x\n") == "A1103 1:6 expert");
    BOOST_TEST(notes_of("a >= expert -> x\na >= 2 -> x\n") == "2:6");
    BOOST_TEST(errors_of("a >= 1 week -> x\na >= 2 days -> x\n") == "A1127 2:8 days");
    BOOST_TEST(notes_of("a >= 1 week -> x\na >= 2 days -> x\n") == "1:8");
    BOOST_TEST(help_of("degree = master -> x\n") ==
               "the levels are none < beginner < intermediate < advanced < expert | if it is a choice, declare it: fact degree: one of (master, …)");
    BOOST_TEST(help_of("a is yes -> x\n") == "write 'a' | declare it: fact a: yes/no");
}

BOOST_AUTO_TEST_CASE(a_type_must_be_known) {
    BOOST_TEST(errors_of("fact a: levle\na >= expert -> x\n") == "A1101 1:9 levle");
    BOOST_TEST(help_of("fact a: levle\na -> x\n").starts_with("did you mean 'level'?"));
    BOOST_TEST(errors_of("fact a: size\nscale size: s < m\na >= m -> x\n") == "");
}

BOOST_AUTO_TEST_CASE(options_and_levels_stand_once) {
    BOOST_TEST(errors_of("fact a: one of (p, q, P)\na = p -> x\n") == "A1102 1:23 P");
    BOOST_TEST(notes_of("fact a: one of (p, q, P)\na = p -> x\n") == "1:17");
    BOOST_TEST(errors_of("scale s: p < q < p\n") == "A1102 1:18 p");
}

BOOST_AUTO_TEST_CASE(efforts_are_for_what_has_steps_and_in_one_unit) {
    BOOST_TEST(errors_of("fact a: one of (p, q)\n  effort 3 weeks\na = p -> x\n") == "A1123 2:3 effort");
    BOOST_TEST(errors_of("fact a: any of (p, q)\n  effort 3 weeks\na includes p -> x\n") == "A1123 2:3 effort");
    BOOST_TEST(errors_of("fact a: level\n  effort 3 weeks\nfact b: level\n  effort 1 Week\na and b -> x\n") == "");
    const std::string two = "fact a: level\n  effort 3 weeks\nfact b: level\n  effort 1 day\na and b -> x\n";
    BOOST_TEST(errors_of(two) == "A1124 4:12 day");
    BOOST_TEST(notes_of(two) == "2:12");
    // the unit of most is right, wherever the others stand
    BOOST_TEST(errors_of("fact a: level\n  effort 3 months\nfact b: level\n  effort 8 weeks\nfact c: level\n  effort 6 weeks\na and b and c -> x\n") == "A1124 2:12 months");
    BOOST_TEST(errors_of("fact a: level\n  effort 3 weeks\n  effort 4 weeks\na -> x\n") == "A1014 3:3 effort");
}

BOOST_AUTO_TEST_CASE(a_scale_is_no_fact_but_a_fact_may_have_its_name) {
    const std::string scale = "scale noise: quiet < loud\nfact heard: noise\nheard -> y\n";
    BOOST_TEST(errors_of(scale + "noise >= quiet -> x\n") == "A1106 4:1 noise");
    BOOST_TEST(errors_of(scale + "noise >= quiet and noise = loud -> x\n") == "A1106 4:1 noise | A1106 4:20 noise");
    BOOST_TEST(errors_of(scale + "noise and noise >= beginner -> x\n") == "");
    BOOST_TEST(errors_of(scale + "noise >= 3 -> x\n") == "");
}

BOOST_AUTO_TEST_CASE(only_what_can_be_raised_has_a_more) {
    BOOST_TEST(errors_of("fact a: one of (p, q)\na = p -> x\nclaim more a never hurts x\n") == "A1126 3:12 a");
    BOOST_TEST(errors_of("fact a: yes/no\na -> x\nclaim more a never hurts x\n") == "");
}

BOOST_AUTO_TEST_SUITE_END()
