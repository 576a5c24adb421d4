// Completion at every place of the grammar: what may stand there, all of it, and nothing else.
#include "client.hpp"

#include <advise/grammar/keywords.hpp>
#include <advise/grammar/messages.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace advise::cli::testing;
namespace lsp = advise::cli::lsp;
namespace grammar = advise::grammar;

namespace {

using strings = std::vector<std::string>;

const std::string rules =
    "import \"facts.rules\"\nsource book \"A book\"\nscale mood: bad < fair < very good\nfact feels: mood\nfact skill: level\nfact shy: yes/no\n"
    "fact age: number 0..99 years\nfact home: one of (village, big town)\n    label fa village \"ده\"\nfact tongues: any of (english, persian)\n"
    "concept able\n    when skill\nrole host \"A host\"\n    when feels and undeclared\nable -> guest\n";
const strings facts = {"feels", "skill", "shy", "age", "home", "tongues", "undeclared"}, conclusions = {"able", "host", "guest"};
const strings things = {"feels", "skill", "shy", "age", "home", "tongues", "able", "host", "undeclared", "guest"};
const strings operand_words = {"not", "at least", "at most", "exactly", "all of", "any of", "none of"}, reasons = {"because", "cites"};
const strings ordered = {">=", "<=", ">", "<", "=", "!=", "is", "at least", "at most", "in"};
const strings levels = {"none", "beginner", "intermediate", "advanced", "expert"}, moods = {"bad", "fair", "very good"};

strings together(std::initializer_list<strings> all) {
    strings made;
    for (const strings& each : all) made.insert(made.end(), each.begin(), each.end());
    return made;
}

struct editing {
    folder here;
    client editor;
    editing() {
        here.write("facts.rules", "fact elsewhere: level\n");
        here.write("more/other.rules", "");
        here.write("a.rules", "");
        editor.open("a.rules", "");
    }

