// Profiles under a rule base: LANGUAGE.md §5.
#include "loading.hpp"

#include <advise/grammar/limits.hpp>

#include <boost/test/unit_test.hpp>

#include <functional>

using namespace advise;
using namespace advise::engine;
using namespace advise::engine::testing;

namespace {

constexpr std::int64_t one = grammar::limits::grid;

const load_result& base() {
    static const load_result loaded = load(
        "fact parallelism: level\n  label \"Parallel programming\"\n  label fa \"موازی‌سازی\"\n  aka multithreading\n"
        "fact teaching: yes/no\n"
        "fact experience: number 0..60 years\n"
        "fact age: number 18..99\n"
        "fact talks: number\n"
        "fact degree: one of (no, bachelor, master)\n  label fa master \"کارشناسی ارشد\"\n"
        "fact city: one of (tehran, \"3\")\n"
        "fact languages: any of (english, persian, german)\n"
        "fact balance: number -5..5\n"
        "scale level: none < beginner < intermediate < advanced < expert\n  label fa advanced \"پیشرفته\"\n"
        "role infra\n  when parallelism\n  unless teaching\n"
        "experience and age and talks and degree = no and city = tehran and languages includes english and balance -> infra\n");
    return loaded;
}

const rule_base& rules() { return *base().rules; }

const known_fact& of(const bound& b, const char* name) { return b.facts.known.at(rules().names.fact(name)); }

/// What a profile leaves of a fact: "2..4", or for a set "1?0".
std::string left(const std::string& profile, const char* name) {
    const bound b = bind_text(rules(), profile);
    if (b.diagnostics.has_errors()) return joined(shown(b.diagnostics));
    const known_fact& known = of(b, name);
    std::string all;
    for (const std::uint8_t o : known.options) all += o == 2 ? '?' : static_cast<char>('0' + o);
    return all.empty() ? std::to_string(known.from) + ".." + std::to_string(known.to) : all;
}

std::string wrong(const std::string& profile) {
    const bound b = bind_text(rules(), profile);
    return joined(shown(b.diagnostics));
}

std::string help(const std::string& profile) {
    const bound b = bind_text(rules(), profile);
    std::string all;
    const grammar::diagnostic first = b.diagnostics.sorted().at(0);
    for (const grammar::sentence& s : first.help)
        all += (all.empty() ? "" : " | ") + grammar::text_of(s.id, grammar::language::en, s.arguments);
    return all;
}

std::string steps(std::int64_t from, std::int64_t to) { return std::to_string(from) + ".." + std::to_string(to); }

}  // namespace

BOOST_AUTO_TEST_SUITE(bind_)

BOOST_AUTO_TEST_CASE(the_rule_base_of_these_tests_is_good) { BOOST_TEST(joined(shown(base().diagnostics)) == ""); }

BOOST_AUTO_TEST_CASE(a_level_is_given_by_name_label_or_number) {
    BOOST_TEST(left("Parallelism: advanced\n", "parallelism") == "3..3");
    BOOST_TEST(left("parallelism: پیشرفته\n", "parallelism") == "3..3");
    BOOST_TEST(left("parallelism: 3\n", "parallelism") == "3..3");
    BOOST_TEST(left("parallelism: ۳\n", "parallelism") == "3..3");
    BOOST_TEST(left("parallelism: at least 2\n", "parallelism") == "2..4");
    BOOST_TEST(left("parallelism: 2+\n", "parallelism") == "2..4");
    BOOST_TEST(left("parallelism: حداقل advanced\n", "parallelism") == "3..4");
    BOOST_TEST(left("parallelism: at most beginner\n", "parallelism") == "0..1");
    BOOST_TEST(left("parallelism: > beginner\n", "parallelism") == "2..4");
    BOOST_TEST(left("parallelism: 1..3\n", "parallelism") == "1..3");
    BOOST_TEST(left("parallelism: at most 9\n", "parallelism") == "0..4");
}

