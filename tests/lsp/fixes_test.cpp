// Quick fixes: what the help of a message says to type, typed.
#include "client.hpp"

#include <catalogue.hpp>
#include <code_help.hpp>

#include <advise/engine/facts.hpp>
#include <advise/grammar/profile.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <fstream>
#include <set>

using namespace advise::cli::testing;
namespace cli = advise::cli;
namespace lsp = advise::cli::lsp;

namespace {

/// The text after the edits that an action makes in a file.
std::string after(const std::string& text, const json::value& action, const std::string& name) {
    json::array edits = lsp::member(action, "edit.changes")->at(client::uri_of(name)).as_array();
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

json::array actions(client& editor, const std::string& name) {
    return editor
        .ask("textDocument/codeAction", {{"textDocument", {{"uri", client::uri_of(name)}}},
                                         {"range", lsp::as_json(lsp::range{{0, 0}, {999, 0}})},
                                         {"context", {{"only", json::array{"quickfix"}}}}})
        .as_array();
}

/// The texts that the quick fixes of a rule file make.
std::vector<std::string> mended(const std::string& text, const std::string& name = "a.rules") {
    client editor;
    editor.open(name, text);
    std::vector<std::string> all;
    for (const json::value& each : actions(editor, name)) all.push_back(after(text, each, name));
    return all;
}

/// Facts that nobody declares, in the words of the loader.
std::set<std::string> undeclared(const std::string& text) {
    std::set<std::string> all;
    const auto loaded = advise::engine::load_rules_text("a.rules", text);
    for (const auto& each : loaded.rules->facts)
        if (!each.declared) all.insert(each.term);
    return all;
}

std::size_t errors_of(const json::array& found) {
    return static_cast<std::size_t>(std::count_if(found.begin(), found.end(), [](const json::value& one) { return one.at("severity") == 1; }));
}

/// Every fix that is offered for a text with facts, made: fewer errors or warnings, no fact out of nothing, nothing said where it was typed.
std::size_t check_fixes(const std::string& text) {
    client editor;
    editor.open("a.rules", text);
    const json::array before = editor.found("a.rules"), offered = actions(editor, "a.rules");
    const std::set<std::string> known = undeclared(text);
    for (const json::value& each : offered) BOOST_TEST_CONTEXT(lsp::text_member(each, "title") << "\n" << text) {
            const std::string made = after(text, each, "a.rules");
            client fresh;
            fresh.open("a.rules", made);
            const json::array found = fresh.found("a.rules");
            const bool error = lsp::member(each, "diagnostics")->as_array().at(0).at("severity") == 1;
            BOOST_TEST((error ? errors_of(found) < errors_of(before) : errors_of(found) <= errors_of(before)));
            for (const std::string& name : undeclared(made)) BOOST_TEST(known.contains(name), name);
            const json::array edits = lsp::member(each, "edit.changes")->at(client::uri_of("a.rules")).as_array();
            if (edits.size() != 1) continue;
            const lsp::position begin = lsp::range_member(edits[0], "range")->begin;
            const std::string typed = lsp::text_member(edits[0], "newText");
            const auto lines = static_cast<std::uint32_t>(std::count(typed.begin(), typed.end(), '\n'));
            const lsp::line_table table(made);
            lsp::position end = table.position_of(made, table.offset_of(made, begin) + static_cast<std::uint32_t>(typed.size()));
            BOOST_TEST(end.line == begin.line + lines);
            for (const json::value& one : found) {
                const lsp::range where = *lsp::range_member(one, "range");
                const bool of_the_whole =
                    error && lsp::text_member(one, "code").starts_with("A2") && lsp::text_member(one, "code") != "A2036";  // was hidden
                const bool there = where.begin < end && begin < where.end && one.at("severity").as_int64() < 3 && !of_the_whole;
                BOOST_TEST(!there, json::serialize(one));
            }
        }
    return offered.size();
}

struct expected {
    std::string wrong, right;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(quick_fixes)

BOOST_AUTO_TEST_CASE(help_in_rules_is_typed) {
    const folder here;
    const std::string head = "fact skill: level\nfact home: one of (village, town)\nfact age: number 0..9999 years\nfact shy: yes/no\nconcept able\n "
                             "   when skill\nrole host\n    when able\n";
    const std::vector<expected> cases = {
        {"    when home is village or hut\n", ""},
        {"    when shy = expert\n", "    when shy\n"},
        {"    when shy = expert\n", "    when not shy\n"},
        {"    when able >= 3\n", "    when not able\n"},
        {"    when age >= 3 weeks\n", ""},
        {"    when age >= 3 yeers\n", "    when age >= 3 years\n"},
        {"    when age >= 3years\n", "    when age >= 3 years\n"},
        {"    when age >= 1,500\n", "    when age >= 1500\n"},
        {"    when skill cites book\n", "source book \"book\"\n\n"},
        {"    when skill because \"so it is\n", "    when skill because \"so it is\"\n"},
        {"    when skill == expert\n", "    when skill = expert\n"},
        {"    when skill && shy\n", "    when skill and shy\n"},
        {"    when !shy\n", "    when not shy\n"},
        {"    when skill, shy\n", "    when skill and shy\n"},
        {"    when skill >= expertt\n", "    when skill >= expert\n"},
        {"concept busy \"Busy\"\n", "concept busy\n    label \"Busy\"\n"},
        {"skill -> able -> host\n", "skill -> able\n"},
        {"    when skill unless shy\n", ""},
        {"    when expert skill\n", ""},
        {"    when home not in (town, village) and skill\n", "    when not home in (town, village) and skill\n"},
        {"    when skill because \"a\\b\"\n", "because \"a\\\\b\""},
        {"skill -> host; shy -> host\n", "skill -> host\nshy -> host\n"},
        {"    when skill or shy and able\n", "    when skill or (shy and able)\n"},
        {"role terrier Terrier\n    when able\n", "role terrier \"Terrier\"\n    when able\n"},
        {"fact sun Sun: yes/no\nrole tan\n    when sun\n", "fact sun: yes/no\n    label \"Sun\"\nrole tan\n"},
        {"role tan when shy\n", "role tan\n    when shy\n"},
        {"test \"t\"\n    given shy\n    expect first able\n", "    expect able: yes\n"},
    };
    for (const expected& each : cases) {
        const std::vector<std::string> got = mended(head + each.wrong);
        const bool found = std::any_of(got.begin(), got.end(), [&](const std::string& text) { return !each.right.empty() && has(text, each.right); });
        BOOST_TEST(found == !each.right.empty(), each.wrong << json::serialize(json::value_from(got)));
    }
}

/// The wrong examples of `advise help CODE`, as they come: whatever is offered makes fewer findings, and where the help says what to type something is offered.
BOOST_AUTO_TEST_CASE(every_help_that_says_what_to_type_has_a_fix) {
    const folder here;
    for (const auto& group : {cli::syntax_codes(), cli::names_codes(), cli::types_codes(), cli::lints_codes(), cli::profile_codes()}) {
        for (const cli::code_entry& entry : group) {
            if (entry.kind == cli::example_kind::none) continue;
            here.write("example.rules", entry.kind == cli::example_kind::rules ? std::string(entry.wrong) : std::string(cli::rules_of_examples()));
            const std::string name = entry.kind == cli::example_kind::rules ? "example.rules" : entry.wrong.starts_with('{') ? "me.json" : "me.txt";
            client editor;
            editor.open(name, std::string(entry.wrong));
            const json::array offered = actions(editor, name);
            std::string help;
            for (const json::value& each : editor.found(name)) help += lsp::text_member(each, "message") + "\n";
            const bool exact =
                has(help, "help: write '") || has(help, "help: write: ") || has(help, "help: quote it: ") || has(help, "help: did you mean");
            const bool of_people = entry.code == "A0123" || entry.code == "A1124" || entry.code == "A2020" || entry.code == "A2022"
                                   || entry.code == "A3004" || has(help, "help: write it under");
            BOOST_TEST((!exact || of_people || !offered.empty()), entry.code << "\n" << help);
            for (const json::value& each : offered) {
                client fresh;
                const std::string text = after(std::string(entry.wrong), each, name);
                fresh.open(name, text);
                const auto errors = [&](const client& of) {
                    const json::array all = of.found(name);
                    return std::count_if(all.begin(), all.end(), [](const json::value& one) { return one.at("severity") == 1; });
                };
                BOOST_TEST((errors(fresh) < errors(editor) || fresh.found(name).size() < editor.found(name).size()),
                           entry.code << " " << lsp::text_member(each, "title"));
            }
            if (entry.kind == cli::example_kind::rules && has(std::string(entry.wrong), "fact ")) (void)check_fixes(std::string(entry.wrong));
        }
    }
}

BOOST_AUTO_TEST_CASE(no_fix_makes_facts_up_or_means_another_thing) {
    const folder here;
    const std::string head =
        "source guide \"A guide\"\nscale noise: quiet < loud\nfact lift: yes/no\nfact age: number 0..120 years\nfact budget: number 0..900\n"
        "    effort 3 months\nrole r\n    when lift\n";
    for (const char* line :
         {"    +2 age 10..30\n", "    requires budget 100..200\n", "    if lift then +3\n", "    when lift,\n", "    when noise >= quiet\n",
          "fact more: level\n    effort 8 weeks\n", "fact more: level\n    effort 8 weeks\nrole s\n    when broken >= ((\n"}) {
        const std::vector<std::string> got = mended(head + line);
        for (const std::string& text : got) {
            const bool bad = has(text, "\"age 10") || has(text, "\"budget 1") || has(text, "+3 if") || has(text, "lift and\n")
                             || has(text, "fact noise: level") || has(text, "effort 8 months");
            BOOST_TEST(!bad, text);
        }
        (void)check_fixes(head + line);
        (void)check_fixes(head + line + "role t\n    when ((\n");
    }
    BOOST_TEST(mended("role r\n    +2 age 10..30\n").empty());  // nor where facts need no declaration
    BOOST_TEST(mended("role r\n    if lift then +3\n").empty());
    BOOST_TEST(mended("python && sql -> dev\n").size() == 1U);
    const std::vector<std::string> cited = mended(head + "    when lift cites guide p12\n");
    BOOST_TEST((cited.size() == 1 && has(cited.front(), "cites guide \"p12\"\n")), json::serialize(json::value_from(cited)));
}

/// The lines of tests/habits in their templates, alone and with an error elsewhere that hides the warnings.
BOOST_AUTO_TEST_CASE(no_fix_of_a_habit_brings_another_finding) {
    const folder here;
    std::size_t offered = 0;
    const auto replaced = [](std::string text, std::string_view what, std::string_view with) {
        for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + with.size())) text.replace(at, what.size(), with);
        return text;
    };
    std::ifstream in(ADVISE_SOURCE_DIR "/tests/habits/lines.txt");
    std::string of;
    bool in_template = false;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("=== ") || line.empty()) {
            in_template = !line.empty();
            if (in_template) of.clear();
        } else if (in_template) {
            of += line + '\n';
        } else if (!line.starts_with("#")) {
            std::string wrong = line.substr(0, std::min(line.find(" ≈ "), line.find(" ⟹ ")));
            const std::string text = replaced(of, "…", replaced(replaced(wrong, "⏎", "\n"), "⇥", "\t"));
            if (!has(of, "fact ")) continue;
            offered += check_fixes(text);
            offered += check_fixes(text + "role \"of an error\"\n    when ((\n");
        }
    }
    BOOST_TEST(offered > 200U);
}

BOOST_AUTO_TEST_CASE(help_in_profiles_is_typed) {
    const folder here;
    here.write("club.rules", cli::rules_of_examples());
    const std::vector<expected> cases = {{"paralelism: expert\nenjoys teaching\n", "parallelism: expert\nenjoys teaching\n"},
                                         {"parallelism: expertt\n", "parallelism: expert\n"},
                                         {"enjoys teaching: true\n", "enjoys teaching: yes\n"},
                                         {"parallelism: expert\notherwise: maybe\n", "parallelism: expert\notherwise: no\n"},
                                         {"parallelism:\nenjoys teaching\n", "parallelism: ?\nenjoys teaching\n"},
                                         {"parallelism = expert\nenjoys teaching\n", "parallelism: expert\nenjoys teaching\n"}};
    for (const expected& each : cases) {
        const std::vector<std::string> got = mended(each.wrong, "me.txt");
        BOOST_TEST((std::find(got.begin(), got.end(), each.right) != got.end()), each.wrong << json::serialize(json::value_from(got)));
    }
    BOOST_TEST(mended("parallelism: expert\n", "me.txt").empty());
}

BOOST_AUTO_TEST_SUITE_END()
