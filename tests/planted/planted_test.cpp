// Defects planted in rule bases, each kind at the top, nested and in an imported file: `advise check` finds each at its place, and nothing else.
//
// cases/CODE.txt holds the rule bases of a code. A line "=== NAME" begins one; "--- FILE" begins a file of it, without which it is main.rules alone. A defect
// is marked ⟦CODE text that is to be underlined⟧, or ⟦CODE⟧ where the finding has no place. A name that begins with "correct" is a near miss: no finding. Where nesting
// makes no sense for a code, "=== not nested: REASON" says why.
#include "cli/in_process.hpp"

#include <advise/grammar/messages.hpp>

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <map>
#include <set>

using namespace advise::cli::testing;

namespace {

namespace json = boost::json;

/// "CODE FILE 3:5-3:9", or "CODE" for one without a place.
using found_lines = std::multiset<std::string>;

struct planted {
    std::string name;
    std::map<std::string, std::string> files;
};

std::vector<planted> read_cases(const fs::path& path) {
    std::vector<planted> all;
    std::ifstream in(path);
    std::string* text = nullptr;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("=== ")) {
            all.push_back({line.substr(4), {}});
            text = nullptr;
        } else if (line.starts_with("--- ") && !all.empty()) {
            text = &all.back().files[line.substr(4)];
        } else if (!all.empty()) {
            if (text == nullptr) text = &all.back().files["main.rules"];
            *text += line + '\n';
        }
    }
    return all;
}

/// Where a text has come to, in lines and code points from 1.
struct position {
    int line = 1, column = 1;
    void pass(std::string_view bytes) {
        for (const char c : bytes) {
            if (c == '\n') ++line, column = 1;
            else if ((c & 0xC0) != 0x80) ++column;
        }
    }
    [[nodiscard]] std::string shown() const { return std::to_string(line) + ':' + std::to_string(column); }
};

constexpr std::string_view opening = "⟦", closing = "⟧";

/// The text without its marks, and what they promise.
std::string unmarked(const std::string& file, std::string_view text, found_lines& expected) {
    std::string plain;
    std::vector<std::pair<std::string, position>> open;
    position at;
    while (!text.empty()) {
        if (text.starts_with(opening)) {
            text.remove_prefix(opening.size());
            const std::string code(text.substr(0, 5));
            text.remove_prefix(5);
            if (text.starts_with(closing)) expected.insert(code), text.remove_prefix(closing.size());
            else open.emplace_back(code, at), text.remove_prefix(1);
        } else if (text.starts_with(closing)) {
            BOOST_TEST_REQUIRE(!open.empty());
            expected.insert(open.back().first + ' ' + file + ' ' + open.back().second.shown() + '-' + at.shown());
            open.pop_back();
            text.remove_prefix(closing.size());
        } else {
            at.pass(text.substr(0, 1));
            plain += text.front();
            text.remove_prefix(1);
        }
    }
    BOOST_TEST_REQUIRE(open.empty());
    return plain;
}

found_lines expected_of(const planted& one, const folder& here) {
    found_lines expected;
    for (const auto& [file, text] : one.files) here.write(file, unmarked(file, text, expected));
    return expected;
}

found_lines found_in(const outcome& got) {
    found_lines found;
    const json::value answer = json::parse(got.out);
    for (const json::value& d : answer.at("diagnostics").as_array()) {
        std::string line(d.at("code").as_string());
        const auto number = [&](const char* key) { return std::to_string(d.at(key).as_int64()); };
        if (!d.at("file").is_null() && !d.at("file").as_string().empty())
            line += ' ' + std::string(d.at("file").as_string()) + ' ' + number("line") + ':' + number("column") + '-' + number("end_line") + ':'
                    + number("end_column");
        found.insert(line);
    }
    return found;
}

std::string joined(const found_lines& all) {
    std::string text;
    for (const std::string& one : all) text += one + '\n';
    return text;
}

void check_found(const planted& one) {
    const folder here;
    const found_lines expected = expected_of(one, here);
    const outcome got = run_program({"check", "--json", "main.rules"});
    BOOST_TEST(joined(found_in(got)) == joined(expected));
    if (one.name.starts_with("correct")) {
        BOOST_TEST(got.code == 0);
        BOOST_TEST(expected.empty());
    } else {
        BOOST_TEST(!expected.empty());
    }
}

/// The same rule base, moved as it is into a folder from which a file with rules of its own imports it.
planted moved(const planted& one) {
    planted made{one.name + ", moved", {}};
    bool roles = false;
    for (const auto& [file, text] : one.files) {
        made.files["moved/" + file] = text;
        roles = roles || text.starts_with("role ") || text.find("\nrole ") != text.npos;
    }
    const std::string_view own = roles ? "role bystander of the host\n    when hosting and not hosted elsewhere\n"
                                       : "hosting and not hosted elsewhere -> bystander of the host\n";
    made.files["main.rules"] = "import \"moved/main.rules\"\n" + std::string(own);
    return made;
}

