// The difference between two texts: applied to the one it gives the other.
#include <unified_diff.hpp>

#include <support/rng.hpp>

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <string>
#include <vector>

using advise::cli::unified_diff;

namespace {

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> found;
    while (!text.empty()) {
        const std::size_t length = std::min(text.find('\n'), text.size() - 1) + 1;
        found.emplace_back(text.substr(0, length));
        text.remove_prefix(length);
    }
    return found;
}

/// What `patch` does, trusting nothing: every line that stays or goes must be there.
std::string patched(const std::string& before, const std::string& diff) {
    const std::vector<std::string> old_lines = lines_of(before), edits = lines_of(diff);
    std::string out;
    std::size_t at = 0;
    for (std::size_t i = 2; i < edits.size(); ++i) {
        std::string line = edits[i];
        if (line.starts_with("@@ -")) {
            const std::size_t first = std::strtoull(line.c_str() + 4, nullptr, 10);
            const std::size_t comma = line.find(','), plus = line.find('+');
            const bool nothing = comma < plus && std::strtoull(line.c_str() + comma + 1, nullptr, 10) == 0;
            while (at < first - (nothing ? 0 : 1)) out += old_lines.at(at++);
            continue;
        }
        if (line.starts_with('\\')) continue;
        if (i + 1 < edits.size() && edits[i + 1].starts_with('\\')) line.pop_back();
        if (line.front() != '+') BOOST_REQUIRE(old_lines.at(at++) == line.substr(1));
        if (line.front() != '-') out += line.substr(1);
    }
    while (at < old_lines.size()) out += old_lines[at++];
    return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(unified_diffs)

BOOST_AUTO_TEST_CASE(a_change_has_three_lines_around_it) {
    BOOST_TEST(unified_diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n", "f")
               == "--- f\n+++ f\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
    BOOST_TEST(unified_diff("", "a\n", "f") == "--- f\n+++ f\n@@ -0,0 +1 @@\n+a\n");
    BOOST_TEST(unified_diff("a", "a\n", "f") == "--- f\n+++ f\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n");
    BOOST_TEST(unified_diff("a\n", "a\n", "f").empty());
}

BOOST_AUTO_TEST_CASE(changes_that_are_far_apart_stand_in_hunks_of_their_own) {
    std::string before, after;
    for (int i = 0; i != 40; ++i) {
        before += std::to_string(i) + "\n";
        after += (i == 5 || i == 12 || i == 30 ? "x" : "") + std::to_string(i) + "\n";
    }
    const std::string diff = unified_diff(before, after, "f");
    BOOST_TEST(diff.find("@@ -3,14 +3,14 @@") != diff.npos);
    BOOST_TEST(diff.find("@@ -28,7 +28,7 @@") != diff.npos);
    BOOST_TEST(patched(before, diff) == after);
}

BOOST_AUTO_TEST_CASE(random_texts_are_patched_into_one_another) {
    for (std::uint64_t seed = 0; seed != 3000; ++seed) {
        advise::tests::rng random(seed);
        const auto text = [&] {
            std::string made;
            for (std::size_t n = random.below(30); n != 0; --n) made += static_cast<char>('a' + random.below(4)), made += '\n';
            if (random.chance(1, 4) && !made.empty()) made.pop_back();
            return made;
        };
        const std::string before = text(), after = text();
        BOOST_TEST(patched(before, unified_diff(before, after, "f")) == after, "seed " << seed);
    }
}

BOOST_AUTO_TEST_CASE(texts_that_share_little_are_one_change) {
    std::string before = "same\n", after = "same\n";
    for (int i = 0; i != 3000; ++i) {
        before += "old " + std::to_string(i) + "\n";
        after += "new " + std::to_string(i) + "\n";
    }
    BOOST_TEST(patched(before, unified_diff(before, after, "f")) == after);
}

BOOST_AUTO_TEST_SUITE_END()
