// What the C interface says is what the program says, byte for byte: results, findings, pages.
#include "handles.hpp"

#include "cli/in_process.hpp"
#include "support/bridge.hpp"
#include "support/print.hpp"
#include "support/random_base.hpp"
#include "support/rng.hpp"

#include <catalogue.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace advise::tests {
namespace {

namespace fs = std::filesystem;
using cli::testing::folder;
using cli::testing::outcome;
using cli::testing::run_program;

const fs::path project = ADVISE_SOURCE_DIR;

std::string bytes_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<fs::path> files_in(const fs::path& where, const std::vector<std::string>& extensions) {
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(where))
        if (std::ranges::find(extensions, entry.path().extension().string()) != extensions.end()) found.push_back(entry.path());
    std::ranges::sort(found);
    return found;
}

/// How a profile is to be read, for the program and for the library.
struct manner {
    bool closed = false;
    const char* language = nullptr;
};

std::vector<std::string> options_of(const std::vector<std::string>& rules, const manner& how) {
    std::vector<std::string> options;
    for (const std::string& file : rules) options.insert(options.end(), {"--rules", file});
    if (how.closed) options.emplace_back("--closed");
    if (how.language != nullptr) options.insert(options.end(), {"--lang", how.language});
    return options;
}

/// \param words the command, if any, and what options there are besides  \param operands may begin with "-"
outcome run_with(std::vector<std::string> words, const std::vector<std::string>& operands, const std::vector<std::string>& rules, const manner& how) {
    const std::vector<std::string> options = options_of(rules, how);
    words.insert(words.end(), options.begin(), options.end());
    words.emplace_back("--");
    words.insert(words.end(), operands.begin(), operands.end());
    return run_program(words);
}

/// The page without the commands that the program proposes at its end.
std::string without_proposals(const std::string& page) {
    for (const auto in : {grammar::language::en, grammar::language::fa}) {
        const std::size_t next = page.find("\n\n" + cli::tell(cli::say::heading_next, in) + "\n");
        if (next != page.npos) return page.substr(0, next + 1);
    }
    return page;
}

void check_pages(const std::string& path, const std::vector<std::string>& rules, const manner& how, const advise_rules& base, advise_answer& answer) {
    const char* text = nullptr;
    demand(advise_answer_page(&answer, how.language, 0, &text, nullptr));
    BOOST_TEST(std::string(text) == without_proposals(run_with({}, {path}, rules, how).out));
    if (advise_role_count(&base) == 0) return;
    demand(advise_answer_explain(&answer, 0, how.language, 0, &text, nullptr));
    BOOST_TEST(std::string(text) == without_proposals(run_with({"explain"}, {advise_role_name(&base, 0), path}, rules, how).out));
}

/// A profile in a file, under rules that are in order. \param path as the program is given it
void check_profile(const std::string& path, const std::vector<std::string>& rules, const advise_rules& base, const manner& how = {}) {
    const std::string text = bytes_of(path);
    const person_handle person = person_of(base);
    advise_findings* found = nullptr;
    const advise_status status =
        advise_person_read(person.get(), path.c_str(), text.data(), text.size(), how.closed ? ADVISE_CLOSED : 0, how.language, &found);
    const findings_handle findings(found);
    const outcome program = run_with({"--json"}, {path}, rules, how);
    BOOST_TEST(text_of(found) == program.err, path);
    BOOST_TEST((status == ADVISE_OK) == (program.code == 0), path);
    if (status != ADVISE_OK) return;
    BOOST_TEST(profile_of(*person) == text);
    const answer_handle answer = answer_of(*person);
    BOOST_TEST(json_of(*answer, how.language) == program.out, path);
    BOOST_TEST(outcomes_of(*answer) == outcomes_of(*evaluator_of(base), *person, advise_role_count(&base)), path);
    check_pages(path, rules, how, base, *answer);
}

