// No false alarm: on rule bases that are right, and on random ones, where what is told of texts and names is counted once more from the model. That what is
// proved about random rule bases is true is tested in tests/random.
#include "cli/in_process.hpp"
#include "support/bridge.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <map>
#include <set>

using namespace advise::tests;
using advise::cli::testing::folder;
using advise::cli::testing::run_program;

namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

constexpr std::string_view project = ADVISE_SOURCE_DIR;

/// The findings of a file, as concise lines.
std::string findings_of(const std::string& file) { return run_program({"check", "--format", "concise", file}).out; }

/// How often each code is told; codes of proofs are left to tests/random.
std::map<std::string, std::size_t> lints_of(const std::string& rules_text) {
    const folder here;
    here.write("my.rules", rules_text);
    const json::value answer = json::parse(run_program({"check", "--json", "my.rules"}).out);
    std::map<std::string, std::size_t> told;
    for (const json::value& one : answer.at("diagnostics").as_array()) {
        const std::string code(one.at("code").as_string());
        if (code < "A2008" || (code >= "A2020" && code < "A2031")) ++told[code];
    }
    return told;
}

/// An `and` as a member of an `or`, which the plain text has no parentheses around.
void count_mixes(const condition& body, std::size_t& mixes) {
    const bool mixed = std::ranges::any_of(body.members, [](const condition& each) { return each.form == shape::all && each.members.size() > 1; });
    if (body.form == shape::any && body.members.size() > 1 && mixed) ++mixes;
    for (const condition& each : body.members) count_mixes(each, mixes);
}

/// The same, from the model: what a plain text of it lacks.
std::map<std::string, std::size_t> lints_of(const rule_base& base) {
    std::map<std::string, std::size_t> expected;
    const auto add = [&](const char* code, bool is) {
        if (is) ++expected[code];
    };
    std::set<std::size_t> mentioned, asked, scales;
    visit_mentions(base, [&](std::size_t conclusion) { mentioned.insert(conclusion); });
    visit_tests(base, [&](std::size_t fact, const fact_test&) { asked.insert(fact); });
    bool declares = false;
    for (std::size_t i = 0; i < base.facts.size(); ++i) {
        declares = declares || base.facts[i].declared;
        if (base.facts[i].type == fact_type::level && (base.facts[i].declared || asked.contains(i))) scales.insert(base.facts[i].scale_index);
    }
    for (std::size_t i = 0; i < base.facts.size(); ++i) add("A1009", declares && !base.facts[i].declared && asked.contains(i));
    for (std::size_t i = 0; i < base.conclusions.size(); ++i) add("A2003", !base.conclusions[i].role && !mentioned.contains(i));
    for (std::size_t i = 0; i < base.scales.size(); ++i) add("A2030", base.scales[i].declared && !scales.contains(i) && !base.conclusions.empty());
    for (const conclusion& each : base.conclusions)
        for (const clause& c : each.clauses) count_mixes(c.body, expected["A2002"]);
    std::erase_if(expected, [](const auto& one) { return one.second == 0; });
    return expected;
}

std::string shown(const std::map<std::string, std::size_t>& codes) {
    std::string text;
    for (const auto& [code, times] : codes) text += code + " " + std::to_string(times) + "\n";
    return text;
}

/// The `rules NAME` blocks of a document, written into the current folder; their names.
std::vector<std::string> write_blocks(const fs::path& document, const folder& here) {
    std::map<std::string, std::string> blocks;
    std::ifstream in(document);
    std::string* text = nullptr;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("```rules ")) text = &blocks[line.substr(9)], text->clear();
        else if (line.starts_with("```")) text = nullptr;
        else if (text != nullptr) *text += line + '\n';
    }
    std::vector<std::string> names;
    for (const auto& [name, content] : blocks) here.write(name, content), names.push_back(name);
    return names;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(correct_bases)

BOOST_AUTO_TEST_CASE(what_is_shipped_has_no_findings) {
    std::size_t files = 0;
    for (const char* where : {"/rules", "/examples"}) {
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator(std::string(project) + where)) {
            if (entry.path().extension() != ".rules") continue;
            BOOST_TEST(findings_of(entry.path().string()).empty(), findings_of(entry.path().string()));
            ++files;
        }
    }
    BOOST_TEST(files >= 6U);
}

/// What is wrong on purpose; tests/docs holds what is said of it to the byte.
const std::set<std::string> shows_faults{"analysis/claims.rules", "analysis/idle.rules", "analysis/points.rules",
                                         "authoring/loose.rules", "authoring/old.rules", "tutorial/broken.rules"};

BOOST_AUTO_TEST_CASE(the_rule_files_of_the_documents_have_no_findings) {
    std::size_t files = 0;
    for (const fs::directory_entry& entry : fs::directory_iterator(std::string(project) + "/docs")) {
        const folder here;
        for (const std::string& name : write_blocks(entry.path(), here)) {
            if (shows_faults.contains(entry.path().stem().string() + '/' + name)) continue;
            BOOST_TEST(findings_of(name).empty(), entry.path().string() << ", " << name << ":\n" << findings_of(name));
            ++files;
        }
    }
    BOOST_TEST(files >= 5U);
}

BOOST_AUTO_TEST_CASE(on_random_rule_bases_nothing_is_told_of_names_and_texts_but_what_is_so) {
    const std::uint64_t seed = from_environment("ADVISE_RANDOM_SEED", 1), bases = from_environment("ADVISE_PLANTED_BASES", 300);
    random_options options;
    options.max_completions = 300;
    options.allowed.reset(static_cast<std::size_t>(feature::nasty_names));
    std::map<std::string, std::size_t> seen;
    for (std::uint64_t i = 0; i < bases; ++i) {
        const random_case made = make_random_case(seed * 1'000'003 + i, 0, options);
        const std::string text = print_rules(made.base);
        const auto told = lints_of(text);
        BOOST_TEST(shown(told) == shown(lints_of(made.base)), "base " << i << " of seed " << seed << "\n" << text << shown(told));
        for (const auto& [code, times] : told) seen[code] += times;
    }
    for (const char* code : {"A1009", "A2002", "A2003", "A2030"}) BOOST_TEST(seen[code] > 0U, code);
}

BOOST_AUTO_TEST_SUITE_END()