    /// The items where the text ends, after `before`.
    json::array items(const std::string& line, const std::string& before = rules, const std::string& behind = "") {
        const std::string text = before + line;
        editor.change("a.rules", std::nullopt, text + behind);
        const lsp::line_table lines(text);
        const lsp::position end = lines.position_of(text, static_cast<std::uint32_t>(text.size()));
        return editor.ask("textDocument/completion", client::at("a.rules", end)).at("items").as_array();
    }
    strings offered(const std::string& line, const std::string& before = rules) {
        strings all;
        for (const json::value& each : items(line, before)) all.push_back(lsp::text_member(each, "label"));
        return all;
    }
    void check(const std::string& line, strings wanted) {
        strings got = offered(line);
        // What stands in the imported file comes with the rest, wherever facts do.
        const auto imported = std::find(got.begin(), got.end(), "elsewhere");
        if (imported != got.end()) got.erase(imported);
        std::sort(got.begin(), got.end());
        std::sort(wanted.begin(), wanted.end());
        BOOST_TEST(got == wanted,
                   line << "|: " << json::serialize(json::value_from(got)) << " instead of " << json::serialize(json::value_from(wanted)));
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(completion)

BOOST_FIXTURE_TEST_CASE(the_beginning_of_a_line, editing) {
    const strings statements = {"syntax", "ruleset", "language", "import", "source", "scale", "fact", "concept", "role", "rule", "test", "claim"};
    const strings of_role = {"label", "aka", "when", "requires", "unless", "+N", "-N"};
    check("", together({statements, things, operand_words, reasons}));  // below a rule
    check("role x\n", together({of_role, statements, things, {"x"}, operand_words}));
    check("role x\n    ", of_role);
    check("role x\n\n    ", of_role);
    check("role x\n    when skill >= expert\n    ", together({of_role, {"and", "or"}, reasons}));
    check("role x\n    when skill >= expert\n    un", together({of_role, {"and", "or"}, reasons}));
    check("role x\n    requires 3 points\n    ", together({of_role, reasons}));
    check("test \"t\"\n    ", {"given", "expect"});
    check("    ", together({statements, things, operand_words, reasons}));  // a rule has no clauses
    check("source page \"P\"\n", together({{"url"}, statements, things, operand_words}));
    check("scale tone: low < high\n", together({{"label"}, statements, things, operand_words}));
    check("fact new: level\n    ", {"label", "aka", "ask", "effort", "after"});
}

BOOST_FIXTURE_TEST_CASE(behind_the_word_of_a_statement, editing) {
    for (const char* line : {"syntax ",
                             "ruleset ",
                             "ruleset \"",
                             "source ",
                             "source page ",
                             "scale ",
                             "scale tone: ",
                             "scale tone: low < ",
                             "test ",
                             "test \"a",
                             "rule ",
                             "rule x",
                             "role x ",
                             "role x \"a label",
                             "aka ",
                             "role x\n    aka y, ",
                             "url ",
                             "fact x: number ",
                             "fact x: number 0..3 ",
                             "fact x: level ",
                             "fact x: one of (",
                             "fact x: one of (a, ",
                             "# skill >= ",
                             "when skill # and "})
        check(line, {});
    check("language ", {"en", "fa"});
    check("language fa ", {});
    check("import ", {"more/other.rules"});  // facts.rules is imported already
    check("import \"", {"more/other.rules"});
    here.write("more/user.rules", "import \"../a.rules\"\n");
    here.write("second.rules", "import \"more/user.rules\"\n");
    check("import \"", {"more/other.rules"});
    editor.open("second.rules", "import \"more/user.rules\"\n");
    check("import \"", {"more/other.rules"});
    check("fact ", {"undeclared"});
    check("fact und", {"undeclared"});
    check("concept ", {"guest"});
    check("role ", {"guest"});
    check("fact x: ", {"level", "yes/no", "number", "one of", "any of", "mood"});
    check("fact x: one ", {"one of"});
    const json::array file = items("import \"fac", "", "\"\n");
    BOOST_TEST(file.at(0).at("textEdit") == lsp::text_edit({{0, 7}, {0, 12}}, "\"facts.rules\""), json::serialize(file));
    BOOST_TEST(items("import \"facts.rules", "", "\"\n").size() == 2U);
}

BOOST_FIXTURE_TEST_CASE(clauses, editing) {
    check("role x\n    requires ", together({things, {"x"}, operand_words, {"N points"}}));
    for (const std::string clause : {"when ", "unless ", "+3 ", "-3 ", "+ 3 ", "after "})
        check("role x\n    " + clause, together({things, {"x"}, operand_words}));
    check("role x\n    requires 3 ", {"points"});
    check("role x\n    requires 3 points ", reasons);
    check("role x\n    +", {"1", "2", "3", "5"});
    check("role x\n    + ", {"1", "2", "3", "5"});
    check("role x\n    label ", {"en", "fa"});
    check("role x\n    label fa ", {});
    check("role x\n    label fa \"", {});
    check("scale tone: very low < high\n    label ", {"en", "fa", "very low", "high"});
    check("scale tone: very low < high\n    label fa ", {"very low", "high"});
    check("scale tone: very low < high\n    label fa very ", {"very low"});
    check("fact x: one of (a, b)\n    label ", {"en", "fa", "a", "b"});
    check("fact x: level\n    label ", {"en", "fa"});
    check("fact x: level\n    ask ", {"en", "fa"});
    check("fact x: level\n    ask fa ", {});
    check("fact x: level\n    effort ", {});
    check("fact x: level\n    effort 4 ", {});
    check("fact y: level\n    effort 3 weeks\nfact x: level\n    effort 4 ", {"weeks"});
    check("fact y: level\n    effort 3 weeks\nfact x: level\n    effort 4 weeks ", {});
    check("role x\n    when skill because ", {"en", "fa"});
    check("role x\n    when skill because \"", {});
    check("role x\n    when skill because fa \"x\" ", reasons);
    check("role x\n    when skill cites ", {"book"});
    check("role x\n    when skill cites book ", reasons);
    check("fact x: level\n    after skill ", together({ordered, {"and", "or"}}));
}

BOOST_FIXTURE_TEST_CASE(conditions, editing) {
    const strings connectives = {"and", "or"};
    const std::string when = "role x\n    when ";
    const strings operands = together({things, {"x"}, operand_words});
    for (const char* begun : {"not ", "skill and ", "skill or ", "(", "(skill or ", "all of (", "at least 2 of (skill, ", "none of (skill,\n        ",
                              "ski", "skill and sh"})
        check(when + begun, operands);
    check(when + "skill ", together({ordered, connectives, reasons}));
    check(when + "skill i", together({ordered, connectives, reasons}));
    check(when + "(skill ", together({ordered, connectives}));
    check(when + "age ", together({ordered, connectives, reasons}));
    check(when + "home ", together({{"is", "=", "!=", "in"}, connectives, reasons}));
    check(when + "shy ", together({{"is"}, connectives, reasons}));
    check(when + "tongues ", together({{"includes"}, connectives, reasons}));
    check(when + "able ", together({connectives, reasons}));
    check(when + "guest ", together({connectives, reasons}));
    for (const char* compared :
         {">= ", "< ", "≥ ", "= ", "!= ", "at least ", "at most ", "is not ", "is at least ", "in (", "in (beginner, ", ">= adv"})
        check(when + "skill " + compared, levels);
    check(when + "skill is ", together({levels, {"not", "at least", "at most"}}));
    check(when + "home is ", {"village", "big town", "not"});
    check(when + "home = big ", together({{"big town"}, connectives, reasons}));
    check(when + "home in (village, big ", {"big town"});
    check(when + "shy is ", {"yes", "no", "not"});
    check(when + "age >= ", {"0 years", "99 years"});
    check(when + "age at least ", {"0 years", "99 years"});
    check(when + "age >= 5 ", together({{"years"}, connectives, reasons}));
    check("role x\n    requires age >= 5 ", together({{"years"}, connectives, reasons}));
    check(when + "skill >= expert and age >= 5 ", together({{"years"}, connectives, reasons}));
    check(when + "age >= 5 years ", together({connectives, reasons}));
    check(when + "age in ", {"0..99"});
    check(when + "tongues includes ", {"english", "persian"});
    check(when + "able >= ", {});
    check(when + "feels >= ", moods);
    check(when + "all of (skill, feels) ", together({ordered, connectives, reasons}));
    check(when + "at least 1 of (feels, skill) >= ", moods);
    check(when + "at ", {"least", "most"});
    check(when + "skill at ", {"least", "most"});
    check(when + "at least ", {"N of (…)"});
    check(when + "skill and at most ", {"N of (…)"});
    check(when + "exactly ", {"N of (…)"});
    check(when + "at least 2 ", {"of"});
    check(when + "at least 2 of ", {});
    check(when + "all ", {"all of"});
    check(when + "(skill) ", together({connectives, reasons}));
    check(when + "skill in (beginner) ", together({connectives, reasons}));
    check(when + "skill >= expert ", together({connectives, reasons}));
    check(when + "skill\n    and ", operands);
    check(when + "skill\n    # a remark\n\n    and feels >= ", moods);
}

BOOST_FIXTURE_TEST_CASE(rules_with_an_arrow, editing) {
    check("skill ", together({ordered, {"and", "or", "->"}}));
    check("skill and ", together({things, operand_words}));
    check("skill -> ", together({conclusions, {"not"}}));
    check("skill → not ", conclusions);
    check("skill -> host ", reasons);
    check("skill -> host (+2) ", reasons);
    check("rule x: ", together({things, operand_words}));
    check("rule x: skill >= ", levels);
    check("rule x: skill >= expert ", {"and", "or", "->"});
    check("skill\n    -> ", together({conclusions, {"not"}}));
    check("(skill or\nfe", together({things, operand_words}));
}

BOOST_FIXTURE_TEST_CASE(claims, editing) {
    check("claim ", together({{"always", "never", "more"}, conclusions}));
    check("claim al", together({{"always", "never", "more"}, conclusions}));
    check("claim always ", together({things, operand_words}));
    check("claim never skill ", together({ordered, {"and", "or"}}));
    check("claim never skill >= ", levels);
    check("claim more ", {"feels", "skill", "shy", "age", "undeclared"});
    check("claim more skill ", {"never hurts"});
    check("claim more skill never ", {"hurts"});
    check("claim more skill never hurts ", conclusions);
    check("claim host ", {"ignores"});
    check("claim host ignores ", facts);
}

BOOST_FIXTURE_TEST_CASE(tests, editing) {
    const std::string test = "test \"t\"\n    ";
    check(test + "given ", together({facts, {"otherwise: no"}}));
    check(test + "given ski", together({facts, {"otherwise: no"}}));
    check(test + "given otherwise: ", {"no"});
    check(test + "given otherwise: no ", {});
    check(test + "given skill: ", together({levels, {"at least", "at most", "yes", "no", "unknown"}}));
    check(test + "given skill: at least ", levels);
    check(test + "given age: ", {"0 years", "99 years", "at least", "at most", "unknown"});
    check(test + "given age: at least ", {"0 years", "99 years"});
    check(test + "given age: 5 ", {"years"});
    check(test + "given age: at most 5 ", {"years"});
    check(test + "given shy: ", {"yes", "no", "unknown"});
    check(test + "given home: big ", {"big town"});
    check(test + "given tongues: ", {"english", "persian", "includes", "no", "unknown"});
    check(test + "given tongues: english, ", {"english", "persian"});
    check(test + "given tongues: includes ", {"english", "persian"});
    check(test + "expect ", together({conclusions, {"first"}}));
    check(test + "expect first ", conclusions);
    check(test + "expect host ", {"points"});
    check(test + "expect host points ", {});
    check(test + "expect host: ", {"yes", "no", "unknown"});
    check(test + "expect host: yes ", {});
}

BOOST_FIXTURE_TEST_CASE(names_of_several_words_are_completed_whole, editing) {
    const std::string named = "fact low level: level\nfact low level optimisation: level\nfact \"search and rescue\": level\nrole r\n    when ";
    const auto edit_of = [&](const std::string& typed, const std::string& label, const std::string& behind = "") {
        for (const json::value& each : items(typed, named, behind))
            if (lsp::text_member(each, "label") == label) return each;
        return json::value();
    };
    BOOST_TEST(edit_of("low le", "low level optimisation").at("textEdit") == lsp::text_edit(span_of(4, 9, 15), "low level optimisation"));
    const json::value word = edit_of("low level ", "and"), whole = edit_of("low level ", "low level optimisation");
    BOOST_TEST(whole.at("textEdit").at("range") == word.at("textEdit").at("range"));  // clients want one beginning
    BOOST_TEST(lsp::text_member(word, "textEdit.newText") == "low level and");
    BOOST_TEST(lsp::text_member(word, "filterText") == "low level and");
    BOOST_TEST(edit_of("low ", "and").is_null());
    BOOST_TEST(edit_of("\"search a", "search and rescue", "\"\n").at("textEdit") == lsp::text_edit(span_of(4, 9, 19), "\"search and rescue\""));
    BOOST_TEST(edit_of("sea", "search and rescue").at("textEdit") == lsp::text_edit(span_of(4, 9, 12), "\"search and rescue\""));
    BOOST_TEST(lsp::text_member(edit_of("low level >", ">="), "textEdit.newText").empty());
}

BOOST_FIXTURE_TEST_CASE(what_is_typed_decides_when_there_is_too_much, editing) {
    std::string many;
    for (int i = 0; i < 900; ++i) many += "fact f" + std::to_string(i) + "x: level\n";
    many += "fact last of all: level\nrole r\n    when ";
    const strings all = offered("las", many);
    BOOST_TEST(all.size() == 500U);
    BOOST_TEST(all.front() == "last of all");
}

BOOST_FIXTURE_TEST_CASE(words_are_explained, editing) {
    for (const json::value& each : items("claim "))
        if (lsp::text_member(each, "label") == "always") BOOST_TEST(has(lsp::text_member(each, "documentation"), "every possible profile"));
    constexpr int keyword = 14;
    for (const char* line : {"", "role x\n    ", "role x\n    when ", "role x\n    when skill ", "claim ", "test \"t\"\n    expect ",
                             "test \"t\"\n    given skill: ", "test \"t\"\n    given ", "fact x: ", "role x\n    requires ", "role x\n    +",
                             "role x\n    when at least "})
        for (const json::value& each : items(line))
            if (each.at("kind") == keyword && lsp::text_member(each, "label").find_first_of("<>=!") == std::string::npos)
                BOOST_TEST(!lsp::text_member(each, "documentation").empty(), line << "|" << lsp::text_member(each, "label"));
}

/// Clients compare what is typed with `filterText`: a label finds its fact, and the name is inserted.
BOOST_FIXTURE_TEST_CASE(labels_find_their_facts, editing) {
    const std::string labelled =
        "fact patience: level\n    label fa \"شکیبایی بسیار\"\n    label \"Nimble mind\"\n    aka endurance\nrole r\n    requires ";
    for (const char* typed : {"شک", "شکیبایی بس", "Nimb", "endur", "pat"}) {
        bool found = false;
        for (const json::value& each : items(typed, labelled)) {
            if (lsp::text_member(each, "label") != "patience") continue;
            found = lsp::text_member(each, "filterText").starts_with(typed);
            BOOST_TEST(each.at("textEdit") == lsp::text_edit(span_of(5, 13, 13 + lsp::utf16_units(typed)), "patience"), json::serialize(each));
        }
        BOOST_TEST(found, typed);
    }
}

/// Every word that the reader knows is offered somewhere, and the reader takes the words that are offered.
BOOST_AUTO_TEST_CASE(the_words_of_claims_and_tests_are_those_of_the_reader) {
    const auto errors = [](const std::string& line) {
        return advise::engine::load_rules_text("a.rules", "role r\n    when f\n" + line + "\n").diagnostics.errors();
    };
    for (const std::string word : {"always r", "never r", "more f never hurts r", "r ignores f"}) BOOST_TEST(errors("claim " + word) == 0U, word);
    for (const std::string word : {"first r", "r points 0", "r: yes", "r: no", "r: unknown"})
        BOOST_TEST(errors("test \"t\"\n    expect " + word) == 0U, word);
    for (const std::string_view word : grammar::claim_words()) BOOST_TEST(errors("claim " + std::string(word)) > 0U, word);
    for (const std::string_view word : grammar::type_words()) {
        const std::string type = std::string(word) + (word.ends_with("of") ? " (a, b)" : "");
        BOOST_TEST(errors("fact x: " + type) == 0U, type);
    }
}

BOOST_AUTO_TEST_SUITE_END()
