// Help for every word of the language, and examples that hold.
#include "in_process.hpp"

#include <keyword_help.hpp>

#include <advise/engine/facts.hpp>
#include <advise/engine/rule_base.hpp>
#include <advise/grammar/keywords.hpp>
#include <advise/grammar/profile.hpp>

#include <boost/test/unit_test.hpp>

#include <set>

using namespace advise::cli;
using namespace advise::cli::testing;
namespace grammar = advise::grammar;

namespace {

template <class Visit>
void for_each_entry(Visit visit) {
    for (const auto& group : all_keywords())
        for (const keyword_entry& entry : group) visit(entry);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(keyword_help_pages)

BOOST_AUTO_TEST_CASE(every_word_of_the_grammar_has_one_entry) {
    std::set<std::string_view> known;
    for_each_entry([&](const keyword_entry& entry) { BOOST_TEST(known.insert(entry.word).second, entry.word << " has two entries"); });
    for (const auto& list : {grammar::statement_words(), grammar::clause_words(), grammar::condition_words(), grammar::type_words(),
                             grammar::claim_words(), grammar::expect_words(), std::vector<std::string_view>{"+N", "-N", "->"}})
        for (const std::string_view word : list) BOOST_TEST(known.contains(word), word << " has no entry");
}

BOOST_AUTO_TEST_CASE(every_entry_has_both_languages_and_an_example_with_the_word) {
    for_each_entry([](const keyword_entry& entry) {
        BOOST_TEST_CONTEXT(entry.word) {
            BOOST_TEST(entry.meaning_en.ends_with('.'));
            BOOST_TEST(entry.meaning_fa.ends_with('.'));
            BOOST_TEST(entry.example.ends_with('\n'));
            const std::string_view shown = entry.word.ends_with('N') ? entry.word.substr(0, 1) : entry.word;
            BOOST_TEST(entry.example.find(shown) != entry.example.npos);
        }
    });
}

BOOST_AUTO_TEST_CASE(an_example_is_right_and_its_tests_pass) {
    for_each_entry([](const keyword_entry& entry) {
        const folder here;
        here.write("skills.rules", "fact python: level\n");
        here.write("example.rules", entry.of_profiles ? "role infra\n    when parallelism\n" : entry.example);
        here.write("person.txt", entry.example);
        const bool tested = entry.example.find("test \"") != entry.example.npos;
        const outcome got =
            entry.of_profiles ? run_program({"--rules", "example.rules", "person.txt"}) : run_program({tested ? "test" : "check", "example.rules"});
        BOOST_TEST_CONTEXT(entry.word << "\n" << got.err << got.out) {
            BOOST_TEST(got.code == 0);
            BOOST_TEST(!has(got.err, "error["));
        }
    });
}

BOOST_AUTO_TEST_CASE(the_page_of_a_word) {
    const outcome got = run_program({"help", "Claim"});
    BOOST_TEST(got.code == 0);
    BOOST_TEST(has(got.out, "every possible profile"));
    BOOST_TEST(has(got.out, "\nExample\n    role infra\n"));
    BOOST_TEST(has(run_program({"help", "at least"}).out, "K or more"));
    BOOST_TEST(has(run_program({"help", "+3"}).out, "Evidence for"));
    BOOST_TEST(has(run_program({"help", "scale", "--lang", "fa"}).out, "نمونه"));
}

BOOST_AUTO_TEST_CASE(a_command_that_is_a_word_too_has_both) {
    const outcome got = run_program({"help", "test"});
    BOOST_TEST(has(got.out, "--mutate"));
    BOOST_TEST(has(got.out, "'test' in rule files"));
    BOOST_TEST(has(got.out, "given parallelism: expert"));
    BOOST_TEST(!has(run_program({"help", "check"}).out, "'check' in rule files"));
}

BOOST_AUTO_TEST_CASE(a_misspelt_word_is_known) {
    const outcome got = run_program({"help", "requries"});
    BOOST_TEST(got.code == 2);
    BOOST_TEST(has(got.err, "advise help requires"));
}

BOOST_AUTO_TEST_CASE(a_topic_of_several_words_needs_no_quotes) {
    const outcome got = run_program({"help", "at", "least"});
    BOOST_TEST(got.code == 0);
    BOOST_TEST(got.out == run_program({"help", "at least"}).out);
    const outcome more = run_program({"help", "requires", "points"});
    BOOST_TEST(more.code == 2);
    BOOST_TEST(more.err.find("advise help requires") != more.err.npos);
}

BOOST_AUTO_TEST_SUITE_END()
