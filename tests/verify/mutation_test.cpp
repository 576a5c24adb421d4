// The checker itself is put to the test: a right result with one field changed must be refused, at that place.
#include "checked.hpp"
#include "mutants.hpp"

#include <boost/test/unit_test.hpp>

#include <map>

namespace advise::tests {
namespace {

/// A case of a split that begins at the lowest number says the same with null there.
bool says_the_same(const mutant& m)
{
    return m.where.find(".split.") != std::string::npos && m.where.ends_with(".from") && m.change == "to null";
}

struct tally { std::size_t mutants = 0, equal = 0; std::map<std::string, std::size_t> of_list; };

void check_mutants(const checked_case& held, const verify::json& result, std::size_t count, rng& draw, tally& done)
{
    const verify::outcome before = held.check(result);
    BOOST_REQUIRE(before.checked.accepted());
    std::vector<std::string> not_proved;
    for (const verify::finding& each : before.checked.not_checked) not_proved.push_back(each.where);
    for (std::size_t i = 0; i < count; ++i) {
        const mutant m = random_mutant(result, not_proved, draw);
        if (m.result == result || says_the_same(m)) {
            ++done.equal;
            continue;
        }
        ++done.mutants;
        ++done.of_list[list_of(m.where)];
        const verify::outcome after = held.check(m.result);
        const std::string what = m.where + ' ' + m.change;
        BOOST_TEST(!after.checked.accepted(), "accepted: " << what << "\n--- rules\n" << held.rules_text << "--- profile\n" << held.profile_text << "---");
        if (after.checked.accepted()) continue;
        BOOST_TEST(names(after.checked, m.where), "the place is not named: " << what << '\n' << told(after.checked));
    }
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_change_of_what_is_proved_is_refused_at_its_place)
{
    const std::uint64_t wanted = from_environment("ADVISE_VERIFY_MUTANTS", 500), first = from_environment("ADVISE_RANDOM_SEED", 1) * 1'000'000 + 500'000;
    constexpr std::size_t of_one_result = 20;
    rng draw(first);
    tally done;
    for (std::uint64_t seed = first; done.mutants < wanted; ++seed) {
        const random_case made = make_random_case(seed, 1);
        const std::string rules = print_rules(made.base, varied_spelling(seed));
        const loaded base = load(rules);
        for (const profile& known : made.profiles) {
            const checked_case held(rules, print_profile(made.base, known, varied_spelling(seed)));
            BOOST_TEST_CONTEXT("seed " << seed) { check_mutants(held, result_of(base, held), of_one_result, draw, done); }
        }
    }
    std::string counts;
    for (const auto& [list, count] : done.of_list) counts += ' ' + list + ' ' + std::to_string(count);
    BOOST_TEST_MESSAGE(done.mutants << " mutants," << counts << "; " << done.equal << " changed nothing");
}

}  // namespace advise::tests
