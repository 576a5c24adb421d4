// Plans written by hand: right ones are accepted, and each wrong thing in one is refused at its place.
#include "checked.hpp"
#include "mutants.hpp"

#include <boost/test/unit_test.hpp>

#include <cstring>

namespace advise::tests {
namespace {

const char* const rules = R"(fact base: level
    effort 4 weeks
fact upper: yes/no
    effort 2 weeks
    after base >= beginner
fact courses: number
    effort 1 week
fact likes it: yes/no
concept ready
    when base >= beginner
role maker
    when ready and upper and (courses >= 3 or base >= expert) and likes it
role dreamer
    when likes it and not likes it
)";

const char* const right = R"({"schema": "advise/plan/1", "role": "maker", "label": "maker", "verdict": "unknown", "possible": true, "optimal": true,
 "effort": {"total": 7, "at_least": 7, "unit": "weeks"},
 "steps": [{"fact": "base", "from": "none", "to": "beginner", "effort": 4, "unlocks": ["ready"]},
           {"fact": "upper", "from": "no", "to": "yes", "effort": 2, "unlocks": []},
           {"fact": "courses", "from": 2, "to": 3, "effort": 1, "unlocks": ["maker"]}],
 "assume": [{"fact": "likes it", "value": "yes"}], "counted": [], "blocked_by": [], "blocked_exact": true, "alternatives": [], "alternatives_exact": true})";

const char* const none_possible = R"({"schema": "advise/plan/1", "role": "dreamer", "label": "dreamer", "verdict": "no", "possible": false, "optimal": true,
 "effort": {"total": null, "at_least": null, "unit": "weeks"}, "steps": [], "assume": [], "counted": [], "blocked_by": [], "blocked_exact": true, "alternatives": [], "alternatives_exact": true})";

const checked_case& plain()
{
    static const checked_case held(rules, "courses: at least 2\n");
    return held;
}

verify::json parsed(std::string text, const std::string& what = {}, const std::string& with = {})
{
    if (!what.empty()) {
        const std::size_t at = text.find(what);
        BOOST_REQUIRE(at != std::string::npos);
        text.replace(at, what.size(), with);
    }
    const verify::json_result read = verify::read_json(text);
    BOOST_REQUIRE(read.error == verify::json_error::no_error);
    return read.value;
}

bool refused_at(const verify::report& found, const std::string& where)
{
    return std::any_of(found.refused.begin(), found.refused.end(), [&](const verify::finding& each) { return each.where == where; });
}

bool proved(const verify::report& found, verify::aspect what) { return std::find(found.proved.begin(), found.proved.end(), what) != found.proved.end(); }

}  // namespace

BOOST_AUTO_TEST_CASE(a_right_plan_is_accepted_and_its_optimality_proved)
{
    const verify::outcome made = plain().check(parsed(right));
    BOOST_TEST(made.usable, told(made.found));
    BOOST_TEST(made.checked.accepted(), told(made.checked));
    BOOST_TEST(proved(made.checked, verify::aspect::plan_optimality));
    BOOST_TEST(proved(made.checked, verify::aspect::plan_outcome));
}

BOOST_AUTO_TEST_CASE(that_there_is_no_plan_is_decided_by_trying)
{
    const verify::outcome made = plain().check(parsed(none_possible));
    BOOST_TEST(made.checked.accepted(), told(made.checked));
    BOOST_TEST(proved(made.checked, verify::aspect::plan_optimality));
    std::string claimed = none_possible;
    for (const char* const field : {"\"role\": \"", "\"label\": \""}) claimed.replace(claimed.find(field) + std::strlen(field), 7, "maker");
    const verify::outcome wrong = plain().check(parsed(claimed, "\"verdict\": \"no\"", "\"verdict\": \"unknown\""));
    BOOST_TEST(refused_at(wrong.checked, "possible"), told(wrong.checked));
}

