// Rule bases with one profile each and what the cheapest plan to every role costs: every folder of ADVISE_CONFORMANCE/plans holds case.rules, p.txt and
// expect.json: for each role the least effort and the number of assumptions, or null where there is no plan.
#include "support/bridge.hpp"

#include <advise/engine/plan.hpp>

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace advise::tests {
namespace {

std::string text_of(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Millionths of the unit; efforts in JSON are whole numbers here.
std::string cost_of(const boost::json::value& expected)
{
    if (expected.is_null()) return "none";
    return std::to_string(expected.at("effort").to_number<std::int64_t>() * 1'000'000) + " with " +
           std::to_string(expected.at("assume").to_number<std::int64_t>()) + " assumed";
}

std::string cost_of(const engine::plan& plan)
{
    if (!plan.possible) return "none";
    return std::to_string(plan.best.effort) + " with " + std::to_string(plan.best.assume.size()) + " assumed";
}

void check_plans(const std::filesystem::path& folder)
{
    const loaded base = load(text_of(folder / "case.rules"));
    BOOST_REQUIRE_MESSAGE(!base.found.has_errors(), folder.string() << "\n" << told(base.found));
    const person who = bind_text(base, text_of(folder / "p.txt"));
    BOOST_REQUIRE_MESSAGE(!who.found.has_errors(), folder.string() << "\n" << told(who.found));
    const boost::json::object expected = boost::json::parse(text_of(folder / "expect.json")).as_object();
    for (const auto& [role, cost] : expected) {
        const engine::plan plan = engine::cheapest_plan(*base.code, who.facts, base.rules->names.conclusion(std::string(role)));
        BOOST_TEST(plan.optimal);
        BOOST_TEST(cost_of(plan) == cost_of(cost), folder.string() << " " << role << ": expected " << cost_of(cost) << ", got " << cost_of(plan));
    }
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_plan_has_its_least_cost)
{
    const char* root = std::getenv("ADVISE_CONFORMANCE");
    BOOST_REQUIRE_MESSAGE(root != nullptr, "ADVISE_CONFORMANCE names the folder of the cases");
    std::size_t cases = 0;
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(root) / "plans")) {
        if (!entry.is_directory()) continue;
        check_plans(entry.path());
        ++cases;
    }
    BOOST_TEST(cases > 0U);
}

}  // namespace advise::tests
