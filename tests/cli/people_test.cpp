// `diff --profiles` against its slow twin: everybody advised alone by each version, all roles, and the two results held side by side.
#include "in_process.hpp"

#include <support/rng.hpp>

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

using namespace advise::cli::testing;
namespace json = boost::json;

namespace {

constexpr const char* before = R"(
fact first aid: level
fact climbing: level
fact tours: number 0..500
fact languages: any of (english, persian, german)
fact card: one of (child, adult, staff)
concept safe hands
    when first aid >= intermediate or (first aid and tours >= 100)
role guide
    when safe hands and climbing >= advanced
    requires 2 points
    +2 tours >= 10
    +1 languages includes english
role rescuer
    when safe hands and climbing >= intermediate
    +1 tours >= 3
role host
    when card is not child or languages includes persian
    +1 tours >= 1
    -1 first aid is none
role driver
    when card is staff
)";

std::string replaced(std::string text, const std::string& what, const std::string& with) {
    const std::size_t at = text.find(what);
    BOOST_REQUIRE(at != text.npos);
    return text.replace(at, what.size(), with);
}

/// A person of whom much stays open, as a JSON profile on one line.
std::string somebody(advise::tests::rng& random, std::size_t number) {
    static const char* const levels[] = {"none", "beginner", "intermediate", "advanced", "expert", "at least beginner", "at most advanced"};
    static const char* const cards[] = {"child", "adult", "staff"};
    static const char* const tongues[] = {R"(["english"])", "[]", R"(["persian", "german"])", R"("includes english")"};
    std::string line = "{\"id\": " + std::to_string(number);
    const auto say = [&](const std::string& key, const std::string& value) {
        if (random.below(3) != 0) line += ", \"" + key + "\": " + value;
    };
    for (const char* fact : {"first aid", "climbing"}) say(fact, "\"" + std::string(levels[random.below(7)]) + "\"");
    say("tours", std::to_string(random.below(120)));
    say("card", "\"" + std::string(cards[random.below(3)]) + "\"");
    say("languages", tongues[random.below(4)]);
    return line + "}";
}

/// What a version says of somebody: the roles in their order, each with its verdict and points.
std::vector<std::pair<std::string, std::string>> advice_of(const std::string& rules, const std::string& line,
                                                           const std::vector<std::string>& options) {
    std::vector<std::string> call{"--json", "--rules", rules, "-"};
    call.insert(call.end(), options.begin(), options.end());
    const outcome got = run_program(call, line);
    BOOST_REQUIRE_MESSAGE(got.code == 0, got.err);
    std::vector<std::pair<std::string, std::string>> roles;
    const json::value result = json::parse(got.out);
    for (const json::value& role : result.at("advice").as_array()) {
        const json::value& points = role.at("points");
        roles.emplace_back(json::value_to<std::string>(role.at("role")),
                           json::serialize(role.at("verdict")) + " " + json::serialize(points.at("low")) + " " + json::serialize(points.at("high")));
    }
    return roles;
}

/// Of each person who is affected the roles that differ; "order" where only places do.
using affected = std::map<std::int64_t, std::vector<std::string>>;

affected slowly(const std::vector<std::string>& people, const std::vector<std::string>& options) {
    affected found;
    for (std::size_t i = 0; i < people.size(); ++i) {
        const auto old = advice_of("old.rules", people[i], options), now = advice_of("new.rules", people[i], options);
        const std::map<std::string, std::string> was(old.begin(), old.end()), is(now.begin(), now.end());
        std::vector<std::string> roles;
        for (const auto& [role, said] : is)
            if (was.at(role) != said) roles.push_back(role);
        if (roles.empty() && old != now) roles.emplace_back("order");
        if (!roles.empty()) found[static_cast<std::int64_t>(i)] = roles;
    }
    return found;
}

