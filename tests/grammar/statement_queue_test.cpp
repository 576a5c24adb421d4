// Reading ahead in another thread gives what reading alone gives: the same statements, the same findings, in the same order.
#include "mangling.hpp"
#include "reading.hpp"

#include <support/print.hpp>
#include <support/random_base.hpp>

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace fs = std::filesystem;
using namespace advise;

namespace {

/// What a caller sees: a line for each statement, and how many findings there were when it came.
std::string seen(const std::string& text, std::size_t ahead_from, std::size_t stop_after = SIZE_MAX) {
    grammar::diagnostics found;
    bool usable = true;
    const auto file = grammar::read_source("t.rules", std::string(text), 0, found, usable);
    std::string all;
    {
        grammar::statement_queue queue(*file, found, ahead_from);
        std::size_t count = 0;
        while (const grammar::ast::statement* const s = queue.next()) {
            if (count++ == stop_after) break;
            all += std::to_string(static_cast<int>(s->kind)) + (s->broken ? " broken " : " ") + std::to_string(s->where.begin) + ".."
                   + std::to_string(s->where.end) + " " + std::string(file->text(s->name.where)) + "|" + s->quoted.content + "|"
                   + std::to_string(s->terms.size()) + " " + std::to_string(s->points);
            for (const grammar::ast::node& n : s->condition.nodes)
                all += " " + std::to_string(static_cast<int>(n.kind)) + ":" + std::to_string(n.children) + ":" + std::string(file->text(n.term.where));
            for (const grammar::ast::because& why : s->reasons) all += " " + why.text.content;
            all += " [" + std::to_string(found.errors()) + "]\n";
        }
    }
    return all + reading::report(found);
}

void compare(const std::string& text, const std::string& about) {
    BOOST_TEST((seen(text, 0) == seen(text, SIZE_MAX)), about << "\n" << text.substr(0, 2000));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(reading_ahead)

BOOST_AUTO_TEST_CASE(every_rule_file_of_the_project_is_read_alike) {
    std::size_t files = 0;
    for (const char* folder : {"rules", "examples", "tests"})
        for (const auto& entry : fs::recursive_directory_iterator(fs::path(ADVISE_SOURCE_DIR) / folder)) {
            if (entry.path().extension() != ".rules") continue;
            std::ifstream file(entry.path(), std::ios::binary);
            compare({std::istreambuf_iterator<char>(file), {}}, entry.path().string());
            ++files;
        }
    BOOST_TEST(files > 60U);
}

BOOST_AUTO_TEST_CASE(texts_with_errors_over_many_batches_are_read_alike) {
    const std::vector<std::string> pieces = {"(", ")", " and ", "->", "\"", "\n", "role r\n", "\n    when x\n", "+3 y\n", "because \"z\"", "/*", "<<<<<<< x\n", "\xC3\xA9"};
    for (std::uint64_t seed = 1; seed != 12; ++seed) {
        tests::rng random(seed);
        std::string text;
        for (std::uint64_t part = 0; part != 600; ++part) text += print_rules(tests::make_random_case(seed * 1'000 + part, 0).base, tests::varied_spelling(seed)) + "\n";
        for (std::size_t n = random.below(400); n != 0; --n) text.insert(random.below(text.size() + 1), random.pick(pieces));
        BOOST_TEST(text.size() > 3 * 128U << 10);
        compare(text, "seed " + std::to_string(seed));
    }
}

BOOST_AUTO_TEST_CASE(a_statement_longer_than_a_batch_is_read_alike) {
    std::string wide = "all of (a0";
    for (int i = 1; i != 40'000; ++i) wide += ", a" + std::to_string(i);
    wide += ") -> r\n";
    compare("x -> y\n" + wide + "z -> y\n" + wide + wide + "last -> y\n", "long statements");
    compare("x -> y\n" + wide.substr(0, wide.size() - 8) + "\n" + wide, "a long error");
    compare("", "nothing");
    compare("# only a comment\n", "a comment");
}

BOOST_AUTO_TEST_CASE(whoever_stops_early_stops_the_thread) {
    std::string text;
    for (int i = 0; i != 80'000; ++i) text += "a" + std::to_string(i) + " -> r\n";
    for (const std::size_t after : {0U, 1U, 500U, 30'000U}) BOOST_TEST((seen(text, 0, after) == seen(text, SIZE_MAX, after)));
}

BOOST_AUTO_TEST_SUITE_END()