BOOST_AUTO_TEST_CASE(yes_and_no_have_a_meaning_for_each_type) {
    BOOST_TEST(left("parallelism\n", "parallelism") == "1..4");
    BOOST_TEST(left("parallelism: دارم\n", "parallelism") == "1..4");
    BOOST_TEST(left("parallelism: no\n", "parallelism") == "0..0");
    BOOST_TEST(left("teaching\n", "teaching") == "1..1");
    BOOST_TEST(left("teaching: نه\n", "teaching") == "0..0");
    BOOST_TEST(left("experience: yes\n", "experience") == steps(1, 60 * one));
    BOOST_TEST(left("experience: no\n", "experience") == "0..0");
    BOOST_TEST(left("age: no\n", "age") == steps(18 * one, 18 * one));
    BOOST_TEST(left("age: yes\n", "age") == steps(18 * one, 99 * one));
    BOOST_TEST(left("balance: no\n", "balance") == "0..0");
    BOOST_TEST(left("degree: no\n", "degree") == "0..0");
    BOOST_TEST(wrong("degree\n") == "A3111 1:1 degree");
    BOOST_TEST(wrong("city: no\n") == "A3111 1:7 no");
    BOOST_TEST(left("languages: no\n", "languages") == "000");
    BOOST_TEST(wrong("languages: yes\n") == "A3111 1:12 yes");
}

BOOST_AUTO_TEST_CASE(numbers_have_bounds_ranges_and_units) {
    BOOST_TEST(left("experience: 4 years\n", "experience") == steps(4 * one, 4 * one));
    BOOST_TEST(left("experience: ۴ سال\n", "experience") == steps(4 * one, 4 * one));
    BOOST_TEST(left("experience: 3..5 year\n", "experience") == steps(3 * one, 5 * one));
    BOOST_TEST(left("experience: at most 2.5\n", "experience") == steps(0, 5 * one / 2));
    BOOST_TEST(left("experience: < 3\n", "experience") == steps(0, 3 * one - 1));
    BOOST_TEST(left("talks: >= 3\n", "talks") == steps(3 * one, grammar::limits::greatest_number));
    BOOST_TEST(left("experience: at most 100\n", "experience") == steps(0, 60 * one));
    BOOST_TEST(left("experience: 50..100\n", "experience") == steps(50 * one, 60 * one));
    BOOST_TEST(wrong("experience: 3 months\n") == "A3107 1:13 3 months");
    BOOST_TEST(wrong("talks: 3 years\n") == "A3107 1:8 3 years");
    BOOST_TEST(wrong("parallelism: 3 years\n") == "A3107 1:14 3 years");
    BOOST_TEST(wrong("experience: 61\n") == "A3104 1:13 61");
    BOOST_TEST(wrong("experience: at least 61\n") == "A3104 1:13 at least 61");
    BOOST_TEST(wrong("experience: 5..3\n") == "A3113 1:13 5..3");
    BOOST_TEST(wrong("experience: many\n") == "A3105 1:13 many");
    BOOST_TEST(wrong("experience: 1,500\n").substr(0, 5) == "A3112");
    BOOST_TEST(help("experience: many\n") == "write a number of years from 0 to 60, such as 30; also '3..5', 'at least 3', 'at most 5' or unknown");
    BOOST_TEST(help("experience: 18 months\n").starts_with("write: experience: 1.5 | "), help("experience: 18 months\n"));
    BOOST_TEST(help("experience: 3 months\n").starts_with("write: experience: 0.25 | "), help("experience: 3 months\n"));
    BOOST_TEST(!help("experience: 90 days\n").starts_with("write: "), help("experience: 90 days\n"));
    BOOST_TEST(help("{\"experience\": \"18 months\"}").starts_with("write '1.5' | "), help("{\"experience\": \"18 months\"}"));
    BOOST_TEST(help("experience: 1.500\n") == "write 1500; if 1.5 is meant, leave the zeros out");
}

BOOST_AUTO_TEST_CASE(a_choice_has_one_value_and_no_bounds) {
    BOOST_TEST(left("degree: master\n", "degree") == "2..2");
    BOOST_TEST(left("degree: كارشناسي ارشد\n", "degree") == "2..2");
    BOOST_TEST(left("city: 3\n", "city") == "1..1");
    BOOST_TEST(left("degree: unknown\n", "degree") == "0..2");
    BOOST_TEST(wrong("degree: at least bachelor\n") == "A3109 1:9 at least bachelor");
    BOOST_TEST(wrong("degree: bachelor, master\n") == "A3108 1:9 bachelor, master");
    BOOST_TEST(wrong("degree: mastre\n") == "A3105 1:9 mastre");
    BOOST_TEST(help("degree: mastre\n") == "did you mean 'master'? | write one of no, bachelor, master, or unknown");
    BOOST_TEST(wrong("degree: includes master\n") == "A3110 1:9 includes master");
}

