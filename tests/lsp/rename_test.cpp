// Renaming: every place of a name, in rules, tests and profiles, in quotes where it needs them, and never another meaning.
#include "client.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <random>

using namespace advise::cli::testing;
namespace lsp = advise::cli::lsp;

namespace {

const std::string rules = "fact patience: level\n    label fa \"صبر\"\nfact home town: one of (big city, small town)\n    label big city \"City\"\n  "
                          "  label fa big city \"شهر\"\n"
                          "    label fa small  town \"شهرک\"\nfact tongues: any of (english, old persian)\nscale mood: very bad < so so < good\n    "
                          "label fa very bad \"بد\"\n"
                          "fact feels: mood\nconcept calm person\n    when patience >= advanced and feels >= so so\nrole host\n    when calm person "
                          "and home town = big city\n"
                          "    unless tongues includes old persian\ntest \"t\"\n    given patience: expert\n    given home town: \"big city\"\n    "
                          "given شهر: yes\n    expect calm person: yes\n"
                          "    expect calm person points 0\nclaim calm person ignores home town\nclaim more patience never hurts calm person\n";

/// The texts of the files after an answer's edits.
std::string applied(const std::string& text, const json::value& edit, const std::string& name) {
    const json::object& changes = lsp::member(edit, "changes")->as_object();
    if (!changes.contains(client::uri_of(name))) return text;
    json::array edits = changes.at(client::uri_of(name)).as_array();
    std::sort(edits.begin(), edits.end(),
              [](const json::value& a, const json::value& b) { return lsp::range_member(a, "range")->begin > lsp::range_member(b, "range")->begin; });
    std::string made = text;
    const lsp::line_table lines(text);
    for (const json::value& each : edits) {
        const lsp::range where = *lsp::range_member(each, "range");
        made.replace(lines.offset_of(text, where.begin), lines.offset_of(text, where.end) - lines.offset_of(text, where.begin),
                     lsp::text_member(each, "newText"));
    }
    return made;
}

struct renaming_files {
    folder here;
    client editor;
    std::string text = rules;
    json::object done;
    renaming_files() {
        text.erase(text.find("    given شهر: yes\n"), std::string("    given شهر: yes\n").size());
        here.write("club.rules", text);
        editor.open("club.rules", text);
        BOOST_REQUIRE(editor.codes("club.rules").empty());
    }

