// Small scope, all of it: every rule body of up to three operators over two yes/no facts and one of three levels, under every partial profile.
#include "support/bridge.hpp"
#include "support/exhaustive.hpp"

#include <boost/test/unit_test.hpp>

#include <map>

namespace advise::tests {
namespace {

struct read_base { std::string text; loaded base; };

}  // namespace

BOOST_AUTO_TEST_CASE(every_small_rule_body_agrees_with_brute_force)
{
    std::size_t bodies = 0, cases = 0, wrong = 0;
    const rule_base* last = nullptr;
    loaded base;
    for_each_small_case(100, [&](const rule_base& model, const profile& known) {
        if (&model != last || cases % small_profiles().size() == 0) {
            base = load(print_rules(model));
            BOOST_REQUIRE_MESSAGE(!base.found.has_errors(), told(base.found));
            last = &model;
            bodies += model.conclusions.size();
        }
        ++cases;
        const person who = bind_text(base, print_profile(model, known));
        BOOST_REQUIRE_MESSAGE(!who.found.has_errors(), told(who.found));
        const std::vector<advice_row> expected = advice_rows(model, known), got = rows_of(base, engine::advise(*base.code, who.facts));
        if (expected == got || ++wrong > 5) return;
        BOOST_TEST(false, print_rules(model) << print_profile(model, known) << compared(expected, got));
    });
    BOOST_TEST(wrong == 0U);
    BOOST_TEST(bodies > 1000U);
    BOOST_TEST_MESSAGE(bodies << " bodies, " << cases << " rule bases with a profile");
}

}  // namespace advise::tests