BOOST_AUTO_TEST_CASE(a_set_is_complete_or_a_part) {
    BOOST_TEST(left("languages: english, persian\n", "languages") == "110");
    BOOST_TEST(left("languages: english؛ persian\n", "languages") == "110");
    BOOST_TEST(left("languages: includes english\n", "languages") == "1??");
    BOOST_TEST(left("languages: شامل english، german\n", "languages") == "1?1");
    BOOST_TEST(left("languages: includes english\nlanguages: includes german\n", "languages") == "1?1");
    BOOST_TEST(wrong("languages: english, french\n") == "A3105 1:21 french");
    BOOST_TEST(wrong("languages: at least english\n") == "A3109 1:12 at least english");
    BOOST_TEST(wrong("languages: english\nlanguages: includes german\n") == "A3103 2:12 includes german");
}

BOOST_AUTO_TEST_CASE(wrong_levels_say_what_is_right) {
    BOOST_TEST(wrong("parallelism: advansed\n") == "A3105 1:14 advansed");
    BOOST_TEST(help("parallelism: advansed\n").starts_with("did you mean 'advanced'? | write a level (none < beginner"));
    BOOST_TEST(wrong("parallelism: 7\n") == "A3106 1:14 7");
    BOOST_TEST(wrong("parallelism: 2.5\n") == "A3106 1:14 2.5");
    BOOST_TEST(wrong("parallelism: at least 7\n") == "A3104 1:14 at least 7");
    BOOST_TEST(wrong("teaching: 1\n") == "A3105 1:11 1");
    BOOST_TEST(wrong("teaching: at least yes\n") == "A3109 1:11 at least yes");
}

BOOST_AUTO_TEST_CASE(lines_that_contradict_are_an_error_with_the_lines) {
    const bound b = bind_text(rules(), "experience: at least 3\nexperience: at most 5\nexperience: 7\n");
    BOOST_TEST(joined(shown(b.diagnostics)) == "A3103 3:13 7");
    BOOST_TEST(notes_of(b.diagnostics) == "2:13");
    const bound both = bind_text(rules(), "parallelism: yes\nmultithreading: no\n");
    BOOST_TEST(joined(shown(both.diagnostics)) == "A3103 2:17 no");
    // Both bounds together, neither of them alone.
    const bound together = bind_text(rules(), "languages: includes english\nlanguages: includes persian\nlanguages: no\n");
    BOOST_TEST(notes_of(together.diagnostics) == "1:12 2:12");
}

BOOST_AUTO_TEST_CASE(lines_that_agree_are_both_taken) {
    const bound b = bind_text(rules(), "experience: at least 3\nteaching\nexperience: at most 5\n");
    BOOST_TEST(joined(shown(b.diagnostics)) == "");
    BOOST_TEST(of(b, "experience").from == 3 * one);
    BOOST_TEST(of(b, "experience").to == 5 * one);
    BOOST_TEST((of(b, "experience").lines == std::vector<std::uint32_t>{1, 3}));
    BOOST_TEST(of(b, "teaching").mentioned);
    BOOST_TEST(!of(b, "talks").mentioned);
}

BOOST_AUTO_TEST_CASE(otherwise_no_closes_what_has_no_line) {
    const bound b = bind_text(rules(), "parallelism: at least beginner\nteaching: unknown\nlanguages: includes english\notherwise: no\n");
    BOOST_TEST(joined(shown(b.diagnostics)) == "");
    BOOST_TEST(b.facts.closed);
    BOOST_TEST(of(b, "parallelism").to == 4);
    BOOST_TEST(of(b, "teaching").to == 1);
    BOOST_TEST(of(b, "teaching").never_ask);
    BOOST_TEST(!of(b, "teaching").decided());
    BOOST_TEST(!of(b, "languages").decided());
    BOOST_TEST(of(b, "experience").to == 0);
    BOOST_TEST(of(b, "age").to == 18 * one);
    BOOST_TEST(of(b, "degree").decided());
    BOOST_TEST(of(b, "city").to == 1);      // it has no "no"
    const bound option = bind_text(rules(), "teaching\n", {.strict = false, .closed = true});
    BOOST_TEST(option.facts.closed);
    BOOST_TEST((of(option, "languages").options == std::vector<std::uint8_t>{0, 0, 0}));
    BOOST_TEST(of(option, "languages").decided());
}

