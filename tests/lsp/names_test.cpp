// Going from name to name, renaming, completion, the outline.
#include "client.hpp"

#include <lsp/typed_tokens.hpp>

#include <advise/grammar/keywords.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace advise::cli::testing;
namespace lsp = advise::cli::lsp;

namespace {

const std::string facts = "fact parallelism: level\n    label \"Parallel programming\"\n    aka threads\n    ask \"How well?\"\nscale mood: bad < "
                          "fine < good\nfact feels: mood\n";
const std::string rules =
    "import \"facts.rules\"\nsource book \"A book\"\nconcept low level: x\nconcept skilled\n    when threads >= advanced\n        because \"It is "
    "rare.\"\n        cites book\n"
    "role r\n    when skilled and parallelism\n    unless undeclared thing\ntest \"t\"\n    given parallelism: expert\n    expect r: yes\n";

/// The text of a document after the edits of a WorkspaceEdit.
std::string applied(const std::string& text, const json::value& edit, const std::string& name) {
    json::array edits = lsp::member(edit, "changes")->at(client::uri_of(name)).as_array();
    std::string made = text;
    std::sort(edits.begin(), edits.end(),
              [](const json::value& a, const json::value& b) { return lsp::range_member(a, "range")->begin > lsp::range_member(b, "range")->begin; });
    for (const json::value& each : edits) {
        const lsp::line_table lines(text);
        const lsp::range where = *lsp::range_member(each, "range");
        const std::uint32_t begin = lines.offset_of(text, where.begin), end = lines.offset_of(text, where.end);
        made.replace(begin, end - begin, lsp::text_member(each, "newText"));
    }
    return made;
}

std::vector<std::string> labels(const json::value& list) {
    std::vector<std::string> all;
    for (const json::value& each : lsp::member(list, "items")->as_array()) all.push_back(lsp::text_member(each, "label"));
    return all;
}

bool holds(const std::vector<std::string>& all, const std::string& one) { return std::find(all.begin(), all.end(), one) != all.end(); }

struct two_files {
    folder here;
    client editor;
    std::string main = rules;
    two_files() {
        here.write("facts.rules", facts);
        main.erase(main.find(": x"), 3);
        here.write("main.rules", main);
        editor.open("main.rules", main);
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(names)

BOOST_FIXTURE_TEST_CASE(definitions_and_references_go_across_imports, two_files) {
    const json::value declared = editor.ask("textDocument/definition", client::at("main.rules", {4, 10}));  // threads: another name
    BOOST_TEST(lsp::text_member(declared, "uri") == client::uri_of("facts.rules"));
    BOOST_TEST(declared.at("range") == json::value(lsp::as_json(span_of(0, 5, 16))));
    const auto uses = [&](const std::string& name, lsp::position at) {
        json::object params = client::at(name, at);
        params["context"] = json::object{{"includeDeclaration", false}};
        return editor.ask("textDocument/references", params).as_array().size();
    };
    BOOST_TEST(uses("main.rules", {8, 25}) == 4U);  // aka, threads, parallelism, given
    editor.open("facts.rules", facts);
    BOOST_TEST(uses("facts.rules", {0, 8}) == 4U);
    editor.tell("textDocument/didClose", {{"textDocument", {{"uri", client::uri_of("main.rules")}}}});
    BOOST_TEST(uses("facts.rules", {0, 8}) == 4U);  // found in the folder
    BOOST_TEST(editor.ask("textDocument/definition", client::at("facts.rules", {3, 0})).is_null());
}

BOOST_FIXTURE_TEST_CASE(hover_tells_what_a_name_is, two_files) {
    const auto shown = [&](lsp::position at) {
        return lsp::text_member(editor.ask("textDocument/hover", client::at("main.rules", at)), "contents.value");
    };
    const std::string fact = shown({4, 10});
    for (const char* part : {"fact parallelism: level", "**Parallel programming**", "intermediate", "threads", "How well?", "Used by skilled, r"})
        BOOST_TEST(has(fact, part), fact);
    BOOST_TEST(has(shown({8, 10}), "It is rare"));
    BOOST_TEST(has(shown({9, 12}), "A fact without a declaration."));
    BOOST_TEST(has(shown({5, 10}), "The reason for the clause"));
    client persian({advise::grammar::language::fa, {}});
    persian.open("main.rules", main);
    BOOST_TEST(has(lsp::text_member(persian.ask("textDocument/hover", client::at("main.rules", {9, 12})), "contents.value"), "بدون اعلان"));
}

BOOST_AUTO_TEST_CASE(hover_explains_the_words_of_the_language) {
    const folder here;
    client editor;
    const std::string text = "fact threads: level\nfact home: one of (a, b)\nrole r\n    when threads at least advanced and home is not a  # when\n  "
                             "  +3 at least 1 of (threads, home in (a))\n"
                             "        because \"when it is\"\n    requires 2 points\nthreads -> r\nclaim more threads never hurts r\ntest "
                             "\"claim\"\n    given threads: at most beginner\n    expect r points 3\n";
    editor.open("a.rules", text);
    const auto shown = [&](std::uint32_t line, const std::string& on) {
        const lsp::line_table lines(text);
        const std::uint32_t begin = lines.line_begin(line);
        const auto unit = static_cast<std::uint32_t>(text.find(on, begin)) - begin;
        return editor.ask("textDocument/hover", client::at("a.rules", {line, unit}));
    };
    const auto says = [&](std::uint32_t line, const std::string& on, const std::string& part) {
        return has(lsp::text_member(shown(line, on), "contents.value"), part);
    };
    BOOST_TEST(says(0, "fact", "Something about a person"));
    BOOST_TEST(says(0, "level", "none < beginner"));
    BOOST_TEST(says(1, "one of", "just one of these options"));
    BOOST_TEST(says(3, "when", "What is enough"));
    BOOST_TEST(says(3, "least", "K or more"));
    BOOST_TEST(shown(3, "least").at("range") == lsp::as_json(span_of(3, 17, 25)));
    BOOST_TEST(says(3, "and", "Both sides hold"));
    BOOST_TEST(says(4, "+3", "Evidence for the conclusion"));
    BOOST_TEST(says(4, "in (", "a list"));
    BOOST_TEST(says(5, "because", "The reason"));
    BOOST_TEST(says(6, "points", "how many points"));
    BOOST_TEST(says(7, "->", "the condition before the arrow"));
    BOOST_TEST(says(8, "hurts", "never makes the verdict worse"));
    BOOST_TEST(says(10, "most", "'<='"));
    BOOST_TEST(says(11, "points", "exact points"));
    BOOST_TEST(shown(3, "# when").is_null());
    BOOST_TEST(shown(3, "when\n").is_null());
    BOOST_TEST(shown(5, "when it").is_null());
    BOOST_TEST(shown(9, "claim\"").is_null());
    BOOST_TEST(has(lsp::text_member(shown(0, "threads"), "contents.value"), "fact threads"));
    editor.open("me.txt", "نام: سارا\nthreads: expert\notherwise: no\n");
    BOOST_TEST(has(lsp::text_member(editor.ask("textDocument/hover", client::at("me.txt", {2, 3})), "contents.value"), "closes it"));
    BOOST_TEST(editor.ask("textDocument/hover", client::at("me.txt", {0, 1})).is_object());
    BOOST_TEST(editor.ask("textDocument/hover", client::at("me.txt", {0, 7})).is_null());
}

BOOST_FIXTURE_TEST_CASE(renaming_quotes_where_needed, two_files) {
    const auto renamed = [&](lsp::position at, const std::string& name) {
        json::object params = client::at("main.rules", at);
        params["newName"] = name;
        return editor.answer("textDocument/rename", params);
    };
    json::object done = renamed({8, 25}, "search and rescue");
    BOOST_REQUIRE(done.contains("result"));
    const std::string after = applied(main, done["result"], "main.rules"), facts_after = applied(facts, done["result"], "facts.rules");
    BOOST_TEST(has(after, "when skilled and \"search and rescue\"\n"));
    BOOST_TEST(has(after, "given \"search and rescue\": expert"));
    BOOST_TEST(has(after, "when threads >= advanced"));  // another name of it stays
    BOOST_TEST(has(facts_after, "fact \"search and rescue\": level"));
    client other;
    other.open("facts.rules", facts_after);
    other.open("main.rules", after);
    BOOST_TEST(other.codes("main.rules").size() == editor.codes("main.rules").size());
    for (const char* wrong : {"skilled", "", "  ", "a\nb", "\"\"", "note", "_"}) BOOST_TEST(renamed({8, 25}, wrong).contains("error"), wrong);
    BOOST_TEST(renamed({8, 25}, "Parallelism").contains("result"));  // only its spelling
    BOOST_TEST(renamed({5, 14}, "x").contains("error"));
    BOOST_TEST(editor.answer("textDocument/prepareRename", client::at("main.rules", {5, 14})).contains("error"));
    BOOST_TEST(lsp::text_member(editor.ask("textDocument/prepareRename", client::at("main.rules", {9, 14})), "placeholder") == "undeclared thing");
}

struct file_with_values {
    folder here;
    client editor;
    std::string text = "scale mood: bad < fair < good\n    label fa good \"خوب\"\nfact a: mood\n    label \"How it goes\"\n    label fa \"حال\"\n"
                       "fact b: mood\nfact c: one of (bad, good)\n    label fa bad \"بد\"\nfact d: level\n"
                       "role r\n    when at least 1 of (a, b) >= fair and c = good\n    unless a in (bad, good) and d >= expert\n"
                       "test \"t\"\n    given a: good\n    given How it goes: at least fair\n    given حال: خوب\n    given c: good\n"
                       "    given d: expert\ntest \"u\"\n    given c: بد\n";

    file_with_values() { editor.open("a.rules", text); }
    std::string renamed(lsp::position at, const std::string& name) {
        json::object params = client::at("a.rules", at);
        params["newName"] = name;
        const json::object done = editor.answer("textDocument/rename", params);
        return done.contains("result") ? applied(text, done.at("result"), "a.rules") : "";
    }
};

BOOST_FIXTURE_TEST_CASE(levels_are_renamed_in_all_facts_of_their_scale, file_with_values) {
    for (const lsp::position at : {lsp::position{0, 26}, {1, 14}, {11, 23}, {13, 15}}) {
        const std::string after = renamed(at, "very good");
        BOOST_TEST_CONTEXT(at.line << after) {
            BOOST_TEST(has(after, "scale mood: bad < fair < very good\n    label fa very good \"خوب\""));
            BOOST_TEST(has(after, "a in (bad, very good)"));
            BOOST_TEST(has(after, "given a: very good\n"));
            BOOST_TEST(has(after, "c = good"));
            BOOST_TEST(has(after, "given c: good"));
        }
    }
    BOOST_TEST(has(renamed({10, 35}, "at most"), "(a, b) >= \"at most\" and"));
    BOOST_TEST(renamed({0, 26}, "fair").empty());
    BOOST_TEST(renamed({11, 38}, "master").empty());  // of the scale that needs no declaration
    BOOST_TEST(renamed({17, 15}, "master").empty());
}

BOOST_FIXTURE_TEST_CASE(options_are_renamed_in_their_fact, file_with_values) {
    const std::string after = renamed({6, 22}, "well");
    BOOST_TEST(has(after, "fact c: one of (bad, well)"));
    BOOST_TEST(has(after, "c = well\n"));
    BOOST_TEST(has(after, "given c: well\n"));
    BOOST_TEST(has(after, "a in (bad, good)"));
    BOOST_TEST(renamed({6, 22}, "bad").empty());
}

BOOST_FIXTURE_TEST_CASE(labels_are_renamed_with_the_lines_that_call_something_by_them, file_with_values) {
    for (const lsp::position at : {lsp::position{3, 12}, {14, 12}}) {
        const std::string after = renamed(at, "its \\ course");
        BOOST_TEST(has(after, "label \"its \\\\ course\"\n"), after);
        BOOST_TEST(has(after, "fact a: mood"));
    }
    const std::string of_value = renamed({15, 15}, "عالی");
    BOOST_TEST(has(of_value, "label fa good \"عالی\""), of_value);
    BOOST_TEST(has(of_value, "given حال: عالی\n"));
    BOOST_TEST(has(renamed({19, 13}, "زشت"), "label fa bad \"زشت\""));
    BOOST_TEST(renamed({3, 12}, "b").empty());  // another fact
}

BOOST_FIXTURE_TEST_CASE(values_and_labels_lead_to_what_they_belong_to, file_with_values) {
    const json::value declared = editor.ask("textDocument/definition", client::at("a.rules", {13, 15}));
    BOOST_TEST(declared.at("range") == json::value(lsp::as_json(span_of(0, 25, 29))), json::serialize(declared));
    BOOST_TEST(has(lsp::text_member(editor.ask("textDocument/hover", client::at("a.rules", {10, 36})), "contents.value"), "scale mood"));
    BOOST_TEST(has(lsp::text_member(editor.ask("textDocument/hover", client::at("a.rules", {15, 11})), "contents.value"), "fact a: mood"));
    json::object params = client::at("a.rules", {0, 26});
    params["context"] = json::object{{"includeDeclaration", true}};
    BOOST_TEST(editor.ask("textDocument/references", params).as_array().size() == 4U);
}

BOOST_FIXTURE_TEST_CASE(completion_knows_the_place, two_files) {
    const auto offered = [&](const std::string& line) {
        editor.change("main.rules", std::nullopt, main + line);
        return labels(editor.ask("textDocument/completion", client::at("main.rules", {13, lsp::utf16_units(line)})));
    };
    BOOST_TEST(holds(offered(""), "role"));
    BOOST_TEST(holds(offered("    wh"), "given"));  // the block above is a test
    BOOST_TEST(holds(offered("claim always par"), "parallelism"));
    BOOST_TEST(holds(offered("parallelism >= "), "advanced"));
    BOOST_TEST(!holds(offered("parallelism >= "), "skilled"));
    BOOST_TEST(holds(offered("feels is at least "), "fine"));
    BOOST_TEST(holds(offered("feels in (bad, "), "good"));
    BOOST_TEST(holds(offered("at least 1 of (feels, feels) >= "), "fine"));
    BOOST_TEST(holds(offered("skilled and "), "undeclared thing"));
    BOOST_TEST(holds(offered("skilled and "), "at least"));
    BOOST_TEST(holds(offered("fact z: "), "mood"));
    BOOST_TEST(holds(offered("skilled -> r cites "), "book"));
    BOOST_TEST(offered("# par").empty());
    BOOST_TEST(offered("role ").empty());
    editor.change("main.rules", std::nullopt, main + "claim always مهارت and par");
    const json::value list = editor.ask("textDocument/completion", client::at("main.rules", {13, 26}));
    BOOST_TEST(lsp::member(list, "items")->as_array().at(0).at("textEdit").at("range") == json::value(lsp::as_json(span_of(13, 23, 26))));
}

BOOST_FIXTURE_TEST_CASE(the_outline_and_the_layout, two_files) {
    const json::object file{{"textDocument", {{"uri", client::uri_of("main.rules")}}}};
    const json::array symbols = editor.ask("textDocument/documentSymbol", file).as_array();
    BOOST_REQUIRE_EQUAL(symbols.size(), 5U);
    BOOST_TEST(lsp::text_member(symbols[1], "name") == "low level");
    BOOST_TEST(symbols[3].at("range").at("end").at("line") == 9);
    const json::array folds = editor.ask("textDocument/foldingRange", file).as_array();
    BOOST_TEST(folds.size() == 3U);
    editor.change("main.rules", std::nullopt, "role r\n  when   a   AND b\n# x\n# y\n");
    const json::array edits = editor.ask("textDocument/formatting", file).as_array();
    BOOST_REQUIRE_EQUAL(edits.size(), 1U);
    BOOST_TEST(lsp::text_member(edits[0], "newText") == "    when a and b\n");
    BOOST_TEST(edits[0].at("range") == json::value(lsp::as_json(lsp::range{{1, 0}, {2, 0}})));
    BOOST_TEST(editor.ask("textDocument/foldingRange", file).as_array().size() == 2U);
    editor.change("main.rules", std::nullopt, "role r\n    when (\n");
    BOOST_TEST(editor.ask("textDocument/formatting", file).as_array().empty());
    BOOST_TEST(editor.ask("textDocument/documentHighlight", client::at("main.rules", {0, 5})).as_array().size() == 1U);
}

/// What is offered in a block is what the reader takes there.
BOOST_AUTO_TEST_CASE(the_clauses_of_a_block_are_those_of_the_reader) {
    namespace grammar = advise::grammar;
    for (const std::string header : {"source x \"T\"", "scale x: a < b", "fact x: level", "concept x", "role x", "test \"x\""}) {
        const auto own = grammar::clause_words_of(lsp::first_word(header));
        for (const std::string_view clause : grammar::clause_words()) {
            const std::string text = header + "\n    " + std::string(clause) + " y\n";
            bool misplaced = false;
            for (const grammar::diagnostic& each : advise::engine::load_rules_text("a.rules", text).diagnostics.sorted())
                misplaced = misplaced || each.text.id == grammar::message::clause_of_other_block;
            BOOST_TEST(misplaced == (std::find(own.begin(), own.end(), clause) == own.end()), text);
        }
    }
}

BOOST_AUTO_TEST_CASE(an_import_leads_to_its_file) {
    const folder here;
    here.write("more/person.rules", "fact patience: level\n");
    client editor;
    editor.open("a.rules", "import \"more/person.rules\"\nimport \"nowhere.rules\"\n");
    for (const std::uint32_t unit : {7U, 12U, 26U}) {
        const json::value there = editor.ask("textDocument/definition", client::at("a.rules", {0, unit}));
        BOOST_TEST(lsp::text_member(there, "uri") == client::uri_of("more/person.rules"), unit);
    }
    BOOST_TEST(editor.ask("textDocument/definition", client::at("a.rules", {0, 3})).is_null());
    BOOST_TEST(editor.ask("textDocument/definition", client::at("a.rules", {1, 12})).is_null());
    const json::array links = editor.ask("textDocument/documentLink", {{"textDocument", {{"uri", client::uri_of("a.rules")}}}}).as_array();
    BOOST_REQUIRE(links.size() == 1U);
    BOOST_TEST(lsp::text_member(links[0], "target") == client::uri_of("more/person.rules"));
    BOOST_TEST(links[0].at("range") == lsp::as_json(span_of(0, 7, 26)));
}

BOOST_AUTO_TEST_SUITE_END()
