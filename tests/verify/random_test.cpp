// Results of random rule bases: the checker accepts them, and what it accepts is what brute force says.
#include "checked.hpp"

#include <boost/test/unit_test.hpp>

namespace advise::tests {
namespace {

std::vector<advice_row> rows_of(const verify::json& result)
{
    std::vector<advice_row> rows;
    for (const verify::json& entry : result.find("advice")->items) {
        const std::string& said = entry.find("verdict")->string;
        const verdict truth = said == "yes" ? verdict::yes : said == "no" ? verdict::no : verdict::unknown;
        const verify::json& points = *entry.find("points");
        rows.push_back({entry.find("role")->string, truth, points.find("low")->number, points.find("high")->number});
    }
    return rows;
}

bool same_rows(const std::vector<advice_row>& a, const std::vector<advice_row>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const advice_row& x, const advice_row& y) {
        return key(x.role) == key(y.role) && x.truth == y.truth && x.low == y.low && x.high == y.high;
    });
}

}  // namespace

BOOST_AUTO_TEST_CASE(results_of_random_rule_bases_are_accepted_and_equal_brute_force)
{
    const std::uint64_t bases = from_environment("ADVISE_VERIFY_BASES", 300), first = from_environment("ADVISE_RANDOM_SEED", 1) * 1'000'000;
    std::size_t undecided = 0;
    for (std::uint64_t seed = first; seed < first + bases; ++seed) {
        const random_case made = make_random_case(seed, 1);
        const std::string rules = print_rules(made.base, varied_spelling(seed));
        const loaded base = load(rules);
        BOOST_REQUIRE(!base.found.has_errors());
        for (const profile& known : made.profiles) {
            const checked_case held(rules, print_profile(made.base, known, varied_spelling(seed)));
            const verify::json result = result_of(base, held);
            const verify::outcome outcome = held.check(result);
            const std::string shown = "seed " + std::to_string(seed) + "\n--- rules\n" + rules + "--- profile\n" + held.profile_text + "---\n";
            BOOST_TEST(outcome.usable, shown << told(outcome.found));
            BOOST_TEST(outcome.checked.accepted(), shown << told(outcome.checked));
            undecided += outcome.checked.not_checked.size() - 1;        // "diagnostics" always stands there
            BOOST_TEST(same_rows(rows_of(result), advice_rows(made.base, known)), shown);
        }
    }
    BOOST_TEST_MESSAGE("left unchecked in all: " << undecided);
}

}  // namespace advise::tests
