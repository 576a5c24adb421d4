// Did you mean …?
#include <advise/grammar/suggest.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <random>

using namespace advise::grammar;

namespace {

// The whole table, without a bound.
unsigned plain_distance(std::string_view a, std::string_view b) {
    std::vector<std::vector<unsigned>> d(a.size() + 1, std::vector<unsigned>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i)
        for (std::size_t j = 0; j <= b.size(); ++j) {
            unsigned best = i == 0 && j == 0 ? 0 : 1000;
            if (i > 0) best = std::min(best, d[i - 1][j] + 1);
            if (j > 0) best = std::min(best, d[i][j - 1] + 1);
            if (i > 0 && j > 0) best = std::min(best, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) best = std::min(best, d[i - 2][j - 2] + 1);
            d[i][j] = best;
        }
    return d[a.size()][b.size()];
}

std::string nearest(std::string_view misspelt, const std::vector<std::string_view>& names) {
    const auto found = near(misspelt, names);
    return found.empty() ? "" : found[0];
}

}  // namespace

BOOST_AUTO_TEST_SUITE(suggest_)

BOOST_AUTO_TEST_CASE(the_bounded_distance_is_the_plain_one_up_to_its_bound) {
    std::mt19937 random(11);
    const auto word = [&] {
        std::string text(random() % 9, 'a');
        for (char& c : text) c = static_cast<char>('a' + random() % 3);
        return text;
    };
    for (int i = 0; i < 100'000; ++i) {
        const std::string a = word(), b = word();
        const auto limit = static_cast<unsigned>(random() % 5), expected = plain_distance(a, b);
        BOOST_REQUIRE_MESSAGE(distance(a, b, limit) == std::min(expected, limit + 1), a + " " + b + " " + std::to_string(limit));
    }
}

BOOST_AUTO_TEST_CASE(distance_counts_code_points) {
    BOOST_TEST(distance("موازی", "موزای", 3) == 1u);
    BOOST_TEST(distance("é", "e", 3) == 1u);
    BOOST_TEST(distance("", "abc", 3) == 3u);
    BOOST_TEST(distance("", "abcd", 3) == 4u);
}

BOOST_AUTO_TEST_CASE(near_names_are_offered_as_they_are_spelt) {
    const std::vector<std::string_view> names{"Parallelism", "low-level optimisation", "python", "موازی‌سازی", "c", "go"};
    BOOST_TEST(nearest("paralelism", names) == "Parallelism");
    BOOST_TEST(nearest("low levl optimization", names) == "low-level optimisation");
    BOOST_TEST(nearest("pyhton", names) == "python");
    BOOST_TEST(nearest("موازي ساذی", names) == "موازی‌سازی");
    BOOST_TEST(nearest("kubernetes", names) == "");
    BOOST_TEST(nearest("r", names) == "");    // nothing in common with "c"
    BOOST_TEST(nearest("gos", names) == "go");
    BOOST_TEST(nearest("", names) == "");
    BOOST_TEST(nearest(std::string(65, 'a'), {"aaaa"}) == "");
}

BOOST_AUTO_TEST_CASE(the_nearest_comes_first_and_ties_keep_their_order) {
    const std::vector<std::string_view> names{"abcdefxx", "abcdefgx", "abcdefgy", "abcdefgh"};
    const auto found = near("abcdefgh", names, 3);
    BOOST_TEST(found == (std::vector<std::string>{"abcdefgh", "abcdefgx", "abcdefgy"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
