// The checker's own readers: JSON, and what it says of rules and profiles that cannot be used.
#include "checked.hpp"

#include <boost/test/unit_test.hpp>

namespace advise::tests {

using verify::json;
using verify::json_error;

BOOST_AUTO_TEST_CASE(json_is_read_strictly)
{
    const struct { const char* text; json_error error; } cases[] = {
        {R"({"a": [1, -2, "x\u00e9\ud83d\ude00\n", null, true]})", json_error::no_error},
        {"", json_error::ends_early},
        {"{\"a\": 1", json_error::ends_early},
        {"{\"a\" 1}", json_error::unexpected},
        {"{\"a\": 1, \"\\u0061\": 2}", json_error::key_twice},
        {"1.5", json_error::bad_number},
        {"1e3", json_error::bad_number},
        {"01", json_error::bad_number},
        {"-0", json_error::bad_number},
        {"9223372036854775808", json_error::bad_number},
        {"\"\\ud800\"", json_error::bad_escape},
        {"\"\\x\"", json_error::bad_escape},
        {"\"\xff\"", json_error::not_utf8},
        {"\"a\nb\"", json_error::unexpected},
        {"[1] 2", json_error::after_end},
        {"[1,]", json_error::unexpected},
        {"NaN", json_error::unexpected},
    };
    for (const auto& each : cases) BOOST_TEST((verify::read_json(each.text).error == each.error), each.text);
    const std::string deep(verify::json_depth + 2, '[');
    BOOST_TEST((verify::read_json(deep).error == json_error::too_deep));
}

BOOST_AUTO_TEST_CASE(json_values_are_equal_whatever_the_order_of_members)
{
    BOOST_TEST((verify::read_json(R"({"a": 1, "b": 2})").value == verify::read_json(R"({"b": 2, "a": 1})").value));
    BOOST_TEST(!(verify::read_json(R"({"a": 1, "b": 2})").value == verify::read_json(R"({"a": 1, "c": 2})").value));
    BOOST_TEST(!(verify::read_json("[1, 2]").value == verify::read_json("[2, 1]").value));
    BOOST_TEST(text_of(verify::read_json(R"({"a": [1, "x\ty", null, false]})").value) == "{\"a\": [1, \"x\\u0009y\", null, false]}");
}

BOOST_AUTO_TEST_CASE(rules_and_profiles_that_cannot_be_used_are_said_to_be_so)
{
    const json nothing = verify::read_json("{}").value;
    const auto usable = [&](const char* rules, const char* profile) { return checked_case(rules, profile).check(nothing).usable; };
    BOOST_TEST(usable("role a\n    when b\n", "b: expert\n"));
    for (const char* const rules : {"role a\n    when b >= hihg\n", "role a\nrole a\n", "role a\n    when c\nconcept c\n    when a\n", "fact a: level\nb -> a\n",
                                    "role a\n    when b in (1, high)\n", "role a\n    when b = 1\n    unless b = expert\n", "fact f: one of (x, x)\n",
                                    "role a\n    when at least 3 of (b, c)\n", "fact f: any of (x, y)\nrole a\n    when f = x\n", "role a\n    when b cites c\n"})
        BOOST_TEST(!usable(rules, ""), rules);
    for (const char* const profile : {"b: hihg\n", "b: expert\nb: none\n", "a: yes\n", "b: at least 9\n", "b: 3 years\n"})
        BOOST_TEST(!usable("role a\n    when b\n", profile), profile);
}

BOOST_AUTO_TEST_CASE(a_result_of_an_unknown_kind_is_refused)
{
    const checked_case held("role a\n    when b\n", "");
    for (const char* const text : {"{}", "[]", R"({"schema": "advise/result/2"})"}) {
        const verify::outcome made = held.check(verify::read_json(text).value);
        BOOST_TEST(!made.checked.accepted());
        BOOST_TEST(made.checked.refused.front().where == "schema");
    }
}

BOOST_AUTO_TEST_CASE(files_under_other_names_are_accepted_and_the_names_left_unchecked)
{
    const std::string rules = "role a\n    when b\n";
    const loaded base = load(rules);
    const checked_case held(rules, "b: expert\n");
    json result = result_of(base, held);
    for (auto& [name, field] : result.members)
        if (name == "profile") field.members.front().second = json::of("elsewhere/p.txt");
    const verify::outcome made = held.check(result);
    BOOST_TEST(made.checked.accepted(), told(made.checked));
    BOOST_TEST(made.checked.not_checked.front().where == "profile.path");
}

BOOST_AUTO_TEST_CASE(a_range_of_levels_is_read_as_the_engine_reads_it)
{
    const std::string rules = "fact a: level\nrole r\n    when a >= advanced\n    +1 a >= expert\n";
    const loaded base = load(rules);
    for (const std::string profile : {"a: beginner..advanced\n", "a: 1..expert\n", "a: advanced .. expert\n", "a: none..beginner\n"}) {
        const checked_case held(rules, profile);
        const verify::outcome made = held.check(result_of(base, held));
        BOOST_TEST(made.checked.accepted(), profile << told(made.checked));
    }
}

BOOST_AUTO_TEST_CASE(what_the_work_limit_left_open_is_accepted_and_said_to_be_unchecked)
{
    // Two parities of eight facts, and every case of the two: always true, but by more cases than are tried where the search may do nothing.
    std::string rules;
    for (const std::string name : {"p", "q"}) {
        rules += "concept " + name + "1\n    when " + name + "a0\n";
        for (int i = 1; i < 8; ++i) {
            const std::string before = name + std::to_string(i), fact = name + "a" + std::to_string(i);
            rules += "concept " + name + std::to_string(i + 1) + "\n    when (" + before + " and not " + fact + ") or (" + fact + " and not " + before + ")\n";
        }
    }
    rules += "role r\n    when (p8 and q8) or (p8 and not q8) or (q8 and not p8) or (not p8 and not q8)\n";
    const loaded base = load(rules);
    const checked_case held(rules, "");
    const json result = result_of(base, held, {.proof = true, .work_limit = 1});
    BOOST_TEST(!result.find("advice")->items.front().find("exact")->truth);
    const verify::outcome made = held.check(result);
    BOOST_TEST(made.checked.accepted(), told(made.checked));
    BOOST_TEST((std::find(made.checked.proved.begin(), made.checked.proved.end(), verify::aspect::exact) == made.checked.proved.end()));
}

BOOST_AUTO_TEST_CASE(a_role_with_too_many_states_has_its_open_facts_left_unchecked)
{
    std::string rules = "role r\n    when any of (";
    for (int i = 0; i < 20; ++i) rules += std::string(i > 0 ? ", " : "") + "f" + static_cast<char>('a' + i);
    rules += ")\n";
    const loaded base = load(rules);
    const checked_case held(rules, "");
    const verify::outcome made = held.check(result_of(base, held));
    BOOST_TEST(made.checked.accepted(), told(made.checked));
    BOOST_TEST(std::any_of(made.checked.not_checked.begin(), made.checked.not_checked.end(), [](const auto& each) { return each.where == "advice[0].open"; }));
}

}  // namespace advise::tests