    /// The name that begins where `at` first stands, under another name; what is refused is "".
    std::string renamed(const std::string& at, const std::string& name, const std::string& file = "club.rules", const std::string& content = "") {
        const std::string& in = content.empty() ? text : content;
        const lsp::line_table lines(in);
        json::object params = client::at(file, lines.position_of(in, static_cast<std::uint32_t>(in.find(at) + 1)));
        params["newName"] = name;
        done = editor.answer("textDocument/rename", params);
        return done.contains("result") ? applied(text, done["result"], "club.rules") : std::string();
    }
    std::string profile(const std::string& name, const std::string& before) { return applied(before, done["result"], name); }
    std::string refusal() { return lsp::text_member(done, "error.message"); }
};

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != text.npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
    return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(renaming)

BOOST_FIXTURE_TEST_CASE(names_of_several_words_and_their_labels, renaming_files) {
    const std::string wanted = replaced(replaced(text, "big city", "metropolis"), "\"metropolis\"", "metropolis");
    BOOST_TEST(renamed("big city, small", "metropolis") == wanted);
    BOOST_TEST(renamed("big city \"City\"", "metropolis") == wanted);
    BOOST_TEST(renamed("big city \"شهر\"", "metropolis") == wanted);
    BOOST_TEST(has(renamed("small town)", "market and fair"), "    label fa \"market and fair\" \"شهرک\""), json::serialize(done));
    BOOST_TEST(renamed("old persian)", "avestan") == replaced(text, "old persian", "avestan"));
    BOOST_TEST(renamed("so so <", "neither nor") == replaced(text, "so so", "neither nor"));
    BOOST_TEST(renamed("very bad \"", "awful") == replaced(text, "very bad", "awful"));
    BOOST_TEST(renamed("home town", "where I live") == replaced(text, "home town", "where I live"));
    BOOST_TEST(renamed("calm person", "patient soul") == replaced(text, "calm person", "patient soul"));
}

BOOST_FIXTURE_TEST_CASE(a_name_is_quoted_where_a_test_or_claim_would_read_it_otherwise, renaming_files) {
    const std::string first = renamed("calm person", "first aider");
    BOOST_TEST(has(first, "concept \"first aider\"\n"), first);
    BOOST_TEST(has(first, "    expect \"first aider\": yes\n"));
    BOOST_TEST(has(first, "claim \"first aider\" ignores"));
    const std::string ignoring = renamed("calm person", "ignores noise");
    BOOST_TEST(has(ignoring, "claim \"ignores noise\" ignores home town"));
    BOOST_TEST(has(renamed("calm person", "search and rescue"), "claim more patience never hurts \"search and rescue\"\n"));
}

BOOST_FIXTURE_TEST_CASE(what_would_mean_another_thing_is_refused, renaming_files) {
    for (const char* taken : {"home town", "host", "Calm-Person "}) {
        BOOST_TEST(renamed("patience", taken).empty(), taken);
        BOOST_TEST(!refusal().empty());
    }
    BOOST_TEST(renamed("big city", "small town").empty());
    const std::string before = text;
    text.insert(text.find("    label big city"), "    label fa \"خانه\"\n");
    editor.change("club.rules", std::nullopt, text);
    BOOST_TEST(renamed("big city", "fa").empty());  // the label would be that of the option
    BOOST_TEST(has(refusal(), "'fa'"), refusal());
    text = before;
    // A line of a test calls a fact by the label of another one, which a term would win over.
    text = "fact patience: level\n    label fa \"صبر\"\nfact b: level\nrole host\n    when patience\n    when b\ntest \"t\"\n    given صبر: expert\n "
           "   expect host: yes\n";
    editor.change("club.rules", std::nullopt, text);
    BOOST_TEST(renamed("b: level", "صبر").empty());
    BOOST_TEST(!refusal().empty());
    BOOST_TEST(renamed("b: level", "حلم") == replaced(replaced(text, "fact b", "fact حلم"), "when b", "when حلم"));
}

BOOST_FIXTURE_TEST_CASE(profiles_of_the_rules_change_too, renaming_files) {
    const std::string plain =
        "# me\nname: Ann\nPatience: at least beginner\nhome-town: big city\ntongues: english, old persian\nfeels: very bad..so so\notherwise: no\n";
    const std::string in_json =
        "{\"patience\": \"expert\", \"home town\": \"big city\", \"tongues\": [\"english\", \"old persian\"], \"feels\": \"at least so so\"}\n";
    const std::string persian = "صبر: expert\n";
    here.write("me.txt", plain);
    here.write("deep/er/me.json", in_json);
    here.write("fa.txt", persian);
    BOOST_REQUIRE(!renamed("patience", "calm, \"quiet\" or so").empty());
    BOOST_TEST(profile("me.txt", plain) == replaced(plain, "Patience:", "\"calm, \\\"quiet\\\" or so\":"));
    BOOST_TEST(profile("deep/er/me.json", in_json) == replaced(in_json, "\"patience\"", "\"calm, \\\"quiet\\\" or so\""));
    BOOST_TEST(profile("fa.txt", persian) == persian);  // it says the label
    BOOST_REQUIRE(!renamed("patience", "search and rescue").empty());
    BOOST_TEST(profile("me.txt", plain) == replaced(plain, "Patience:", "search and rescue:"));  // in profiles keywords end nothing
    BOOST_REQUIRE(!renamed("big city", "metropolis").empty());
    BOOST_TEST(profile("me.txt", plain) == replaced(plain, "big city", "metropolis"));
    BOOST_TEST(profile("deep/er/me.json", in_json) == replaced(in_json, "big city", "metropolis"));
    BOOST_REQUIRE(!renamed("old persian", "avestan").empty());
    BOOST_TEST(profile("me.txt", plain) == replaced(plain, "old persian", "avestan"));
    BOOST_TEST(profile("deep/er/me.json", in_json) == replaced(in_json, "old persian", "avestan"));
    BOOST_REQUIRE(!renamed("so so", "neither nor").empty());
    BOOST_TEST(profile("me.txt", plain) == replaced(plain, "so so", "neither nor"));
    BOOST_TEST(profile("deep/er/me.json", in_json) == replaced(in_json, "so so", "neither nor"));
    BOOST_REQUIRE(!renamed("صبر", "شکیبایی").empty());
    BOOST_TEST(profile("fa.txt", persian) == "شکیبایی: expert\n");
}

BOOST_FIXTURE_TEST_CASE(other_texts_are_never_touched, renaming_files) {
    const std::vector<std::pair<std::string, std::string>> others = {{"README.txt", "patience: is a virtue\nsecond = line ((\n"},
                                                                     {"package.json", "{\"patience\": {\"scripts\": 1}}"},
                                                                     {"typo.txt", "patience: expert\nhoem town: big city\n"},
                                                                     {"wrong.txt", "patience: expertt\n"},
                                                                     {"notes.txt", "patience\nand something else entirely\n"},
                                                                     {".hidden.txt", "patience: expert\n"},
                                                                     {"node_modules/x.txt", "patience: expert\n"},
                                                                     {"list.md", "patience: expert\n"},
                                                                     {"elsewhere/other.txt", "patience: yes\nweight: 3\nheight: 4\n"}};
    for (const auto& [name, content] : others) here.write(name, content);
    here.write("elsewhere/other.rules",
               "fact patience: yes/no\nfact weight: number\nfact height: number\nrole r\n    when patience and weight > 1 and height > 1\n");
    BOOST_REQUIRE(!renamed("patience", "calm").empty());
    BOOST_TEST(lsp::member(done["result"], "changes")->as_object().size() == 1U, json::serialize(done));
    std::string told;
    for (const json::value& each : editor.said())
        if (lsp::text_member(each, "method") == "window/showMessage") told = lsp::text_member(each, "params.message");
    for (const char* left : {"typo.txt", "wrong.txt"}) BOOST_TEST(has(told, left), told);  // the author is told of what may be meant
    BOOST_TEST(!has(told, "README"));
    BOOST_TEST(!has(told, "other.txt"));
}

BOOST_FIXTURE_TEST_CASE(open_profiles_count_as_they_are_in_the_editor, renaming_files) {
    here.write("me.txt", "patience: expert\n");
    editor.open("me.txt", "# not saved\npatience: expert\nhoem town: big city\n");  // its author sees that one name is wrong
    BOOST_REQUIRE(!renamed("patience", "calm").empty());
    BOOST_TEST(profile("me.txt", "# not saved\npatience: expert\nhoem town: big city\n") == "# not saved\ncalm: expert\nhoem town: big city\n");
}

BOOST_FIXTURE_TEST_CASE(the_chosen_profile_changes_wherever_it_lies, renaming_files) {
    const folder elsewhere;
    elsewhere.write("somebody", "patience: expert\nhoem: x\n");
    const std::string path = fs::current_path() / "somebody";
    fs::current_path(fs::path(client::path_of("")).parent_path());
    client other({{}, path, {}});
    other.open("a.rules", "fact patience: level\nrole r\n    when patience\n");
    json::object params = client::at("a.rules", {0, 6});
    params["newName"] = "calm";
    const json::value answer = other.ask("textDocument/rename", params);
    BOOST_TEST(lsp::member(answer, "changes")->as_object().contains(lsp::uri_of_path(path)), json::serialize(answer));
}

BOOST_FIXTURE_TEST_CASE(a_profile_that_would_say_another_thing_stops_it, renaming_files) {
    editor.open("me.txt", "patience: expert\ncalm: beginner\n");  // a name that nothing has yet
    BOOST_TEST(renamed("patience", "calm").empty());
    BOOST_TEST(has(refusal(), "me.txt"), refusal());
}

BOOST_FIXTURE_TEST_CASE(names_are_renamed_from_a_profile, renaming_files) {
    const std::string plain = "name: Ann\npatience: expert\nhome town: big city\n";
    editor.open("me.txt", plain);
    BOOST_TEST(renamed("patience", "calm", "me.txt", plain) == replaced(text, "patience", "calm"));
    BOOST_TEST(profile("me.txt", plain) == replaced(plain, "patience", "calm"));
    BOOST_TEST(!renamed("big city", "metropolis", "me.txt", plain).empty());
    BOOST_TEST(profile("me.txt", plain) == replaced(plain, "big city", "metropolis"));
    BOOST_TEST(lsp::text_member(editor.ask("textDocument/prepareRename", client::at("me.txt", {2, 3})), "placeholder") == "home town");
    BOOST_TEST(has(lsp::text_member(editor.answer("textDocument/prepareRename", client::at("me.txt", {0, 1})), "error.message"),
                   "is a word of the language"));
    BOOST_TEST(renamed("name", "x", "me.txt", plain).empty());
}

BOOST_AUTO_TEST_CASE(names_of_the_shipped_rules_stay) {
    const folder here;
    client editor;
    editor.open("sara.txt", "parallelism: advanced\n");
    BOOST_TEST(editor.ask("textDocument/prepareRename", client::at("sara.txt", {0, 3})).is_null());
    json::object params = client::at("sara.txt", {0, 3});
    params["newName"] = "x";
    BOOST_TEST(editor.answer("textDocument/rename", params).contains("error"));
}

BOOST_AUTO_TEST_CASE(levels_of_the_built_in_scale_and_words_of_the_language_say_why_they_stay) {
    const folder here;
    client editor;
    editor.open("a.rules", "fact patience: level\nrole host\n    when patience >= intermediate\n");
    const auto told = [&](const char* method, lsp::position where) {
        json::object params = client::at("a.rules", where);
        params["newName"] = "x";
        return lsp::text_member(editor.answer(method, params), "error.message");
    };
    for (const char* method : {"textDocument/prepareRename", "textDocument/rename"}) {
        BOOST_TEST(has(told(method, {2, 24}), "'intermediate' is a level of the built-in scale"));
        BOOST_TEST(has(told(method, {2, 6}), "'when' is a word of the language"));
        BOOST_TEST(has(told(method, {1, 1}), "'role' is a word of the language"));
        BOOST_TEST(has(told(method, {0, 16}), "'level' is a word of the language"));
        BOOST_TEST(told(method, {1, 6}).empty());
    }
    BOOST_TEST(editor.ask("textDocument/prepareRename", client::at("a.rules", {3, 0})).is_null());
}

/// There and back: whatever a name is changed to, changing it back gives rules that mean the same, with the same findings on the way.
BOOST_FIXTURE_TEST_CASE(there_and_back, renaming_files) {
    const std::vector<std::string> places = {"patience", "home town",   "big city", "small town", "old persian", "mood",
                                             "so so",    "calm person", "host",     "صبر",        "City"};
    const std::vector<std::string> names = {"x",          "a and b", "first x", "ignores", "never hurts", "claim x", "when", "بله",
                                            "x points 3", "more",    "3d",      "not x",   "level",       "yes/no",  "a\"b", "می‌شود"};
    const std::string profile_text = "patience: expert\nhome town: big city\ntongues: old persian\nfeels: so so\n";
    here.write("me.txt", profile_text);
    for (const std::string& place : places) {
        for (const std::string& name : names) {
            const std::string after = renamed(place, name);
            if (after.empty()) continue;  // refused, which is never wrong
            const std::string person = profile("me.txt", profile_text);
            BOOST_TEST_CONTEXT(place << " -> " << name << "\n" << after << person) {
                here.write("after.rules", after);
                here.write("after.txt", person);
                BOOST_TEST(run_program({"check", "-q", "club.rules"}).code == run_program({"check", "-q", "after.rules"}).code);
                BOOST_TEST(run_program({"test", "club.rules"}).code == run_program({"test", "after.rules"}).code);
                const outcome was = run_program({"--rules", "club.rules", "me.txt"}), is = run_program({"--rules", "after.rules", "after.txt"});
                BOOST_TEST(was.code == is.code);
                if (place != "host") BOOST_TEST(has(is.out, "host") == has(was.out, "host"));
                BOOST_TEST(is.err.size() == was.err.size(), is.err);
            }
            fs::remove("after.rules");
            fs::remove("after.txt");
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