/// Every profile beside its rules, in every manner.
void check_folder(const fs::path& where, const std::vector<std::string>& rules, const std::vector<manner>& manners) {
    const fs::path before = fs::current_path();
    fs::current_path(where);
    const loaded_rules base = load_files(rules);
    BOOST_REQUIRE_MESSAGE(base.rules != nullptr, where.string() << "\n" << text_of(base.findings.get()));
    std::size_t profiles = 0;
    for (const fs::path& profile : files_in(".", {".txt", ".json"})) {
        if (profile.filename() == "expect.json") continue;
        for (const manner& how : manners) check_profile(profile.filename().string(), rules, *base.rules, how);
        ++profiles;
    }
    BOOST_TEST(profiles > 0U, where.string());
    fs::current_path(before);
}

const std::vector<manner> all_manners{{}, {true, nullptr}, {false, "fa"}, {true, "en"}};

/// Rules in a file: what is wrong with them is told in the same words.
void check_rules(const fs::path& path) {
    const folder here;
    here.write("rules.rules", bytes_of(path));
    here.write("me.txt", "");
    for (const char* language : {"en", "fa"}) {
        const loaded_rules base = load_files({"rules.rules"});
        const outcome program = run_with({"--json"}, {"me.txt"}, {"rules.rules"}, {false, language});
        BOOST_TEST((base.rules != nullptr) == (program.code == 0), path.string());
        if (base.rules == nullptr) BOOST_TEST(text_of(base.findings.get(), language) == program.err, path.string());
        if (base.rules != nullptr) check_profile("me.txt", {"rules.rules"}, *base.rules, {false, language});
    }
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_conformance_cases_have_the_same_results) {
    std::size_t cases = 0;
    for (const char* kind : {"random", "plans"})
        for (const auto& entry : fs::directory_iterator(project / "tests/conformance" / kind)) {
            if (!entry.is_directory()) continue;
            check_folder(entry.path(), {"case.rules"}, {{}});
            ++cases;
        }
    BOOST_TEST(cases > 50U);
}

BOOST_AUTO_TEST_CASE(compiled_rules_have_the_same_results_as_in_the_program) {
    const folder here;
    const fs::path rules = project / "rules/ml_roles.rules";
    BOOST_REQUIRE(run_program({"compile", "--to", "binary", "-o", "base.advb", rules.string()}).code == 0);
    for (const char* profile : {"sara.txt", "maryam.txt", "nima.txt"}) here.write(profile, bytes_of(project / "examples" / profile));
    loaded_rules base = load_files({"base.advb"});
    BOOST_REQUIRE_MESSAGE(base.rules != nullptr, text_of(base.findings.get()));
    for (const char* profile : {"sara.txt", "maryam.txt", "nima.txt"}) check_profile(profile, {"base.advb"}, *base.rules);

    const std::string bytes = bytes_of("base.advb");
    const rules_handle from_memory = load_text(bytes);
    BOOST_TEST(advise_role_count(from_memory.get()) == advise_role_count(base.rules.get()));
    const auto is_refused = [&](const std::vector<std::string>& files) {
        const loaded_rules got = load_files(files);
        BOOST_TEST((got.rules == nullptr && advise_findings_count(got.findings.get()) == 1U), files.front());
        return text_of(got.findings.get());
    };
    here.write("other.rules", "fact a: level\nrole b\n    when a\n");
    BOOST_TEST(is_refused({"base.advb", "other.rules"}).find("A4032") != std::string::npos);
    here.write("empty.advb", "");
    here.write("zero.advb", std::string(100, '\0'));
    here.write("cut.advb", bytes.substr(0, bytes.size() / 2));
    std::string changed = bytes;
    changed[bytes.size() - 100] = static_cast<char>(changed[bytes.size() - 100] ^ 1);       // judged by the program only if it is used
    here.write("changed.advb", changed);
    for (const char* file : {"empty.advb", "zero.advb", "cut.advb", "changed.advb"}) BOOST_TEST(is_refused({file}).find("A4030") != std::string::npos, file);
}

