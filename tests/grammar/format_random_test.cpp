// What holds of every formatted text, on every rule file of the project and on random rule bases and profiles.
#include "mangling.hpp"
#include "reading.hpp"

#include <advise/grammar/utf8.hpp>

#include <support/print.hpp>
#include <support/random_base.hpp>

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace fs = std::filesystem;
using namespace formatting;

namespace {

std::uint64_t cases() {
    const char* set = std::getenv("ADVISE_FORMAT_CASES");
    return set == nullptr ? 300 : std::strtoull(set, nullptr, 10);
}
std::uint64_t first_seed() {
    const char* set = std::getenv("ADVISE_RANDOM_SEED");
    return (set == nullptr ? 1 : std::strtoull(set, nullptr, 10)) * 1'000'000;
}

/// A line without its comment and with its quoted texts emptied.
std::string bare(std::string_view line) {
    std::string out;
    bool quoted = false;
    const std::string_view code = line.substr(0, comment_at(line));
    for (std::size_t i = 0; i < code.size(); ++i) {
        if (code[i] == '"') quoted = !quoted;
        else if (quoted && code[i] == '\\') ++i;
        else if (!quoted) out += code[i];
    }
    while (out.ends_with(' ')) out.pop_back();
    return out.substr(std::min(out.find_first_not_of(' '), out.size()));
}

/// A line must not begin with these inside parentheses.
bool begins_statement(std::string_view code) {
    std::string word(code.substr(0, code.find_first_of(" ,)")));
    for (char& c : word) c = static_cast<char>(c | 0x20);
    for (const std::string_view keyword :
         {"syntax", "language", "ruleset", "import", "source", "scale", "fact", "concept", "role", "rule", "test", "claim"})
        if (word == keyword) return true;
    return false;
}

/// A line that is too wide although it could have been broken; found without knowing how lines are broken.
std::string breakable(std::string_view text) {
    for (const std::string_view line : lines_of(text)) {
        const std::string code = bare(line);
        std::string_view shown = line.substr(0, comment_at(line));
        while (shown.ends_with(' ')) shown.remove_suffix(1);
        if (grammar::display_width(shown) <= grammar::format_columns || code.starts_with("aka ") || code.starts_with("given ")) continue;
        bool bound = false;
        for (std::size_t at = code.find(", "); at != code.npos; at = code.find(", ", at + 1))
            bound = bound || begins_statement(std::string_view(code).substr(at + 2));
        if (bound) continue;
        for (const std::string_view place : {" and ", " or ", " -> ", " because ", " cites ", ", "})
            if (code.find(place) != code.npos) return std::string(line);
    }
    return {};
}

/// \param broken whether lines that are too wide are looked for
void check(const std::string& text, what kind, const std::string& about, bool broken = true) {
    const std::string made = formatted(text, kind);
    BOOST_REQUIRE_MESSAGE(made != "errors", about << "\n" << text);
    const std::string again = formatted(made, kind);
    BOOST_TEST((again == made), about << ": again: " << first_difference(again, made));
    if (kind == what::profile && text.find_first_not_of(" \n\r\t\xEF\xBB\xBF") == text.find('{')) return;
    BOOST_TEST((comments_of(made) == comments_of(text)), about << "\n" << text << "--- formatted\n" << made);
    if (broken) BOOST_TEST(breakable(made).empty(), about << "\n" << breakable(made) << "\n--- of\n" << text);
}

void check_mangled(const std::string& text, std::uint64_t seed, const std::string& about) {
    grammar::diagnostics found;
    const std::string clean = formatted(text);
    const grammar::source_ptr file = read(clean, found);
    const std::string mangled = mangler(*file, seed).mangle();
    const std::string again = formatted(mangled);
    BOOST_TEST((again == clean), about << ", mangled by " << seed << ": " << first_difference(again, clean)
                                       << (again == "errors" ? "\n" + reading::said(mangled) : ""));
}

std::string content_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(format_everything)

BOOST_AUTO_TEST_CASE(every_rule_file_of_the_project) {
    std::size_t good = 0;
    for (const char* folder : {"rules", "examples", "tests"}) {
        for (const auto& entry : fs::recursive_directory_iterator(fs::path(ADVISE_SOURCE_DIR) / folder)) {
            if (entry.path().extension() != ".rules") continue;
            const std::string text = content_of(entry.path());
            if (formatted(text) == "errors") continue;
            ++good;
            check(text, what::rules, entry.path().string());
            for (std::uint64_t seed = 0; seed != 3; ++seed) check_mangled(text, seed, entry.path().string());
        }
    }
    BOOST_TEST(good > 60U);
}

BOOST_AUTO_TEST_CASE(random_rule_bases_in_varied_spelling) {
    for (std::uint64_t seed = first_seed(); seed != first_seed() + cases(); ++seed) {
        const auto made = advise::tests::make_random_case(seed, 2);
        const std::string text = print_rules(made.base, advise::tests::varied_spelling(seed)), about = "seed " + std::to_string(seed);
        try {
            check(text, what::rules, about);
            check_mangled(text, seed, about);
        } catch (const std::logic_error&) {
            BOOST_FAIL(about << "\n" << text);
        }
        for (const auto& known : made.profiles) {
            check(print_profile(made.base, known, advise::tests::varied_spelling(seed + 1)), what::profile, about);
            if (const auto json = print_profile_json(made.base, known, advise::tests::varied_spelling(seed))) check(*json, what::profile, about);
        }
    }
}

// Comments, line ends, quotes and parentheses where nobody would write them: what can be read is formatted like everything else.
BOOST_AUTO_TEST_CASE(texts_with_something_thrown_in) {
    const std::vector<std::string> pieces = {"#",     " # x",  "\n",      "\n\n", "\n# y\n",    "\r\n",          "(",      ")",      ",",  " and ",
                                             " or\n", "->",    "\"",      "\\",   "\u200C",     "\u200F",        "\u00A0", "\u2019", "\t", "-",
                                             "+",     " not ", " in (1)", "۴",    " at least ", "because \"z\"", ":",      "..",     "é",  "\n  "};
    std::size_t good = 0;
    for (std::uint64_t seed = first_seed(); seed != first_seed() + 4 * cases(); ++seed) {
        advise::tests::rng random(seed);
        const auto made = advise::tests::make_random_case(seed, 1);
        const bool profile = random.chance(1, 4);
        std::string text = profile ? print_profile(made.base, made.profiles.front(), advise::tests::varied_spelling(seed))
                                   : print_rules(made.base, advise::tests::varied_spelling(seed));
        for (std::size_t n = random.below(3) + 1; n != 0; --n) text.insert(random.below(text.size() + 1), random.pick(pieces));
        for (const what kind : {what::rules, what::profile}) {
            try {
                if (formatted(text, kind) == "errors") continue;
                ++good;
                // Rules read as a profile may have values that are no lists and in which nothing can be broken.
                check(text, kind, "seed " + std::to_string(seed), profile || kind == what::rules);
            } catch (const std::logic_error&) {
                BOOST_FAIL("seed " << seed << "\n" << text);
            }
        }
    }
    BOOST_TEST(good > cases() / 4);
}

BOOST_AUTO_TEST_SUITE_END()
