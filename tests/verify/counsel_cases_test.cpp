// Comparisons, questions and reasons written for people to read: what is right is proved, and each wrong thing is refused at its place.
#include "checked.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace advise::tests {
namespace {

using verify::aspect;
using verify::json;
using verify::why;

const char* const rules = R"(fact skill: level
fact hours: number 0..40
fact likes it: yes/no
fact degree: one of (none, master)
fact tools: any of (saw, plane)
role maker
    when skill >= intermediate and likes it
    +2 degree = master
    +1 tools includes saw
role planner
    when hours >= 20 and likes it
    +3 hours >= 30
    +2 degree = master
)";

const char* const maker_profile = "skill: expert\nhours: 10\ndegree: unknown\ntools: saw\n";

struct small {
    loaded base = load(rules);
    checked_case held{rules, maker_profile};
    json comparison = comparison_of(base, held, 0, 1), question = question_of(base, held), reasons = explanation_of(base, held, 1);
};

const small& plain() {
    static const small made;
    return made;
}

/// The result with one text changed for another.
json with(const json& result, const std::string& what, const std::string& instead) {
    std::string text = text_of(result);
    const std::size_t at = text.find(what);
    BOOST_REQUIRE_MESSAGE(at != std::string::npos, what << " is not in " << text);
    return read_back(text.replace(at, what.size(), instead));
}

bool has(const std::vector<verify::finding>& all, const std::string& where, why because) {
    return std::ranges::any_of(all, [&](const verify::finding& each) { return each.where == where && each.why == because; });
}

bool proved(const verify::report& found, aspect what) { return std::ranges::find(found.proved, what) != found.proved.end(); }

struct wrong {
    const char* what;
    const char* instead;
    const char* where;
    why because;
};

void check_wrong(const json& right, std::initializer_list<wrong> all) {
    for (const wrong& each : all) {
        const verify::outcome made = plain().held.check(with(right, each.what, each.instead));
        BOOST_TEST(has(made.checked.refused, each.where, each.because), each.what << " to " << each.instead << '\n' << told(made.checked));
    }
}

void check_right(const json& result, std::initializer_list<aspect> all) {
    const verify::outcome made = plain().held.check(result);
    BOOST_TEST(made.checked.accepted(), told(made.checked) << text_of(result));
    for (const aspect each : all) BOOST_TEST(proved(made.checked, each), static_cast<int>(each));
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_comparison_is_proved_and_what_is_wrong_in_it_is_named) {
    using enum aspect;
    const json& right = plain().comparison;
    check_right(right, {hashes, nodes, verdicts, points, exact, gap, ledger, swap, smallest_swap});
    check_wrong(right, {
                           {R"("role": "maker", "verdict": "unknown")", R"("role": "maker", "verdict": "yes")", "first.verdict", why::differs},
                           {R"("role": "maker")", R"("role": "planner")", "second.role", why::second_entry},
                           {R"("points": {"low": 1, "high": 3})", R"("points": {"low": 1, "high": 2})", "first.points.high", why::differs},
                           {R"("gap": {"low": 1)", R"("gap": {"low": -1)", "gap.low", why::differs},
                           {R"("ledger": [{"role": "maker")", R"("ledger": [{"role": "planner")", "ledger[0].role", why::differs},
                       });
}

BOOST_AUTO_TEST_CASE(a_change_that_turns_two_roles_round_is_tried) {
    const json& right = plain().comparison;
    const std::string swap = text_of(*right.find("swap"));
    BOOST_TEST(swap == R"([{"fact": "hours", "from": 10, "to": 30}])");
    check_wrong(right, {
                           {swap.c_str(), "[]", "swap", why::does_not_swap},
                           {swap.c_str(), "null", "swap", why::change_exists},
                           {R"("to": 30)", R"("to": 29)", "swap", why::does_not_swap},
                           {R"("to": 30)", R"("to": 41)", "swap[0].to", why::not_a},
                           {R"("to": 30)", R"("to": 10)", "swap[0].to", why::no_change},
                           {R"("from": 10)", R"("from": 11)", "swap[0].from", why::differs},
                           {swap.c_str(), R"([{"fact": "hours", "from": 10, "to": 30}, {"fact": "degree", "from": null, "to": "none"}])",
                            "swap[1].fact", why::not_minimal},
                           {swap.c_str(), R"([{"fact": "hours", "from": 10, "to": 30}, {"fact": "skill", "from": "expert", "to": "none"}])",
                            "swap[1].fact", why::facts_out_of_order},
                       });
}