bool is_case(const planted& one) { return !one.name.starts_with("not nested"); }

template <class Visit>
void for_each_case(Visit visit) {
    std::vector<fs::path> paths;
    for (const fs::directory_entry& entry : fs::directory_iterator(ADVISE_SOURCE_DIR "/tests/planted/cases")) paths.push_back(entry.path());
    std::ranges::sort(paths);
    for (const fs::path& path : paths) visit(path.stem().string(), read_cases(path));
}

/// What `check` says of rule files that can be read: all of A2…, and the warnings of syntax and names.
bool is_finding(const advise::grammar::message_entry& entry) {
    const bool lint = entry.code.starts_with("A0") || entry.code.starts_with("A1");
    return entry.code.starts_with("A2") || (lint && entry.severity != advise::grammar::severity::error);
}

/// Whether a sentence is this one of the catalogue, with something in its holes.
bool is_sentence(std::string_view sentence, std::string_view pattern) {
    for (std::size_t hole = pattern.find('{'); hole != pattern.npos; hole = pattern.find('{')) {
        const std::size_t at = sentence.find(pattern.substr(0, hole));
        if (at == sentence.npos) return false;
        sentence.remove_prefix(at + hole);
        pattern.remove_prefix(pattern.find('}') + 1);
    }
    return sentence.ends_with(pattern);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(planted_defects)

BOOST_AUTO_TEST_CASE(each_is_found_at_its_place_and_nothing_else_is) {
    for_each_case([](const std::string& code, const std::vector<planted>& cases) {
        for (const planted& one : cases)
            if (is_case(one)) BOOST_TEST_CONTEXT(code << ", " << one.name) {
                    check_found(one);
                }
    });
}

BOOST_AUTO_TEST_CASE(each_is_found_as_well_where_its_files_are_imported) {
    for_each_case([](const std::string& code, const std::vector<planted>& cases) {
        for (const planted& one : cases)
            if (is_case(one) && !has(one.name, "without conclusions")) BOOST_TEST_CONTEXT(code << ", " << one.name) {
                    check_found(moved(one));
                }
    });
}

/// A new code without a case fails here.
BOOST_AUTO_TEST_CASE(every_code_has_cases_at_the_top_nested_imported_and_correct) {
    std::map<std::string, std::vector<planted>> all;
    for_each_case([&](const std::string& code, const std::vector<planted>& cases) { all[code] = cases; });
    for (const auto& entry : advise::grammar::message_catalogue()) {
        if (!is_finding(entry)) continue;
        const std::vector<planted>& cases = all[std::string(entry.code)];
        const auto has_case = [&](std::string_view name) {
            return std::ranges::any_of(cases, [&](const planted& one) { return one.name.starts_with(name); });
        };
        BOOST_TEST_CONTEXT(entry.code) {
            for (const char* name : {"top", "imported", "correct"}) BOOST_TEST(has_case(name), "no case '" << name << "'");
            BOOST_TEST((has_case("nested") || has_case("not nested: ")), "no case 'nested'");
        }
    }
}

BOOST_AUTO_TEST_CASE(every_message_of_a_code_is_planted) {
    std::map<std::string, std::set<std::string>> said;
    for_each_case([&](const std::string&, const std::vector<planted>& cases) {
        for (const planted& one : cases) {
            const folder here;
            (void)expected_of(one, here);
            const json::value answer = json::parse(run_program({"check", "--json", "main.rules"}).out);
            for (const json::value& d : answer.at("diagnostics").as_array())
                said[std::string(d.at("code").as_string())].insert(std::string(d.at("message").as_string()));
        }
    });
    for (const auto& entry : advise::grammar::message_catalogue()) {
        if (!is_finding(entry)) continue;
        const bool planted_somewhere =
            std::ranges::any_of(said[std::string(entry.code)], [&](const std::string& one) { return is_sentence(one, entry.en); });
        BOOST_TEST(planted_somewhere, entry.code << ": " << entry.en);
    }
}

BOOST_AUTO_TEST_CASE(every_case_plants_the_code_of_its_file) {
    for_each_case([](const std::string& code, const std::vector<planted>& cases) {
        for (const planted& one : cases) {
            if (!is_case(one) || one.name.starts_with("correct")) continue;
            const folder here;
            const found_lines expected = expected_of(one, here);
            BOOST_TEST(std::ranges::any_of(expected, [&](const std::string& line) { return line.starts_with(code); }), code << ", " << one.name);
        }
    });
}

BOOST_AUTO_TEST_SUITE_END()