BOOST_AUTO_TEST_CASE(the_examples_have_the_same_results_and_pages) {
    check_folder(project / "examples", {}, all_manners);
    check_folder(project / "examples/one_line", {"one_line.rules"}, all_manners);
    check_folder(project / "examples/first_aid_kit", {"first_aid_kit.rules"}, all_manners);
    check_folder(project / "examples/scholarship", {"scholarship.rules"}, all_manners);
}

BOOST_AUTO_TEST_CASE(bad_profiles_have_the_same_findings) {
    const loaded_rules base = load_files({});
    const fs::path before = fs::current_path();
    fs::current_path(project / "tests/fuzz/regress/profile");
    for (const fs::path& profile : files_in(".", {".txt", ".json"}))
        for (const manner& how : all_manners) check_profile(profile.filename().string(), {}, *base.rules, how);
    fs::current_path(before);
}

BOOST_AUTO_TEST_CASE(bad_rules_have_the_same_findings) {
    for (const fs::path& rules : files_in(project / "tests/fuzz/regress/rules", {".rules"})) check_rules(rules);
    for (const auto& entry : fs::recursive_directory_iterator(project / "tests/golden"))
        if (entry.path().extension() == ".rules" && entry.file_size() < 20'000) check_rules(entry.path());
}

BOOST_AUTO_TEST_CASE(rules_and_profiles_that_are_mixed_up_are_told_alike) {
    const folder here;
    here.write("me.txt", "parallelism: advanced\nteaching: yes\n");
    here.write("my.rules", "role a\n    when parallelism >= some and x\nfact x: level\n");
    const loaded_rules wrong = load_files({"me.txt"});
    BOOST_TEST(wrong.rules == nullptr);
    BOOST_TEST(text_of(wrong.findings.get()) == run_program({"--rules", "me.txt", "me.txt"}).err);
    check_profile("my.rules", {}, *load_files({}).rules);
}

BOOST_AUTO_TEST_CASE(an_import_goes_no_further_than_the_programs) {
    const folder here;
    here.write("outside.rules", "fact y: level\n");
    here.write("in/main.rules", "import \"parts/a.rules\"\nimport \"../outside.rules\"\nrole r\n    when x\n");
    here.write("in/parts/a.rules", "fact x: level\n");
    here.write("me.txt", "x: advanced\n");
    const loaded_rules base = load_files({"in/main.rules"});
    BOOST_TEST(base.rules == nullptr);
    const std::string told = text_of(base.findings.get());
    BOOST_TEST(told == run_program({"--rules", "in/main.rules", "me.txt"}).err);
    BOOST_TEST(told.find("outside.rules") != told.npos);
    here.write("in/main.rules", "import \"parts/a.rules\"\nrole r\n    when x\n");
    check_profile("me.txt", {"in/main.rules"}, *load_files({"in/main.rules"}).rules);
}

BOOST_AUTO_TEST_CASE(random_rule_bases_have_the_same_results) {
    const std::uint64_t seed = from_environment("ADVISE_RANDOM_SEED", 1), cases = from_environment("ADVISE_EMBEDDING_CASES", 300);
    const folder here;
    for (std::uint64_t i = 0; i < cases; ++i) {
        BOOST_TEST_CONTEXT("seed " << seed << " case " << i) {
            const random_case made = make_random_case(seed * 1'000'003 + i, 2);
            here.write("case.rules", print_rules(made.base, varied_spelling(i)));
            const loaded_rules base = load_files({"case.rules"});
            BOOST_REQUIRE(base.rules != nullptr);
            for (const profile& known : made.profiles) {
                here.write("me.txt", print_profile(made.base, known, varied_spelling(i + 7)));
                check_profile("me.txt", {"case.rules"}, *base.rules);
                check_profile("me.txt", {"case.rules"}, *load_text(bytes_of("case.rules")));
            }
        }
    }
}

}  // namespace advise::tests
