// Names: what is declared, concluded, called otherwise, misspelt or missing.
#include "loading.hpp"

#include <advise/grammar/limits.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace advise;
using namespace advise::engine;
using namespace advise::engine::testing;

BOOST_AUTO_TEST_SUITE(names)

BOOST_AUTO_TEST_CASE(a_name_declared_twice_is_an_error_with_both_places) {
    BOOST_TEST(errors_of("fact a: level\nfact A: yes/no\na -> x\n") == "A1001 2:6 A");
    BOOST_TEST(notes_of("fact a: level\nfact A: yes/no\na -> x\n") == "1:6");
    BOOST_TEST(errors_of("concept a\n  when b\nrole a\n  when b\n") == "A1001 3:6 a");
    BOOST_TEST(errors_of("fact a: level\nrole a\n  when b\n") == "A1001 2:6 a");
    BOOST_TEST(errors_of("source b \"x\"\nsource b \"y\"\n") == "A1001 2:8 b");
    BOOST_TEST(errors_of("scale s: x < y\nscale s: x < z\n") == "A1001 2:7 s");
}

BOOST_AUTO_TEST_CASE(a_fact_that_is_concluded_is_an_error_with_both_places) {
    BOOST_TEST(errors_of("fact a: level\na -> a\n") == "A1002 2:6 a");
    BOOST_TEST(notes_of("fact a: level\na -> a\n") == "1:6");
    BOOST_TEST(errors_of("b -> a\nfact b: level\nfact a: level\n") == "A1002 3:6 a");
    BOOST_TEST(notes_of("b -> a\nfact b: level\nfact a: level\n") == "1:6");
}

BOOST_AUTO_TEST_CASE(the_built_in_scale_may_be_declared_anew_once) {
    const load_result loaded = load("scale level: low < high\na >= high -> x\n");
    BOOST_TEST(joined(shown(loaded.diagnostics)) == "");
    BOOST_TEST(loaded.rules->scales[0].levels.size() == 2u);
    BOOST_TEST(errors_of("scale level: a < b\nscale level: c < d\n") == "A1001 2:7 level");
}

BOOST_AUTO_TEST_CASE(an_other_name_is_a_name_in_rules_wherever_it_stands) {
    const load_result loaded = load("multithreading >= expert -> x\n"
                                    "fact parallelism: level\n  aka \"parallel programming\", multithreading\n"
                                    "parallel-programming -> x\n"
                                    "role x\n  aka the job\n"
                                    "parallelism -> the job\n");
    BOOST_TEST(joined(shown(loaded.diagnostics)) == "");
    BOOST_TEST(loaded.rules->facts.size() == 1u);
    BOOST_TEST(loaded.rules->conclusions.size() == 1u);
    BOOST_TEST(loaded.rules->conclusions[0].clauses.size() == 3u);
    BOOST_TEST(loaded.rules->names.fact("Multi Threading") == 0u);
    BOOST_TEST(loaded.rules->names.conclusion("The Job") == 0u);
}

BOOST_AUTO_TEST_CASE(rules_for_an_other_name_read_before_it_join_those_of_the_name_in_order) {
    const load_result loaded = load("a -> nick\nb -> real\nc -> nick\nrole real\n  aka nick\n  when d\n");
    BOOST_TEST(joined(shown(loaded.diagnostics)) == "");
    BOOST_REQUIRE(loaded.rules->conclusions.size() == 1u);
    const auto& clauses = loaded.rules->conclusions[0].clauses;
    BOOST_REQUIRE(clauses.size() == 4u);
    for (std::size_t i = 1; i < 4; ++i) BOOST_TEST(clauses[i - 1].at.where.begin < clauses[i].at.where.begin);
    BOOST_TEST(loaded.rules->conclusions[0].is_role);
}

