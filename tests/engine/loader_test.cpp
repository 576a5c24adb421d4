// Statements into the rule base: declarations, clauses, imports, order.
#include "loading.hpp"

#include <advise/grammar/limits.hpp>

#include <boost/test/unit_test.hpp>

using namespace advise;
using namespace advise::engine;
using namespace advise::engine::testing;

namespace {

/// Files in memory; the name is the identity.
class memory_files final : public source_provider {
public:
    std::map<std::string, std::string> files;

    file open_root(const std::string& name) override { return open_import(name, {}, {}); }
    file open_import(const std::string& asked, const std::string&, const std::string&) override {
        const auto found = files.find(asked);
        if (found == files.end()) return {asked, asked, {}, grammar::message::file_not_found, {asked}};
        return {asked, asked, found->second, grammar::message::none, {}};
    }
};

std::string terms(const std::vector<fact>& facts) {
    std::string all;
    for (const fact& f : facts) all += (all.empty() ? "" : ", ") + f.term;
    return all;
}

std::string terms(const std::vector<conclusion>& conclusions) {
    std::string all;
    for (const conclusion& c : conclusions) all += (all.empty() ? "" : ", ") + std::string(c.term) + (c.is_role ? "!" : "");
    return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(loader)

BOOST_AUTO_TEST_CASE(the_first_example_of_the_user_loads) {
    const load_result loaded = load("parallelism AND low-level optimisation -> infra\n");
    BOOST_TEST(joined(shown(loaded.diagnostics)) == "");
    const rule_base& rules = *loaded.rules;
    BOOST_TEST(terms(rules.facts) == "parallelism, low-level optimisation");
    BOOST_TEST(terms(rules.conclusions) == "infra!");
    BOOST_TEST(!rules.facts[0].declared);
    const clause& rule = rules.conclusions[0].clauses.front();
    BOOST_TEST(rule.arrow);
    BOOST_TEST((rule.kind == clause_kind::when));
    const condition& body = rules.conditions[rule.body];
    BOOST_TEST((body.kind == condition_kind::all));
    BOOST_TEST(body.size == 2u);
    BOOST_TEST(rules.conditions[rules.condition_children[body.first]].subject == 0u);
}

BOOST_AUTO_TEST_CASE(an_empty_text_is_an_empty_rule_base) {
    const load_result loaded = load("");
    BOOST_TEST(!loaded.diagnostics.has_errors());
    BOOST_TEST(loaded.rules->facts.empty());
    BOOST_TEST(loaded.rules->language == "en");
    BOOST_TEST(loaded.rules->scales.at(0).levels.size() == 5u);
}

BOOST_AUTO_TEST_CASE(levels_declared_anew_count_for_what_stands_above_them) {
    // Many tests, so that those at the top were settled by the built-in levels before the new ones come.
    constexpr int many = 3000;
    std::string rules = "fact a: level\nrole x\n";
    for (int i = 0; i < many; ++i) rules += "  when a >= expert or a = beginner\n";
    const load_result loaded = load(rules + "scale level: none < beginner < expert\n");
    BOOST_TEST(joined(shown(loaded.diagnostics)) == "");
    BOOST_TEST(std::count(loaded.rules->test_values.begin(), loaded.rules->test_values.end(), 2) == many);
    BOOST_TEST(std::count(loaded.rules->test_values.begin(), loaded.rules->test_values.end(), 1) == many);

    const load_result gone = load(rules + "scale level: none < some < expert\n");
    BOOST_TEST(gone.diagnostics.errors() == many);
    BOOST_TEST(shown(gone.diagnostics).front() == "A1106 3:23 a = beginner");
    BOOST_TEST(help_of(rules + "scale level: none < some < expert\n") == "the levels are none < some < expert");
}

BOOST_AUTO_TEST_CASE(declared_names_stand_at_their_declaration_and_others_where_they_first_stand) {
    const load_result loaded = load("late and early and other -> b\n"
                                    "fact early: yes/no\n"
                                    "late -> a\n"
                                    "fact late: yes/no\n"
                                    "concept a\n"
                                    "role c\n  when a or b\n");
    BOOST_TEST(terms(loaded.rules->facts) == "other, early, late");
    BOOST_TEST(terms(loaded.rules->conclusions) == "b, a, c!");
}

BOOST_AUTO_TEST_CASE(undeclared_names_of_one_statement_keep_their_order) {
    // Quoted or not, and whether the word was met as a level before.
    BOOST_TEST(terms(load("a >= expert -> x\n\"b c\" and d -> x\ne and expert -> x\n").rules->facts) == "a, b c, d, e, expert");
}

BOOST_AUTO_TEST_CASE(a_term_is_shown_as_declared_or_as_it_first_stands) {
    const load_result loaded = load("Low-Level  Optimisation and C++ -> Infra\n"
                                    "low level optimisation -> INFRA\n"
                                    "fact c++: level\n");
    BOOST_TEST(terms(loaded.rules->facts) == "Low-Level Optimisation, c++");
    BOOST_TEST(terms(loaded.rules->conclusions) == "Infra!");
}

BOOST_AUTO_TEST_CASE(what_is_concluded_is_a_role_only_where_no_role_is_declared_and_nothing_mentions_it) {
    BOOST_TEST(terms(load("a -> b\nb -> c\n").rules->conclusions) == "b, c!");
    BOOST_TEST(terms(load("a -> b\nrole c\n").rules->conclusions) == "b, c!");
    // A claim is no condition of a conclusion.
    BOOST_TEST(terms(load("a -> b\nclaim always b\n").rules->conclusions) == "b!");
    BOOST_TEST(terms(load("a -> not b\n").rules->conclusions) == "b!");
}

BOOST_AUTO_TEST_CASE(the_four_forms_of_an_arrow_are_clauses) {
    const load_result loaded = load("a -> x\nb -> not x\nc -> x (+4)\nrule slow pair: d -> x (-2)\n");
    const auto& clauses = loaded.rules->conclusions.at(0).clauses;
    BOOST_REQUIRE(clauses.size() == 4);
    BOOST_TEST((clauses[0].kind == clause_kind::when));
    BOOST_TEST((clauses[1].kind == clause_kind::unless));
    BOOST_TEST((clauses[2].kind == clause_kind::evidence));
    BOOST_TEST(clauses[2].points == 4);
    BOOST_TEST(clauses[3].points == -2);
    BOOST_TEST(loaded.rules->wording(clauses[3]).rule_name == "slow pair");
    BOOST_TEST(loaded.rules->place_of(clauses[3].at).where.begin == 30u);
}

BOOST_AUTO_TEST_CASE(a_conclusion_keeps_its_clauses_in_the_order_of_the_text) {
    const load_result loaded = load("source book \"B\"\n  url \"https://b\"\n"
                                    "role x \"The X\"\n"
                                    "  label fa \"ایکس\"\n"
                                    "  when a\n    because \"one\"\n    because fa \"یک\"\n    cites book \"p 3\"\n"
                                    "  unless b\n  +3 c\n  requires d\n  requires 2 points\n  requires 5 points\n"
                                    "e -> x\n");
    BOOST_TEST(joined(shown(loaded.diagnostics)) == "");
    const conclusion& x = loaded.rules->conclusions.at(0);
    BOOST_TEST(text_in(x.labels(), "fa") == "ایکس");
    BOOST_TEST(text_in(x.labels(), "de", "en") == "The X");
    BOOST_REQUIRE(x.clauses.size() == 5);
    BOOST_TEST(loaded.rules->wording(x.clauses[0]).reasons.size() == 2u);
    BOOST_TEST(loaded.rules->wording(x.clauses[0]).reasons[1].language == "fa");
    BOOST_TEST(loaded.rules->wording(x.clauses[0]).citations.at(0).source == 0u);
    BOOST_TEST(loaded.rules->wording(x.clauses[0]).citations[0].text == "p 3");
    BOOST_TEST(x.clauses[4].arrow);
    BOOST_TEST(x.need()->points == 5);
    BOOST_TEST(x.needs().at(1).points == 2);
    BOOST_TEST(loaded.rules->cited.at(0).url == "https://b");
}

BOOST_AUTO_TEST_CASE(conditions_take_their_normal_form) {
    const load_result loaded = load("none of (a, b) -> x\nexactly 2 of (a, b, c) -> x\nat most 1 of (a, b) -> x\n");
    const rule_base& rules = *loaded.rules;
    const auto body = [&](std::size_t i) { return rules.conditions[rules.conclusions[0].clauses[i].body]; };
    BOOST_TEST((body(0).kind == condition_kind::negation));
    const condition& inside = rules.conditions[rules.condition_children[body(0).first]];
    BOOST_TEST((inside.kind == condition_kind::any));
    BOOST_TEST(inside.size == 2u);
    BOOST_TEST((body(1).kind == condition_kind::count));
    BOOST_TEST(body(1).least() == 2u);
    BOOST_TEST(body(1).most() == 2u);
    BOOST_TEST(body(2).least() == 0u);
    BOOST_TEST(body(2).most() == 1u);
}

BOOST_AUTO_TEST_CASE(a_comparison_after_a_list_applies_to_each_member) {
    const load_result loaded = load("at least 1 of (a, b) >= intermediate -> x\n");
    const rule_base& rules = *loaded.rules;
    for (std::size_t i = 0; i < 2; ++i) {
        BOOST_TEST((rules.conditions[i].op == test_op::ge));
        BOOST_TEST(rules.test_values[rules.conditions[i].first] == 2);
    }
    BOOST_TEST(errors_of("any of (a >= expert, b) >= beginner -> x\n") == "A1118 1:9 a >= expert");
    BOOST_TEST(errors_of("any of (a, not b) >= beginner -> x\n") == "A1118 1:12 not b");
}

BOOST_AUTO_TEST_CASE(a_fact_may_have_several_prerequisites) {
    const load_result loaded = load("fact a: level\n  effort 2 weeks\n  after b >= expert\n  after c\n"
                                    "fact b: level\nfact c: yes/no\na and b and c -> x\n");
    BOOST_TEST(joined(shown(loaded.diagnostics)) == "");
    const rule_base& rules = *loaded.rules;
    const condition& after = rules.conditions[rules.facts[0].after];
    BOOST_TEST((after.kind == condition_kind::all));
    BOOST_TEST(after.size == 2u);
    BOOST_TEST(rules.facts[0].effort->micro == 2 * grammar::limits::grid);
    BOOST_TEST(rules.effort_unit == "weeks");
}

BOOST_AUTO_TEST_CASE(texts_without_a_language_take_the_file_s) {
    const load_result loaded = load("language fa\nrole x \"نقش\"\n  when a\n    because \"چون\"\n");
    BOOST_TEST(joined(shown(loaded.diagnostics)) == "");
    BOOST_TEST(loaded.rules->language == "fa");
    BOOST_TEST(text_in(loaded.rules->conclusions[0].labels(), "fa") == "نقش");
    BOOST_TEST(loaded.rules->wording(loaded.rules->conclusions[0].clauses[0]).reasons[0].language == "fa");
    BOOST_TEST(errors_of("role x \"X\"\nlanguage fa\n") == "A1016 2:1 language");
    BOOST_TEST(errors_of("language en\nlanguage fa\n") == "A1022 2:1 language");
    BOOST_TEST(errors_of("language persian\n") == "A1010 1:10 persian");
}

BOOST_AUTO_TEST_CASE(the_version_and_the_title_have_their_places) {
    BOOST_TEST(reported("syntax 1\nruleset \"T\"\n") == "");
    BOOST_TEST(load("ruleset \"T\"\n").rules->title == "T");
    BOOST_TEST(errors_of("syntax 2\n").substr(0, 5) == "A1017");
    BOOST_TEST(errors_of("a -> b\nsyntax 1\n") == "A1018 2:1 syntax");
    BOOST_TEST(errors_of("ruleset \"T\"\nruleset \"U\"\n") == "A1021 2:1 ruleset");
}

BOOST_AUTO_TEST_CASE(tests_and_claims_are_kept_with_their_names_resolved) {
    const load_result loaded = load("a -> x\nb -> y\n"
                                    "test \"t\"\n  given a: expert\n  expect x: yes\n  expect y points 0..2\n  expect first x\n"
                                    "claim always x or not a\nclaim x ignores b\nclaim more a never hurts x\n");
    BOOST_TEST(joined(shown(loaded.diagnostics)) == "");
    const rule_base& rules = *loaded.rules;
    const test_block& test = rules.tests.at(0);
    BOOST_TEST(test.title == "t");
    BOOST_TEST(rules.files[0]->text(test.given.at(0).where) == "a: expert");
    BOOST_TEST(test.expected.at(1).role == 1u);
    BOOST_TEST(test.expected[1].high == 2);
    BOOST_TEST((rules.conditions[rules.claims.at(0).body].kind == condition_kind::any));
    BOOST_TEST(rules.claims[1].fact == 1u);
    BOOST_TEST(rules.claims[2].about == 0u);
}

BOOST_AUTO_TEST_CASE(an_import_stands_at_its_place_and_is_read_once) {
    memory_files files;
    files.files["root"] = "a -> x\nimport \"skills\"\nimport \"skills\"\nb -> y\n";
    files.files["skills"] = "ruleset \"Skills\"\nfact c: level\nc -> z\n";
    const load_result loaded = load_rules({"root"}, files);
    BOOST_TEST(joined(shown(loaded.diagnostics)) == "");
    BOOST_TEST(terms(loaded.rules->facts) == "a, c, b");
    BOOST_TEST(terms(loaded.rules->conclusions) == "x!, z!, y!");
    BOOST_TEST(loaded.rules->files.size() == 2u);
    BOOST_TEST(loaded.rules->title == "Skills");
}

BOOST_AUTO_TEST_CASE(several_roots_are_one_rule_base) {
    memory_files files;
    files.files["one"] = "ruleset \"One\"\nfact a: level\na -> x\n";
    files.files["two"] = "ruleset \"Two\"\nfact a: level\na -> y\n";
    const load_result loaded = load_rules({"one", "two", "one"}, files);
    BOOST_TEST(joined(shown(loaded.diagnostics)) == "A1001 2:6 a");
    BOOST_TEST(loaded.rules->title == "One");
    BOOST_TEST(loaded.rules->files.size() == 2u);
}

BOOST_AUTO_TEST_CASE(an_import_cycle_is_shown_file_by_file) {
    memory_files files;
    files.files["a"] = "import \"b\"\n";
    files.files["b"] = "\nimport \"c\"\n";
    files.files["c"] = "\n\nimport \"b\"\n";
    const load_result loaded = load_rules({"a"}, files);
    BOOST_TEST(joined(shown(loaded.diagnostics)) == "A4020 3:8 \"b\"");
    BOOST_TEST(notes_of(loaded.diagnostics) == "2:8");
}

BOOST_AUTO_TEST_CASE(imports_have_limits) {
    memory_files files;
    for (int i = 0; i < 40; ++i) files.files["f" + std::to_string(i)] = "import \"f" + std::to_string(i + 1) + "\"\n";
    BOOST_TEST(joined(shown(load_rules({"f0"}, files).diagnostics)) == "A4021 1:8 \"f32\"");
    files.files["many"] = "";
    for (int i = 0; i < 300; ++i) {
        files.files["m" + std::to_string(i)] = "";
        files.files["many"] += "import \"m" + std::to_string(i) + "\"\n";
    }
    const load_result loaded = load_rules({"many"}, files);
    BOOST_TEST(loaded.rules->files.size() == grammar::limits::files);
    BOOST_TEST(shown(loaded.diagnostics).front() == "A4022 256:8 \"m255\"");
}

BOOST_AUTO_TEST_CASE(a_missing_import_is_reported_at_its_place_and_hides_what_follows_from_it) {
    memory_files files;
    files.files["root"] = "import \"none\"\nfact a: mood\na -> x\nb -> x\nclaim always c\n";
    BOOST_TEST(joined(shown(load_rules({"root"}, files).diagnostics)) == "A4001 1:8 \"none\"");
}

BOOST_AUTO_TEST_CASE(a_missing_root_is_reported_without_a_place) {
    memory_files files;
    const load_result loaded = load_rules({"none"}, files);
    BOOST_TEST(joined(shown(loaded.diagnostics)) == "A4001");
    BOOST_TEST(loaded.rules->files.empty());
}

BOOST_AUTO_TEST_CASE(a_deep_chain_and_a_wide_rule_are_read) {
    std::string chain = "python -> c0\n";
    for (int i = 0; i < 100000; ++i) chain += "c" + std::to_string(i) + " -> c" + std::to_string(i + 1) + "\n";
    const load_result deep = load(chain);
    BOOST_TEST(!deep.diagnostics.has_errors());
    BOOST_TEST(deep.rules->conclusions.size() == 100001u);
    std::string wide = "s0";
    for (int i = 1; i < 100000; ++i) wide += " and s" + std::to_string(i);
    const load_result flat = load(wide + " -> x\n");
    BOOST_TEST(flat.rules->facts.size() == 100000u);
    BOOST_TEST(flat.rules->conditions.back().size == 100000u);
}

BOOST_AUTO_TEST_SUITE_END()
