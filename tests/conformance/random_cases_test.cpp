// Rule bases and profiles with exact answers: every folder of ADVISE_CONFORMANCE/random holds case.rules, profiles pK.txt and expect.json, which
// lists the roles in the order of the advice with verdict and points.
#include "support/bridge.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace advise::tests {
namespace {

std::string read(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

verdict verdict_named(std::string_view word)
{
    return word == "yes" ? verdict::yes : word == "no" ? verdict::no : verdict::unknown;
}

std::vector<advice_row> rows_in(const boost::json::array& expected)
{
    std::vector<advice_row> rows;
    for (const boost::json::value& each : expected) {
        const boost::json::object& row = each.as_object();
        rows.push_back({std::string(row.at("role").as_string()), verdict_named(row.at("verdict").as_string()), row.at("low").as_int64(), row.at("high").as_int64()});
    }
    return rows;
}

void check_case(const std::filesystem::path& folder)
{
    const loaded base = load(read(folder / "case.rules"));
    BOOST_TEST(!base.found.has_errors(), folder.string() << "\n" << told(base.found));
    if (base.found.has_errors()) return;
    const boost::json::object expected = boost::json::parse(read(folder / "expect.json")).as_object();
    for (const auto& [name, rows] : expected) {
        const person who = bind_text(base, read(folder / std::string(name)));
        BOOST_TEST(!who.found.has_errors(), (folder / std::string(name)).string() << "\n" << told(who.found));
        if (who.found.has_errors()) continue;
        const std::vector<advice_row> wanted = rows_in(rows.as_array()), got = rows_of(base, engine::advise(*base.code, who.facts));
        BOOST_TEST((wanted == got), (folder / std::string(name)).string() << "\n" << compared(wanted, got));
    }
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_case_has_its_exact_answer)
{
    const char* root = std::getenv("ADVISE_CONFORMANCE");
    BOOST_REQUIRE_MESSAGE(root != nullptr, "ADVISE_CONFORMANCE names the folder of the cases");
    std::size_t cases = 0;
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(root) / "random")) {
        if (!entry.is_directory()) continue;
        check_case(entry.path());
        ++cases;
    }
    BOOST_TEST(cases > 0U);
    BOOST_TEST_MESSAGE(cases << " cases");
}

}  // namespace advise::tests
