// Changes whose effect on the answers is known without computing them.
#include "support/bridge.hpp"
#include "support/transform.hpp"

#include <advise/grammar/format.hpp>

#include <boost/test/unit_test.hpp>

#include <functional>

namespace advise::tests {
namespace {

std::vector<advice_row> advice_for(const std::string& rules, const std::string& profile)
{
    const loaded base = load(rules);
    BOOST_REQUIRE_MESSAGE(!base.found.has_errors(), rules << told(base.found));
    const person who = bind_text(base, profile);
    BOOST_REQUIRE_MESSAGE(!who.found.has_errors(), rules << profile << told(who.found));
    return rows_of(base, engine::advise(*base.code, who.facts));
}

/// The same rows, whatever the roles are called in each.
bool same_but_for_names(const std::vector<advice_row>& a, const std::vector<advice_row>& b)
{
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (a[i].truth != b[i].truth || a[i].low != b[i].low || a[i].high != b[i].high) return false;
    return true;
}

void for_random_cases(const std::function<void(std::uint64_t, const random_case&)>& check)
{
    const std::uint64_t cases = from_environment("ADVISE_RANDOM_PAIRS", 2000) / 8, first = from_environment("ADVISE_RANDOM_SEED", 1) * 1'000'000 + 500'000;
    for (std::uint64_t seed = first; seed < first + cases; ++seed) check(seed, make_random_case(seed, 2));
}

using change = std::function<rule_base(const rule_base&, rng&)>;

void expect_no_change(const change& make)
{
    for_random_cases([&](std::uint64_t seed, const random_case& made) {
        rng random(seed);
        const rule_base changed = make(made.base, random);
        for (const profile& known : made.profiles) {
            const auto before = advice_for(print_rules(made.base), print_profile(made.base, known));
            const auto after = advice_for(print_rules(changed), print_profile(changed, known));
            BOOST_TEST(same_but_for_names(before, after), "seed " << seed << "\n" << print_rules(made.base) << print_profile(made.base, known) << "--- changed\n"
                                                                 << print_rules(changed) << compared(before, after));
        }
    });
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_order_of_clauses_and_members_does_not_matter) { expect_no_change(reordered); }
BOOST_AUTO_TEST_CASE(names_do_not_matter) { expect_no_change(renamed); }
BOOST_AUTO_TEST_CASE(a_disjunction_may_be_split_into_two_rules) { expect_no_change([](const rule_base& base, rng&) { return split_clauses(base); }); }
BOOST_AUTO_TEST_CASE(negations_may_be_rewritten) { expect_no_change(negations_rewritten); }
BOOST_AUTO_TEST_CASE(irrelevant_rules_do_not_matter) { expect_no_change(with_irrelevant_rules); }

BOOST_AUTO_TEST_CASE(the_order_of_statements_and_their_spelling_do_not_matter)
{
    for_random_cases([](std::uint64_t seed, const random_case& made) {
        for (const profile& known : made.profiles) {
            const auto plain = advice_for(print_rules(made.base), print_profile(made.base, known));
            const auto varied = advice_for(print_rules(made.base, varied_spelling(seed + 9)), print_profile(made.base, known, varied_spelling(seed + 9)));
            BOOST_TEST((plain == varied), "seed " << seed << "\n" << print_rules(made.base, varied_spelling(seed + 9)) << compared(plain, varied));
        }
    });
}

/// As `advise fmt` writes it.
std::string formatted(const std::string& text, bool rules)
{
    grammar::diagnostics found;
    bool usable = true;
    const grammar::source_ptr file = grammar::read_source("t", text, 0, found, usable);
    const auto made = rules ? grammar::format_rules(*file, found) : grammar::format_profile(file, found);
    BOOST_REQUIRE_MESSAGE(made, text);
    return *made;
}

BOOST_AUTO_TEST_CASE(formatting_does_not_matter)
{
    for_random_cases([](std::uint64_t seed, const random_case& made) {
        const std::string rules = print_rules(made.base, varied_spelling(seed + 3));
        for (const profile& known : made.profiles) {
            const std::string person = print_profile(made.base, known, varied_spelling(seed + 4));
            const auto before = advice_for(rules, person), after = advice_for(formatted(rules, true), formatted(person, false));
            BOOST_TEST((before == after), "seed " << seed << "\n" << rules << person << compared(before, after));
        }
    });
}

BOOST_AUTO_TEST_CASE(a_profile_as_json_means_the_same)
{
    for_random_cases([](std::uint64_t seed, const random_case& made) {
        const std::string rules = print_rules(made.base);
        for (const profile& known : made.profiles) {
            const std::optional<std::string> json = print_profile_json(made.base, known, varied_spelling(seed));
            if (!json) continue;
            const auto text = advice_for(rules, print_profile(made.base, known)), same = advice_for(rules, *json);
            BOOST_TEST((text == same), "seed " << seed << "\n" << rules << *json << compared(text, same));
        }
    });
}

BOOST_AUTO_TEST_CASE(one_more_answer_never_overturns_a_verdict)
{
    for_random_cases([](std::uint64_t seed, const random_case& made) {
        rng random(seed);
        const std::string rules = print_rules(made.base);
        for (const profile& known : made.profiles) {
            const std::optional<profile> more = refined(made.base, known, random);
            if (!more) continue;
            const auto before = advice_for(rules, print_profile(made.base, known)), after = advice_for(rules, print_profile(made.base, *more));
            for (const advice_row& old : before) {
                const auto now = std::find_if(after.begin(), after.end(), [&](const advice_row& r) { return r.role == old.role; });
                BOOST_REQUIRE(now != after.end());
                const bool kept = (old.truth == verdict::unknown || now->truth == old.truth) && now->low >= old.low && now->high <= old.high;
                BOOST_TEST(kept, "seed " << seed << "\n" << rules << print_profile(made.base, *more) << compared(before, after));
            }
        }
    });
}

BOOST_AUTO_TEST_CASE(asking_again_gives_the_same)
{
    for_random_cases([](std::uint64_t, const random_case& made) {
        const loaded base = load(print_rules(made.base));
        for (const profile& known : made.profiles) {
            const person who = bind_text(base, print_profile(made.base, known));
            const engine::advice once = engine::advise(*base.code, who.facts, {.proof = true}), again = engine::advise(*base.code, who.facts, {.proof = true});
            BOOST_TEST((rows_of(base, once) == rows_of(base, again)));
            BOOST_TEST(once.nodes.size() == again.nodes.size());
            const engine::advice bare = engine::advise(*base.code, who.facts, {.proof = false, .witnesses = false});
            BOOST_TEST((rows_of(base, once) == rows_of(base, bare)));
        }
    });
}

}  // namespace advise::tests