BOOST_AUTO_TEST_CASE(an_other_name_that_is_taken_is_an_error_with_both_places) {
    const std::string both = "fact a: level\n  aka n\nfact b: level\n  aka n\na and b -> x\n";
    BOOST_TEST(errors_of(both) == "A1007 4:7 n");
    BOOST_TEST(notes_of(both) == "2:7");
    BOOST_TEST(errors_of("fact a: level\n  aka b\nfact b: level\na and b -> x\n") == "A1007 2:7 b");
    BOOST_TEST(errors_of("fact a: level\n  aka x\na -> x\n") == "A1002 3:6 x");
    BOOST_TEST(errors_of("fact a: level\n  aka a, n, n\na -> x\n") == "");
    BOOST_TEST(errors_of("fact a: level\n  aka x\nrole y\n  aka x\n  when a\n") == "A1007 4:7 x");
}

BOOST_AUTO_TEST_CASE(labels_are_names_outside_rules_and_terms_win_over_them) {
    const load_result loaded = load("fact parallelism: level\n  label \"Parallel programming\"\n  label fa \"موازی‌سازی\"\n"
                                    "fact python: level\n  label \"Parallelism\"\n"
                                    "role x \"Teaching\"\n  when parallelism and python\n"
                                    "fact t: level\n  label \"Teaching\"\n  label fa \"—\"\nt -> x\n");
    BOOST_TEST(joined(shown(loaded.diagnostics)) == "");
    const name_index& names = loaded.rules->names;
    BOOST_TEST(names.fact("parallel-programming") == 0u);
    BOOST_TEST(names.fact("موازي سازي") == 0u);
    BOOST_TEST(names.fact("parallelism") == 0u);
    BOOST_TEST(names.fact("teaching") == 2u);
    BOOST_TEST(names.conclusion("teaching") == 0u);
    BOOST_TEST(names.fact("nothing of this name") == nothing);
    BOOST_TEST(names.conclusion("parallelism") == nothing);
}

BOOST_AUTO_TEST_CASE(a_label_that_means_two_things_of_one_kind_is_an_error) {
    const std::string facts = "fact a: level\n  label \"L\"\nfact b: level\n  label fa \"L\"\na and b -> x\n";
    BOOST_TEST(errors_of(facts) == "A1007 4:12 \"L\"");
    BOOST_TEST(notes_of(facts) == "2:9");
    BOOST_TEST(errors_of("scale s: p < q\n  label fa p \"L\"\n  label fa q \"L\"\n") == "A1007 3:14 \"L\"");
    BOOST_TEST(errors_of("fact d: one of (p, q)\n  label fa p \"L\"\n  label fa q \"L\"\nd = p -> x\n") == "A1007 3:14 \"L\"");
    // One thing may be called the same in two languages, and two facts may have options of one name.
    BOOST_TEST(errors_of("fact a: level\n  label \"L\"\n  label fa \"L\"\na -> x\n") == "");
    BOOST_TEST(errors_of("fact d: one of (p, q)\n  label fa p \"L\"\nfact e: one of (p, q)\n  label fa q \"L\"\nd = p and e = p -> x\n") == "");
}

BOOST_AUTO_TEST_CASE(the_words_of_a_label_are_options_before_they_are_languages) {
    const load_result loaded = load("fact d: one of (fa, no degree, master)\n"
                                    "  label fa \"F\"\n  label fa \"again\"\n"
                                    "  label fa fa \"ف\"\n  label fa no degree \"بی مدرک\"\n  label master \"M\"\n  label de \"Abschluss\"\n"
                                    "d = fa -> x\n");
    BOOST_TEST(joined(shown(loaded.diagnostics)) == "A1013 3:12 \"again\"");
    const fact& d = loaded.rules->facts.at(0);
    BOOST_TEST(text_in(d.options[0].labels, "en") == "F");
    BOOST_TEST(text_in(d.options[0].labels, "fa") == "ف");
    BOOST_TEST(text_in(d.options[1].labels, "fa") == "بی مدرک");
    BOOST_TEST(text_in(d.options[2].labels, "en") == "M");
    BOOST_TEST(text_in(d.labels, "de") == "Abschluss");
    BOOST_TEST(loaded.rules->names.value(0, "بي مدرك").value() == 1u);
    BOOST_TEST(loaded.rules->names.value(0, "Master").value() == 2u);
    BOOST_TEST(!loaded.rules->names.value(0, "bachelor").has_value());
}

