// Whoever is told that something is wrong is told what to type instead: over all records of golden runs, and the wrong example of every code.
#include "in_process.hpp"

#include <code_help.hpp>

#include <advise/grammar/messages.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <sstream>

using namespace advise::cli;
using namespace advise::cli::testing;

namespace {

struct excused {
    std::string_view code, why;
};
/// Errors without help, and why. A new one needs a reason here.
constexpr std::array excused_codes{
    excused{"A0107", "what a name without letters was meant to be nobody knows"},
    excused{"A0109", "a number with too many digits: nobody knows which of them are meant"},
    excused{"A3013", "a broken string of JSON: a program wrote it"},
    excused{"A3014", "a number that is none in JSON: a program wrote it"},
    excused{"A4001", "what the file system refuses is not mended by typing"},
    excused{"A4009", "a read error is the machine's"},
};

bool is_excused(std::string_view code) {
    for (const excused& one : excused_codes)
        if (one.code == code) return true;
    return false;
}

bool begins_diagnostic(const std::string& line, std::string_view& code) {
    for (const std::string_view word : {"error[", "خطا["}) {
        if (!line.starts_with(word) || line.size() < word.size() + 6) continue;
        code = std::string_view(line).substr(word.size(), 5);
        return true;
    }
    return false;
}

/// The codes of errors in what the program said that have no help below.
std::vector<std::string> without_help(const std::string& said) {
    std::vector<std::string> all;
    std::istringstream in(said);
    std::string open;
    const auto close = [&] {
        if (!open.empty() && !is_excused(std::string_view(open).substr(0, 5))) all.push_back(open);
        open.clear();
    };
    for (std::string line; std::getline(in, line);) {
        std::string_view code;
        if (line.empty()) close();
        else if (begins_diagnostic(line, code)) close(), open = std::string(code) + ": " + line;
        else if (line.starts_with("help:") || line.starts_with("راهنما:") || line.starts_with("کمک:")) open.clear();
    }
    close();
    return all;
}

std::string content(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(help_for_errors)

BOOST_AUTO_TEST_CASE(every_error_of_the_golden_records_has_a_help) {
    std::size_t records = 0;
    for (const fs::directory_entry& folder : fs::directory_iterator(ADVISE_SOURCE_DIR "/tests/golden")) {
        for (const char* const name : {"err", "out"}) {
            const fs::path path = folder.path() / name;
            if (!fs::exists(path) || folder.path().filename() == "verify_bad_rules")
                continue;  // the independent checker says what is wrong and no more
            ++records;
            for (const std::string& one : without_help(content(path))) BOOST_TEST(false, folder.path().filename().string() << ": " << one);
        }
    }
    BOOST_TEST(records > 100);
}

BOOST_AUTO_TEST_CASE(the_wrong_example_of_every_code_has_a_help_in_both_languages) {
    for (const auto& group : {syntax_codes(), names_codes(), types_codes(), proofs_codes(), lints_codes(), profile_codes(), files_codes()}) {
        for (const code_entry& entry : group) {
            if (entry.kind == example_kind::none) continue;
            const folder here;
            here.write("example", entry.wrong);
            here.write("rules", rules_of_examples());
            for (const char* const language : {"en", "fa"}) {
                const bool rules = entry.kind == example_kind::rules;
                const outcome got =
                    rules ? run_program({"check", "--lang", language, "example"}) : run_program({"--rules", "rules", "--lang", language, "example"});
                for (const std::string& one : without_help(got.err)) BOOST_TEST(false, language << ' ' << one);
            }
        }
    }
}

/// The test above sees what it looks for.
BOOST_AUTO_TEST_CASE(an_error_without_help_is_seen) {
    BOOST_TEST(without_help("error[A0101]: x\n --> a:1:1\n\n").size() == 1U);
    BOOST_TEST(without_help("error[A0101]: x\nhelp: y\n\nerror[A0102]: z\n").size() == 1U);
    BOOST_TEST(without_help("warning[A2018]: x\n").empty());
}

BOOST_AUTO_TEST_SUITE_END()