BOOST_AUTO_TEST_CASE(a_change_may_be_needed_in_all_its_parts_and_yet_not_the_smallest) {
    const checked_case held("role a\n    when x >= beginner\nrole b\n    when (y and z) or w\n", "x: expert\ny: none\nz: none\nw: none\n");
    const loaded base = load(held.rules_text);
    const json right = comparison_of(base, held, 0, 1);
    BOOST_TEST(held.check(right).checked.accepted());
    const json larger = with(right, text_of(*right.find("swap")),
                             R"([{"fact": "x", "from": "expert", "to": "none"}, {"fact": "w", "from": "none", "to": "expert"}])");
    BOOST_TEST(held.check(larger).checked.accepted(), told(held.check(larger).checked));
    const json largest = with(
        right, text_of(*right.find("swap")),
        R"([{"fact": "x", "from": "expert", "to": "none"}, {"fact": "y", "from": "none", "to": "expert"}, {"fact": "z", "from": "none", "to": "expert"}])");
    const verify::outcome made = held.check(largest);
    BOOST_TEST(has(made.checked.refused, "swap", why::smaller_change), told(made.checked));
    BOOST_TEST(proved(made.checked, aspect::swap));
}

BOOST_AUTO_TEST_CASE(values_of_a_set_that_were_not_tried_leave_a_comparison_inexact) {
    std::string options, needed;
    for (const char c : std::string("abcdefgh")) {
        options += std::string(options.empty() ? "" : ", ") + "o" + c;
        needed += std::string(needed.empty() ? "" : " and ") + "kit includes o" + c;
    }
    const checked_case held("fact kit: any of (" + options + ")\nfact x: level\nrole a\n    when x\nrole b\n    when " + needed + "\n    unless x\n",
                            "x: expert\nkit: oa\n");
    const loaded base = load(held.rules_text);
    const json result = comparison_of(base, held, 0, 1);
    BOOST_TEST((result.find("swap")->is == json::kind::null));
    BOOST_TEST(!result.find("exact")->truth);
    BOOST_TEST(held.check(result).checked.accepted(), told(held.check(result).checked));
}

BOOST_AUTO_TEST_CASE(a_question_is_proved_and_what_is_wrong_in_it_is_named) {
    using enum aspect;
    const json& right = plain().question;
    BOOST_TEST(right.find("question")->find("fact")->string == "likes it");
    check_right(right, {hashes, question, answers, decides, left, expected, skipped, labels});
    check_wrong(right, {
                           {R"("fact": "likes it")", R"("fact": "hours")", "question.fact", why::not_askable},
                           {R"("fact": "likes it")", R"("fact": "degree")", "question.fact", why::not_askable},
                           {R"("text": "likes it")", R"("text": "hates it")", "question.text", why::labels_of_no_language},
                           {R"("value": "no")", R"("value": "yes")", "question.answers[0].value", why::differs},
                           {R"({"role": "maker", "verdict": "yes"})", R"({"role": "maker", "verdict": "no"})",
                            "question.answers[1].decides[0].verdict", why::differs},
                           {R"("left": ["likes it"])", R"("left": [])", "left", why::fact_left_out},
                           {R"("left": ["likes it"])", R"("left": ["skill", "likes it"])", "left[0]", why::not_askable},
                           {R"("skipped": ["degree"])", R"("skipped": [])", "skipped", why::differs},
                           {R"("expected_questions": "1.00")", R"("expected_questions": "1.50")", "expected_questions", why::differs},
                           {R"("until": "verdicts")", R"("until": "whatever")", "until", why::not_a},
                       });
}

BOOST_AUTO_TEST_CASE(a_question_that_begins_worse_or_cannot_change_anything_is_refused) {
    const checked_case held("fact a: yes/no\nfact b: yes/no\nfact c: yes/no\nrole r\n    when b and (c or a)\nrole s\n    when a and not a\n", "");
    const loaded base = load(held.rules_text);
    const json right = question_of(base, held);
    BOOST_TEST(right.find("question")->find("fact")->string == "b");
    BOOST_TEST(held.check(right).checked.accepted(), told(held.check(right).checked));
    const json other = with(with(right, R"("fact": "b")", R"("fact": "a")"), R"("text": "b")", R"("text": "a")");
    BOOST_TEST(has(held.check(other).checked.refused, "question.fact", why::better_question), told(held.check(other).checked));

    const checked_case known("fact a: yes/no\nfact b: yes/no\nrole r\n    when b or (a and not a)\n", "");
    const json only = question_of(load(known.rules_text), known);
    const json idle = with(with(only, R"("left": ["b"])", R"("left": ["a", "b"])"), R"("fact": "b")", R"("fact": "a")");
    const verify::outcome made = known.check(idle);
    BOOST_TEST(has(made.checked.refused, "question.fact", why::not_relevant), told(made.checked));
    BOOST_TEST(has(made.checked.refused, "left[0]", why::not_relevant), told(made.checked));
}