BOOST_AUTO_TEST_CASE(words_of_a_label_that_are_neither_are_errors) {
    BOOST_TEST(errors_of("fact d: one of (p, q)\n  label master \"M\"\nd = p -> x\n") == "A1011 2:9 master");
    BOOST_TEST(errors_of("fact d: one of (p, q)\n  label fa r \"M\"\nd = p -> x\n") == "A1012 2:12 r");
    BOOST_TEST(errors_of("fact a: level\n  label fa expert \"M\"\na -> x\n") == "A1020 2:12 expert");
    BOOST_TEST(errors_of("role x\n  label english \"M\"\n  when a\n") == "A1010 2:9 english");
    BOOST_TEST(errors_of("scale s: p < q\n  label fa \"M\"\n") == "A1019 2:3 label fa \"M\"");
    BOOST_TEST(errors_of("fact a: level\n  ask \"?\"\n  ask en \"??\"\na -> x\n") == "A1013 3:10 \"??\"");
    BOOST_TEST(errors_of("a -> x\n  because fr-CA \"x\"\n  because persian \"y\"\n") == "A1010 3:11 persian");
}

BOOST_AUTO_TEST_CASE(the_words_of_profiles_are_no_names_of_facts) {
    BOOST_TEST(errors_of("fact name: level\nname -> x\n") == "A1008 1:6 name");
    BOOST_TEST(errors_of("Note -> x\n") == "A1008 1:1 Note");
    BOOST_TEST(errors_of("fact a: level\n  aka \"otherwise\"\na -> x\n") == "A1008 2:7 \"otherwise\"");
    BOOST_TEST(errors_of("یادداشت -> x\n") == "A1008 1:1 یادداشت");
    BOOST_TEST(errors_of("a -> name\n") == "");
}

BOOST_AUTO_TEST_CASE(an_undeclared_fact_beside_declared_ones_draws_one_warning_at_its_first_place) {
    const std::string text = "fact parallelism: level\nparalelism -> x\nparalelism and parallelism -> x\n";
    BOOST_TEST(reported(text) == "A1009 2:1 paralelism");
    BOOST_TEST(help_of(text) == "did you mean 'parallelism'? If not, declare it: fact paralelism: level");
    BOOST_TEST(help_of("fact a: level\na and \"r and d\" >= 3 -> x\n") == "declare it: fact \"r and d\": number");
    BOOST_TEST(help_of("fact a: level\n  label \"Cooking\"\na and cooking -> x\n") == "did you mean 'a'? If not, declare it: fact cooking: level");
    BOOST_TEST(reported("paralelism -> x\n") == "");
}

BOOST_AUTO_TEST_CASE(a_scale_for_its_fact_is_told_beside_lines_that_cannot_be_read_too) {
    for (const char* more : {"", "  when ((\n"}) {
        const load_result loaded = load(std::string("scale noise: quiet < loud\nfact tolerated: noise\nrole r\n  when noise < loud\n") + more);
        const std::vector<grammar::diagnostic> found = loaded.diagnostics.sorted();
        BOOST_TEST(std::ranges::count_if(found, [](const grammar::diagnostic& one) { return one.text.id == grammar::message::scale_for_fact; }) == 1);
    }
}

BOOST_AUTO_TEST_CASE(a_name_that_only_a_test_or_a_claim_uses_is_an_error) {
    BOOST_TEST(errors_of("a -> x\nclaim always x or b\n") == "A1003 2:19 b");
    BOOST_TEST(errors_of("a -> x\nclaim x ignores b\n") == "A1005 2:17 b");
    BOOST_TEST(errors_of("a -> x\nclaim y ignores a\n") == "A1004 2:7 y");
    BOOST_TEST(errors_of("a -> x\nclaim more x never hurts x\n") == "A1005 2:12 x");
    BOOST_TEST(errors_of("a -> x\ntest \"t\"\n  expect y: yes\n") == "A1004 3:10 y");
    BOOST_TEST(errors_of("a -> x\ntest \"t\"\n  given b: expert\n  expect x: yes\n") == "A1003 3:9 b");
    BOOST_TEST(errors_of("fact a: level\n  effort 1 week\n  after b\na -> x\n") == "A1003 3:9 b");
    BOOST_TEST(help_of("parallelism -> x\nclaim x ignores paralelism\n") == "did you mean 'parallelism'?");
    BOOST_TEST(errors_of("fact b: level\na -> x\nclaim always x or b\n") == "");
}

