// Facts that can never be learnt.
#include "support/bridge.hpp"

#include <advise/engine/learning.hpp>

#include <boost/test/unit_test.hpp>

namespace {

using namespace advise;

/// "a b | c never" for a circle of a and b, and an `after` of c that never holds.
std::string never(const std::string& rules) {
    const tests::loaded base = tests::load(rules);
    BOOST_REQUIRE_MESSAGE(!base.found.has_errors(), tests::told(base.found));
    std::string all;
    for (const engine::never_learnt& each : engine::never_learnt_by_beginners(*base.code)) {
        all += all.empty() ? "" : " | ";
        for (std::size_t i = 0; i < each.facts.size(); ++i) all += (i == 0 ? "" : " ") + base.rules->facts[each.facts[i]].term;
        if (!each.circle) all += " never";
    }
    return all;
}

std::string fact(const std::string& name, const std::string& after) { return "fact " + name + ": level\n effort 1 week\n after " + after + "\n"; }

const std::string role = "role r\n when a or b or c or d or e\nfact e: yes/no\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(learning)

BOOST_AUTO_TEST_CASE(circles_are_told_once_and_what_waits_for_them_is_not) {
    BOOST_TEST(never(role + fact("a", "b") + fact("b", "c >= intermediate") + fact("c", "a") + fact("d", "b")) == "a b c");
    BOOST_TEST(never(role + fact("a", "a")) == "a");
    BOOST_TEST(never(role + fact("a", "b") + fact("b", "a") + fact("c", "d") + fact("d", "c")) == "a b | c d");
}

BOOST_AUTO_TEST_CASE(an_after_that_can_hold_is_no_circle) {
    BOOST_TEST(never(role + fact("a", "b") + fact("b", "c")) == "");
    BOOST_TEST(never(role + fact("a", "b or e") + fact("b", "a")) == "");
    BOOST_TEST(never(role + fact("a", "not b") + fact("b", "a")) == "");
    BOOST_TEST(never(role + fact("a", "half") + fact("b", "e") + "concept half\n when a\n unless b\n") == "a");
}

BOOST_AUTO_TEST_CASE(an_after_that_never_holds_is_told) {
    BOOST_TEST(never(role + fact("a", "never") + "concept never\n requires e\n unless e\n")
               == "");  // a contradiction that Kleene's tables do not see
    BOOST_TEST(never(role + fact("a", "none of (n <= 5)") + fact("b", "a") + "fact n: number 0..5\n") == "a never");
}

BOOST_AUTO_TEST_CASE(many_that_wait_are_answered_at_once) {
    std::string rules, body = "role r\n when f0";
    constexpr int many = 900;
    for (int i = 0; i < many; ++i) {
        rules += fact("f" + std::to_string(i), "f" + std::to_string((i + 1) % many));
        body += " or f" + std::to_string(i);
    }
    BOOST_TEST(never(rules + body + "\n").starts_with("f0 f1 f2 "));
}

BOOST_AUTO_TEST_SUITE_END()