BOOST_AUTO_TEST_CASE(an_unknown_key_is_a_warning_and_under_strict_an_error) {
    const bound b = bind_text(rules(), "paralelism: yes\n");
    BOOST_TEST(joined(shown(b.diagnostics)) == "A3101 1:1 paralelism");
    BOOST_TEST(!b.diagnostics.has_errors());
    BOOST_TEST(help("paralelism: yes\n") == "did you mean 'parallelism'?");
    BOOST_TEST(bind_text(rules(), "paralelism: yes\n", {.strict = true}).diagnostics.has_errors());
    BOOST_TEST(bind_text(rules(), "paralelism: yes\n", {.suggest = false}).diagnostics.sorted().at(0).help.empty());
}

BOOST_AUTO_TEST_CASE(a_key_that_names_a_conclusion_is_an_error_with_its_rules) {
    const bound b = bind_text(rules(), "Infra: yes\n");
    BOOST_TEST(joined(shown(b.diagnostics)) == "A3102 1:1 Infra");
    BOOST_TEST(b.diagnostics.sorted()[0].notes.size() == 3u);
    BOOST_TEST((b.diagnostics.sorted()[0].notes[0].at.file == rules().files[0].get()));
}

BOOST_AUTO_TEST_CASE(keys_are_terms_other_names_or_labels) {
    BOOST_TEST(left("MULTI-threading: 2\n", "parallelism") == "2..2");
    BOOST_TEST(left("parallel programming: 2\n", "parallelism") == "2..2");
    BOOST_TEST(left("موازی سازی: ۲\n", "parallelism") == "2..2");
}

BOOST_AUTO_TEST_CASE(json_says_the_same) {
    BOOST_TEST(left(R"({"parallelism": 3})", "parallelism") == "3..3");
    BOOST_TEST(left(R"({"parallelism": "at least advanced"})", "parallelism") == "3..4");
    BOOST_TEST(left(R"({"experience": 2.5})", "experience") == steps(5 * one / 2, 5 * one / 2));
    BOOST_TEST(left(R"({"teaching": true})", "teaching") == "1..1");
    BOOST_TEST(left(R"({"parallelism": false})", "parallelism") == "0..0");
    BOOST_TEST(left(R"({"languages": ["english", "german"]})", "languages") == "101");
    BOOST_TEST(left(R"({"languages": []})", "languages") == "000");
    BOOST_TEST(left(R"({"languages": "includes german"})", "languages") == "??1");
    BOOST_TEST(left(R"({"city": 3})", "city") == "1..1");
    BOOST_TEST(wrong(R"({"degree": ["master"]})") == R"(A3114 1:12 ["master"])");
    BOOST_TEST(wrong(R"({"languages": ["french"]})") == R"(A3105 1:16 "french")");
    BOOST_TEST(wrong(R"({"teaching": 1})") == "A3105 1:14 1");
    BOOST_TEST(wrong(R"({"parallelism": 2.5})") == "A3106 1:17 2.5");
    const bound b = bind_text(rules(), R"({"degree": null, "otherwise": "no"})");
    BOOST_TEST(of(b, "degree").never_ask);
    BOOST_TEST(b.facts.closed);
}

BOOST_AUTO_TEST_CASE(levels_have_ranges_by_name_and_by_number) {
    BOOST_TEST(left("parallelism: beginner..advanced", "parallelism") == "1..3");
    BOOST_TEST(left("parallelism: Beginner .. advanced", "parallelism") == "1..3");
    BOOST_TEST(left("parallelism: 1..3", "parallelism") == "1..3");
    BOOST_TEST(left("parallelism: beginner..3", "parallelism") == "1..3");
    BOOST_TEST(left(R"({"parallelism": "beginner..advanced"})", "parallelism") == "1..3");
    BOOST_TEST(wrong("parallelism: advanced..beginner") == "A3113 1:14 advanced..beginner");
    BOOST_TEST(wrong("parallelism: beginner..master") == "A3105 1:24 master");
    BOOST_TEST(wrong("parallelism: beginner..").starts_with("A3105"));
}

