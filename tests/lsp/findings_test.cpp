// What the server finds and mends.
#include "client.hpp"
#include "support/growth.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace advise::cli::testing;
namespace lsp = advise::cli::lsp;

namespace {

json::value range_of(std::uint32_t line, std::uint32_t from, std::uint32_t to) { return lsp::as_json(span_of(line, from, to)); }

/// The one edit of an action for a file.
json::value edit_of(const json::value& action, const std::string& name) {
    return lsp::member(action, "edit.changes")->at(client::uri_of(name)).as_array().at(0);
}

json::object only(const char* kind) {
    json::array kinds;
    kinds.emplace_back(kind);
    json::object made;
    made["only"] = std::move(kinds);
    return made;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(findings)

BOOST_AUTO_TEST_CASE(places_count_utf16_units) {
    const folder here;
    client editor;
    editor.open("a.rules", "fact مهارت: level\nrole مهندس\n    when مهارت >= expertt  # 😀\nrole \"😀 می‌شود\"\n    when \"😀\" and مهارت = "
                           "xx\n");
    const json::array found = editor.found("a.rules");
    BOOST_REQUIRE_GE(found.size(), 2U);
    BOOST_TEST(found[0].at("range") == range_of(2, 18, 25));
    BOOST_TEST(lsp::text_member(found[0], "source") == "advise");
    BOOST_TEST(found[0].at("severity") == 1);
    bool seen = false;
    for (const json::value& each : found) seen = seen || each.at("range") == range_of(4, 26, 28);
    BOOST_TEST(seen, json::serialize(found));
}

BOOST_AUTO_TEST_CASE(the_language_is_that_of_the_option_or_the_client_or_the_rules) {
    const folder here;
    const std::string wrong = "role a\n    when (\n";
    const auto message = [&](lsp::server_options chosen, json::object options, const std::string& text) {
        client editor(std::move(chosen), std::move(options));
        editor.open("a.rules", text);
        return lsp::text_member(editor.found("a.rules").at(0), "message");
    };
    const std::string english = message({}, {}, wrong), persian = message({}, {{"locale", "fa-IR"}}, wrong);
    BOOST_TEST(english != persian);
    BOOST_TEST(message({}, {{"locale", "en"}}, "language fa\n" + wrong) == english);
    BOOST_TEST(message({}, {}, "language fa\n" + wrong) == persian);
    BOOST_TEST(message({advise::grammar::language::fa, {}}, {{"locale", "en"}}, wrong) == persian);
}

BOOST_AUTO_TEST_CASE(unsaved_text_counts_across_imports) {
    const folder here;
    here.write("facts.rules", "fact a: level\n");
    here.write("main.rules", "role r\n");
    client editor;
    editor.open("main.rules", "import \"facts.rules\"\nfact c: level\nrole r\n    when a and b and c\n");
    BOOST_TEST(editor.codes("main.rules").size() == 1U);  // b is not declared
    editor.open("facts.rules", "fact a: level\nfact b: level\n");
    BOOST_TEST(editor.codes("main.rules").empty(), json::serialize(editor.found("main.rules")));
    editor.change("facts.rules", span_of(1, 5, 6), "d");
    editor.settle();
    BOOST_TEST(editor.codes("main.rules").size() == 1U);
    editor.tell("textDocument/didClose", {{"textDocument", {{"uri", client::uri_of("facts.rules")}}}});
    editor.settle();
    BOOST_TEST(editor.codes("main.rules").size() == 1U);
    here.write("facts.rules", "fact a: levl\nfact b: level\n");
    editor.tell("workspace/didChangeWatchedFiles", {{"changes", json::array{}}});
    editor.settle();
    BOOST_TEST(editor.codes("facts.rules").size() == 1U, json::serialize(editor.found("facts.rules")));  // an imported file that is not open
    here.write("facts.rules", "fact a: level\nfact b: level\n");
    editor.tell("textDocument/didSave", {{"textDocument", {{"uri", client::uri_of("main.rules")}}}});
    editor.settle();
    BOOST_TEST(editor.codes("facts.rules").empty());
    BOOST_TEST(editor.codes("main.rules").empty(), json::serialize(editor.found("main.rules")));
}

BOOST_AUTO_TEST_CASE(notes_are_related_places) {
    const folder here;
    client editor;
    editor.open("a.rules", "role r\n    when x\nrole r\n    when y\n");
    const json::array found = editor.found("a.rules");
    BOOST_REQUIRE_EQUAL(found.size(), 1U);
    const json::value& first = found[0].at("relatedInformation").as_array().at(0);
    BOOST_TEST(lsp::text_member(first, "location.uri") == client::uri_of("a.rules"));
    BOOST_TEST(first.at("location").at("range").at("start").at("line") == 0);
}

BOOST_AUTO_TEST_CASE(proofs_come_when_there_is_time) {
    const folder here;
    client editor;
    editor.open("a.rules", "fact a: level\nrole r\n    when a >= expert and not a >= beginner\n");
    BOOST_TEST(editor.codes("a.rules").empty());
    BOOST_TEST(editor.server().has_proofs());
    editor.server().prove([] { return true; });  // somebody waits
    BOOST_TEST(editor.server().has_proofs());
    BOOST_TEST(editor.prove());
    BOOST_TEST(!editor.codes("a.rules").empty());
    here.write("a.rules", "fact a: level\nrole r\n    when a >= expert and not a >= beginner\n");
    const std::string checked = run_program({"check", "a.rules"}).err;  // the server says what the program says
    for (const std::string& code : editor.codes("a.rules")) BOOST_TEST(has(checked, code), code);
    editor.change("a.rules", span_of(2, 9, 50), "a");
    editor.settle();
    BOOST_TEST(editor.prove());
    BOOST_TEST(editor.codes("a.rules").empty());
}

BOOST_AUTO_TEST_CASE(fixes_write_what_was_meant) {
    const folder here;
    client editor;
    editor.open("a.rules", "fact parallelism: level\nfact \"a and b\": level\nrole r\n    when paralelism >= expertt\n    unless \"a and c\"\n");
    const auto actions = [&](std::uint32_t line) {
        return editor
            .ask("textDocument/codeAction",
                 {{"textDocument", {{"uri", client::uri_of("a.rules")}}}, {"range", range_of(line, 0, 40)}, {"context", json::object{}}})
            .as_array();
    };
    const json::array mended = actions(3);
    BOOST_REQUIRE(!mended.empty());
    bool name = false;
    for (const json::value& each : mended)
        name = name || edit_of(each, "a.rules") == json::value{{"range", range_of(3, 9, 19)}, {"newText", "parallelism"}};
    BOOST_TEST(name, json::serialize(mended));
    BOOST_TEST(actions(0).empty());
    editor.open("b.rules", "fact a: level\nrole r\n    when a and b\n");
    const json::array declared =
        editor
            .ask("textDocument/codeAction",
                 {{"textDocument", {{"uri", client::uri_of("b.rules")}}}, {"range", range_of(2, 0, 40)}, {"context", json::object{}}})
            .as_array();
    BOOST_REQUIRE_EQUAL(declared.size(), 1U);
    BOOST_TEST(lsp::text_member(edit_of(declared[0], "b.rules"), "newText") == "fact b: level\n\n");
}

BOOST_AUTO_TEST_CASE(what_check_would_fix_is_offered_and_what_is_allowed_is_not) {
    const folder here;
    client editor;
    editor.open("a.rules", "source book \"B\"\nsource other \"O\"  # advise: allow A2029 because it will be cited\nfact low-level work: level\nlow level work -> infra\n");
    const auto actions = [&](std::uint32_t line) {
        return editor
            .ask("textDocument/codeAction",
                 {{"textDocument", {{"uri", client::uri_of("a.rules")}}}, {"range", range_of(line, 0, 40)}, {"context", only("quickfix")}})
            .as_array();
    };
    editor.settle();
    BOOST_TEST((editor.codes("a.rules") == std::vector<std::string>{"A2029", "A2023"}));
    const json::array unused = actions(0), spelling = actions(3);
    BOOST_REQUIRE_EQUAL(unused.size(), 1U);
    BOOST_TEST(lsp::text_member(edit_of(unused[0], "a.rules"), "newText").empty());
    BOOST_TEST(actions(1).empty());
    BOOST_REQUIRE_EQUAL(spelling.size(), 1U);
    BOOST_TEST(lsp::text_member(edit_of(spelling[0], "a.rules"), "newText") == "low-level work");
}

BOOST_AUTO_TEST_CASE(everything_that_check_would_fix_is_offered_at_once) {
    const folder here;
    client editor;
    here.write("facts.rules", "fact low-level work: level\nfact sql: level\nfact python: level\n");
    here.write("a.rules", "");  // what is not saved can import nothing
    editor.open("a.rules", "import \"facts.rules\"\nsource book \"B\"\nsource other \"O\"  # advise: allow A2029 because it will be cited\n"
                           "low level work or sql and python -> infra\nat least 2 of (sql, python) -> infra\n");
    const auto actions = [&](json::object context) {
        return editor
            .ask("textDocument/codeAction",
                 {{"textDocument", {{"uri", client::uri_of("a.rules")}}}, {"range", range_of(0, 0, 0)}, {"context", std::move(context)}})
            .as_array();
    };
    const json::array offered = actions(only("source.fixAll"));
    BOOST_REQUIRE_EQUAL(offered.size(), 1U);
    BOOST_TEST(lsp::text_member(offered[0], "kind") == "source.fixAll.advise");
    BOOST_TEST(lsp::text_member(offered[0], "title") == "Mend what can be mended without asking: 4 findings");
    std::vector<std::string> texts;
    for (const json::value& each : lsp::member(offered[0], "edit.changes")->at(client::uri_of("a.rules")).as_array())
        texts.push_back(lsp::text_member(each, "newText"));
    std::sort(texts.begin(), texts.end());
    BOOST_TEST((texts == std::vector<std::string>{"", "(", ")", "all of ", "low-level work"}));
    BOOST_TEST(actions(only("refactor")).empty());
    BOOST_TEST(actions(json::object()).size() == 1U);
    editor.open("well.rules", "fact sql: level\nsql -> infra\n");
    BOOST_TEST(editor.ask("textDocument/codeAction",
                          {{"textDocument", {{"uri", client::uri_of("well.rules")}}}, {"range", range_of(0, 0, 0)}, {"context", json::object{}}})
                   .as_array()
                   .empty());
}

BOOST_AUTO_TEST_CASE(verdicts_of_a_profile_stand_beside_the_roles) {
    const folder here;
    here.write("me.txt", "a: expert\n");
    client editor({}, {{"initializationOptions", {{"profile", "me.txt"}}}});
    editor.open("a.rules", "fact a: level\nrole r\n    when a\n    +2 a >= expert\nrole s\n    unless a\n    when b\n");
    const auto hints = [&] {
        return editor
            .ask("textDocument/inlayHint",
                 {{"textDocument", {{"uri", client::uri_of("a.rules")}}}, {"range", lsp::as_json(lsp::range{{0, 0}, {99, 0}})}})
            .as_array();
    };
    json::array shown = hints();
    BOOST_REQUIRE_EQUAL(shown.size(), 2U);
    BOOST_TEST(lsp::text_member(shown[0], "label") == "yes, 2 points");
    BOOST_TEST(shown[0].at("position") == json::value(lsp::as_json(lsp::position{1, 6})));
    BOOST_TEST(lsp::text_member(shown[1], "label") == "no");
    editor.tell("workspace/didChangeConfiguration", {{"settings", {{"advise", {{"profile", "nobody.txt"}}}}}});
    BOOST_TEST(hints().empty());
    BOOST_TEST(lsp::text_member(editor.said().at(editor.said().size() - 2), "method") == "window/showMessage");
}

// From an edit to its findings, in a file of 10,000 lines and in one of 2,500.
BOOST_AUTO_TEST_CASE(an_edit_costs_no_more_than_the_file_is_long) {
    const folder here;
    const auto rules_of = [](int roles) {
        std::string text;
        for (int i = 0; i < roles; ++i)
            text += "role r" + std::to_string(i) + "\n    when skill" + std::to_string(i % 300) + "x >= advanced and (skill1x or skill"
                    + std::to_string(i % 7) + "x >= expert)\n";
        return text;
    };
    client small, large;
    small.open("small.rules", rules_of(1250));
    large.open("large.rules", rules_of(5000));
    const auto edit = [](client& editor, const std::string& file) {
        for (int i = 0; i < 3; ++i) {
            editor.change(file, span_of(1001, 9, 9), "y");
            editor.settle();
        }
    };
    BOOST_TEST(advise::tests::grows_like_its_input([&] { edit(small, "small.rules"); }, [&] { edit(large, "large.rules"); }));
}

BOOST_AUTO_TEST_SUITE_END()