BOOST_AUTO_TEST_CASE(what_is_wrong_in_a_plan_is_named)
{
    const struct { const char* what; const char* with; const char* where; } cases[] = {
        {"\"verdict\": \"unknown\"", "\"verdict\": \"no\"", "verdict"},
        {"\"total\": 7", "\"total\": 6", "effort.total"},
        {"\"at_least\": 7", "\"at_least\": 6", "effort.at_least"},
        {"\"weeks\"", "\"days\"", "effort.unit"},
        {"\"from\": \"none\"", "\"from\": \"beginner\"", "steps[0].from"},
        {"\"to\": \"beginner\"", "\"to\": \"expert\"", "steps[0].to"},
        {"\"effort\": 4", "\"effort\": 3", "steps[0].effort"},
        {"[\"ready\"]", "[]", "steps[0].unlocks"},
        {"[\"maker\"]", "[\"maker\", \"dreamer\"]", "steps[2].unlocks"},
        {"{\"fact\": \"base\"", "{\"fact\": \"likes it\"", "steps[0].fact"},
        {"\"assume\": [{\"fact\": \"likes it\", \"value\": \"yes\"}]", "\"assume\": []", "steps"},
        {"\"value\": \"yes\"", "\"value\": \"maybe\"", "assume[0].value"},
        {"\"blocked_by\": []", "\"blocked_by\": [{\"fact\": \"base\", \"value\": \"none\"}]", "blocked_by"},
        {"\"counted\": []", "\"counted\": [{\"fact\": \"courses\", \"value\": 2}]", "counted"},
        {"\"counted\": []", "\"counted\": [{\"fact\": \"likes it\", \"value\": \"yes\"}]", "counted[0].fact"},
        {"\"label\": \"maker\"", "\"label\": \"dreamer\"", "label"},
    };
    for (const auto& each : cases) {
        const verify::outcome made = plain().check(parsed(right, each.what, each.with));
        BOOST_TEST(refused_at(made.checked, each.where), each.what << " to " << each.with << '\n' << told(made.checked));
    }
}

BOOST_AUTO_TEST_CASE(a_step_before_its_time_is_refused)
{
    verify::json plan = parsed(right);
    for (auto& [name, field] : plan.members)
        if (name == "steps") std::swap(field.items[0], field.items[1]);
    BOOST_TEST(refused_at(plain().check(plan).checked, "steps[0]"));
}

BOOST_AUTO_TEST_CASE(a_dearer_plan_is_not_optimal)
{
    const char* const dearer = R"({"schema": "advise/plan/1", "role": "maker", "label": "maker", "verdict": "unknown", "possible": true, "optimal": true,
     "effort": {"total": 8, "at_least": 8, "unit": "weeks"},
     "steps": [{"fact": "courses", "from": 2, "to": 3, "effort": 1, "unlocks": []}, {"fact": "courses", "from": 3, "to": 4, "effort": 1, "unlocks": []},
               {"fact": "base", "from": "none", "to": "beginner", "effort": 4, "unlocks": ["ready"]},
               {"fact": "upper", "from": "no", "to": "yes", "effort": 2, "unlocks": ["maker"]}],
     "assume": [{"fact": "likes it", "value": "yes"}], "counted": [], "blocked_by": [], "blocked_exact": true, "alternatives": [], "alternatives_exact": true})";
    const verify::outcome made = plain().check(parsed(dearer));
    BOOST_TEST(refused_at(made.checked, "steps"), told(made.checked));
    BOOST_TEST(proved(made.checked, verify::aspect::plan_steps));
    BOOST_TEST(!proved(made.checked, verify::aspect::plan_optimality));
}

