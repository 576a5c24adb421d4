// Profiles that are open in the editor.
#include "client.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace advise::cli::testing;
namespace lsp = advise::cli::lsp;

namespace {

constexpr const char* rules = "fact patience: level\n    label fa \"صبر\"\n    ask \"How patient are you?\"\nfact home: one of (village, town)\n"
                              "    label fa \"خانه\"\n    label fa town \"شهر\"\nrole host\n    when patience and home = town\n";

json::object at(const std::string& name, std::uint32_t line, std::uint32_t column) {
    return {{"textDocument", {{"uri", client::uri_of(name)}}}, {"position", {{"line", line}, {"character", column}}}};
}

std::vector<std::string> offered(client& editor, const std::string& name, std::uint32_t line, std::uint32_t column) {
    std::vector<std::string> labels;
    const json::value answer = editor.ask("textDocument/completion", at(name, line, column));
    for (const json::value& each : answer.at("items").as_array()) labels.push_back(lsp::text_member(each, "label"));
    return labels;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(profiles)

BOOST_AUTO_TEST_CASE(a_profile_has_the_findings_of_the_rules_beside_it) {
    const folder here;
    here.write("club.rules", rules);
    client editor;
    editor.open("me.txt", "patience: expertt\nhome: town\nhoem: town\n");
    BOOST_TEST(editor.codes("me.txt").size() == 2U);
    editor.change("me.txt", std::nullopt, "patience: expert\nhome: town\n");
    editor.settle();
    BOOST_TEST(editor.codes("me.txt").empty());
}

BOOST_AUTO_TEST_CASE(rules_that_are_open_count_as_they_are_in_the_editor) {
    const folder here;
    here.write("club.rules", rules);
    client editor;
    editor.open("me.txt", "patience: expert\nhome: city\n");
    BOOST_TEST(editor.codes("me.txt").size() == 1U);
    editor.open("club.rules", "fact patience: level\nfact home: one of (town, city)\nrole host\n    when patience and home = city\n");
    BOOST_TEST(editor.codes("me.txt").empty());
    editor.change("club.rules", std::nullopt, rules);
    editor.settle();
    BOOST_TEST(editor.codes("me.txt").size() == 1U);
}

BOOST_AUTO_TEST_CASE(without_rules_of_its_own_a_profile_is_for_the_shipped_ones) {
    const folder here;
    client editor;
    editor.open("sara.txt", "name: Sara\nparallelism: advancedd\n");
    BOOST_TEST(editor.codes("sara.txt").size() == 1U);
    BOOST_TEST(editor.ask("textDocument/hover", at("sara.txt", 1, 3)).is_object());
    BOOST_TEST(editor.ask("textDocument/definition", at("sara.txt", 1, 3)).is_null());
}

BOOST_AUTO_TEST_CASE(any_other_text_is_left_alone) {
    const folder here;
    here.write("club.rules", rules);
    client editor;
    editor.open("README.txt", "Read this: it is important\nsecond = line ((\n");
    editor.open("package.json", "{\"scripts\": {\"test\": \"none\"}}");
    BOOST_TEST(editor.codes("README.txt").empty());
    BOOST_TEST(editor.codes("package.json").empty());
    BOOST_TEST(editor.ask("textDocument/hover", at("README.txt", 0, 3)).is_null());
}

BOOST_AUTO_TEST_CASE(the_rules_can_be_named) {
    const folder here;
    here.write("a.rules", rules);
    here.write("elsewhere/b.rules", "fact patience: yes/no\nrole r\n    when patience\n");
    client editor({}, {{"initializationOptions", {{"rules", "elsewhere/b.rules"}}}});
    editor.open("me.txt", "patience: expert\n");
    BOOST_TEST(editor.codes("me.txt").size() == 1U);
}

BOOST_AUTO_TEST_CASE(several_files_that_are_named_are_one_rule_base) {
    const folder here;
    here.write("facts.rules", "fact patience: level\nfact home: one of (village, town)\n");
    here.write("roles.rules", "role host\n    when patience and home = town\n");
    const std::vector<std::string> both = {client::path_of("facts.rules"), client::path_of("roles.rules")};
    const json::object from_client{{"initializationOptions", {{"rules", json::array{"facts.rules", "roles.rules"}}}}};
    for (const bool by_command : {true, false}) {
        client editor(by_command ? lsp::server_options{{}, {}, both} : lsp::server_options{}, by_command ? json::object() : from_client);
        editor.open("me.txt", "patience: expertt\nhome: twon\n");
        BOOST_TEST(editor.codes("me.txt").size() == 2U);
        editor.open("roles.rules", "role host\n    when patience and home = town\n");
        BOOST_TEST(editor.codes("roles.rules").empty(), json::serialize(editor.found("roles.rules")));  // the other file declares home
        BOOST_TEST(editor.ask("textDocument/definition", at("roles.rules", 1, 10)).is_object());
        editor.open("facts.rules", "fact patience: level\nfact home: one of (village, town, twon)\n");
        BOOST_TEST(editor.codes("me.txt").size() == 1U);
        editor.change("facts.rules", std::nullopt, "fact patience: level\nfact home: one of (village, twon)\n");
        editor.settle();
        BOOST_TEST(editor.codes("roles.rules").size() == 1U);
    }
    client alone;
    alone.open("roles.rules", "role host\n    when patience and home = town\n");
    BOOST_TEST(!alone.codes("roles.rules").empty());
}

BOOST_AUTO_TEST_CASE(rules_that_are_not_open_are_read_again_when_a_file_that_they_import_changes) {
    const folder here;
    here.write("facts.rules", "fact home: one of (village, town)\n");
    here.write("main.rules", "import \"facts.rules\"\nfact patience: level\nrole host\n    when patience and home = town\n");
    client editor;
    editor.open("me.txt", "patience: expert\nhome: village\n");
    editor.open("facts.rules", "fact home: one of (village, town)\n");
    BOOST_TEST(editor.codes("me.txt").empty());
    editor.change("facts.rules", std::nullopt, "fact home: one of (city, town)\n");
    editor.settle();
    BOOST_TEST(editor.codes("me.txt").size() == 1U);
}

BOOST_AUTO_TEST_CASE(hover_and_definition_lead_to_the_fact) {
    const folder here;
    here.write("club.rules", rules);
    client editor;
    editor.open("me.txt", "# me\nصبر: advanced\n");
    const json::value shown = editor.ask("textDocument/hover", at("me.txt", 1, 6));
    BOOST_REQUIRE(shown.is_object());
    BOOST_TEST(shown.at("range") == lsp::as_json(span_of(1, 0, 3)));
    BOOST_TEST(lsp::text_member(shown, "contents.value").find("fact patience: level") != std::string::npos);
    const json::value there = editor.ask("textDocument/definition", at("me.txt", 1, 1));
    BOOST_TEST(lsp::text_member(there, "uri") == client::uri_of("club.rules"));
    BOOST_TEST(there.at("range") == lsp::as_json(span_of(0, 5, 13)));
}

BOOST_AUTO_TEST_CASE(facts_and_values_are_completed) {
    const folder here;
    here.write("club.rules", rules);
    client editor;
    editor.open("me.txt", "patience: \n\n");
    BOOST_TEST((offered(editor, "me.txt", 1, 0) == std::vector<std::string>{"home", "name", "otherwise: no"}));
    BOOST_TEST((offered(editor, "me.txt", 0, 10)
                == std::vector<std::string>{"none", "beginner", "intermediate", "advanced", "expert", "at least", "at most", "unknown"}));
    editor.open("fa.txt", "صبر: expert\nخانه: \n");
    BOOST_TEST((offered(editor, "fa.txt", 1, 6) == std::vector<std::string>{"village", "شهر", "نمی‌دانم"}));
}

BOOST_AUTO_TEST_CASE(after_a_bound_a_level_stands_and_after_otherwise_no) {
    const folder here;
    here.write("club.rules", rules);
    client editor;
    const std::vector<std::string> levels = {"none", "beginner", "intermediate", "advanced", "expert"};
    editor.open("me.txt", "patience: at least \npatience: at least be\notherwise: \nhome:  \n");
    BOOST_TEST((offered(editor, "me.txt", 0, 19) == levels));
    BOOST_TEST((offered(editor, "me.txt", 1, 21) == levels));
    BOOST_TEST((offered(editor, "me.txt", 2, 11) == std::vector<std::string>{"no"}));
    BOOST_TEST((offered(editor, "me.txt", 3, 6) == std::vector<std::string>{"village", "town", "unknown"}));
    const json::value answer = editor.ask("textDocument/completion", at("me.txt", 1, 21));
    BOOST_TEST(answer.at("items").at(0).at("textEdit") == lsp::text_edit(span_of(1, 19, 21), "none"));
    for (const lsp::position where : {lsp::position{2, 11}, lsp::position{3, 6}}) {
        const json::value words = editor.ask("textDocument/completion", at("me.txt", where.line, where.unit));
        BOOST_TEST(!lsp::text_member(words.at("items").as_array().back(), "documentation").empty());
    }
    editor.open("fa.txt", "صبر: دست‌کم \nبقیه: \n");
    BOOST_TEST((offered(editor, "fa.txt", 0, 12) == levels));
    BOOST_TEST((offered(editor, "fa.txt", 1, 6) == std::vector<std::string>{"نه"}));
}

BOOST_AUTO_TEST_CASE(a_profile_that_begins_is_offered_the_facts_of_its_rules) {
    const folder here;
    client alone;
    alone.open("me.txt", "name: Q\n");
    BOOST_TEST(offered(alone, "me.txt", 1, 0).size() > 20U);  // the shipped rules
    BOOST_TEST(alone.codes("me.txt").empty());
    here.write("club.rules", rules);
    const std::vector<std::string> all = {"patience", "home", "name", "otherwise: no"};
    for (const char* text : {"name: Q\n", "\n", "# me\nname: Q\nnote: n", "name: Q\npat", "name: Q\nصب", "ho"}) {
        client editor;
        editor.open("me.txt", text);
        const std::string written = text;
        const lsp::line_table lines(written);
        const lsp::position end = lines.position_of(written, static_cast<std::uint32_t>(written.size()));
        if (!has(written, "note")) BOOST_TEST((offered(editor, "me.txt", end.line, end.unit) == all), text);
        else BOOST_TEST(offered(editor, "me.txt", end.line, end.unit).empty());
    }
    client prose;
    prose.open("README.txt", "Read this\n");
    BOOST_TEST(prose.ask("textDocument/completion", at("README.txt", 1, 0)).is_null());
    here.write("elsewhere/b.rules", "fact courage: yes/no\nrole r\n    when courage\n");
    client two;
    two.open("above/b.rules", "fact courage: yes/no\nrole r\n    when courage\n");
    two.open("me.txt", "name: Q\n");
    BOOST_TEST((offered(two, "me.txt", 1, 0) == all));
    client named({}, {{"initializationOptions", {{"rules", "elsewhere/b.rules"}}}});
    named.open("me.txt", "name: Q\n");
    BOOST_TEST((offered(named, "me.txt", 1, 0) == std::vector<std::string>{"courage", "name", "otherwise: no"}));
}

BOOST_AUTO_TEST_CASE(a_number_takes_the_unit_of_its_fact) {
    const folder here;
    here.write("club.rules", "fact age: number 0..99 years\nrole host\n    when age > 20 years\n");
    client editor;
    editor.open("me.txt", "age: 4 \nage: at least ۴ y\nage: \n");
    BOOST_TEST((offered(editor, "me.txt", 0, 7).front() == "4 years"));
    BOOST_TEST((offered(editor, "me.txt", 1, 17) == std::vector<std::string>{"۴ years"}));
    BOOST_TEST((offered(editor, "me.txt", 2, 5) == std::vector<std::string>{"at least", "at most", "unknown"}));
}

BOOST_AUTO_TEST_CASE(a_label_finds_its_fact_in_a_profile) {
    const folder here;
    here.write("club.rules", rules);
    client editor;
    editor.open("me.txt", "home: town\nصب\n");
    const json::value answer = editor.ask("textDocument/completion", at("me.txt", 1, 2));
    BOOST_TEST(lsp::text_member(answer.at("items").at(0), "filterText").starts_with("صبر"));
}

BOOST_AUTO_TEST_CASE(a_profile_is_formatted) {
    const folder here;
    here.write("club.rules", rules);
    client editor;
    editor.open("me.txt", "patience :expert\n");
    const json::array edits = editor.ask("textDocument/formatting", {{"textDocument", {{"uri", client::uri_of("me.txt")}}}}).as_array();
    BOOST_TEST(edits.size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