BOOST_AUTO_TEST_CASE(smallest_reasons_are_proved_and_what_is_wrong_in_them_is_named) {
    using enum aspect;
    const json& right = plain().reasons;
    BOOST_TEST(
        text_of(*right.find("reasons"))
        == R"({"sufficient": [["hours"]], "changes": [{"facts": [{"fact": "hours", "from": 10, "to": 20}], "then": "unknown"}], "complete": true})");
    check_right(right, {sufficient, changes, all_reasons});
    check_wrong(right,
                {
                    {R"([["hours"]])", R"([["degree"]])", "reasons.sufficient[0][0]", why::not_known},
                    {R"([["hours"]])", R"([[]])", "reasons.sufficient[0]", why::not_forced},
                    {R"([["hours"]])", R"([])", "reasons.sufficient", why::another_set},
                    {R"([["hours"]])", R"([["hours"], ["hours"]])", "reasons.sufficient[1]", why::sets_out_of_order},
                    {R"("to": 20)", R"("to": 19)", "reasons.changes[0]", why::does_not_change},
                    {R"("to": 20)", R"("to": 10)", "reasons.changes[0].facts[0].to", why::no_change},
                    {R"("then": "unknown")", R"("then": "yes")", "reasons.changes[0].then", why::differs},
                    {R"([{"facts": [{"fact": "hours", "from": 10, "to": 20}], "then": "unknown"}])", "[]", "reasons.changes", why::another_set},
                });
}

BOOST_AUTO_TEST_CASE(reasons_with_a_fact_too_many_are_refused) {
    const checked_case held("role r\n    when a or (b and c)\n", "a: none\nb: none\nc: none\n");
    const json right = explanation_of(load(held.rules_text), held, 0);
    BOOST_TEST(text_of(*right.find("reasons")->find("sufficient")) == R"([["a", "b"], ["a", "c"]])");
    BOOST_TEST(held.check(right).checked.accepted(), told(held.check(right).checked));
    const verify::outcome more = held.check(with(right, R"(["a", "c"])", R"(["a", "b", "c"])"));
    BOOST_TEST(has(more.checked.refused, "reasons.sufficient[1][1]", why::not_minimal), told(more.checked));
    const verify::outcome fewer = held.check(with(right, R"([["a", "b"], ["a", "c"]])", R"([["a", "b"]])"));
    BOOST_TEST(has(fewer.checked.refused, "reasons.sufficient", why::another_set), told(fewer.checked));
}

BOOST_AUTO_TEST_CASE(a_result_of_other_rules_says_so_first) {
    const checked_case other(std::string(rules) + "role dreamer\n    when likes it\n", maker_profile);
    for (const json* result : {&plain().comparison, &plain().question, &plain().reasons}) {
        const verify::outcome made = other.check(*result);
        BOOST_REQUIRE(!made.checked.refused.empty());
        BOOST_TEST((made.checked.refused.front().why == why::other_rules));
        BOOST_TEST(made.checked.refused.front().where == "rules[0].sha256");
        BOOST_TEST(made.checked.refused.front().arguments.front().starts_with("case.rules (SHA-256 "));
    }
    const verify::outcome embedded =
        other.check(with(plain().comparison, R"("rules": [{"path": "case.rules")", R"("rules": [{"path": "builtin:ml_roles.rules")"));
    BOOST_TEST((embedded.checked.refused.front().why == why::other_rules_than_given));
}

BOOST_AUTO_TEST_CASE(what_could_not_be_looked_at_is_not_counted_as_proved) {
    using enum aspect;
    const auto proves = [](const json& result, std::initializer_list<aspect> none_of) {
        const verify::outcome made = plain().held.check(result);
        BOOST_TEST(!made.checked.accepted());
        for (const aspect each : none_of) BOOST_TEST(!proved(made.checked, each), static_cast<int>(each));
    };
    const json advice = result_of(plain().base, plain().held);
    proves(with(advice, R"("role": "maker")", R"("role": "nobody")"),
           {verdicts, points, exact, witnesses, canonical_witnesses, splits, open, labels});
    proves(with(advice, R"("verdict": "unknown")", R"("verdict": "maybe")"), {verdicts, points, witnesses, splits});
    proves(with(plain().comparison, R"("to": 30)", R"("to": 10)"), {swap, smallest_swap});
    proves(with(plain().question, R"("fact": "likes it")", R"("fact": "hours")"), {question, answers, decides, labels});
    proves(with(plain().reasons, R"("complete": true)", R"("complete": 1)"), {sufficient, changes, all_reasons});
}

}  // namespace advise::tests