BOOST_AUTO_TEST_CASE(what_is_denied_is_never_proposed) {
    const load_result loaded = load("scale taste: avoids < tolerates < likes\nfact public speaking: taste\n    label fa \"سخنرانی\"\nfact remote: yes/no\npublic speaking and remote -> x\n");
    const auto help = [&](const std::string& line, grammar::language in = grammar::language::en) {
        const bind_options options{false, false, true, in == grammar::language::fa ? "fa" : "en"};
        const bound b = bind_text(*loaded.rules, line, options);
        std::string all;
        for (const grammar::diagnostic& d : b.diagnostics.sorted())
            for (const grammar::sentence& s : d.help) all += grammar::text_of(s.id, in, s.arguments) + "\n";
        return all;
    };
    BOOST_TEST(help("public speaking: not avoids").starts_with("write 'at least tolerates'\n"));
    BOOST_TEST(help("public speaking: not likes").starts_with("write 'at most tolerates'\n"));
    BOOST_TEST(help("public speaking: not tolerates").starts_with("write a level (avoids < tolerates < likes)"));
    BOOST_TEST(help("public speaking: avoids to likes").starts_with("write 'avoids..likes'\n"));
    BOOST_TEST(help("remote: not yes").starts_with("write 'no'\n"));
    BOOST_TEST(help("not remote") == "write 'remote: no'\n");
    BOOST_TEST(help("نه سخنرانی", grammar::language::fa) == "بنویسید «سخنرانی: نه»\n");
    BOOST_TEST(help("public speaking: avods").starts_with("did you mean 'avoids'?\n"));
}

BOOST_AUTO_TEST_CASE(messages_name_things_as_their_reader_does) {
    const load_result loaded = load("scale level: none < some < much\n    label fa none \"هیچ\"\n    label fa some \"کمی\"\n    label fa much \"زیاد\"\n"
                                    "fact sql: level\n    label fa \"پایگاه داده\"\nfact python: level\nfact rust: level\nfact go: level\n"
                                    "concept data\n    when sql and python\n    when rust\n    when go\ndata -> analyst\n");
    const auto said = [&](const std::string& line) {
        const bound b = bind_text(*loaded.rules, line, {false, false, true, "fa"});
        std::string all;
        for (const grammar::diagnostic& d : b.diagnostics.sorted()) {
            all += grammar::text_of(d.text.id, grammar::language::fa, d.text.arguments) + "\n";
            for (const grammar::diagnostic_note& n : d.notes) all += grammar::text_of(n.text.id, grammar::language::fa, n.text.arguments) + "\n";
            for (const grammar::sentence& s : d.help) all += grammar::text_of(s.id, grammar::language::fa, s.arguments) + "\n";
        }
        return all;
    };
    BOOST_TEST(said("پایگاه داده: عالی") == "«عالی» از مقدارهای «پایگاه داده» نیست\n"
        "سطح را بنویسید (هیچ < کمی < زیاد) یا شمارهٔ آن را از ۰ تا ۲؛ همچنین «حداقل …»، «حداکثر …»، «کمی..زیاد»، بله، نه یا نمی‌دانم\n");
    BOOST_TEST(said("پایگاه داده: ۷").starts_with("سطح‌های «پایگاه داده» از ۰ تا ۲ شمرده می‌شوند\n"));
    BOOST_TEST(said("data: yes") == "«data» نتیجه است: قاعده‌ها آن را به دست می‌آورند و در پروفایل نوشته نمی‌شود\n"
        "این قاعده آن را نتیجه می‌گیرد\nاین قاعده آن را نتیجه می‌گیرد\nو ۱ جای دیگر\n"
        "آنچه را دربارهٔ واقعیت‌های پشت آن می‌دانید بنویسید، مانند پایگاه داده، python، rust\n");
}

BOOST_AUTO_TEST_CASE(the_lines_of_a_test_are_those_of_a_profile) {
    const load_result loaded = load("a and b -> x\ntest \"t\"\n  given a: at least advanced\n  given otherwise: no\n  expect x: no\n");
    BOOST_TEST(joined(shown(loaded.diagnostics)) == "");
    grammar::diagnostics none;
    const facts person = bind_given(loaded.rules->tests.at(0), *loaded.rules, none);
    BOOST_TEST(person.closed);
    BOOST_TEST(person.known.at(0).from == 3);
    BOOST_TEST(person.known.at(1).to == 0);
    BOOST_TEST(errors_of("a -> x\ntest \"t\"\n  given a: masterful\n  expect x: no\n") == "A3105 3:12 masterful");
    BOOST_TEST(errors_of("a -> x\ntest \"t\"\n  given x: yes\n  expect x: no\n") == "A3102 3:9 x");
}

BOOST_AUTO_TEST_CASE(many_unknown_keys_cost_no_more_than_their_number) {
    std::string text;
    for (int i = 0; i < 20000; ++i) text += "pyth" + std::to_string(i) + "n: yes\n";
    const bound b = bind_text(rules(), text);
    BOOST_TEST(!b.diagnostics.has_errors());
}

BOOST_AUTO_TEST_SUITE_END()