BOOST_AUTO_TEST_CASE(only_a_role_is_first) {
    BOOST_TEST(errors_of("concept c\n  when a\nrole x\n  when c\ntest \"t\"\n  expect first c\n") == "A1006 6:16 c");
    BOOST_TEST(errors_of("concept c\n  when a\nrole x \"The X\"\n  when c\ntest \"t\"\n  expect c: yes\n  expect first \"the x\"\n") == "");
}

BOOST_AUTO_TEST_CASE(a_source_that_is_cited_must_be_declared) {
    BOOST_TEST(errors_of("a -> x\n  cites book\nsource book \"B\"\n") == "");
    BOOST_TEST(errors_of("a -> x\n  cites bok\nsource book \"B\"\n") == "A1015 2:9 bok");
    BOOST_TEST(help_of("a -> x\n  cites bok\nsource book \"B\"\n") == "did you mean 'book'?");
}

BOOST_AUTO_TEST_CASE(a_concept_that_nothing_mentions_draws_a_warning) {
    BOOST_TEST(reported("concept c\n  when a\nrole x\n  when a\n") == "A2003 1:9 c");
    BOOST_TEST(reported("a -> c\nrole x\n  when a\n") == "A2003 1:6 c");
    BOOST_TEST(reported("concept c\n  when a\nrole x\n  when a\nclaim always c or not a\n") == "");
    BOOST_TEST(reported("concept c\n  aka d\n  when a\nrole x\n  when d\n") == "");
}

BOOST_AUTO_TEST_CASE(and_beside_or_without_parentheses_draws_a_warning) {
    BOOST_TEST(reported("a or b and c -> x\n") == "A2002 1:1 a or b and c");
    BOOST_TEST(help_of("a or b and c -> x\n") == "write '(b and c)', or put the parentheses where you mean them");
    BOOST_TEST(reported("a or (b and c) -> x\n") == "");
}

BOOST_AUTO_TEST_CASE(a_declaration_that_cannot_be_read_still_declares_its_name) {
    const std::string text = "fact a: one of (p, \nconcept c\n  when )\nrole x\n  when a = p and c\nclaim x ignores a\n";
    for (const std::string& line : shown(load(text).diagnostics)) BOOST_TEST(line.substr(0, 2) == "A0", line);
}

BOOST_AUTO_TEST_CASE(what_a_syntax_error_may_have_hidden_is_not_reported) {
    const std::string text = "concept c\n  when a\nrole x\n  when ) c and b\ntest \"t\"\n  given b: yes\n  expect y: yes\nclaim always b\n) -> y\n";
    for (const std::string& line : shown(load(text).diagnostics)) BOOST_TEST(line.substr(0, 2) == "A0", line);
}

BOOST_AUTO_TEST_CASE(suggestions_are_looked_for_only_so_often) {
    std::string text = "fact parallelism: level\nparallelism -> x\n";
    for (int i = 0; i < 30; ++i) text += "parallelis" + std::string(1, static_cast<char>('a' + i % 26)) + (i < 26 ? "" : "q") + " -> x\n";
    std::size_t offered = 0;
    const load_result loaded = load(text);
    for (const grammar::diagnostic& d : loaded.diagnostics.sorted())
        offered += !d.help.empty() && d.help.front().id == grammar::message::help_or_declare_fact ? 1 : 0;
    BOOST_TEST(offered == grammar::limits::suggestions_per_run);
}

BOOST_AUTO_TEST_SUITE_END()