BOOST_AUTO_TEST_CASE(other_ways_are_the_next_best_and_all_there_are)
{
    const checked_case held("fact a: level\n    effort 10 weeks\nfact b: level\n    effort 11 weeks\nfact c: level\n    effort 12 weeks\n"
                            "fact d: level\n    effort 13 weeks\nrole maker\n    when a or b or c or d\n",
                            "note: nothing is known\n");
    const auto plan = [](const std::string& others) {
        return parsed(R"({"schema": "advise/plan/1", "role": "maker", "label": "maker", "verdict": "unknown", "possible": true, "optimal": true,
         "effort": {"total": 10, "at_least": 10, "unit": "weeks"}, "steps": [{"fact": "a", "from": "none", "to": "beginner", "effort": 10, "unlocks": ["maker"]}],
         "assume": [], "counted": [], "blocked_by": [], "blocked_exact": true, "alternatives": [)" + others + R"(], "alternatives_exact": true})");
    };
    const auto by = [](const std::string& fact, int effort) {
        const std::string cost = std::to_string(effort);
        return R"({"effort": {"total": )" + cost + R"(, "unit": "weeks"}, "steps": [{"fact": ")" + fact + R"(", "from": "none", "to": "beginner", "effort": )" + cost +
               R"(, "unlocks": ["maker"]}], "assume": [], "counted": []})";
    };
    const verify::outcome right_one = held.check(plan(by("b", 11) + ", " + by("c", 12)));
    BOOST_TEST(right_one.checked.accepted(), told(right_one.checked));
    BOOST_TEST(proved(right_one.checked, verify::aspect::plan_alternatives));
    BOOST_TEST(refused_at(held.check(plan(by("b", 11))).checked, "alternatives"));
    BOOST_TEST(refused_at(held.check(plan(by("c", 12) + ", " + by("b", 11))).checked, "alternatives[0]"));
    BOOST_TEST(refused_at(held.check(plan(by("b", 11) + ", " + by("c", 12) + ", " + by("d", 13))).checked, "alternatives[2]"));
    BOOST_TEST(refused_at(held.check(plan(by("b", 11) + ", " + by("b", 11))).checked, "alternatives[1]"));
    BOOST_TEST(refused_at(held.check(plan(by("a", 10))).checked, "alternatives[0]"));
}

BOOST_AUTO_TEST_CASE(what_stands_in_the_way_does_and_all_of_it_is_needed)
{
    const checked_case held("fact a: yes/no\nfact b: yes/no\nfact c: level\n    effort 1 week\nrole maker\n    when a and b and c\n", "a: no\nb: no\n");
    const auto blocked = [](const std::string& facts) {
        return parsed(R"({"schema": "advise/plan/1", "role": "maker", "label": "maker", "verdict": "no", "possible": false, "optimal": true,
         "effort": {"total": null, "at_least": null, "unit": "week"}, "steps": [], "assume": [], "counted": [], "blocked_by": [)" + facts +
                      R"(], "blocked_exact": true, "alternatives": [], "alternatives_exact": true})");
    };
    const std::string a = R"({"fact": "a", "value": "no"})", b = R"({"fact": "b", "value": "no"})", c = R"({"fact": "c", "value": "none"})";
    const verify::outcome right_one = held.check(blocked(a + ", " + b));
    BOOST_TEST(right_one.checked.accepted(), told(right_one.checked));
    BOOST_TEST(proved(right_one.checked, verify::aspect::plan_blocking));
    for (const std::string& wrong : {std::string(), a, a + ", " + b + ", " + c})
        BOOST_TEST(refused_at(held.check(blocked(wrong)).checked, "blocked_by"), wrong);
    BOOST_TEST(refused_at(held.check(blocked(b + ", " + a)).checked, "blocked_by[1]"));
    BOOST_TEST(refused_at(held.check(blocked(R"({"fact": "a", "value": "yes"}, )" + b)).checked, "blocked_by[0].value"));
}

BOOST_AUTO_TEST_CASE(every_change_of_a_plan_is_refused)
{
    rng draw(7);
    const verify::json plan = parsed(right);
    for (int i = 0; i < 400; ++i) {
        const mutant m = random_mutant(plan, {}, draw);
        if (m.result == plan) continue;
        const auto says_less = m.change != "the other way round" ? std::nullopt
            : m.where == "optimal" ? std::optional(verify::aspect::plan_optimality)
            : m.where == "alternatives_exact" ? std::optional(verify::aspect::plan_alternatives) : std::nullopt;
        if (says_less) {        // that the work limit was reached cannot be checked
            BOOST_TEST(!proved(plain().check(m.result).checked, *says_less));
            continue;
        }
        BOOST_TEST(!plain().check(m.result).checked.accepted(), "accepted: " << m.where << ' ' << m.change);
    }
}

}  // namespace advise::tests