affected at_once(const std::string& file, const std::vector<std::string>& options) {
    std::vector<std::string> call{"diff", "old.rules", "new.rules", "--profiles", file, "--json"};
    call.insert(call.end(), options.begin(), options.end());
    const outcome got = run_program(call);
    BOOST_REQUIRE_MESSAGE(got.code == 0, got.err);
    affected found;
    const json::value result = json::parse(got.out);
    for (const json::value& person : result.at("people").at("affected").as_array()) {
        std::vector<std::string>& roles = found[person.at("line").as_int64() - 1];
        for (const json::value& change : person.at("changes").as_array()) roles.push_back(json::value_to<std::string>(change.at("role")));
        if (person.at("order_only").as_bool()) roles.emplace_back("order");
        std::sort(roles.begin(), roles.end());
    }
    return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(people_of_a_diff)

BOOST_AUTO_TEST_CASE(as_if_everybody_were_advised_alone) {
    const folder here;
    here.write("old.rules", before);
    const std::string text = before, driver = "role driver\n    when card is staff\n";
    const std::vector<std::string> versions = {
        text,
        replaced(text, "first aid >= intermediate", "first aid >= advanced"),
        replaced(text, "+1 tours >= 3", "+2 tours >= 3"),
        replaced(text, "tours >= 100", "tours >= 50"),
        replaced(replaced(text, driver, ""), "role guide", driver + "role guide"),
    };
    advise::tests::rng random(1);
    std::vector<std::string> people;
    std::string lines;
    for (std::size_t i = 0; i < 80; ++i) {
        people.push_back(somebody(random, i));
        lines += people.back() + "\n";
    }
    here.write("people.ndjson", lines);
    std::size_t some = 0;
    for (std::size_t v = 0; v < versions.size(); ++v) {
        here.write("new.rules", versions[v]);
        for (const std::vector<std::string>& options : {std::vector<std::string>{}, {"--closed"}}) {
            const affected found = at_once("people.ndjson", options);
            BOOST_TEST((found == slowly(people, options)), "version " << v);
            some += found.size();
        }
    }
    BOOST_TEST(some > 50U);
}

BOOST_AUTO_TEST_CASE(rows_of_csv_are_the_people_of_their_lines) {
    const folder here;
    here.write("old.rules", before);
    here.write("new.rules", replaced(before, "first aid >= intermediate", "first aid >= advanced"));
    here.write("p.ndjson", "{\"id\":\"a\",\"first aid\":\"intermediate\",\"climbing\":\"expert\"}\n{\"id\":\"b\",\"first aid\":\"none\"}\n");
    here.write("p.csv", "id,first aid,climbing\r\na,intermediate,expert\r\n\"b\n2\",none,\r\n");
    const auto people = [](const char* file) {
        const json::value result = json::parse(run_program({"diff", "old.rules", "new.rules", "--profiles", file, "--json"}).out);
        return json::value(result.at("people"));
    };
    const json::value lines = people("p.ndjson"), rows = people("p.csv");
    BOOST_TEST(rows.at("compared").as_int64() == 2);
    BOOST_REQUIRE(rows.at("affected").as_array().size() == 1U);
    BOOST_TEST((rows.at("affected").at(0).at("changes") == lines.at("affected").at(0).at("changes")));
    BOOST_TEST(rows.at("affected").at(0).at("line").as_int64() == 2);
    here.write("p.csv", "first aid;climbing\nnone;none\n");
    const outcome wrong = run_program({"diff", "old.rules", "new.rules", "--profiles", "p.csv"});
    BOOST_TEST(wrong.code == 2);
    BOOST_TEST(wrong.out.empty());
    BOOST_TEST(wrong.err.find("commas") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_profile_in_text_is_one_person) {
    const folder here;
    here.write("old.rules", before);
    here.write("new.rules", replaced(before, "first aid >= intermediate", "first aid >= advanced"));
    here.write("p.ndjson", "{\"name\":\"Nora\",\"first aid\":\"intermediate\",\"climbing\":\"expert\"}\n");
    here.write("nora.txt", "# of May\n\nname: Nora\nfirst aid: intermediate\nclimbing: expert\n");
    const auto people = [](const char* file) {
        const json::value result = json::parse(run_program({"diff", "old.rules", "new.rules", "--profiles", file, "--json"}).out);
        return json::value(result.at("people"));
    };
    const json::value record = people("p.ndjson"), text = people("nora.txt");
    BOOST_TEST(text.at("compared").as_int64() == 1);
    BOOST_TEST((text.at("affected") == record.at("affected")));
    here.write("nora.txt", "name: Nora\nfirst aid: first class\nclimbing: expert\n");
    const outcome wrong = run_program({"diff", "old.rules", "new.rules", "--profiles", "nora.txt", "--json"});
    BOOST_TEST(json::parse(wrong.out).at("people").at("compared").as_int64() == 0);
    BOOST_TEST(has(run_program({"diff", "old.rules", "new.rules", "--profiles", "nora.txt"}).out, "Line 2: "));
}

BOOST_AUTO_TEST_CASE(keys_that_nobody_knows_are_told) {
    const folder here;
    here.write("old.rules", before);
    here.write("new.rules", before);
    here.write("p.ndjson", "{\"shoe size\": 41, \"tours\": 3}\n{\"shoe size\": 42, \"hat\": 1}\n");
    const outcome got = run_program({"diff", "old.rules", "new.rules", "--profiles", "p.ndjson"});
    BOOST_TEST(got.out.find("shoe size; hat") != std::string::npos, got.out);
}

BOOST_AUTO_TEST_SUITE_END()
